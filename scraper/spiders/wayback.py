"""The spider for sites that live on in a web archive only: their articles, from a Wayback-style service."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from hashlib import sha256
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response, TextResponse

from scraper.archives.cdx import Capture, IndexUnreadable, WebArchive, by_article, read_index
from scraper.archives.ingest import IngestCounts, Ingestor
from scraper.article import Page
from scraper.frontier.rounds import DateWindow
from scraper.pages.parse import article_id
from scraper.platforms import load_platforms
from scraper.policy.guards import check_url
from scraper.sites import Site, host_of

TRIES = 3  # captures of an article that are asked for before it is given up


class ArchiveURLMiddleware:
    """Lets no request leave for another host than the archive's."""

    async def process_request(self, request: Request) -> None:
        """Let pass, or raise Refused."""
        check_url(request.url, request.meta.get("hosts", (host_of(request.url),)))


class WaybackSpider(Spider):
    """Asks an archive for the captures of sites, and for the oldest page of every article in them.

    An article that the store has is not asked for again, so that a crawl that was stopped goes on where it was.
    """

    name = "wayback"
    custom_settings: dict[str, Any] = {
        "SCHEDULER": "scrapy.core.scheduler.Scheduler",
        "DOWNLOADER_MIDDLEWARES": {"scraper.spiders.wayback.ArchiveURLMiddleware": 10},
        "ROBOTSTXT_OBEY": True,
        "RETRY_ENABLED": True,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "CONCURRENT_REQUESTS": 4,
    }

    def __init__(
        self,
        sites: Sequence[Site],
        archive: str,
        ingestor: Ingestor,
        tally: IngestCounts,
        window: DateWindow = DateWindow(),
    ) -> None:
        super().__init__()
        self._sites = sites
        self._archive = WebArchive.at(archive)
        self._ingestor = ingestor
        self._tally = tally
        self._window = window

    async def start(self) -> AsyncIterator[Request]:
        """The index of every host of every site."""
        for site in self._sites:
            for host in sorted(site.hosts):
                yield self._ask_index(site, host)

    def parse_index(self, response: Response, site: Site, host: str) -> Iterator[Request]:
        """Ask for one capture of each article that the store does not have."""
        try:
            captures, resume = read_index(response.text if isinstance(response, TextResponse) else "")
        except IndexUnreadable as error:
            self._tally.reasons[str(error)] += 1
            return
        if resume:
            yield self._ask_index(site, host, resume)
        platform = load_platforms()[site.platform]
        for group in by_article(captures, site, platform):
            if self._ingestor.has(article_id(group[0].url, site, platform)):
                self._tally.count("known")
            else:
                yield self._ask_page(group, site)

    def parse_page(self, response: Response, captures: tuple[Capture, ...], site: Site) -> Iterator[Request]:
        """Store the article, or ask for the next capture where this one holds none."""
        outcome = self._ingestor.take(_page(response, captures[0]), site, self._window)
        if outcome in ("stored", "known") or len(captures) == 1:
            self._tally.count(outcome)
        else:
            yield self._ask_page(captures[1:], site)

    def failed(self, failure: Any) -> None:
        """Count what the archive did not give."""
        self._tally.count(f"not to be had: {failure.value}")

    def _ask_index(self, site: Site, host: str, resume: str = "") -> Request:
        url = self._archive.index_of(host, self._window.since, resume)
        return self._request(url, self.parse_index, site=site, host=host)

    def _ask_page(self, captures: tuple[Capture, ...], site: Site) -> Request:
        url = self._archive.page_of(captures[0])
        return self._request(url, self.parse_page, captures=captures[:TRIES], site=site)

    def _request(self, url: str, callback: Any, **values: Any) -> Request:
        meta = {"hosts": (host_of(self._archive.base),)}
        return Request(url, callback, errback=self.failed, cb_kwargs=values, meta=meta, dont_filter=True)


def _page(response: Response, capture: Capture) -> Page:
    """The page as it was captured: its own address, the moment of the capture, the server's own headers."""
    headers = {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
    digest = sha256(response.body).hexdigest()
    url, moment = capture.url, capture.fetched_at
    return Page(url, url, moment, response.status, headers, response.body, digest)
