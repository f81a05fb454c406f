"""The spider for sites that exist only in a web archive: their articles, from a Wayback-style service."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Sequence
from hashlib import sha256
from typing import Any

from scrapy.http import Response, TextResponse

from scraper.archives.cdx import Capture, IndexUnreadable, WebArchive, by_article, read_index
from scraper.archives.ingest import IngestCounts, Ingestor
from scraper.article import Page
from scraper.engine.options import CrawlOptions
from scraper.pages.parse import article_id
from scraper.platforms import load_platforms
from scraper.policy.guards import URLRefused
from scraper.sites import Site, host_of
from scraper.spiders.frontierless import FrontierlessSpider, NoResponse
from scraper.spiders.outcomes import is_gate

_NOT_FOUND = "not to be had: status 404"
TRIES = 3  # captures of an article that are requested at most


class WaybackSpider(FrontierlessSpider):
    """Requests the captures of sites from an archive, and the oldest page of every article in them.

    A stored article is not requested again, so that a crawl that was stopped can be continued. `pause` is the seconds
    between two requests, `most` their maximum number.
    """

    name = "wayback"

    def __init__(
        self,
        sites: Sequence[Site],
        archive: str,
        ingestor: Ingestor,
        tally: IngestCounts,
        options: CrawlOptions,
        pause: float,
    ) -> None:
        super().__init__(options.longest_wait, ingestor.backoffs)
        self._sites = sites
        self._archive = WebArchive.at(archive)
        self._ingestor = ingestor
        self._tally = tally
        self._window = options.window
        self._pause = pause
        self._left = options.budget.requests or sys.maxsize

    async def start(self) -> AsyncIterator[Any]:
        """Crawl every host of every site."""
        try:
            for site in self._sites:
                for host in sorted(site.hosts):
                    await self._ingest_host(site, host)
        except _OverBudget:
            self._tally.count("as many requests as allowed were sent, and pages are left")
        except _Challenged:
            self._tally.problems.append("the archive is behind a check of the browser (scripts and cookies)")
        except NoResponse as error:
            self._tally.problems.append(f"the archive gives no answer for now: {error}")
        return
        yield

    async def _ingest_host(self, site: Site, host: str) -> None:
        """Request one capture of each article in the index that is not stored."""
        platform = load_platforms()[site.platform]
        resume: str | None = ""
        while resume is not None:
            captures, resume = await self._index(host, resume)
            for group in by_article(captures, site, platform):
                if self._ingestor.has(article_id(group[0].url, site, platform)):
                    self._tally.count("known")
                else:
                    self._tally.count(await self._ingest_article(group[:TRIES], site))

    async def _index(self, host: str, resume: str) -> tuple[list[Capture], str | None]:
        """A part of the index of a host, and the key of the next; None after the last."""
        answer = await self._response(self._archive.index_of(host, self._window.since, resume))
        if answer == _NOT_FOUND:  # of pywb, for a host without captures
            self._tally.count(f"no captures of {host}")
            return [], None
        if isinstance(answer, str):
            self._tally.problems.append(f"the index of {host} is {answer}")
            return [], None
        try:
            captures, resume_key = read_index(answer.text if isinstance(answer, TextResponse) else "")
        except IndexUnreadable as error:
            self._tally.problems.append(f"the index of {host}: {error}")
            return [], None
        return captures, resume_key or None

    async def _ingest_article(self, captures: Sequence[Capture], site: Site) -> str:
        """Store an article from the first of its captures that has it; returns the result of the last capture
        requested."""
        outcome = "no article"
        for capture in captures:
            answer = await self._response(self._archive.page_of(capture))
            if isinstance(answer, str):
                return answer
            outcome = self._ingestor.store(_page(answer, capture), site, self._window)
            if outcome in ("stored", "known"):
                break
        return outcome

    async def _response(self, url: str) -> Response | str:
        """A response of the archive, or why there is none. Raises NoResponse where the backoff of the archive is too
        long, _Challenged where it responds with a check of the browser."""
        if self._left <= 0:
            raise _OverBudget
        self._left -= 1
        try:
            answer = await self.fetch(url, self._pause, (host_of(self._archive.base),))
        except URLRefused as refused:
            return f"not to be had: {refused}"
        except NoResponse as error:
            if error.backoff:
                raise
            return f"not to be had: {error}"
        if is_gate(answer) and "memento-datetime" not in answer.headers:
            raise _Challenged
        return answer if answer.status == 200 else f"not to be had: status {answer.status}"


class _Challenged(Exception):
    """The archive responds with a challenge to the browser."""


class _OverBudget(Exception):
    """The maximum number of requests of the command is reached."""


def _page(response: Response, capture: Capture) -> Page:
    """The page as it was captured: its original URL, the time of the capture, the server's own headers."""
    headers = {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
    digest = sha256(response.body).hexdigest()
    url, moment = capture.url, capture.fetched_at
    return Page(url, url, moment, response.status, headers, response.body, digest)
