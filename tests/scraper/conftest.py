"""Fixtures for the tests of the crawl: all sites of the registry, and a PostgreSQL server."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from scraper.sites import Site, load_registry
from tests.scraper.postgres import PostgresServer, find_programs, running


@pytest.fixture(scope="session")
def sites() -> list[Site]:
    """All sites of the registry, in its order."""
    return list(load_registry().sites.values())


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A real PostgreSQL server; tests that need it are skipped where there are no programs to run one."""
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    with running(programs) as server:
        yield server


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C raises KeyboardInterrupt, also where the tests run in processes that ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
