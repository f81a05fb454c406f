"""The second crawl, and crawls of a period: only what may have changed is requested, and paging stops early."""

from __future__ import annotations

import re
import time
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from sqlalchemy import select, update

from scraper.crawl import CrawlOutcome, crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from scraper.frontier.rounds import DateWindow
from scraper.frontier.schema import ARTICLES, URLS, open_store, state_url
from tests.scraper.servers import NewsServer, Reply, serving


def run(server: NewsServer, data: Path, since: str | None = None, until: str | None = None) -> CrawlOutcome:
    server.hits.clear()
    return crawl([server.site()], CrawlOptions(data=data, window=DateWindow(since, until), readers=0))


def days(data: Path) -> list[str]:
    return sorted((article.published_at or "")[:10] for article in iter_articles(data))


@pytest.mark.parametrize(
    ("window", "published", "inside"),
    [
        (DateWindow("2024-03-01", "2024-03-31"), "2024-03-31T23:59:00+07:00", True),
        (DateWindow("2024-03-01", "2024-03-31"), "2024-04-01", False),
        (DateWindow("2024-03-01", None), "2024-02-29", False),
        (DateWindow("2024-03-01", None), "2024-03", True),
        (DateWindow(None, "2024-03-31"), None, True),
    ],
)
def test_a_window_is_of_days_both_inclusive(window: DateWindow, published: str | None, inside: bool) -> None:
    assert (published in window) is inside


def test_the_second_crawl_of_an_unchanged_site_asks_its_entrance_only(tmp_path: Path) -> None:
    gone = {"/da-go-901.html": lambda request: Reply(410)}
    with serving(NewsServer(100, routes=gone, linked=list(gone))) as server:
        assert run(server, tmp_path).exit_status == 0
        assert server.requests == 106
        assert run(server, tmp_path).exit_status == 0
        assert server.requests == 1


@pytest.mark.slow
def test_news_of_a_known_site_are_found_without_asking_the_rest_again(tmp_path: Path) -> None:
    with serving(NewsServer(100)) as server:
        run(server, tmp_path)
        server.articles = 130
        assert run(server, tmp_path).sites[0].status.articles == 130
        assert server.requests == 30 + 3  # from the third page of the listing it follows that the rest is known


class TodaysServer(NewsServer):
    """All articles are of today: an old one in_backoff longer from the beginning."""

    def day_of(self, number: int) -> date:
        return date.today()


@pytest.mark.slow
def test_an_article_that_rests_is_looked_at_ever_more_rarely(tmp_path: Path) -> None:
    with serving(TodaysServer(3, etags=False, modified="Tue, 31 Dec 2024 01:30:00 GMT")) as server:
        run(server, tmp_path)
        assert next_visits(tmp_path) == [(1, 200)] * 3
        for days_later in (2, 4):
            run(server, tmp_path)
            assert server.requests == 4  # the front page, and conditional requests for the three articles
            assert next_visits(tmp_path) == [(days_later, 304)] * 3


def next_visits(data: Path) -> list[tuple[int, int]]:
    """The days until the next visit of every article, and its last status; then makes all due."""
    engine = open_store(state_url(data))
    with engine.begin() as connection:
        rows = connection.execute(select(URLS.c.visit_at, URLS.c.status).where(URLS.c.kind == "article")).all()
        connection.execute(update(URLS).values(visit_at=0.0))
    engine.dispose()
    return [(round((row.visit_at - time.time()) / 86400), row.status) for row in rows]


@pytest.mark.slow
def test_an_article_that_changed_keeps_its_versions(tmp_path: Path) -> None:
    with serving(NewsServer(10)) as server:
        run(server, tmp_path)
        engine = open_store(state_url(tmp_path))
        with engine.begin() as connection:
            connection.execute(update(URLS).values(visit_at=0.0))  # time has passed
        server.changed = {4}
        run(server, tmp_path)
        with engine.connect() as connection:
            rows = connection.execute(select(ARTICLES.c.version, ARTICLES.c.current).order_by(ARTICLES.c.version)).all()
        engine.dispose()
        assert sorted(tuple(row) for row in rows) == [(1, 0), *[(1, 1)] * 9, (2, 1)]
        changed = [article for article in iter_articles(tmp_path) if "Cập nhật" in article.paragraphs[0]]
        assert [article.title for article in changed] == ["Hội nghị triển khai nhiệm vụ số 4"]


@pytest.mark.slow
@pytest.mark.parametrize(("dated", "listings"), [(True, 2), (False, 3)], ids=["with days", "without days"])
def test_paging_stops_at_the_first_day_asked_for(tmp_path: Path, dated: bool, listings: int) -> None:
    with serving(NewsServer(200, dated=dated)) as server:
        run(server, tmp_path, since="2024-12-02")  # the newest thirty: a page and a half
        assert days(tmp_path) == [date(2024, 12, day).isoformat() for day in range(2, 32)]
        assert server.requests == listings + (30 if dated else 20 * listings)


@pytest.mark.slow
def test_a_window_widened_later_is_filled(tmp_path: Path) -> None:
    with serving(NewsServer(100)) as server:
        run(server, tmp_path, since="2024-12-12", until="2024-12-21")
        assert len(days(tmp_path)) == 10
        run(server, tmp_path, since="2024-11-12")
        assert days(tmp_path)[0] == "2024-11-12" and len(days(tmp_path)) == 50
        run(server, tmp_path)
        assert len(days(tmp_path)) == 100
        assert max(server.hits[server.article_path(number)] for number in range(1, 101)) == 1


@pytest.mark.slow
def test_a_broken_template_does_not_overwrite_good_articles(tmp_path: Path) -> None:
    with serving(NewsServer(8)) as server:
        run(server, tmp_path)
        engine = open_store(state_url(tmp_path))
        with engine.begin() as connection:
            connection.execute(update(URLS).values(visit_at=0.0))
        engine.dispose()
        broken = Reply(200, b"<html><head><title>Loi</title></head><body><p>...</p></body></html>")
        server.routes |= {server.article_path(number): lambda request: broken for number in range(1, 9)}
        outcome = run(server, tmp_path)
        assert outcome.exit_status == 1
        assert [problem.kind for problem in outcome.sites[0].problems] == ["fewer_than_promised"]
        assert len([article for article in iter_articles(tmp_path) if article.paragraphs]) == 8


@pytest.mark.slow
def test_a_field_that_new_articles_lack_is_told(tmp_path: Path) -> None:
    with serving(NewsServer(8, dated=False)) as server:
        run(server, tmp_path)
        server.articles = 16
        undated = re.compile(r"<em class=.pull-left.*</em>|<span class=.hidden.*</span>|Sáng ngày [0-9/]+,")
        for number in range(9, 17):
            page = undated.sub("", server.article_html(number)).encode()
            server.routes[server.article_path(number)] = partial(reply, Reply(200, page, {"Content-Type": "text/html"}))
        outcome = run(server, tmp_path)
        assert outcome.exit_status == 1
        said = [(problem.kind, problem.message) for problem in outcome.sites[0].problems]
        assert said == [("collapsed", "published_at is filled in 0% of 8 articles; usual is 100%")]


def reply(what: Reply, request: BaseHTTPRequestHandler) -> Reply:
    return what


def test_an_empty_site_is_no_success(tmp_path: Path) -> None:
    with serving(NewsServer(0)) as server:
        outcome = run(server, tmp_path)
        assert outcome.exit_status == 1
        assert [problem.kind for problem in outcome.sites[0].problems] == ["no_articles"]


def test_pages_of_a_listing_that_are_not_there_are_not_asked_for_every_night(tmp_path: Path) -> None:
    server = NewsServer(3, linked=["/tin-tuc/page-9/", "/tin-cu/"])
    with serving(server):
        for _ in range(3):
            crawl([server.site()], CrawlOptions(data=tmp_path, readers=0))
    assert (server.hits["/tin-tuc/page-9/"], server.hits["/tin-cu/"], server.hits["/tin-tuc/"]) == (1, 1, 3)
