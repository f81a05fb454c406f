"""Requests outside of a crawl: the pace of servers in memory, retries, redirects and backoffs."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadConnectionRefusedError
from scrapy.http import HtmlResponse, Response

from scraper.policy.guards import MAX_HOPS, URLRefused
from scraper.policy.responses import ATTEMPTS, HostInBackoff
from scraper.spiders import frontierless as module
from scraper.spiders.frontierless import FrontierlessSpider, NoResponse, ServerPace

HOST, SERVER = "mau.example", "203.0.113.7"
URL = f"http://{HOST}/tin"


class Time:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now = 1_000.0

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> Time:
    """The clock of the module, and no jitter of its delays."""
    moved = Time()
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: moved.now))
    monkeypatch.setattr(module, "asyncio", SimpleNamespace(sleep=moved.sleep))
    monkeypatch.setattr(module, "random", SimpleNamespace(uniform=lambda low, high: 0.0))
    return moved


class Kept:
    """The backoffs of earlier commands."""

    def __init__(self, **seconds: float) -> None:
        self.seconds = {host.replace("_", "."): value for host, value in seconds.items()}
        self.recorded: list[tuple[str, float, str]] = []

    def left(self, host: str) -> float:
        return self.seconds.get(host, 0.0)

    def record(self, host: str, seconds: float, reason: str) -> None:
        self.recorded.append((host, seconds, reason))


def run(coroutine: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(coroutine)


def turns(pace: ServerPace, moved: Time, *hosts: str, pause: float = 2.0, server: str = SERVER) -> list[float]:
    """The seconds that each request to a host waits."""
    waited = []
    for host in hosts:
        before = moved.now
        run(pace.wait_turn(host, server, pause))
        waited.append(moved.now - before)
    return waited


def test_hosts_of_one_server_wait_for_each_other(moved: Time) -> None:
    pace = ServerPace(30.0)
    assert turns(pace, moved, HOST, HOST, "khac.example") == [0.0, 2.0, 2.0]
    assert turns(pace, moved, "xa.example", server="203.0.113.8") == [0.0]


def test_a_crawl_delay_is_kept_where_it_is_longer(moved: Time) -> None:
    pace = ServerPace(30.0)
    pace.apply_crawl_delay(HOST, 7.0)
    assert turns(pace, moved, HOST, HOST) == [0.0, 7.0]


def test_a_backoff_is_waited_for_unless_it_is_too_long(moved: Time) -> None:
    pace = ServerPace(30.0)
    pace.back_off(HOST, 30.0)
    assert turns(pace, moved, HOST, server=HOST) == [30.0]
    pace.back_off(HOST, 31.0)
    with pytest.raises(HostInBackoff) as refused:
        turns(pace, moved, HOST, server=HOST)
    assert (refused.value.reason, refused.value.seconds) == ("resting", 31.0)


def test_a_shorter_backoff_does_not_end_a_longer_one(moved: Time) -> None:
    pace = ServerPace(30.0)
    pace.back_off(HOST, 20.0)
    pace.back_off(HOST, 5.0)
    assert turns(pace, moved, HOST, server=HOST) == [20.0]


def test_backoffs_with_a_reason_are_kept_and_those_of_earlier_commands_hold(moved: Time) -> None:
    kept = Kept(mau_example=9.0)
    pace = ServerPace(30.0, kept)
    assert turns(pace, moved, HOST, "khac.example") == [9.0, 2.0]
    pace.back_off(HOST, 60.0, "http_429")
    pace.back_off(HOST, 70.0)
    assert kept.recorded == [(HOST, 60.0, "http_429")]


class Downloads:
    """Scrapy's engine: the responses or errors to requests, by URL, one after another."""

    def __init__(self, **given: Any) -> None:
        self.given: dict[str, list[Any]] = {}
        self.asked: list[Request] = []

    async def download_async(self, request: Request) -> Response:
        self.asked.append(request)
        answers = self.given[request.url]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, Response)
        return answer


def response(status: int = 200, body: bytes = b"<p>Tin</p>", **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HtmlResponse(URL, status=status, body=body, headers=named)


def spider_of(answers: dict[str, list[Any]], kept: Kept | None = None) -> tuple[FrontierlessSpider, Downloads]:
    downloads = Downloads()
    downloads.given = answers
    spider = FrontierlessSpider(30.0, kept, name="mau")
    spider.crawler = SimpleNamespace(engine=downloads)  # type: ignore[assignment]
    return spider, downloads


def refused_by_resolver() -> Exception:
    error = OSError("no address")
    error.__cause__ = URLRefused("refused", "10.0.0.1 is not public")
    return error


def test_a_response_of_any_status_is_returned(moved: Time) -> None:
    for status in (200, 404, 403):
        spider, downloads = spider_of({URL: [response(status)]})
        assert run(spider.fetch(URL, 2.0)).status == status
        (request,) = downloads.asked
        assert (request.meta["download_slot"], request.meta["pause"], request.meta["hosts"]) == (HOST, 2.0, {HOST})


def test_redirects_are_followed_to_where_they_may_lead(moved: Time) -> None:
    away = response(302, location="http://khac.example/tin")
    spider, downloads = spider_of({URL: [away], "http://khac.example/tin": [response()]})
    assert run(spider.fetch(URL, 2.0)).status == 200
    assert [request.meta["hosts"] for request in downloads.asked] == [{HOST}, {"khac.example"}]
    spider, downloads = spider_of({URL: [away], "http://khac.example/tin": [response()]})
    run(spider.fetch(URL, 2.0, (HOST,)))
    assert [request.meta["hosts"] for request in downloads.asked] == [(HOST,), (HOST,)]


@pytest.mark.parametrize(
    ("first", "target", "hosts"),
    [
        (f"http://{HOST}/", "http://127.0.0.1:8000/", ()),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:9000/", {"127.0.0.1:9000"}),
        ("http://127.0.0.1:8000/", f"http://www.{HOST}/", {HOST}),
    ],
)
def test_loopback_is_reached_from_loopback_only(
    first: str, target: str, hosts: set[str] | tuple[()], moved: Time
) -> None:
    spider, downloads = spider_of({first: [response(302, location=target)], target: [response()]})
    run(spider.fetch(first, 2.0))
    assert downloads.asked[-1].meta["hosts"] == hosts


def test_redirects_end(moved: Time) -> None:
    spider, downloads = spider_of({URL: [response(302, location="/tin")]})
    with pytest.raises(URLRefused, match="redirects"):
        run(spider.fetch(URL, 2.0))
    assert len(downloads.asked) == MAX_HOPS + 1


@pytest.mark.parametrize("failure", [response(500), DownloadConnectionRefusedError()])
def test_a_failed_request_is_repeated_a_few_times(moved: Time, failure: Any) -> None:
    spider, downloads = spider_of({URL: [failure, failure, response()]})
    assert run(spider.fetch(URL, 2.0)).status == 200 and len(downloads.asked) == 3
    spider, downloads = spider_of({URL: [failure]})
    if isinstance(failure, Exception):
        with pytest.raises(NoResponse, match="connection_refused"):
            run(spider.fetch(URL, 2.0))
    else:
        assert run(spider.fetch(URL, 2.0)).status == 500
    assert len(downloads.asked) == ATTEMPTS


def test_a_look_does_not_repeat_a_failed_request(moved: Time) -> None:
    spider, downloads = spider_of({URL: [response(500)]})
    assert run(spider.fetch(URL, 2.0, retrying=False)).status == 500
    assert len(downloads.asked) == 1


def test_a_server_that_asks_for_a_pause_gets_it(moved: Time) -> None:
    kept = Kept()
    spider, _ = spider_of({URL: [response(429, Retry_After="20"), response()]}, kept)
    assert run(spider.fetch(URL, 2.0)).status == 200
    assert kept.recorded == [(HOST, 20.0, "http_429")]
    assert turns(spider._pace, moved, HOST, server=HOST) == [20.0]


@pytest.mark.parametrize(
    ("reason", "message", "recorded"),
    [
        ("resting", "it asked for a pause", []),
        ("robots_unreachable", "its robots.txt cannot be fetched", [(HOST, 90.0, "robots_unreachable")]),
        ("challenge", "its robots.txt is behind a check of the browser", [(HOST, 90.0, "challenge")]),
        ("crawl_delay_400_s", "crawl_delay_400_s", [(HOST, 90.0, "crawl_delay_400_s")]),
    ],
)
def test_a_host_in_backoff_is_named_with_the_reason(
    moved: Time, reason: str, message: str, recorded: list[tuple[str, float, str]]
) -> None:
    kept = Kept()
    spider, _ = spider_of({URL: [HostInBackoff(reason, 90.0)]}, kept)
    with pytest.raises(NoResponse) as none:
        run(spider.fetch(URL, 2.0))
    assert str(none.value).startswith(f"{URL}: {message}") and "in 90 s" in str(none.value)
    assert none.value.backoff == 90.0 and kept.recorded == recorded


def test_after_its_robots_txt_a_url_is_requested_again(moved: Time) -> None:
    spider, downloads = spider_of({URL: [HostInBackoff("pause", 2.0), response()]})
    assert run(spider.fetch(URL, 2.0)).status == 200 and len(downloads.asked) == 2


@pytest.mark.parametrize("error", [URLRefused("robots", "forbidden"), refused_by_resolver()])
def test_what_may_not_be_requested_is_refused(moved: Time, error: Exception) -> None:
    spider, downloads = spider_of({URL: [error]})
    with pytest.raises(URLRefused):
        run(spider.fetch(URL, 2.0))
    assert len(downloads.asked) == 1


def test_a_request_for_robots_txt_waits_too(moved: Time) -> None:
    spider, _ = spider_of({})
    spider.apply_crawl_delay(HOST, 5.0)
    request = Request(URL, meta={"download_slot": HOST, "pause": 2.0})
    run(spider.await_turn(request, SERVER))
    run(spider.await_turn(request, SERVER))
    assert moved.now == 1_005.0
