"""A change of the system clock does not affect a crawl."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier import clock
from scraper.frontier.clock_jumps import correct_clock
from scraper.frontier.schema import HOSTS, URLS, open_store, state_url
from tests.scraper.servers import NewsServer, serving

HOURS = 7 * 3600.0


@pytest.mark.parametrize("jump", [-HOURS, HOURS])
def test_the_clock_of_a_process_does_not_jump(monkeypatch: pytest.MonkeyPatch, jump: float) -> None:
    before, real = clock.now(), time.time()
    monkeypatch.setattr(time, "time", lambda: real + jump)
    assert 0 <= clock.now() - before < 60


def test_a_state_of_a_clock_that_was_ahead_is_gone_on_with_at_once(tmp_path: Path) -> None:
    with serving(NewsServer(3)) as server:
        options = CrawlOptions(data=tmp_path, readers=0)
        crawl([server.site()], options)
        engine = open_store(state_url(tmp_path))
        ahead = clock.now() + HOURS
        with engine.begin() as connection:
            connection.execute(update(HOSTS).values(next_at=ahead + 2, ready_at=ahead + 2, paced_at=ahead))
            connection.execute(update(URLS).values(state="discovered", due_at=ahead))
        engine.dispose()
        server.hits.clear()
        assert crawl([server.site()], options).left == 0
        assert server.requests >= 4


def test_a_rest_keeps_its_length(tmp_path: Path) -> None:
    engine = open_store(state_url(tmp_path))
    with engine.begin() as connection:
        row = {"host": "xa-mau.example", "resting": "http_503", "paced_at": 9000.0}
        connection.execute(insert(HOSTS).values(**row, next_at=9600.0, ready_at=9600.0))
        correct_clock(connection, 1000.0)
        (host,) = connection.execute(select(HOSTS)).all()
    engine.dispose()
    assert (host.next_at, host.paced_at, host.resting) == (1600.0, 1000.0, "http_503")
