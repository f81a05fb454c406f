"""Writes of several responses share a transaction, and one that fails does not affect the others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, insert, select

from scraper.frontier.batched_writes import ENOUGH, BatchedWrites
from scraper.frontier.schema import HOSTS, open_store, state_url


def note(connection: Connection, host: str) -> str:
    connection.execute(insert(HOSTS).values(host=host))
    return host


def fail_after_noting(connection: Connection, host: str) -> str:
    note(connection, host)
    raise ValueError(host)


Work = tuple[Callable[[Connection, str], str], str]


def write_all(folder: Path, works: list[Work]) -> tuple[list[Any], set[str], int]:
    """The result of each unit of work, the hosts that are stored afterwards, and the number of transactions
    committed."""
    engine = open_store(state_url(folder))
    commits: list[Connection] = []
    event.listen(engine, "commit", commits.append)

    async def run() -> list[Any]:
        ledger = BatchedWrites(engine, delay=0.01)
        return await asyncio.gather(*(ledger.write(work, host) for work, host in works), return_exceptions=True)

    done = asyncio.run(run())
    count = len(commits)
    with engine.connect() as connection:
        stored = set(connection.execute(select(HOSTS.c.host)).scalars())
    engine.dispose()
    return done, stored, count


def test_what_comes_together_is_one_transaction(tmp_path: Path) -> None:
    hosts = [f"huyen-{number}.example.vn" for number in range(ENOUGH - 1)]
    assert write_all(tmp_path, [(note, host) for host in hosts]) == (hosts, set(hosts), 1)


def test_so_much_waits_for_no_more(tmp_path: Path) -> None:
    hosts = [f"huyen-{number}.example.vn" for number in range(2 * ENOUGH)]
    assert write_all(tmp_path, [(note, host) for host in hosts]) == (hosts, set(hosts), 2)


def test_what_fails_takes_nothing_along(tmp_path: Path) -> None:
    works = [(note, "a.example.vn"), (fail_after_noting, "b.example.vn"), (note, "c.example.vn")]
    done, stored, _ = write_all(tmp_path, works)
    assert [done[0], str(done[1]), done[2]] == ["a.example.vn", "b.example.vn", "c.example.vn"]
    assert isinstance(done[1], ValueError) and stored == {"a.example.vn", "c.example.vn"}
