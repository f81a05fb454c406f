"""A disk that loses data, or is full: afterwards nothing is missing, and only the lost pages are requested again."""

from __future__ import annotations

import random
import resource
from functools import partial
from pathlib import Path

import pytest

from scraper.engine.session import UNPACED_AT_ONCE
from tests.scraper.killing import KilledCrawl
from tests.scraper.servers import NewsServer, Reply, serving


@pytest.mark.slow
def test_pages_that_a_power_cut_took_from_the_archive_are_asked_again(tmp_path: Path) -> None:
    with serving(NewsServer(120)) as server:
        crawl = KilledCrawl(server, tmp_path)
        crawl.kill_after(80)
        stored, lost = len(crawl.contents()), crawl.lose_archive()
        assert 10 <= len(lost) < stored
        assert crawl.finish() == [0], (tmp_path / "output.txt").read_text()
        assert {path for path in lost if server.hits[path] < 2} == set()
        crawl.in_flight.update(lost)
        assert crawl.asked_too_often() == {}
    assert len(crawl.contents()) == crawl.versions() == 120
    assert crawl.unreadable_pages() == [] and crawl.articles_without_page() == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("largest", "scans", "file"), [(500_000, 0, "state.sqlite"), (6_000_000, 4, ".warc.gz.open")], ids=["state", "WARC"]
)
def test_a_disk_that_takes_no_more_ends_the_crawl_with_the_name_of_the_file(
    tmp_path: Path, largest: int, scans: int, file: str
) -> None:
    scan = Reply(200, random.Random(1).randbytes(2_000_000), {"Content-Type": "text/html"})
    routes = {f"/ban-quet-{number}.html": lambda request: scan for number in range(scans)}
    with serving(NewsServer(120, routes=routes, linked=list(routes))) as server:
        crawl = KilledCrawl(server, tmp_path, limit=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (largest, -1)))
        assert crawl.finish() == [1]
        said = (tmp_path / "output.txt").read_text(encoding="utf-8")
        assert "the crawl ended early: cannot write" in said and file in said and "Traceback" not in said
        in_flight = crawl.asked_in_vain()
        assert len(in_flight) <= UNPACED_AT_ONCE
        crawl.in_flight.update(in_flight)
        crawl.limit = None
        assert crawl.finish() == [0]
        assert crawl.asked_too_often() == {}
    assert len(crawl.contents()) == crawl.versions() == 120
    assert crawl.unreadable_pages() == [] and crawl.articles_without_page() == []
