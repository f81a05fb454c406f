"""Downloader middlewares: a request is sent only if its URL, the IP address of its host, and robots.txt allow it.

Every spider of this project uses them. A request's meta has `hosts`, those to which it may go (as `Site.hosts`);
`download_slot`, the host; `pause`, the seconds between two requests to it; and `paced`, whether it gets one request at
a time. A spider has `apply_crawl_delay(host, crawl_delay)` and `await_turn(request, server)`.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import CannotResolveHostError
from scrapy.http.request import NO_CALLBACK
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.error import DNSLookupError

from scraper.pages.urls import redirect_target
from scraper.policy.guards import URLRefused, check_ip, check_url, is_loopback_name, netloc_of
from scraper.policy.politeness import are_loopback
from scraper.policy.responses import HostInBackoff, of_exception
from scraper.policy.robots import HOPS, LONG_DELAY, RobotsRules, robots_of
from scraper.spiders.outcomes import is_gate

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrapy.crawler import Crawler
    from twisted.internet.defer import Deferred

ROBOTS_LIFE = 86_400.0  # seconds; RFC 9309 2.4
ROBOTS_BACKOFF = 3_600.0  # seconds of backoff of a host whose robots.txt cannot be fetched


class GuardedLookups:
    """A mixin for resolvers: rejects addresses that are not public; only names of loopback may resolve to loopback."""

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        """The checked address of a name; fails with URLRefused."""
        found: Deferred[str] = super().getHostByName(name, timeout)  # type: ignore[misc]
        return found.addCallback(_checked, name)


class GuardedResolver(GuardedLookups, CachingThreadedResolver):
    """Resolves names as the system does, for the check of a URL and again for every connection."""


def _checked(address: str, name: str) -> str:
    check_ip(name, address)
    return address


class URLMiddleware:
    """Checks every request, those for robots.txt and redirected ones included, with the guards; then waits for the turn
    of its server, which may have several names."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let the request pass, or raise URLRefused, or HostInBackoff where it is not the server's turn."""
        check_url(request.url, self._hosts(request))
        server = await server_of(request.url)
        spider: Any = self._crawler.spider
        await spider.await_turn(request, server)

    def _hosts(self, request: Request) -> Collection[str]:
        """The hosts that a request may go to: those in its meta, and any public host for robots.txt."""
        hosts: Collection[str] = request.meta["hosts"]
        host = urlsplit(request.url).hostname or ""
        if request.meta.get("is_robots") and (are_loopback(hosts) or not is_loopback_name(host)):
            return {netloc_of(request.url).removeprefix("www.")}
        return hosts


async def server_of(url: str) -> str:
    """The server of a URL: its IP address, with the port unless that is the default.

    Raises URLRefused for one that may not be requested, CannotResolveHostError for a name that cannot be resolved.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not is_loopback_name(host):
        try:
            address = str(await maybe_deferred_to_future(_reactor().resolve(host)))
        except DNSLookupError as error:
            raise CannotResolveHostError(str(error)) from error
    else:
        address = "127.0.0.1" if host.endswith("localhost") else host
    return f"{address}:{parts.port}" if parts.port and parts.port not in (80, 443) else address


def _reactor() -> Any:
    from twisted.internet import reactor  # Scrapy installs it; an import at the top would install another

    return reactor


@dataclass(frozen=True, slots=True)
class Robots:
    """A host's robots.txt: its rules, or None where it could not be fetched and everything is forbidden for now, with
    the reason; `until` is the time (of time.monotonic) from which it is requested again."""

    rules: RobotsRules | None
    until: float
    reason: str = ""


class RobotsMiddleware:
    """Obeys robots.txt as RFC 9309 says: a client error allows all requests, a server error or no response does not."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._agent = str(crawler.settings["USER_AGENT"])
        self._known: dict[str, asyncio.Future[Robots]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let the request pass, or raise URLRefused("robots"), or HostInBackoff where robots.txt is not available."""
        if request.meta.get("is_robots"):
            return
        origin = _origin(request.url)
        first = origin not in self._known
        robots = await self._robots(origin, request)
        if robots.rules is None:
            raise HostInBackoff(robots.reason, ROBOTS_BACKOFF)
        delay = robots.rules.crawl_delay
        wait = max(delay, request.meta["pause"])
        if (first and wait) or (delay and not request.meta["paced"]):
            # robots.txt has just been requested: the page's turn comes after the delay
            raise HostInBackoff("pause" if delay <= LONG_DELAY else f"crawl_delay_{delay:.0f}_s", wait)
        if not robots.rules.allows(request.url, self._agent):
            raise URLRefused("robots")

    async def _robots(self, origin: str, request: Request) -> Robots:
        known = self._known.get(origin)
        if known is None or (known.done() and known.result().until < time.monotonic()):
            known = self._known[origin] = asyncio.get_running_loop().create_future()
            known.set_result(await self._ask(origin, request))
        return await known

    async def _ask(self, origin: str, request: Request) -> Robots:
        rules = await self._fetch(f"{origin}/robots.txt", request)
        if isinstance(rules, str):
            return Robots(None, time.monotonic() + ROBOTS_BACKOFF, rules)
        spider: Any = self._crawler.spider
        if rules.crawl_delay:
            spider.apply_crawl_delay(request.meta["download_slot"], rules.crawl_delay)
        return Robots(rules, time.monotonic() + ROBOTS_LIFE)

    async def _fetch(self, url: str, request: Request) -> RobotsRules | str:
        """The rules, or one word for why they cannot be fetched; a redirect that is not followed or a missing file
        allows all requests."""
        engine: Any = self._crawler.engine
        shared = {name: request.meta[name] for name in ("hosts", "download_slot", "pause")}
        # The latency of robots.txt must not become the delay of a host without one.
        own = {"is_robots": True, "paced": False, "autothrottle_dont_adjust_delay": True}
        for _ in range(HOPS + 1):
            try:
                response = await engine.download_async(Request(url, callback=NO_CALLBACK, meta=shared | own))
            except URLRefused:
                break
            except Exception as error:
                return "tls" if of_exception(error).error == "tls" else "robots_unreachable"
            if is_gate(response):  # it is unknown what the rules behind it forbid
                return "challenge"
            if response.status not in (301, 302, 303, 307, 308) or "Location" not in response.headers:
                return robots_of(response.status, response.body, self._agent) or "robots_unreachable"
            url = redirect_target(url, response.headers["Location"])
        return robots_of(404, b"", self._agent) or "robots_unreachable"


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
