"""A state whose clock was ahead: times are moved back as far, and waits keep their length."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select, update

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier import clock
from scraper.frontier.clock_jumps import CLOCKS_DIFFER, LONGEST_WAIT, correct_clock
from scraper.frontier.frontier import LEASE_SECONDS
from scraper.frontier.schema import HOSTS, SERVERS, URLS, open_store, state_url
from tests.scraper.frontier.made import add_url, url_row
from tests.scraper.servers import NewsServer, serving

NOW, HOURS = 10_000.0, 7 * 3600.0


@pytest.mark.parametrize(
    ("paced_at", "next_at", "corrected"),
    [
        (NOW + HOURS, NOW + HOURS + 600, NOW + 600),
        (NOW + HOURS, NOW + HOURS - 5, NOW - 5),
        (NOW + CLOCKS_DIFFER, NOW + 600, NOW + 600),  # machines whose clocks differ a little
        (NOW - 5, NOW + 3600, NOW + 3600),
    ],
)
def test_a_backoff_keeps_its_length(connection: Connection, paced_at: float, next_at: float, corrected: float) -> None:
    values = {"host": "mau.example", "resting": "http_503", "paced_at": paced_at}
    connection.execute(insert(HOSTS).values(**values, next_at=next_at, ready_at=next_at))
    correct_clock(connection, NOW)
    host = connection.execute(select(HOSTS)).one()
    assert (host.next_at, host.ready_at, host.resting) == (corrected, corrected, "http_503")
    assert host.paced_at == (NOW if corrected != next_at else paced_at)


@pytest.mark.parametrize(
    ("state", "times", "corrected"),
    [
        ("discovered", {"due_at": NOW + HOURS}, {"due_at": NOW}),
        ("discovered", {"due_at": NOW + LONGEST_WAIT}, {"due_at": NOW + LONGEST_WAIT}),
        ("done", {"due_at": NOW + HOURS}, {"due_at": NOW + HOURS}),
        ("leased", {"lease_until": NOW + HOURS}, {"lease_until": NOW + LEASE_SECONDS}),
        ("leased", {"lease_until": NOW + LEASE_SECONDS + 30}, {"lease_until": NOW + LEASE_SECONDS + 30}),
    ],
)
def test_urls_wait_no_longer_than_they_ever_do(
    connection: Connection, state: str, times: dict[str, float], corrected: dict[str, float]
) -> None:
    add_url(connection, "a", state=state, **times)
    correct_clock(connection, NOW)
    row = url_row(connection, "a")
    assert {name: getattr(row, name) for name in corrected} == corrected


@pytest.mark.parametrize(("next_at", "corrected"), [(NOW + HOURS, NOW), (NOW + LONGEST_WAIT, NOW + LONGEST_WAIT)])
def test_a_server_is_free_again(connection: Connection, next_at: float, corrected: float) -> None:
    connection.execute(insert(SERVERS).values(server="203.0.113.7", next_at=next_at, ready_at=next_at))
    correct_clock(connection, NOW)
    server = connection.execute(select(SERVERS)).one()
    assert (server.next_at, server.ready_at) == (corrected, corrected)


def test_a_crawl_goes_on_at_once(tmp_path: Path) -> None:
    with serving(NewsServer(3)) as server:
        options = CrawlOptions(data=tmp_path, readers=0)
        crawl([server.site()], options)
        engine = open_store(state_url(tmp_path))
        ahead = clock.now() + HOURS
        with engine.begin() as connection:
            connection.execute(update(HOSTS).values(next_at=ahead + 0.2, ready_at=ahead + 0.2, paced_at=ahead))
            connection.execute(update(URLS).values(state="discovered", due_at=ahead))
        engine.dispose()
        server.hits.clear()
        assert crawl([server.site()], options).left == 0
        assert server.requests >= 4
