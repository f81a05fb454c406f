"""What is asked outside of a crawl, of web archives and for a look at a site: one URL after another, through the same
downloader and the same guards, with a pace that is kept in memory."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Collection
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from scraper.pages.urls import redirect_target
from scraper.policy.guards import MAX_HOPS, URLRefused, netloc_of
from scraper.policy.politeness import are_loopback, spacing
from scraper.policy.responses import HostResting, ResponseOutcome, of_exception, of_status, retry_pause, settled


_SAID = {"robots_unreachable": "its robots.txt cannot be had", "resting": "it wants to be left alone"}


class NoAnswer(Exception):
    """A URL that gives no answer; the message says why. `rest` is for how many seconds its server is left alone, where
    that is the reason."""

    def __init__(self, said: str, rest: float = 0.0) -> None:
        super().__init__(said)
        self.rest = rest


class ServerPace:
    """When each server may be asked again, by the monotonic clock."""

    def __init__(self, patience: float) -> None:
        self._patience = patience  # seconds that a server is waited for
        self._ready_at: dict[str, float] = {}
        self._servers: dict[str, str] = {}
        self._crawl_delays: dict[str, float] = {}

    def heed(self, host: str, crawl_delay: float) -> None:
        """Remember what a host's robots.txt asks for, in seconds between requests."""
        self._crawl_delays[host] = crawl_delay

    def rest(self, host: str, seconds: float) -> None:
        """Leave the server of a host that was asked alone for so long."""
        server = self._servers.get(host, host)
        self._ready_at[server] = max(self._ready_at.get(server, 0.0), time.monotonic() + seconds)

    async def turn(self, host: str, server: str, pause: float) -> None:
        """Wait until a server may be asked. Raises HostResting where that takes longer than the patience."""
        self._servers[host] = server
        while (wait := self._ready_at.get(server, 0.0) - time.monotonic()) > 0:
            if wait > self._patience:
                raise HostResting("resting", wait)
            await asyncio.sleep(wait)
        gap = spacing(pause, self._crawl_delays.get(host, 0.0), random.uniform(-1, 1))
        self._ready_at[server] = time.monotonic() + gap


class AskingSpider(Spider):
    """A spider without a frontier, whose subclasses call `ask`. `patience` is for how many seconds it waits for a
    server that wants to be left alone."""

    custom_settings: dict[str, Any] = {"SCHEDULER": "scrapy.core.scheduler.Scheduler"}

    def __init__(self, patience: float, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._pace = ServerPace(patience)

    def heed(self, host: str, crawl_delay: float) -> None:
        """Remember what a host's robots.txt asks for, in seconds between requests."""
        self._pace.heed(host, crawl_delay)

    async def await_turn(self, request: Request, server: str) -> None:
        """Wait until a server may be asked, for robots.txt too. Raises HostResting where that takes too long."""
        await self._pace.turn(request.meta["download_slot"], server, request.meta["pause"])

    async def ask(self, url: str, pause: float, hosts: Collection[str] = (), retrying: bool = True) -> Response:
        """The answer to a URL, whatever its status, after redirects.

        `pause` is the seconds between two requests to its server; `hosts` are those to which redirects may lead, any
        public one where none are given. With `retrying`, what a server or a network fails to give is asked again.
        Raises URLRefused for what is not asked, NoAnswer for what gives no answer or wants to be left alone too long.
        """
        first, hops, attempts = url, 0, 1
        while True:
            answer = await self._download(url, pause, hosts or _public(url, first))
            if answer is None:  # its robots.txt was had, and asks for a pause
                continue
            outcome = settled(_outcome(answer), attempts)
            if outcome.rest:
                self._pace.rest(netloc_of(url), outcome.rest)
            if isinstance(answer, Response) and outcome.action == "redirect":
                url, hops, attempts = redirect_target(url, answer.headers["Location"] or b""), hops + 1, 1
                if hops > MAX_HOPS:
                    raise URLRefused("redirects", f"more than {MAX_HOPS} from {first}")
            elif outcome.action == "retry" and retrying:
                self._pace.rest(netloc_of(url), outcome.rest or retry_pause(attempts))
                attempts += 1
            elif isinstance(answer, Response):
                return answer
            else:
                raise NoAnswer(f"{url}: {outcome.error}") from answer

    async def _download(self, url: str, pause: float, hosts: Collection[str]) -> Response | Exception | None:
        """The answer to a URL, or the error that came of it; None where it is to be asked again after a pause."""
        engine: Any = self.crawler.engine
        host = netloc_of(url)
        meta = {"hosts": hosts, "download_slot": host, "pause": pause, "paced": True}
        request = Request(url, callback=NO_CALLBACK, meta=meta | {"autothrottle_dont_adjust_delay": True})
        try:
            answer: Response = await engine.download_async(request)
            return answer
        except HostResting as resting:
            if resting.reason != "pause":
                said = _SAID.get(resting.reason, resting.reason)
                said = f"{url}: {said}; to be asked again in {resting.seconds:.0f} s"
                raise NoAnswer(said, resting.seconds) from None
            self._pace.rest(host, resting.seconds)
            return None
        except URLRefused:
            raise
        except Exception as error:
            if isinstance(error.__cause__, URLRefused):  # by the resolver, for the connection
                raise error.__cause__ from None
            return error


def _public(url: str, first: str) -> Collection[str]:
    """The host of a URL, to which a redirect leads from the first one: any, but to this machine only from itself."""
    netloc = netloc_of(url).removeprefix("www.")
    return {netloc} if are_loopback({netloc_of(first)}) or not are_loopback({netloc}) else ()


def _outcome(answer: Response | Exception) -> ResponseOutcome:
    if isinstance(answer, Exception):
        return of_exception(answer)
    location, wait = (answer.headers.get(name) for name in ("Location", "Retry-After"))
    told = wait.decode("latin-1") if wait else None
    return of_status(answer.status, "" if location is None else location.decode("latin-1"), told, time.time())
