"""The tables as one SQLite database, with keys, indexes, full-text search and metadata for Datasette."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from extract.declaration.tables import Table
from extract.tables.checks import check_tables
from extract.tables.linked import tables_in
from extract.tables.writer import read_rows
from scraper.boundary.files import replace_text, replacing_file
from scraper.boundary.values import unmarked

_SQL_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def write_sqlite(folder: Path, file: Path) -> None:
    """Write the tables of `folder` as one SQLite file, and beside it Datasette's metadata (facets, descriptions).

    Lists are JSON arrays, times ISO 8601 in Vietnam's zone. The full-text tables (`articles_fts`, …) find words with or
    without their Vietnamese marks. Raises NotTables where `folder` holds no tables. `file` is replaced only when all is
    written; a write-ahead log or journal of the old file is deleted first, since SQLite would replay it over the new
    one.
    """
    check_tables(folder)
    with replacing_file(file) as partial, closing(sqlite3.connect(partial)) as database:
        for table in tables_in(folder):
            _fill(database, table, folder)
        database.commit()
        database.execute("ANALYZE")
        database.commit()
        for suffix in ("-wal", "-shm", "-journal"):
            file.with_name(file.name + suffix).unlink(missing_ok=True)
    metadata = json.dumps(_datasette_metadata(file.stem, tables_in(folder)), ensure_ascii=False, indent=2)
    replace_text(file.with_suffix(".metadata.json"), metadata + "\n")


def _fill(database: sqlite3.Connection, table: Table, folder: Path) -> None:
    searched = table.searched
    database.execute(_create(table, bool(searched)))
    marks = ", ".join("?" * (len(table.columns) + bool(searched)))
    database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", _sql_rows(folder, table, searched))
    for column in dict.fromkeys([*(field for field, _ in table.foreign_keys), *table.facets]):
        database.execute(f'CREATE INDEX "{table.name}_{column}" ON {table.name} ("{column}")')
    if searched:
        _index_words(database, table.name, (*searched, "folded"))


def _create(table: Table, searched: bool) -> str:
    lines = [f'"{column.name}" {_SQL_TYPES.get(column.type, "TEXT")}' for column in table.columns]
    lines += ['"folded" TEXT'] if searched else []
    if table.primary_key:
        lines.append("PRIMARY KEY (" + ", ".join(f'"{name}"' for name in table.primary_key) + ")")
    lines += [
        f'FOREIGN KEY ("{field}") REFERENCES {target} ("{field}")' for field, target in table.foreign_keys
    ]
    return f"CREATE TABLE {table.name} (" + ", ".join(lines) + ")"


def _index_words(database: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> None:
    """Create a full-text index whose tokens have no tone marks. The tokenizer does not fold đ, so the column `folded`
    holds the words with d: "dang bo" and "Đảng bộ" both find "Đảng bộ"."""
    Database(database).table(name).enable_fts(columns, fts_version="FTS5", tokenize="unicode61 remove_diacritics 2")


def _sql_rows(folder: Path, table: Table, searched: tuple[str, ...]) -> Iterator[list[Any]]:
    for row in read_rows(folder, table.name):
        cells = [_sql_cell(row[column.name]) for column in table.columns]
        yield cells + ([unmarked(" ".join(str(row[name]) for name in searched if row[name]))] if searched else [])


def _sql_cell(cell: Any) -> Any:
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False)
    return cell.isoformat() if isinstance(cell, date) else cell


def _datasette_metadata(database: str, tables: Iterable[Table]) -> dict[str, Any]:
    described = {
        table.name: {
            "description": table.description,
            "columns": {column.name: column.description for column in table.columns},
            "facets": [
                {"array": column.name} if column.type == "list" else column.name
                for column in table.columns
                if column.facet
            ],
        }
        for table in tables
    }
    return {"title": "Events of Vietnamese local government", "databases": {database: {"tables": described}}}
