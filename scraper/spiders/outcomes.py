"""The outcome of Scrapy's responses: by status and headers, and challenges to the browser told from other failures."""

from __future__ import annotations

import time
from dataclasses import replace
from email.utils import parsedate_to_datetime

from scrapy.http import Response

from scraper.pages.obstacles import CHALLENGE_HEADERS, CHALLENGING, FEW_LETTERS, MOST_LETTERS, is_challenge
from scraper.policy.responses import ResponseOutcome, of_status


def outcome_of(response: Response) -> ResponseOutcome:
    """The outcome by status and headers; a failure whose page is a challenge to the browser is named so."""
    status = response.status
    outcome = of_status(status, header_of(response, "Location"), header_of(response, "Retry-After"), _moment(response))
    return replace(outcome, error="challenge") if status in CHALLENGING and is_gate(response) else outcome


def _moment(response: Response) -> float:
    """When the response was sent, by the clock of its server, to which a day in its Retry-After belongs; else by ours.
    In seconds since 1970."""
    try:
        return parsedate_to_datetime(header_of(response, "Date") or "").timestamp()
    except (ValueError, OverflowError):
        return time.time()


def is_gate(response: Response) -> bool:
    """Whether a response that should be no page, such as a robots.txt, is a challenge to the browser in its place."""
    if response.status in CHALLENGING:
        return _challenges(response, MOST_LETTERS)
    markup = response.body.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")
    return response.status == 200 and markup and _challenges(response, FEW_LETTERS)


def _challenges(response: Response, letters: int) -> bool:
    marks = (header_of(response, name) for name in CHALLENGE_HEADERS)
    return is_challenge(response.body, next(filter(None, marks), ""), letters)


def header_of(response: Response, name: str) -> str | None:
    """A header of a response; None where it has none of that name."""
    value = response.headers.get(name)
    return None if value is None else value.decode("latin-1")
