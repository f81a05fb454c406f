"""Backoffs of servers that are no site's: kept in the state."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.frontier import clock
from sqlalchemy import insert, select

from scraper.frontier.backoffs import HostBackoffs, rest_host
from scraper.frontier.schema import HOSTS, open_store, state_url


def test_a_backoff_is_known_to_the_next_command(tmp_path: Path) -> None:
    first, second = (HostBackoffs(open_store(state_url(tmp_path))) for _ in range(2))
    assert first.left("luu-tru.example") == 0.0
    first.record("luu-tru.example", 600.0, "http_429")
    first.record("luu-tru.example", 60.0, "http_503")
    assert 590.0 < second.left("luu-tru.example") <= 600.0 and second.left("khac.example") == 0.0


def test_a_clock_that_was_set_back_makes_no_backoff_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backoffs = HostBackoffs(open_store(state_url(tmp_path)))
    backoffs.record("luu-tru.example", 600.0, "http_429")
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now - 25_200.0)
    assert 590.0 < backoffs.left("luu-tru.example") <= 600.0
    monkeypatch.setattr(clock, "now", lambda: now + 25_200.0)
    assert backoffs.left("luu-tru.example") == 0.0


@pytest.mark.parametrize("whole_server", [False, True])
def test_a_backoff_is_that_of_a_host_or_of_its_server_and_shortens_none(tmp_path: Path, whole_server: bool) -> None:
    engine = open_store(state_url(tmp_path))
    now = clock.now()
    with engine.begin() as connection:
        for host, next_at in (("a.example", 0.0), ("b.example", 0.0), ("c.example", now + 900)):
            connection.execute(insert(HOSTS).values(host=host, server="192.0.2.1", next_at=next_at))
        connection.execute(insert(HOSTS).values(host="d.example", server="192.0.2.2"))
        rest_host(connection, "a.example", 300.0, "http_429", whole_server)
        rows = {row.host: row for row in connection.execute(select(HOSTS))}
    assert rows["a.example"].next_at == rows["a.example"].ready_at >= now + 300 and rows["d.example"].next_at == 0
    assert rows["a.example"].resting == "http_429" and rows["c.example"].next_at == now + 900
    assert (rows["b.example"].next_at > now) is whole_server
