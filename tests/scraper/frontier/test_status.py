"""The status of sites: what was fetched, what failed, what is left, and which hosts are in backoff."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, update

from scraper.article import Article
from scraper.frontier.schema import ARTICLES, HOSTS
from scraper.frontier.status import SiteStatus, read_status, site_status
from tests.scraper.frontier.conftest import StoppedClock
from tests.scraper.frontier.made import HOST, add_article, add_page, add_site, add_url


@pytest.fixture
def filled(engine: Engine, stopped: StoppedClock) -> None:
    """A site in its third round, and one that was not fetched yet."""
    with engine.begin() as connection:
        add_site(connection, round=3, asked=12, started_at="2024-05-15", succeeded_at="2024-05-14", verdict="few")
        add_site(connection, "xa-khac")
        for number, state in enumerate(("discovered", "leased", "waiting", "outside")):
            add_url(connection, f"a{number}", state=state)
        for number, error in enumerate(("http_404", "http_404", "timeout", None)):
            add_url(connection, f"b{number}", state="failed" if error else "done", error=error)
        scan = add_url(connection, "c", state="done")
        for flags in ("", "picture truncated", "picture"):
            add_page(connection, scan, flags=flags)
        add_article(connection, Article("a1"))
        add_article(connection, Article("a1"), version=2)
        add_article(connection, Article("a2"))
        connection.execute(update(ARTICLES).where(ARTICLES.c.id == "a1", ARTICLES.c.version == 1).values(current=0))
        until = {"next_at": stopped.now + 60, "resting": "http_503"}
        connection.execute(insert(HOSTS).values(host=HOST, **until))
        connection.execute(insert(HOSTS).values(host="khac.example", **until))  # of no URL


def test_every_site_has_its_counts(filled: None, engine: Engine, stopped: StoppedClock) -> None:
    other, own = read_status(engine)
    assert other == SiteStatus("xa-khac", 1, 0, 0, 0, 0, 0, None, None, None)
    assert (own.site_id, own.round, own.pages, own.articles, own.versions, own.left) == ("xa-mau", 3, 3, 2, 3, 3)
    assert (own.asked, own.started_at, own.succeeded_at, own.verdict) == (12, "2024-05-15", "2024-05-14", "few")
    assert own.errors == {"http_404": 2, "timeout": 1}
    assert own.resting == {HOST: "http_503"} and own.rests_until == {HOST: stopped.now + 60}


def test_an_obstacle_is_counted_once_a_url(filled: None, engine: Engine) -> None:
    assert read_status(engine)[1].obstacles == {"picture": 1}


def test_a_backoff_that_is_over_is_left_out(filled: None, engine: Engine, stopped: StoppedClock) -> None:
    stopped.now += 60
    assert read_status(engine)[1].resting == {}


def test_a_status_is_read_from_a_folder(filled: None, engine: Engine, tmp_path: Path) -> None:
    assert site_status(tmp_path) == read_status(engine)


def test_a_folder_without_a_crawl_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nothing was crawled into this folder"):
        site_status(tmp_path)
