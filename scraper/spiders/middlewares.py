"""Downloader middleware: no request leaves before its address, what its name resolves to, and robots.txt allow it."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin, urlsplit

from protego import Protego
from scrapy import Request
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.defer import maybe_deferred_to_future

from scraper.policy.guards import URLRefused, check_ip, check_url, is_loopback_name
from scraper.policy.responses import HostResting

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.defer import Deferred

ROBOTS_LIFE = 86_400.0  # seconds; RFC 9309 2.4
ROBOTS_HOPS = 5  # RFC 9309 2.3.1.2
ROBOTS_REST = 3_600.0  # seconds that a host is left alone whose robots.txt cannot be had
LONGEST_CRAWL_DELAY = 300.0  # seconds; what is longer is a way to say no that robots.txt has better words for


class GuardedLookups:
    """For a resolver of whatever kind: refuses addresses that are not public; loopback's own names are loopback's."""

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        """The checked address of a name; fails with Refused."""
        found: Deferred[str] = super().getHostByName(name, timeout)  # type: ignore[misc]
        return found.addCallback(_checked, name)


class GuardedResolver(GuardedLookups, CachingThreadedResolver):
    """Resolves names as the system does, for the addresses themselves and again for every connection."""


def _checked(address: str, name: str) -> str:
    check_ip(name, address)
    return address


class URLMiddleware:
    """Holds every request, robots.txt and redirected ones included, against the guards of its site."""

    async def process_request(self, request: Request) -> None:
        """Let pass, or raise Refused."""
        check_url(request.url, request.meta["site"].hosts)
        host = urlsplit(request.url).hostname or ""
        if not is_loopback_name(host):
            await maybe_deferred_to_future(_reactor().resolve(host))


def _reactor() -> Any:
    from twisted.internet import reactor  # Scrapy installs it; an import at the top would install another

    return reactor


@dataclass(frozen=True, slots=True)
class Robots:
    """A host's robots.txt: its rules, or null where it could not be had and everything is forbidden for now; the pause
    that it asks for, in seconds."""

    rules: Any
    delay: float
    until: float

    def allows(self, url: str, agent: str) -> bool:
        """Whether an address may be asked."""
        return bool(self.rules.can_fetch(url, agent))


class RobotsMiddleware:
    """Obeys robots.txt as RFC 9309 says: a client error is leave to ask, a server error or silence is not."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._agent = str(crawler.settings["USER_AGENT"])
        self._known: dict[str, asyncio.Future[Robots]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let pass, or raise Refused("robots"), or HostResting where nobody can say what robots.txt forbids."""
        if request.meta.get("is_robots"):
            return
        origin = _origin(request.url)
        first = origin not in self._known
        robots = await self._robots(origin, request)
        if robots.rules is None:
            raise HostResting("robots_unreachable", ROBOTS_REST)
        wait = max(robots.delay, request.meta["pause"])
        if (first and wait) or (robots.delay and not request.meta["paced"]):
            raise HostResting("pause", wait)  # robots.txt has just been asked: the page's turn comes after the pause
        if not robots.allows(request.url, self._agent):
            raise URLRefused("robots")

    async def _robots(self, origin: str, request: Request) -> Robots:
        known = self._known.get(origin)
        if known is None or (known.done() and known.result().until < time.time()):
            known = self._known[origin] = asyncio.get_running_loop().create_future()
            known.set_result(await self._ask(origin, request))
        return await known

    async def _ask(self, origin: str, request: Request) -> Robots:
        rules = await self._fetch(f"{origin}/robots.txt", request)
        if rules is None:
            return Robots(None, 0.0, time.time() + ROBOTS_REST)
        wished = min(rules.crawl_delay(self._agent) or 0.0, LONGEST_CRAWL_DELAY)
        spider: Any = self._crawler.spider
        if wished:
            spider.session.frontier.heed(request.meta["download_slot"], wished)
        return Robots(rules, wished, time.time() + ROBOTS_LIFE)

    async def _fetch(self, url: str, request: Request) -> Any:
        engine: Any = self._crawler.engine
        shared = {name: request.meta[name] for name in ("site", "download_slot")}
        # How long robots.txt took must not become the pause of a host that is asked without one.
        own = {"is_robots": True, "autothrottle_dont_adjust_delay": True}
        for _ in range(ROBOTS_HOPS + 1):
            try:
                response = await engine.download_async(Request(url, callback=NO_CALLBACK, meta=shared | own))
            except URLRefused:
                return Protego.parse("")
            except Exception:
                return None
            if response.status not in (301, 302, 303, 307, 308) or "Location" not in response.headers:
                return _rules(response)
            url = urljoin(url, response.headers["Location"].decode("latin-1"))
        return Protego.parse("")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _rules(response: Response) -> Any:
    if response.status == 429 or response.status >= 500:
        return None
    text = response.body.decode("utf-8", errors="replace") if response.status == 200 else ""
    return Protego.parse(text)
