"""Fixtures for the tests of the state: an empty one in a real SQLite file, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from scraper.frontier import clock
from scraper.frontier.schema import open_store, state_url


class StoppedClock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_store(state_url(tmp_path))
    yield engine
    engine.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A transaction on the state."""
    with engine.begin() as connection:
        yield connection


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> StoppedClock:
    """The clock of the frontier, stopped."""
    stopped = StoppedClock()
    monkeypatch.setattr(clock, "now", lambda: stopped.now)
    return stopped
