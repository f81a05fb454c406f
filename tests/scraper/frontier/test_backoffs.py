"""Backoffs of servers that are no site's: kept in the state."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.frontier import clock
from scraper.frontier.backoffs import HostBackoffs
from scraper.frontier.schema import open_store, state_url


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
