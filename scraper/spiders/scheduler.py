"""Scrapy's scheduler interface over the frontier: the database decides and stores what is requested next."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import TYPE_CHECKING, Self

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from sqlalchemy.exc import SQLAlchemyError

from scraper.frontier.errors import cannot_write

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from scraper.spiders.news import NewsSpider

SOONEST, LATEST = 0.02, 0.1  # seconds until the frontier is polled again, while nothing may be requested
MAY_BE_AWAY = 60.0  # seconds without a response of the database after which the crawl ends


class FrontierScheduler(BaseScheduler):
    """Returns leased URLs as requests, and polls the frontier again when a host's delay is over."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._queue: deque[Request] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._delay = SOONEST
        self._away_since: float | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    def open(self, spider: Spider) -> None:
        """Open the spider's session."""
        self._spider: NewsSpider = spider  # type: ignore[assignment]
        self._spider.open_session()

    def close(self, reason: str) -> None:
        """Stop polling."""
        if self._timer:
            self._timer.cancel()

    def has_pending_requests(self) -> bool:
        """Whether anything is queued here or left in the frontier."""
        return bool(self._queue) or self._spider.session.has_work()

    def enqueue_request(self, request: Request) -> bool:
        """Queue a request of this process; links are not queued here, they are stored with their page."""
        self._queue.append(request)
        return True

    def next_request(self) -> Request | None:
        """The next request that may be sent now."""
        if not self._queue:
            self._queue.extend(self._leased())
        if self._queue:
            self._delay = SOONEST
            return self._queue.popleft()
        self._look_again()
        return None

    def _leased(self) -> list[Request]:
        """Requests that may be sent now. A missing database connection is retried; any other error ends the crawl."""
        try:
            leases = self._spider.session.lease()
            self._away_since = None
            return [self._spider.request_for(lease) for lease in leases]
        except SQLAlchemyError as error:
            self._wait_for_database(error)
        except Exception:
            self._spider.logger.exception("the crawl cannot go on")
            self._end("fault")
        return []

    def _wait_for_database(self, error: SQLAlchemyError) -> None:
        now = time.monotonic()
        if self._away_since is None:
            self._away_since = now
            self._spider.logger.warning("the frontier cannot be used; trying again", exc_info=error)
        elif now - self._away_since > MAY_BE_AWAY:
            self._end(cannot_write(error, self._spider.session.engine))

    def _end(self, reason: str) -> None:
        if self._crawler.engine:
            asyncio.ensure_future(self._crawler.engine.close_spider_async(reason=reason))

    def _look_again(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._delay, self._look)
            self._delay = min(LATEST, self._delay * 1.5)

    def _look(self) -> None:
        self._timer = None
        request = self.next_request()
        if request and self._crawler.engine:
            self._crawler.engine.crawl(request)
