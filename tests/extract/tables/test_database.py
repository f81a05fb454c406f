"""Tables in a persistent database: only what changed is written, on SQLite and on a real PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from extract.linking.link import link_tables
from extract.tables.checks import NotTables
from extract.tables.database import GROUPS, TableChanges, upsert_tables
from tests.scraper.postgres import find_programs, running
from tests.tables import WriteTables

SPAN = {"span_start": 0, "span_end": 4, "quote": "Sáng", "rule": "opening", "confidence": 0.9}


def articles(*numbers: int) -> list[dict[str, Any]]:
    return [{"article_id": f"a{number}", "title": f"Bài {number}", "text": "Sáng 12/3"} for number in numbers]


def event(number: int, **cells: Any) -> dict[str, Any]:
    return {**SPAN, "event_id": f"e{number}", "article_id": f"a{number}", "is_main": True, "type": "meeting", **cells}


def rejection(number: int, quote: str) -> dict[str, Any]:
    return {**SPAN, "article_id": f"a{number}", "kind": "attendance", "reason": "unit", "quote": quote}


FIRST_NIGHT = {
    "articles": articles(1, 2),
    "events": [event(1, organizers=("UBND xã", "Hội Nông dân xã")), event(2, attendees=40)],
    "rejections": [rejection(1, "26 cơ sở"), rejection(1, "26 cơ sở")],
}
SECOND_NIGHT = {
    "articles": articles(2, 3),
    "events": [event(2, attendees=45), event(3)],
    "rejections": [rejection(2, "7 xã")],
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('database') / 'tables.db'}"
        return
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    with running(programs) as postgres, postgres.database() as url:
        yield url.replace("postgresql://", "postgresql+psycopg://")


@pytest.fixture()
def engine(server: str) -> Iterator[sa.Engine]:
    """An empty database."""
    made = sa.create_engine(server)
    metadata = sa.MetaData()
    metadata.reflect(made)
    metadata.drop_all(made)
    yield made
    made.dispose()


def asked(engine: sa.Engine, query: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


@pytest.mark.slow
def test_a_second_night_writes_only_what_changed(engine: sa.Engine, write_tables: WriteTables) -> None:
    first = upsert_tables(write_tables(FIRST_NIGHT), engine)
    assert first == TableChanges(written=6, removed=0)
    assert upsert_tables(write_tables(FIRST_NIGHT), engine) == TableChanges(0, 0)
    second = upsert_tables(write_tables(SECOND_NIGHT), engine)
    assert asked(engine, "SELECT article_id FROM articles ORDER BY 1") == [("a2",), ("a3",)]
    assert asked(engine, "SELECT event_id, attendees FROM events ORDER BY 1") == [("e2", 45), ("e3", None)]
    assert asked(engine, "SELECT quote FROM rejections") == [("7 xã",)]
    assert second == TableChanges(written=4, removed=3)


@pytest.mark.slow
def test_linked_tables_go_with_the_others(engine: sa.Engine, write_tables: WriteTables) -> None:
    folder = write_tables(FIRST_NIGHT)
    link_tables(folder)
    upsert_tables(folder, engine)
    assert asked(engine, "SELECT count(*) FROM occurrence_reports") == [(2,)]
    assert upsert_tables(folder, engine) == TableChanges(0, 0)


@pytest.mark.slow
def test_a_database_of_an_older_version_gets_the_columns_that_it_lacks(
    engine: sa.Engine, write_tables: WriteTables
) -> None:
    folder = write_tables(FIRST_NIGHT)
    upsert_tables(folder, engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE events DROP COLUMN venue")
        connection.exec_driver_sql(f"DELETE FROM {GROUPS} WHERE table_name = 'events'")
        connection.exec_driver_sql("DELETE FROM events")
    upsert_tables(folder, engine)
    assert asked(engine, "SELECT event_id, venue FROM events ORDER BY 1") == [("e1", None), ("e2", None)]


def test_what_holds_no_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotTables):
        upsert_tables(tmp_path, sa.create_engine("sqlite://"))
