"""The spider: requests the URLs leased by the frontier, has the responses parsed and stored, and yields the
articles."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, Spider
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from sqlalchemy.exc import SQLAlchemyError
from twisted.python.failure import Failure

from scraper.article import Article, Page
from scraper.engine.options import CrawlOptions
from scraper.engine.page_parser import PageRequest
from scraper.engine.parser_pool import ParserPool
from scraper.engine.recorder import ServerAnswer
from scraper.engine.session import Session
from scraper.frontier.errors import cannot_write
from scraper.frontier.frontier import Lease
from scraper.frontier.rounds import LISTINGS, DateWindow
from scraper.pages.evidence import evidence_from
from scraper.pages.urls import redirect_target
from scraper.policy.certificates import certificate_state
from scraper.policy.responses import ATTEMPTS, HostInBackoff, ResponseOutcome, of_exception
from scraper.sites import Site
from scraper.spiders.body_room import BodyPlace, BodyRoom
from scraper.spiders.outcomes import outcome_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class NewsSpider(Spider):
    """Crawls the news of one or more sites.

    Run by Scrapy (`scrapy crawl SITE -O articles.jsonl [-a since=2024-01-01] [-a until=…]`) it starts anew each time,
    as Scrapy's users expect, unless JOBDIR names a folder to keep the state and the pages in.
    """

    name = "news"
    registered: Sequence[Site] = ()
    session: Session

    def __init__(
        self,
        sites: Sequence[Site] = (),
        options: CrawlOptions | None = None,
        readers: ParserPool | None = None,
        **arguments: Any,
    ) -> None:
        super().__init__(**{name: value for name, value in arguments.items() if name not in ("since", "until")})
        self.sites = tuple(sites) or tuple(self.registered)
        self.window = DateWindow(arguments.get("since"), arguments.get("until"))
        self.options = options
        self._readers = readers
        self._certified: set[str] = set()
        self._room = BodyRoom()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Scrapy's way to make one."""
        return super().from_crawler(crawler, *args, **kwargs)

    def open_session(self) -> None:
        """Open frontier and archive; the scheduler calls this first."""
        options = self.options or self._standalone_options()
        at_once = self.settings.getint("CONCURRENT_REQUESTS")
        self.session = Session(self.sites, options, self._readers or ParserPool(1, options.reading), at_once)

    async def start(self) -> AsyncIterator[Any]:
        """Yields nothing: the frontier has the first requests."""
        return
        yield

    def apply_crawl_delay(self, host: str, crawl_delay: float) -> None:
        """Store the crawl delay of a host's robots.txt, in seconds between requests."""
        self.session.frontier.apply_crawl_delay(host, crawl_delay)

    async def await_turn(self, request: Request, server: str) -> None:
        """Raise HostInBackoff where another host of the same server has an open request, or had one a moment ago."""
        if request.meta["paced"]:
            wait = self.session.frontier.locate(request.meta["download_slot"], server, request.meta["pause"])
            if wait:
                raise HostInBackoff("pause", wait)

    def request_for(self, lease: Lease) -> Request:
        """The request for a leased URL, conditional where an unchanged page would bring nothing new."""
        site = self.session.sites[lease.site_id]
        meta = {
            "hosts": site.hosts,
            "download_slot": lease.host,
            "pause": lease.pause,
            "paced": lease.paced,
            "autothrottle_dont_adjust_delay": not lease.paced,
            "download_fail_on_dataloss": lease.attempts < ATTEMPTS,
            "place": BodyPlace(self._room),
        }
        return Request(
            lease.url,
            callback=self.parse,
            errback=self.failed,
            headers=self._conditions(lease),
            meta=meta,
            cb_kwargs={"lease": lease},
            dont_filter=True,
        )

    async def parse(self, response: Response, lease: Lease) -> AsyncIterator[Article]:
        """Handle a response; yields its article if that is new or changed."""
        article = None
        try:
            self._note_certificate(response, lease)
            outcome = outcome_of(response)
            if outcome.action == "unchanged" and not self._conditions(lease):
                outcome = ResponseOutcome("retry", "http_304")  # a response to a request that was not conditional
            article = await self._handle(response, lease, outcome)
        except Exception as error:
            await self._own_fault(lease, error)
        finally:
            response.meta["place"].leave()
            self.session.done(lease)
        if article:
            yield article

    async def failed(self, failure: Failure) -> None:
        """Handle a request without a response."""
        lease = failure.request.cb_kwargs["lease"]  # type: ignore[attr-defined]
        try:
            await self._fail(lease, of_exception(failure.value or RuntimeError()), None)
        finally:
            failure.request.meta["place"].leave()  # type: ignore[attr-defined]
            self.session.done(lease)

    def closed(self, reason: str) -> None:
        """Close the session; Scrapy calls this last."""
        if hasattr(self, "session"):
            self.session.close(finished=reason == "finished")
        if self.options is None and not self.settings.get("JOBDIR") and hasattr(self, "session"):
            shutil.rmtree(self.session.options.data)

    async def _handle(self, response: Response, lease: Lease, outcome: ResponseOutcome) -> Article | None:
        session = self.session
        if outcome.action == "keep":
            answer = _answer(response, lease)
            asked = PageRequest(
                answer.page,
                session.sites[lease.site_id],
                lease.kind,
                evidence_from(lease.evidence),
                session.profiles.get(lease.site_id),
            )
            reading = await session.readers.read(asked)
            if reading.moved_to:
                await session.ledger.write(session.recorder.redirect, lease, reading.moved_to)
                return None
            return await session.ledger.write(session.recorder.keep, lease, answer, reading)
        if outcome.action == "unchanged":
            await session.ledger.write(session.recorder.unchanged, lease, _now())
        elif outcome.action == "redirect":
            target = redirect_target(response.url, response.headers["Location"] or b"")
            await session.ledger.write(session.recorder.redirect, lease, target)
        else:
            await self._fail(lease, outcome, response.status)
        return None

    async def _own_fault(self, lease: Lease, error: Exception) -> None:
        """Record a bug of this program as a failure of its URL; where not even that can be stored, end the crawl, which
        can be continued."""
        self.logger.error("%s: our own fault", lease.url, exc_info=error)
        if isinstance(error, (OSError, SQLAlchemyError)):
            raise CloseSpider(cannot_write(error, self.session.engine))
        await self._fail(lease, ResponseOutcome("fail", f"fault_{type(error).__name__}"), None)

    async def _fail(self, lease: Lease, outcome: ResponseOutcome, status: int | None) -> None:
        action = await self.session.ledger.write(self.session.recorder.fail, lease, outcome, status)
        self.logger.info("%s: %s (%s)", lease.url, outcome.error, action)

    def _conditions(self, lease: Lease) -> dict[str, str]:
        if lease.kind in LISTINGS and self.session.frontier.rounds[lease.site_id].walk:
            return {}
        conditions = {"If-None-Match": lease.etag, "If-Modified-Since": lease.last_modified}
        return {name: value for name, value in conditions.items() if value}

    def _note_certificate(self, response: Response, lease: Lease) -> None:
        if response.certificate and lease.host not in self._certified:
            self._certified.add(lease.host)
            self.session.note_certificate(
                lease.host, certificate_state(response.certificate, lease.host, datetime.now(UTC))
            )

    def _standalone_options(self) -> CrawlOptions:
        folder = self.settings.get("JOBDIR")
        return CrawlOptions(
            data=Path(folder) if folder else Path(tempfile.mkdtemp(prefix="sukien-")), window=self.window
        )


def _answer(response: Response, lease: Lease) -> ServerAnswer:
    headers = {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
    page = Page(
        response.url, lease.url, _now(), response.status, headers, response.body, sha256(response.body).hexdigest()
    )
    return ServerAnswer(page, headers.get("etag"), headers.get("last-modified"), "dataloss" in response.flags)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
