"""The tables for other tools: one SQLite file that opens in Datasette, one XLSX workbook for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from extract.tables.checks import check_tables
from extract.tables.linked import tables_in
from extract.tables.rows import Table
from extract.tables.schema import Column
from extract.tables.writer import read_rows
from scraper.boundary.files import replacing_file

# Excel's own limits: UTF-16 units in a cell, rows in a sheet.
_CELL_LIMIT = 32_767
_ROW_LIMIT = 1_048_576
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_xlsx(folder: Path, file: Path) -> None:
    """The tables of `folder` as one workbook, one sheet a table, with a frozen header and filters.

    No cell is a formula, whatever an article says. A cell longer than Excel allows ends in "…"; a table longer than
    a sheet goes on in a second one. Raises NotTables where `folder` holds no tables.
    """
    from openpyxl import Workbook

    check_tables(folder)
    workbook = Workbook(write_only=True)
    for table in tables_in(folder):
        _write_sheets(workbook, table, read_rows(folder, table.name))
    with replacing_file(file) as partial:
        workbook.save(partial)


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
        sheet.column_dimensions[get_column_letter(number)].width = column.width
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
