"""Migrations of a state's tables: an older state gets the columns added since; a newer one is not changed.

A change that adds a table or a column to `scraper.frontier.schema` must raise VERSION. A new column must be nullable or
have a constant default, which existing rows then get.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Engine, MetaData, delete, insert, inspect, literal, select
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError
from sqlalchemy.schema import CreateColumn

from scraper.boundary.processes import interrupts_held
from scraper.frontier.errors import StateError, place_of

VERSION = 4  # states of version 1 do not store their version


def prepare(engine: Engine, tables: MetaData, writing: bool) -> None:
    """Create the missing tables and columns of a state; a reader does not create them where there are no tables at all.

    Raises StateError where there is nothing to read, where a newer version wrote the state, or where it is not a state.
    """
    try:
        _prepare(engine, tables, writing)
    except (IntegrityError, ProgrammingError):  # another process is creating them at the same moment
        _prepare(engine, tables, writing)
    except DatabaseError as error:
        raise StateError(f"{place_of(engine)} cannot be opened as the state of a crawl: {error.orig}") from error


def _prepare(engine: Engine, tables: MetaData, writing: bool) -> None:
    with engine.connect() as connection, interrupts_held():  # to connect may take long, and leaves nothing half done
        version = _version(connection, tables)
    if version == 0 and not writing:
        raise StateError(f"{place_of(engine)} holds no crawl; run `sukien crawl` first")
    if version > VERSION:
        raise StateError(
            f"{place_of(engine)} was written by a newer sukien (its tables are of version {version}, this one knows "
            f"{VERSION}): install that one, or crawl into another folder with --data"
        )
    if version < VERSION:
        with interrupts_held(), engine.begin() as connection:
            _bring_up(connection, tables)


def _version(connection: Connection, tables: MetaData) -> int:
    """The version of the tables; 0 where there are none."""
    there = set(inspect(connection).get_table_names())
    if "meta" not in there:
        return 1 if there & set(tables.tables) else 0
    meta = tables.tables["meta"]
    return int(connection.execute(select(meta.c.value).where(meta.c.name == "version")).scalar_one())


def _bring_up(connection: Connection, tables: MetaData) -> None:
    for column in list(_missing(connection, tables)):
        _add(connection, column)
    tables.create_all(connection)
    for table in tables.tables.values():
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    meta = tables.tables["meta"]
    connection.execute(delete(meta).where(meta.c.name == "version"))
    connection.execute(insert(meta).values(name="version", value=str(VERSION)))


def _missing(connection: Connection, tables: MetaData) -> Iterator[Column[Any]]:
    """The columns that existing tables do not have."""
    inspector = inspect(connection)
    for table in tables.tables.values():
        if inspector.has_table(table.name):
            there = {column["name"] for column in inspector.get_columns(table.name)}
            yield from (column for column in table.columns if column.name not in there)


def _add(connection: Connection, column: Column[Any]) -> None:
    if not column.nullable and column.default is None:
        where = f"{column.table.name}.{column.name}"
        raise StateError(
            f"{place_of(connection.engine)} is of a version too old to go on with: it does not say {where}; "
            "move it away together with its WARC files, and take these in with `sukien ingest`"
        )
    value = getattr(column.default, "arg", None)
    filled = Column(column.name, column.type, nullable=column.nullable, server_default=literal(value))
    definition = CreateColumn(filled).compile(dialect=connection.dialect)
    connection.exec_driver_sql(f"ALTER TABLE {column.table.name} ADD COLUMN {definition}")
