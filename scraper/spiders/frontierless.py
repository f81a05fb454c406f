"""Requests outside of a crawl, to web archives and for the check of a site: one URL after another, through the same
downloader and the same guards, with delays kept in memory."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Collection
from typing import Any, Protocol

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from scraper.pages.urls import redirect_target
from scraper.policy.guards import MAX_HOPS, URLRefused, netloc_of
from scraper.policy.politeness import are_loopback, spacing
from scraper.policy.responses import HostInBackoff, of_exception, retry_pause, settled
from scraper.spiders.outcomes import outcome_of

_REASONS = {
    "challenge": "its robots.txt is behind a check of the browser (scripts and cookies)",
    "robots_unreachable": "its robots.txt cannot be fetched",
    "resting": "it asked for a pause",
}


class NoResponse(Exception):
    """A URL without a response; the message says why. `backoff` is that of its server in seconds, where it is the
    reason."""

    def __init__(self, message: str, backoff: float = 0.0) -> None:
        super().__init__(message)
        self.backoff = backoff


class Backoffs(Protocol):
    """A store of backoffs, from one command to the next."""

    def left(self, host: str) -> float:
        """The seconds until a host may be requested again."""

    def record(self, host: str, seconds: float, reason: str) -> None:
        """Record that a host may not be requested for so many seconds."""


class ServerPace:
    """When each server may get its next request, by the monotonic clock. `kept` has the backoffs of earlier
    commands."""

    def __init__(self, longest_wait: float, kept: Backoffs | None = None) -> None:
        self._longest_wait = longest_wait  # seconds that a server is waited for
        self._kept = kept
        self._ready_at: dict[str, float] = {}
        self._servers: dict[str, str] = {}
        self._crawl_delays: dict[str, float] = {}

    def apply_crawl_delay(self, host: str, crawl_delay: float) -> None:
        """Store the crawl delay of a host's robots.txt, in seconds between requests."""
        self._crawl_delays[host] = crawl_delay

    def back_off(self, host: str, seconds: float, reason: str | None = None) -> None:
        """Send no requests to the server of a host for so many seconds; with a reason, by later commands neither."""
        server = self._servers.get(host, host)
        self._ready_at[server] = max(self._ready_at.get(server, 0.0), time.monotonic() + seconds)
        if self._kept and reason:
            self._kept.record(host, seconds, reason)

    async def wait_turn(self, host: str, server: str, pause: float) -> None:
        """Wait until a server may get a request. Raises HostInBackoff where that takes longer than `longest_wait`."""
        if host not in self._servers:
            self._servers[host] = server
            self.back_off(host, self._kept.left(host) if self._kept else 0.0)
        self._servers[host] = server
        while (wait := self._ready_at.get(server, 0.0) - time.monotonic()) > 0:
            if wait > self._longest_wait:
                raise HostInBackoff("resting", wait)
            await asyncio.sleep(wait)
        gap = spacing(pause, self._crawl_delays.get(host, 0.0), random.uniform(-1, 1))
        self._ready_at[server] = time.monotonic() + gap


class FrontierlessSpider(Spider):
    """A spider without a frontier, whose subclasses call `fetch`. `longest_wait` is the number of seconds that it waits
    for a server in backoff, `kept` where backoffs are kept for later commands."""

    custom_settings: dict[str, Any] = {"SCHEDULER": "scrapy.core.scheduler.Scheduler"}

    def __init__(self, longest_wait: float, kept: Backoffs | None = None, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._pace = ServerPace(longest_wait, kept)

    def apply_crawl_delay(self, host: str, crawl_delay: float) -> None:
        """Store the crawl delay of a host's robots.txt, in seconds between requests."""
        self._pace.apply_crawl_delay(host, crawl_delay)

    async def await_turn(self, request: Request, server: str) -> None:
        """Wait until a server may get a request, also one for robots.txt. Raises HostInBackoff where that takes too
        long."""
        await self._pace.wait_turn(request.meta["download_slot"], server, request.meta["pause"])

    async def fetch(self, url: str, pause: float, hosts: Collection[str] = (), retrying: bool = True) -> Response:
        """The response to a URL, of any status, after redirects.

        `pause` is the seconds between two requests to its server; `hosts` are those to which redirects may lead, any
        public one where none are given. With `retrying`, failed requests are repeated. Raises URLRefused for a URL that
        may not be requested, NoResponse where there is no response or the backoff is too long.
        """
        first, hops, attempts = url, 0, 1
        while True:
            answer = await self._download(url, pause, hosts or _public(url, first))
            if answer is None:  # its robots.txt was fetched, and a delay is needed
                continue
            outcome = settled(outcome_of(answer) if isinstance(answer, Response) else of_exception(answer), attempts)
            if outcome.backoff:
                self._pace.back_off(netloc_of(url), outcome.backoff, outcome.error)
            if isinstance(answer, Response) and outcome.action == "redirect":
                url, hops, attempts = redirect_target(url, answer.headers["Location"] or b""), hops + 1, 1
                if hops > MAX_HOPS:
                    raise URLRefused("redirects", f"more than {MAX_HOPS} from {first}")
            elif outcome.action == "retry" and retrying:
                self._pace.back_off(netloc_of(url), outcome.backoff or retry_pause(attempts))
                attempts += 1
            elif isinstance(answer, Response):
                return answer
            else:
                raise NoResponse(f"{url}: {outcome.error}") from answer

    async def _download(self, url: str, pause: float, hosts: Collection[str]) -> Response | Exception | None:
        """The response to a URL, or its error; None where it is to be requested again after a delay."""
        engine: Any = self.crawler.engine
        host = netloc_of(url)
        meta = {"hosts": hosts, "download_slot": host, "pause": pause, "paced": True}
        request = Request(url, callback=NO_CALLBACK, meta=meta | {"autothrottle_dont_adjust_delay": True})
        try:
            answer: Response = await engine.download_async(request)
            return answer
        except HostInBackoff as backoff:
            if backoff.reason != "pause":
                if backoff.reason != "resting":  # it is kept already
                    self._pace.back_off(host, backoff.seconds, backoff.reason)
                message = _REASONS.get(backoff.reason, backoff.reason)
                message = f"{url}: {message}; the next request is possible in {backoff.seconds:.0f} s"
                raise NoResponse(message, backoff.seconds) from None
            self._pace.back_off(host, backoff.seconds)
            return None
        except URLRefused:
            raise
        except Exception as error:
            if isinstance(error.__cause__, URLRefused):  # by the resolver, for the connection
                raise error.__cause__ from None
            return error


def _public(url: str, first: str) -> Collection[str]:
    """The host of a URL to which the first one redirects: any public one, but loopback only from loopback."""
    netloc = netloc_of(url).removeprefix("www.")
    return {netloc} if are_loopback({netloc_of(first)}) or not are_loopback({netloc}) else ()
