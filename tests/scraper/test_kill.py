"""kill -9 at any moment: the same command given again ends with the articles of an undisturbed crawl."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scraper.killing import KilledCrawl, moments
from tests.scraper.postgres import PostgresServer
from tests.scraper.servers import NewsServer, serving

ARTICLES = 200
REQUESTS = 210


def check(crawl: KilledCrawl, kills: int, seed: int) -> None:
    for requests in moments(kills, REQUESTS, seed):
        crawl.kill_after(requests)
    assert set(crawl.finish()) <= {0, 1}, (crawl.data / "output.txt").read_text()
    asked = {path for path in crawl.server.hits if path.startswith("/tin-tuc/hoi-nghi-")}
    assert len(asked) == len(crawl.contents()) == crawl.versions() == ARTICLES
    assert crawl.asked_too_often() == {}
    assert crawl.unreadable_pages() == []


@pytest.mark.slow
def test_killed_five_times(tmp_path: Path) -> None:
    with serving(NewsServer(ARTICLES)) as server:
        check(KilledCrawl(server, tmp_path), kills=5, seed=1)


@pytest.mark.slow
def test_two_processes_on_one_frontier_killed_twice(tmp_path: Path) -> None:
    with serving(NewsServer(ARTICLES)) as server:
        check(KilledCrawl(server, tmp_path, commands=2), kills=2, seed=2)


@pytest.mark.slow
def test_one_of_two_processes_is_killed_and_the_other_goes_on(tmp_path: Path) -> None:
    with serving(NewsServer(ARTICLES)) as server:
        crawl = KilledCrawl(server, tmp_path, commands=2)
        crawl.kill_after(70, one_only=True)
        crawl.commands = 1  # the killed command is not given again
        check(crawl, kills=0, seed=0)


@pytest.mark.slow
def test_with_postgresql(tmp_path: Path, postgres: PostgresServer) -> None:
    with serving(NewsServer(ARTICLES)) as server, postgres.database() as url:
        check(KilledCrawl(server, tmp_path, state=url, commands=2), kills=2, seed=3)
