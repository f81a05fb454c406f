"""A disk that does not keep what it took: nothing is missing afterwards, and only what it lost is asked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scraper.killing import KilledCrawl
from tests.scraper.servers import NewsServer, serving


@pytest.mark.slow
def test_pages_that_a_power_cut_took_from_the_archive_are_asked_again(tmp_path: Path) -> None:
    with serving(NewsServer(120)) as server:
        crawl = KilledCrawl(server, tmp_path)
        crawl.kill_after(80)
        stored, lost = len(crawl.contents()), crawl.lose_archive(kept=40_000)
        assert 20 <= len(lost) < stored
        assert crawl.finish() == [0], (tmp_path / "output.txt").read_text()
        assert {path for path in lost if server.hits[path] < 2} == set()
        crawl.in_flight.update(lost)
        assert crawl.asked_too_often() == {}
    assert len(crawl.contents()) == crawl.versions() == 120
    assert crawl.unreadable_pages() == [] and crawl.articles_without_page() == []
