"""The outcome of a response, or of the lack of one, for its URL and its host. Pure functions of status and
exception."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from gzip import BadGzipFile
from typing import Literal

from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)

from scraper.policy.guards import URLRefused
from scraper.policy.politeness import LONGEST_BACKOFF, retry_after

Action = Literal["keep", "unchanged", "redirect", "retry", "fail", "release"]
ATTEMPTS = 3
BUSY_ATTEMPTS = 6  # of a URL whose server requests a delay
RETRY_PAUSE = 5.0  # seconds before the second attempt; doubled for the third
BUSY_PAUSE = 60.0  # seconds, where a busy server does not say for how long
TRANSIENT = (408, 425, 500, 502, 504, 520, 521, 522, 523, 524)


@dataclass(frozen=True, slots=True)
class ResponseOutcome:
    """The next action for a URL; `error` names a failure; `backoff` is that of the host, in seconds.

    `strike` counts against the host: enough of them in a row open its circuit.
    """

    action: Action
    error: str | None = None
    backoff: float = 0.0
    strike: bool = False


class HostInBackoff(IgnoreRequest):
    """The host may get no requests for a while (its robots.txt cannot be fetched, or forbids everything for now)."""

    def __init__(self, reason: str, seconds: float) -> None:
        super().__init__(reason)
        self.reason = reason
        self.seconds = seconds


def of_status(status: int, location: str | None, wait: str | None, now: float) -> ResponseOutcome:
    """The outcome of an HTTP status; `wait` is the Retry-After header."""
    if status == 200:
        return ResponseOutcome("keep")
    if status == 304:
        return ResponseOutcome("unchanged")
    if status in (301, 302, 303, 307, 308) and location:
        return ResponseOutcome("redirect")
    if status in (429, 503):
        seconds = retry_after(wait, now)
        backoff = BUSY_PAUSE if seconds is None else seconds
        return ResponseOutcome("retry", f"http_{status}", backoff=backoff, strike=True)
    if status in TRANSIENT:
        return ResponseOutcome("retry", f"http_{status}", strike=True)
    return ResponseOutcome("fail", f"http_{status}")


def of_exception(error: BaseException) -> ResponseOutcome:
    """The outcome of a request without a response."""
    if isinstance(error, HostInBackoff):
        return ResponseOutcome("release", error.reason, backoff=error.seconds)
    refused = error if isinstance(error, URLRefused) else error.__cause__
    if isinstance(refused, URLRefused):
        return ResponseOutcome("fail", refused.reason)
    if isinstance(error, DownloadCancelledError) or (
        isinstance(error, IgnoreRequest) and "DOWNLOAD_MAXSIZE" in str(error)
    ):
        return ResponseOutcome("fail", "too_large")
    if isinstance(error, IgnoreRequest):
        return ResponseOutcome("fail", "ignored")
    if _is_tls(error):
        return ResponseOutcome("retry", "tls", strike=True)
    for kind, name in _KINDS:
        if isinstance(error, kind):
            return ResponseOutcome("retry", name, strike=True)
    return ResponseOutcome("retry", type(error).__name__, strike=True)


def _is_tls(error: BaseException) -> bool:
    """Whether the TLS handshake failed: an error of OpenSSL is among the reasons."""
    reasons = [error, error.__cause__, error.__context__, *getattr(error, "reasons", ()), *error.args]
    causes = (getattr(reason, "value", reason) for reason in reasons)
    inner = [one for cause in causes for one in (cause, *getattr(cause, "reasons", ()))]
    return any(isinstance(getattr(one, "value", one), SSL.Error) for one in inner)


_KINDS: tuple[tuple[type[BaseException], str], ...] = (
    (DownloadTimeoutError, "timeout"),
    (ResponseDataLossError, "truncated"),
    (CannotResolveHostError, "no_such_host"),
    (DownloadConnectionRefusedError, "connection_refused"),
    (DownloadFailedError, "connection_lost"),
    (BadGzipFile, "bad_encoding"),
    (zlib.error, "bad_encoding"),
)


def settled(outcome: ResponseOutcome, attempts: int) -> ResponseOutcome:
    """An outcome with its retries counted: after the last attempt it is a failure."""
    if outcome.action != "retry" or attempts < (BUSY_ATTEMPTS if outcome.backoff else ATTEMPTS):
        return outcome
    return ResponseOutcome("fail", outcome.error, min(outcome.backoff, LONGEST_BACKOFF), outcome.strike)


def retry_pause(attempts: int) -> float:
    """Seconds before a URL is requested again."""
    return float(RETRY_PAUSE * 2 ** (attempts - 1))
