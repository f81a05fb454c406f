"""The tables in a persistent database: a run writes only the rows that are new or changed, in one transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from extract.declaration.columns import Column
from extract.declaration.tables import Table
from extract.tables.checks import check_tables
from extract.tables.linked import tables_in
from extract.tables.writer import read_rows

GROUPS = "sukien_groups"
"""The table that holds a digest of every group of rows, by which the next run knows what has changed."""
_TYPES = {"integer": sa.BigInteger, "number": sa.Double, "boolean": sa.Boolean, "list": sa.JSON}
_ROWS_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class TableChanges:
    """The number of rows written and of groups of rows removed, over all tables."""

    written: int
    removed: int


def upsert_tables(folder: Path, engine: sa.Engine) -> TableChanges:
    """Make the tables of a database equal to those in `folder`.

    Rows are grouped by their article or, in a table without articles, by the first column: a group in which anything
    changed is replaced as a whole, one that is gone is removed. Missing tables and columns are created; lists are JSON,
    times ISO 8601. Readers see either all old or all new rows. Raises NotTables where `folder` holds no tables, and
    SQLAlchemyError where the database fails.
    """
    check_tables(folder)
    tables = tables_in(folder)
    metadata = sa.MetaData()
    declared = {table.name: _declare(table, metadata) for table in tables}
    groups = sa.Table(
        GROUPS,
        metadata,
        sa.Column("table_name", sa.Text, primary_key=True),
        sa.Column("group_id", sa.Text, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
    )
    with engine.begin() as connection:
        metadata.create_all(connection)
        _add_columns(connection, declared.values())
        each = [_bring(connection, folder, table, declared[table.name], groups) for table in tables]
    return TableChanges(sum(one.written for one in each), sum(one.removed for one in each))


def _declare(table: Table, metadata: sa.MetaData) -> sa.Table:
    columns: list[sa.Column[Any]] = [
        sa.Column(column.name, _TYPES.get(column.type, sa.Text), primary_key=column.name in table.primary_key)
        for column in table.columns
    ]
    lists = {column.name for column in table.columns if column.type == "list"}
    indexed = dict.fromkeys((_key(table), *(name for name in table.facets if name not in lists)))
    indexes = [sa.Index(f"{table.name}_{name}", name) for name in indexed]
    return sa.Table(table.name, metadata, *columns, *indexes)


def _key(table: Table) -> str:
    """The column by which rows are grouped."""
    names = [column.name for column in table.columns]
    return "article_id" if "article_id" in names else names[0]


def _add_columns(connection: sa.Connection, tables: Iterable[sa.Table]) -> None:
    """Add the columns that a table of an older version lacks."""
    inspector = sa.inspect(connection)
    quote = connection.dialect.identifier_preparer.quote
    for table in tables:
        there = {column["name"] for column in inspector.get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                kind = column.type.compile(connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {quote(table.name)} ADD COLUMN {quote(column.name)} {kind}")


def _bring(connection: sa.Connection, folder: Path, table: Table, declared: sa.Table, groups: sa.Table) -> TableChanges:
    now = _digests(folder, table)
    asked = sa.select(groups.c.group_id, groups.c.digest).where(groups.c.table_name == table.name)
    before = {group: digest for group, digest in connection.execute(asked)}
    changed = {group for group, digest in now.items() if before.get(group) != digest}
    stale = [group for group in before if now.get(group) != before[group]]
    key = declared.columns[_key(table)]
    for some in _portions(stale):
        connection.execute(declared.delete().where(key.in_(some)))
        connection.execute(groups.delete().where(groups.c.table_name == table.name, groups.c.group_id.in_(some)))
    written = 0
    rows_now = _rows(folder, table) if changed else iter(())  # a table that did not change is not read again
    for rows in _portions(row for row in rows_now if _group(table, row) in changed):
        connection.execute(declared.insert(), rows)
        written += len(rows)
    for some in _portions({"table_name": table.name, "group_id": one, "digest": now[one]} for one in sorted(changed)):
        connection.execute(groups.insert(), some)
    return TableChanges(written, len(stale) - len(changed & before.keys()))


def _digests(folder: Path, table: Table) -> dict[str, str]:
    """A digest of every group's rows in their order."""
    found: dict[str, str] = {}
    for row in _rows(folder, table):
        group = _group(table, row)
        text = found.get(group, "") + json.dumps(row, ensure_ascii=False, sort_keys=True)
        found[group] = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return found


def _group(table: Table, row: Mapping[str, Any]) -> str:
    return str(row[_key(table)])


def _rows(folder: Path, table: Table) -> Iterator[dict[str, Any]]:
    for row in read_rows(folder, table.name):
        yield {column.name: _cell(column, row[column.name]) for column in table.columns}


def _cell(column: Column, cell: Any) -> Any:
    if column.type == "list":
        return list(cell or ())
    return cell.isoformat() if hasattr(cell, "isoformat") else cell


def _portions(items: Iterable[Any]) -> Iterator[list[Any]]:
    waiting = iter(items)
    while portion := list(islice(waiting, _ROWS_AT_ONCE)):
        yield portion
