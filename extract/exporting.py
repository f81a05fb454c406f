"""The tables for other tools: one SQLite file that opens in Datasette, one XLSX workbook for spreadsheets."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from extract.loading import check_tables
from extract.columns import Column
from extract.tables import TABLES, Table
from extract.text import unmarked
from extract.writing import read_rows

_SQL_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
# Searched together: the words as printed and, in the column `folded`, without their marks.
_SEARCHED = {
    "articles": ("title", "text"),
    "events": ("name", "title"),
    "officials": ("name", "positions"),
    "documents": ("type", "symbol", "issuer", "subject"),
}
_FACETS = {
    "articles": ("site_id", "platform"),
    "events": ("type", "status", "province", "district", "part_of_day", "mode"),
    "officials": ("level", "participant", "roles"),
    "positions": ("head", "body", "level"),
    "attendance": ("cmp", "scope", "unit"),
    "documents": ("type", "issuer", "year"),
    "dates": ("kind", "precision", "basis"),
    "rejections": ("kind", "reason", "rule"),
}
# Excel's own limits: UTF-16 units in a cell, rows in a sheet.
_CELL_LIMIT = 32_767
_ROW_LIMIT = 1_048_576
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = {"text": 80, "title": 48, "name": 36, "quote": 60, "url": 40, "positions": 48, "lead": 48}


def write_sqlite(folder: Path, file: Path) -> None:
    """The tables of `folder` as one SQLite file, and beside it Datasette's metadata (facets, descriptions).

    Lists are JSON arrays, times ISO 8601 in Vietnam's zone. `articles_fts` and its like find words with or without
    their Vietnamese marks. Raises NotTables where `folder` holds no tables. `file` is replaced only when all
    is written.
    """
    check_tables(folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(file.name + ".partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(partial)) as database:
        for table in TABLES:
            _fill(database, table, folder)
        database.commit()
        database.execute("ANALYZE")
        database.commit()
    os.replace(partial, file)
    metadata = json.dumps(_datasette_metadata(file.stem), ensure_ascii=False, indent=2)
    file.with_suffix(".metadata.json").write_text(metadata + "\n", encoding="utf-8")


def _fill(database: sqlite3.Connection, table: Table, folder: Path) -> None:
    searched = _SEARCHED.get(table.name, ())
    database.execute(_create(table, bool(searched)))
    marks = ", ".join("?" * (len(table.columns) + bool(searched)))
    database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", _sql_rows(folder, table, searched))
    for column in dict.fromkeys([*(field for field, _ in table.foreign_keys), *_FACETS[table.name]]):
        database.execute(f'CREATE INDEX "{table.name}_{column}" ON {table.name} ("{column}")')
    if searched:
        _index_words(database, table.name, (*searched, "folded"))


def _create(table: Table, searched: bool) -> str:
    lines = [f'"{column.name}" {_SQL_TYPES.get(column.type, "TEXT")}' for column in table.columns]
    lines += ['"folded" TEXT'] if searched else []
    if table.primary_key:
        lines.append("PRIMARY KEY (" + ", ".join(f'"{name}"' for name in table.primary_key) + ")")
    lines += [
        f'FOREIGN KEY ("{field}") REFERENCES {target} ("{_key_of(target)}")' for field, target in table.foreign_keys
    ]
    return f"CREATE TABLE {table.name} (" + ", ".join(lines) + ")"


def _index_words(database: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> None:
    """A full-text index whose tokens have no tone marks. The tokenizer knows đ as a letter of its own, so that the
    column `folded` holds the words with d: "dang bo" and "Đảng bộ" both find "Đảng bộ"."""
    listed = ", ".join(f'"{column}"' for column in columns)
    database.execute(
        f"CREATE VIRTUAL TABLE {name}_fts USING fts5 ({listed}, content='{name}', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    database.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")


def _sql_rows(folder: Path, table: Table, searched: tuple[str, ...]) -> Iterator[list[Any]]:
    for row in read_rows(folder, table.name):
        cells = [_sql_cell(row[column.name]) for column in table.columns]
        yield cells + ([unmarked(" ".join(str(row[name]) for name in searched if row[name]))] if searched else [])


def _sql_cell(cell: Any) -> Any:
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False)
    return cell.isoformat() if isinstance(cell, datetime) else cell


def _key_of(table_name: str) -> str:
    return next(table.primary_key[0] for table in TABLES if table.name == table_name)


def _datasette_metadata(database: str) -> dict[str, Any]:
    tables = {
        table.name: {
            "description": table.description,
            "columns": {column.name: column.description for column in table.columns},
            "facets": [
                {"array": column.name} if column.type == "list" else column.name
                for column in table.columns
                if column.name in _FACETS[table.name]
            ],
        }
        for table in TABLES
    }
    return {"title": "Events of Vietnamese local government", "databases": {database: {"tables": tables}}}


def write_xlsx(folder: Path, file: Path) -> None:
    """The tables of `folder` as one workbook, one sheet a table, with a frozen header and filters.

    No cell is a formula, whatever an article says. A cell longer than Excel allows ends in "…"; a table longer than
    a sheet goes on in a second one. Raises NotTables where `folder` holds no tables.
    """
    from openpyxl import Workbook

    check_tables(folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    workbook = Workbook(write_only=True)
    for table in TABLES:
        _write_sheets(workbook, table, read_rows(folder, table.name))
    partial = file.with_name(file.name + ".partial")
    workbook.save(partial)
    os.replace(partial, file)


def _write_sheets(workbook: Any, table: Table, rows: Iterator[dict[str, Any]], limit: int = _ROW_LIMIT) -> None:
    number, sheet, used = 1, _new_sheet(workbook, table, table.name), 1
    for row in rows:
        if used == limit:
            _close_sheet(sheet, table, used)
            number += 1
            sheet, used = _new_sheet(workbook, table, f"{table.name} ({number})"), 1
        sheet.append([_excel_cell(sheet, column, row[column.name]) for column in table.columns])
        used += 1
    _close_sheet(sheet, table, used)


def _new_sheet(workbook: Any, table: Table, title: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = workbook.create_sheet(title)
    sheet.freeze_panes = "A2"
    header = []
    for number, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column.name, 16)
        header.append(WriteOnlyCell(sheet, column.name))
        header[-1].font = Font(bold=True)
    sheet.append(header)
    return sheet


def _close_sheet(sheet: Any, table: Table, rows: int) -> None:
    from openpyxl.utils import get_column_letter

    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{rows}"


def _excel_cell(sheet: Any, column: Column, cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)  # Excel knows no zones; the tables' times are Vietnam's
    if column.type == "partial_date" and cell is not None and len(cell) == 10:
        return _day(cell)
    return _text_cell(sheet, "; ".join(cell) if isinstance(cell, list) else cell)


def _day(cell: str) -> date | str:
    try:
        day = date.fromisoformat(cell)
    except ValueError:
        return cell
    return day if day.year > 1900 else cell  # Excel's calendar begins there


def _text_cell(sheet: Any, cell: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if not isinstance(cell, str):
        return cell
    allowed = ILLEGAL_CHARACTERS_RE.sub("", cell).translate({0xFFFE: None, 0xFFFF: None})
    text = allowed.encode("utf-16-le", "replace").decode("utf-16-le")
    written = WriteOnlyCell(sheet, _cut(text))
    written.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        written.quotePrefix = True  # stays text when someone edits the cell
    return written


def _cut(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) // 2 <= _CELL_LIMIT:
        return text
    return units[: 2 * (_CELL_LIMIT - 1)].decode("utf-16-le", "ignore") + "…"
