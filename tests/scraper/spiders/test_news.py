"""The spider of a crawl: its requests, what it does with each response, and what it leaves behind."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import CloseSpider, DownloadTimeoutError
from scrapy.http import HtmlResponse, Response
from scrapy.settings import Settings
from sqlalchemy import select, update

from scraper.engine.options import CrawlOptions
from scraper.engine.parser_pool import ParserPool
from scraper.frontier.articles import iter_articles
from scraper.frontier.frontier import Lease
from scraper.frontier.schema import HOSTS, PAGES, URLS
from scraper.policy.responses import ATTEMPTS, HostInBackoff
from scraper.spiders.body_room import BodyPlace, BodyRoom
from scraper.spiders.news import NewsSpider
from scraper.warc import read_page
from tests.scraper.frontier.made import add_url, url_row
from tests.scraper.servers import NewsServer

SERVER = NewsServer(3, port=8000)
HTML = {"Content-Type": "text/html; charset=utf-8", "Set-Cookie": ["a=1", "b=2"], "ETag": '"v1"'}


@pytest.fixture
def spider(tmp_path: Path) -> Iterator[NewsSpider]:
    """The spider of a site of which an article and the listing are to be requested."""
    spider = NewsSpider([SERVER.site()], CrawlOptions(data=tmp_path), ParserPool(0, 10.0))
    spider.settings = Settings()  # type: ignore[assignment]
    spider.open_session()
    with spider.session.engine.begin() as connection:
        values = {"site_id": "thu-nghiem", "host": f"127.0.0.1:{SERVER.port}", "etag": '"v0"'}
        for number in (1, 2):
            add_url(connection, f"a{number}", url=SERVER.url + SERVER.article_path(number)[1:], **values)
    yield spider
    spider.closed("finished")


def leased(spider: NewsSpider, key: str = "a1") -> Lease:
    leases = spider.session.lease()
    return next(lease for lease in leases if lease.key == key)


def handled(spider: NewsSpider, lease: Lease, response: Response) -> list[Any]:
    """The articles that a response yields."""

    async def parse() -> list[Any]:
        return [article async for article in spider.parse(response, lease)]

    found = asyncio.run(parse())
    assert lease.id not in spider.session._under_way
    return found


def page(lease: Lease, status: int = 200, body: bytes | None = None, **headers: Any) -> HtmlResponse:
    text = SERVER.article_html(1).encode() if body is None else body
    request = Request(lease.url, meta={"place": BodyPlace(BodyRoom())})
    return HtmlResponse(lease.url, status=status, body=text, headers=HTML | headers, request=request)


def row(spider: NewsSpider, key: str = "a1") -> Any:
    with spider.session.engine.connect() as connection:
        return url_row(connection, key)


def test_a_request_is_conditional_and_carries_its_lease(spider: NewsSpider) -> None:
    lease = leased(spider)
    request = spider.request_for(lease)
    assert isinstance(request, Request) and request.url == lease.url and request.cb_kwargs == {"lease": lease}
    assert request.headers["If-None-Match"] == b'"v0"' and "If-Modified-Since" not in request.headers
    assert (request.meta["download_slot"], request.meta["paced"]) == (lease.host, False)
    assert request.meta["autothrottle_dont_adjust_delay"] and request.meta["download_fail_on_dataloss"]
    assert not spider.request_for(replace(lease, attempts=ATTEMPTS)).meta["download_fail_on_dataloss"]


def test_in_a_first_walk_listings_are_requested_whole(spider: NewsSpider) -> None:
    listing = replace(next(lease for lease in spider.session.lease() if lease.kind == "listing"), etag='"v0"')
    assert "If-None-Match" not in spider.request_for(listing).headers


def test_a_page_is_stored_and_its_article_yielded(spider: NewsSpider, tmp_path: Path) -> None:
    lease = leased(spider)
    (article,) = handled(spider, lease, page(lease))
    assert article.title == "Hội nghị triển khai nhiệm vụ số 1"
    assert [one.title for one in iter_articles(tmp_path)] == [article.title]
    stored = read_page(tmp_path / "warc", article.warc_file, article.warc_offset)
    assert stored.body.decode() == SERVER.article_html(1) and stored.headers["set-cookie"] == "a=1, b=2"
    assert (row(spider).state, row(spider).etag) == ("done", '"v1"')
    assert handled(spider, lease, page(lease)) == []  # the lease is over


@pytest.mark.parametrize(
    ("status", "headers", "state", "error"),
    [
        (304, {}, "done", None),
        (302, {"Location": "/tin-tuc/khac-9.html"}, "failed", "redirected"),
        (404, {}, "failed", "http_404"),
        (500, {}, "discovered", "http_500"),
    ],
)
def test_other_responses_set_the_state_of_their_url(
    spider: NewsSpider, status: int, headers: dict[str, str], state: str, error: str | None
) -> None:
    lease = leased(spider)
    assert handled(spider, lease, page(lease, status, b"", **headers)) == []
    found = row(spider)
    assert (found.state, found.error) == (state, error)


def test_an_unchanged_page_that_was_not_asked_for_so_is_requested_again(spider: NewsSpider) -> None:
    lease = replace(leased(spider), etag=None)
    handled(spider, lease, page(lease, 304, b""))
    assert (row(spider).state, row(spider).error) == ("discovered", "http_304")


def test_a_challenge_is_named(spider: NewsSpider) -> None:
    lease = leased(spider)
    handled(spider, lease, page(lease, 403, b"<title>Just a moment...</title>"))
    assert (row(spider).state, row(spider).error) == ("failed", "challenge")


@pytest.mark.parametrize(
    ("error", "state", "named"),
    [(DownloadTimeoutError(), "discovered", "timeout"), (HostInBackoff("pause", 5.0), "discovered", None)],
)
def test_a_request_without_a_response_is_recorded(
    spider: NewsSpider, error: Exception, state: str, named: str | None
) -> None:
    lease = leased(spider)
    failure = SimpleNamespace(value=error, request=spider.request_for(lease))
    asyncio.run(spider.failed(failure))  # type: ignore[arg-type]
    assert (row(spider).state, row(spider).error) == (state, named)
    assert lease.id not in spider.session._under_way


def test_a_fault_of_the_program_costs_its_page_only(spider: NewsSpider, monkeypatch: pytest.MonkeyPatch) -> None:
    lease = leased(spider)

    async def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(spider.session.readers, "read", broken)
    assert handled(spider, lease, page(lease)) == []
    assert row(spider).error == "fault_KeyError"


def test_a_disk_that_is_full_ends_the_crawl(spider: NewsSpider, monkeypatch: pytest.MonkeyPatch) -> None:
    lease = leased(spider)

    async def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spider.session.readers, "read", full)
    with pytest.raises(CloseSpider) as ended:
        handled(spider, lease, page(lease))
    assert "No space left on device" in ended.value.reason and row(spider).state == "leased"


def test_a_host_waits_for_another_of_its_server(spider: NewsSpider) -> None:
    with spider.session.engine.begin() as connection:
        connection.execute(HOSTS.insert().values(host="khac.example"))
    requests = [
        Request("http://mau.example/", meta={"download_slot": host, "paced": paced, "pause": 5.0})
        for host, paced in ((f"127.0.0.1:{SERVER.port}", True), ("khac.example", False), ("khac.example", True))
    ]
    asyncio.run(spider.await_turn(requests[0], "203.0.113.7"))
    asyncio.run(spider.await_turn(requests[1], "203.0.113.7"))
    with pytest.raises(HostInBackoff) as waits:
        asyncio.run(spider.await_turn(requests[2], "203.0.113.7"))
    assert waits.value.reason == "pause" and waits.value.seconds >= 5.0


def test_a_crawl_delay_is_stored(spider: NewsSpider) -> None:
    host = f"127.0.0.1:{SERVER.port}"
    spider.apply_crawl_delay(host, 7.0)
    with spider.session.engine.connect() as connection:
        assert connection.execute(select(HOSTS.c.crawl_delay).where(HOSTS.c.host == host)).scalar_one() == 7.0


def test_a_page_that_redirects_within_itself_is_a_redirect(spider: NewsSpider) -> None:
    lease = leased(spider)
    body = b"<html><head><meta http-equiv=refresh content='0; url=/tin-tuc/khac-9.html'></head><body></body></html>"
    assert handled(spider, lease, page(lease, body=body)) == []
    assert row(spider).error == "redirected"
    with spider.session.engine.connect() as connection:
        assert connection.execute(select(PAGES)).all() == []
        assert connection.execute(select(URLS.c.url).where(URLS.c.url.like("%khac-9%"))).scalar_one()


@pytest.mark.parametrize(("jobdir", "kept"), [(True, True), (False, False)])
def test_run_by_scrapy_alone_it_keeps_its_folder_where_one_is_named(tmp_path: Path, jobdir: bool, kept: bool) -> None:
    spider = NewsSpider([SERVER.site()], readers=ParserPool(0, 10.0), since="2024-01-01", until="2024-02-01")
    spider.settings = Settings({"JOBDIR": str(tmp_path / "job")} if jobdir else {})  # type: ignore[assignment]
    assert (spider.window.since, spider.window.until) == ("2024-01-01", "2024-02-01")
    spider.open_session()
    folder = spider.session.options.data
    assert (folder == tmp_path / "job") is jobdir and spider.session.options.window == spider.window
    with spider.session.engine.begin() as connection:
        connection.execute(update(URLS).values(state="done"))
    spider.closed("finished")
    assert folder.exists() is kept
