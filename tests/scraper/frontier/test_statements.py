"""Statements that are compiled once, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, Executable, bindparam, insert, select, update

from scraper.frontier.schema import HOSTS, open_store, state_url
from scraper.frontier.statements import PreparedStatements


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty state in each kind of database."""
    if request.param == "sqlite":
        engine = open_store(state_url(tmp_path))
        yield engine
        engine.dispose()
        return
    with request.getfixturevalue("postgres").database() as url:
        engine = open_store(url)
        yield engine
        engine.dispose()


def test_statements_get_their_values_by_name(database: Engine) -> None:
    rename = PreparedStatements(
        lambda: update(HOSTS).where(HOSTS.c.host == bindparam("this")), ("strikes", "resting")
    )
    found = PreparedStatements(
        lambda: select(HOSTS.c.host, HOSTS.c.strikes, HOSTS.c.resting, HOSTS.c.pause)
        .where(HOSTS.c.strikes >= bindparam("least", 1), HOSTS.c.pause == 0.0)
        .order_by(HOSTS.c.host)
    )
    with database.begin() as connection:
        connection.execute(insert(HOSTS), [{"host": "a"}, {"host": "b"}, {"host": "c"}])
        assert rename.run(connection, resting="http_503", this="a", strikes=3).rowcount == 1
        assert rename.run(connection, this="x", strikes=3, resting=None).rowcount == 0
        rest = {"b": (2, None), "c": (0, "")}
        rename.run_all(connection, [{"this": name, "strikes": n, "resting": why} for name, (n, why) in rest.items()])
        rename.run_all(connection, [])
        assert [tuple(row) for row in found.run(connection)] == [("a", 3, "http_503", 0.0), ("b", 2, None, 0.0)]
        assert [row.host for row in found.run(connection, least=3)] == ["a"]


def test_a_statement_is_built_once_for_each_kind_of_database(database: Engine) -> None:
    built: list[Executable] = []

    def build() -> Executable:
        built.append(select(HOSTS.c.host))
        return built[-1]

    statements = PreparedStatements(build)
    for _ in range(2):
        with database.connect() as connection:
            assert statements.run(connection).all() == []
    assert len(built) == 1
