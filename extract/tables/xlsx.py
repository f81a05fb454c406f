"""The tables as one XLSX workbook for spreadsheets, written in constant memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.declaration.columns import Column
from extract.declaration.tables import Table
from extract.tables.checks import check_tables
from extract.tables.linked import tables_in
from extract.tables.writer import read_rows
from scraper.boundary.files import replacing_file

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Excel's own limits: UTF-16 units in a cell, rows in a sheet.
_CELL_LIMIT = 32_767
_ROW_LIMIT = 1_048_576
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OPTIONS = {"constant_memory": True, "default_date_format": "yyyy-mm-dd hh:mm:ss"}
# Of the workbook itself, so that the same tables give the same file.
_PROPERTIES = {"title": "Sukien", "created": datetime(2026, 1, 1)}


def write_xlsx(folder: Path, file: Path) -> None:
    """Write the tables of `folder` as one workbook, one sheet a table, with a frozen header and filters.

    No cell is written as a formula. A cell longer than Excel allows ends in "…"; a table longer than a sheet continues
    in a second one. Raises NotTables where `folder` holds no tables.
    """
    from xlsxwriter import Workbook

    check_tables(folder)
    with replacing_file(file) as partial:
        with Workbook(str(partial), _OPTIONS) as workbook:
            workbook.set_properties(_PROPERTIES)
            for table in tables_in(folder):
                write_sheets(workbook, table, read_rows(folder, table.name))


def write_sheets(workbook: Workbook, table: Table, rows: Iterator[dict[str, Any]], limit: int = _ROW_LIMIT) -> None:
    """Write the rows of a table as one sheet, or as several where they exceed a sheet's `limit`."""
    formats = _Formats(workbook)
    number, sheet, used = 1, _new_sheet(workbook, table, table.name, formats), 1
    for row in rows:
        if used == limit:
            _close_sheet(sheet, table, used)
            number += 1
            sheet, used = _new_sheet(workbook, table, f"{table.name} ({number})", formats), 1
        for place, column in enumerate(table.columns):
            _write_cell(sheet, used, place, column, row[column.name], formats)
        used += 1
    _close_sheet(sheet, table, used)


class _Formats:
    """The formats of a workbook's cells."""

    def __init__(self, workbook: Workbook) -> None:
        self.header: Format = workbook.add_format({"bold": True})
        self.day: Format = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self.text: Format = workbook.add_format({"quote_prefix": True})  # stays text when someone edits the cell


def _new_sheet(workbook: Workbook, table: Table, title: str, formats: _Formats) -> Worksheet:
    sheet = workbook.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.name, formats.header)
    return sheet


def _close_sheet(sheet: Worksheet, table: Table, rows: int) -> None:
    sheet.autofilter(0, 0, rows - 1, len(table.columns) - 1)


def _write_cell(sheet: Worksheet, row: int, place: int, column: Column, cell: Any, formats: _Formats) -> None:
    if cell is None or cell == []:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, place, cell)
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, place, cell.replace(tzinfo=None))  # Excel knows no zones; the times are Vietnam's
    elif isinstance(cell, date):
        _write_day(sheet, row, place, cell.isoformat(), formats)
    elif isinstance(cell, (int, float)):
        sheet.write_number(row, place, cell)
    elif column.type == "partial_date" and len(cell) == 10:
        _write_day(sheet, row, place, cell, formats)
    else:
        text = _allowed("; ".join(cell) if isinstance(cell, list) else cell)
        sheet.write_string(row, place, text, formats.text if text.startswith(_FORMULA_STARTS) else None)


def _write_day(sheet: Worksheet, row: int, place: int, cell: str, formats: _Formats) -> None:
    """Write a day as a date, or as text where Excel's calendar does not have it."""
    if day := _day(cell):
        sheet.write_datetime(row, place, day, formats.day)
    else:
        sheet.write_string(row, place, cell)


def _day(cell: str) -> datetime | None:
    """The day, or None before 1901: Excel's calendar begins in 1900, which it takes for a leap year."""
    try:
        day = date.fromisoformat(cell)
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day) if day.year > 1900 else None


def _allowed(text: str) -> str:
    """The text without characters that a workbook cannot hold, cut to a cell's length."""
    units = _NOT_IN_XML.sub("", text).encode("utf-16-le", "replace")
    if len(units) // 2 <= _CELL_LIMIT:
        return units.decode("utf-16-le")
    return units[: 2 * (_CELL_LIMIT - 1)].decode("utf-16-le", "ignore") + "…"
