"""The scheduler over the frontier: leased URLs as requests, polling, and errors of the database."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from scraper.spiders import scheduler as module
from scraper.spiders.scheduler import MAY_BE_AWAY, FrontierScheduler


class Engine:
    """Scrapy's engine, as far as the scheduler sees it."""

    def __init__(self) -> None:
        self.crawled: list[str] = []
        self.closed: list[str] = []

    def crawl(self, request: Request) -> None:
        self.crawled.append(request.url)

    async def close_spider_async(self, reason: str) -> None:
        self.closed.append(reason)


class Session:
    """A session that leases what a test gives it, one list after another, or raises it."""

    def __init__(self, *given: Sequence[str] | Exception) -> None:
        self._given = list(given)
        self.work = True
        self.polls = 0
        self.engine = create_engine("sqlite:///state.sqlite")

    def lease(self) -> Sequence[str]:
        self.polls += 1
        given = self._given.pop(0) if self._given else []
        if isinstance(given, Exception):
            raise given
        return given

    def has_work(self) -> bool:
        return self.work


class Spider:
    """A spider whose leases are URLs."""

    logger = logging.getLogger("spider")

    def __init__(self, session: Session) -> None:
        self._given = session

    def open_session(self) -> None:
        self.session = self._given

    def request_for(self, lease: str) -> Request:
        return Request(lease)


def scheduler_of(session: Session) -> tuple[FrontierScheduler, Engine]:
    engine = Engine()
    scheduler = FrontierScheduler.from_crawler(SimpleNamespace(engine=engine))  # type: ignore[arg-type]
    scheduler.open(Spider(session))  # type: ignore[arg-type]
    return scheduler, engine


def running(work: Callable[[], Any]) -> Any:
    """The result of a function that runs in an event loop, which ends once its tasks are done."""

    async def run() -> Any:
        result = work()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return result

    return asyncio.run(run())


def away() -> OperationalError:
    return OperationalError("SELECT 1", {}, Exception("the server is away"))


def test_leases_are_returned_one_by_one_and_polled_for_once_they_are_gone() -> None:
    session = Session(["http://a.example/1", "http://a.example/2"], ["http://a.example/3"])
    scheduler, _ = scheduler_of(session)
    found = running(lambda: [request and request.url for request in (scheduler.next_request() for _ in range(4))])
    assert found == ["http://a.example/1", "http://a.example/2", "http://a.example/3", None]
    assert session.polls == 3
    scheduler.close("finished")


def test_requests_of_the_process_itself_go_first() -> None:
    scheduler, _ = scheduler_of(Session(["http://a.example/1"]))
    assert scheduler.enqueue_request(Request("http://a.example/robots.txt"))
    assert scheduler.has_pending_requests()
    assert running(lambda: scheduler.next_request()).url == "http://a.example/robots.txt"


@pytest.mark.parametrize("work", [True, False])
def test_what_is_left_in_the_frontier_is_pending(work: bool) -> None:
    session = Session()
    scheduler, _ = scheduler_of(session)
    session.work = work
    assert scheduler.has_pending_requests() is work


def test_while_nothing_may_be_requested_the_frontier_is_polled_again() -> None:
    session = Session([], [], ["http://a.example/1"])
    scheduler, engine = scheduler_of(session)

    async def run() -> None:
        assert scheduler.next_request() is None and scheduler.next_request() is None
        end = time.monotonic() + 60
        while not engine.crawled and time.monotonic() < end:
            await asyncio.sleep(0.01)

    asyncio.run(run())
    assert engine.crawled == ["http://a.example/1"]


def test_after_its_end_the_frontier_is_not_polled() -> None:
    session = Session([])
    scheduler, engine = scheduler_of(session)

    async def run() -> None:
        scheduler.next_request()
        scheduler.close("finished")
        await asyncio.sleep(module.SOONEST * 3)

    asyncio.run(run())
    assert session.polls == 1 and not engine.crawled


def test_a_database_that_is_away_for_a_while_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    session = Session(away(), away(), ["http://a.example/1"], away(), away())
    scheduler, engine = scheduler_of(session)

    def poll(seconds: float) -> str | None:
        now[0] += seconds
        request = scheduler._leased()
        return request[0].url if request else None

    assert running(lambda: [poll(0), poll(MAY_BE_AWAY), poll(1)]) == [None, None, "http://a.example/1"]
    assert running(lambda: [poll(MAY_BE_AWAY), poll(MAY_BE_AWAY)]) == [None, None] and engine.closed == []


@pytest.mark.parametrize(("error", "reason"), [(away(), "cannot write"), (ValueError("x"), "fault")])
def test_an_error_that_lasts_ends_the_crawl(
    monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    scheduler, engine = scheduler_of(Session(error, error))

    def poll() -> None:
        assert scheduler._leased() == []
        now[0] += MAY_BE_AWAY + 1

    running(lambda: [poll(), poll()])
    assert engine.closed and engine.closed[0].startswith(reason)
