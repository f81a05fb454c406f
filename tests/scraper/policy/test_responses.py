"""The outcome of a response, or of none, for its URL and its host."""

from __future__ import annotations

import zlib

import pytest
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)

from scraper.policy.responses import (
    ATTEMPTS,
    BUSY_ATTEMPTS,
    BUSY_PAUSE,
    HostInBackoff,
    ResponseOutcome,
    of_exception,
    of_status,
    retry_pause,
    settled,
)


@pytest.mark.parametrize(
    ("status", "location", "wait", "outcome"),
    [
        (200, None, None, ResponseOutcome("keep")),
        (304, None, None, ResponseOutcome("unchanged")),
        (301, "/tin", None, ResponseOutcome("redirect")),
        (301, None, None, ResponseOutcome("fail", "http_301")),
        (404, None, None, ResponseOutcome("fail", "http_404")),
        (500, None, None, ResponseOutcome("retry", "http_500", strike=True)),
        (503, None, "30", ResponseOutcome("retry", "http_503", backoff=30, strike=True)),
        (429, None, None, ResponseOutcome("retry", "http_429", backoff=BUSY_PAUSE, strike=True)),
        (403, None, "30", ResponseOutcome("fail", "http_403")),
    ],
)
def test_a_status(status: int, location: str | None, wait: str | None, outcome: ResponseOutcome) -> None:
    assert of_status(status, location, wait, now=0.0) == outcome


@pytest.mark.parametrize(
    ("error", "action", "name", "strike"),
    [
        (DownloadTimeoutError(), "retry", "timeout", True),
        (CannotResolveHostError(), "retry", "no_such_host", True),
        (DownloadConnectionRefusedError(), "retry", "connection_refused", True),
        (zlib.error(), "retry", "bad_encoding", True),
        (DownloadCancelledError(), "fail", "too_large", False),
        (IgnoreRequest("by a middleware"), "fail", "ignored", False),
        (HostInBackoff("robots_unreachable", 60.0), "release", "robots_unreachable", False),
        (KeyError("x"), "retry", "KeyError", True),
    ],
)
def test_no_answer(error: BaseException, action: str, name: str, strike: bool) -> None:
    outcome = of_exception(error)
    assert (outcome.action, outcome.error, outcome.strike) == (action, name, strike)


@pytest.mark.parametrize(("rest", "most"), [(0.0, ATTEMPTS), (30.0, BUSY_ATTEMPTS)])
def test_what_was_tried_often_enough_has_failed(rest: float, most: int) -> None:
    outcome = ResponseOutcome("retry", "http_503", backoff=rest, strike=True)
    assert settled(outcome, most - 1) == outcome
    assert settled(outcome, most) == ResponseOutcome("fail", "http_503", rest, True)
    assert settled(ResponseOutcome("keep"), 99).action == "keep"


def test_the_pause_doubles() -> None:
    assert [retry_pause(attempts) for attempts in (1, 2, 3)] == [5.0, 10.0, 20.0]
