"""Sites divided among processes on one frontier, and the leases left by dead processes."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import update

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from scraper.frontier.frontier import Budget
from scraper.frontier.schema import URLS, open_store, state_url
from scraper.sites import Site, load_registry
from scraper.spiders.worker import share_out
from tests.commands import run
from tests.scraper.servers import NewsServer, serving


def site(site_id: str, host: str) -> Site:
    return Site(id=site_id, name="Thử", url=f"http://{host}/", level="district")


def test_sites_on_one_host_are_asked_by_one_process() -> None:
    sites = [site("a", "a.example"), site("b", "b.example"), site("a2", "www.a.example"), site("c", "c.example")]
    assert [[one.id for one in share] for share in share_out(sites, 2)] == [["a", "a2"], ["b", "c"]]


def test_no_more_processes_than_there_are_sites() -> None:
    assert len(share_out([site("a", "a.example"), site("b", "b.example")], 8)) == 2


@pytest.mark.slow
def test_sites_are_spread_over_processes(tmp_path: Path) -> None:
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(NewsServer(25))) for _ in range(4)]
        sites = [server.site(f"thu-{number}") for number, server in enumerate(servers)]
        outcome = crawl(sites, CrawlOptions(data=tmp_path, workers=2))
        assert outcome.exit_status == 0 and [one.status.articles for one in outcome.sites] == [25] * 4
        assert [server.requests for server in servers] == [27] * 4
    assert sorted(path.name for path in (tmp_path / "log").iterdir()) == ["crawl-0.log", "crawl-1.log"]
    assert len(list((tmp_path / "warc").glob("*.warc.gz"))) == 2


def test_all_sites_are_all_that_live_and_a_dry_run_asks_none(tmp_path: Path) -> None:
    registered = load_registry().sites.values()
    living = [one for one in registered if one.entry_points and one.status not in ("dead", "redirected")]
    said = run("sukien", "crawl", "--all", "--workers", "4", "--dry-run", "--data", tmp_path / "data").stdout
    assert said.count(" to begin with, ") == len(living)
    assert not (tmp_path / "data").exists()


def test_a_lease_that_nobody_gives_back_runs_out(tmp_path: Path) -> None:
    with serving(NewsServer(25)) as server:
        crawl([server.site()], CrawlOptions(data=tmp_path, readers=0, budget=Budget(requests=10)))
        engine = open_store(state_url(tmp_path))
        with engine.begin() as connection:  # as left by a dead process of another machine
            gone = {"state": "leased", "owner": "elsewhere", "lease_until": time.time() - 1}
            connection.execute(update(URLS).where(URLS.c.state == "discovered").values(**gone))
        engine.dispose()
        assert crawl([server.site()], CrawlOptions(data=tmp_path, readers=0)).exit_status == 0
        assert server.requests == 27
    assert len(list(iter_articles(tmp_path))) == 25
