"""The outcome of a response by its status, its headers, and the challenge that it may be."""

from __future__ import annotations

import pytest
from scrapy.http import HtmlResponse, Response

from scraper.spiders.outcomes import header_of, is_gate, outcome_of

GATE = b"<title>Just a moment...</title>"
FORM = b"<p>" + b"Xa hop ban. " * 30 + b"</p><div class='g-recaptcha'></div>"


def response(status: int, body: bytes = b"", **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HtmlResponse("http://xa.example/", status=status, body=body, headers=named)


@pytest.mark.parametrize(
    ("answer", "action", "error"),
    [
        (response(200, GATE), "keep", None),  # its page tells
        (response(302, location="/tin"), "redirect", None),
        (response(403, GATE), "fail", "challenge"),
        (response(405, x_amzn_waf_action="captcha"), "fail", "challenge"),
        (response(503, GATE), "retry", "challenge"),
        (response(403, b"<h1>Forbidden</h1>"), "fail", "http_403"),
        (response(404, GATE), "fail", "http_404"),
    ],
)
def test_an_outcome(answer: Response, action: str, error: str | None) -> None:
    outcome = outcome_of(answer)
    assert (outcome.action, outcome.error) == (action, error)


@pytest.mark.parametrize(
    ("sent", "seconds"),
    [
        ("Tue, 02 Jan 2024 10:00:00 GMT", 120),  # by a clock that is years from ours
        ("Tue, 02 Jan 2024 10:02:30 GMT", 0),
        ("Tue, 02 Jan 99999 10:00:00 GMT", 0),
        ("", 0),
    ],
)
def test_a_day_to_wait_for_is_of_the_clock_of_the_server(sent: str, seconds: float) -> None:
    answer = response(429, date=sent, retry_after="Tue, 02 Jan 2024 10:02:00 GMT")
    assert outcome_of(answer).backoff == seconds


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (response(200, b"\xef\xbb\xbf\n" + GATE), True),
        (response(200, b"# " + GATE), False),
        (response(200, FORM), False),
        (response(403, FORM), True),
        (response(500, GATE), False),
    ],
)
def test_a_challenge_in_place_of_what_is_no_page(answer: Response, expected: bool) -> None:
    assert is_gate(answer) is expected


def test_a_header_that_is_not_there_is_none() -> None:
    assert header_of(response(200, retry_after="5"), "Retry-After") == "5"
    assert header_of(response(200), "Retry-After") is None
