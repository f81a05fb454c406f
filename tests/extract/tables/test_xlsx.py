"""The workbook: a sheet a table, in which no text of an article becomes a formula."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from extract.tables.rows import TABLES
from extract.tables.xlsx import write_sheets, write_xlsx
from tests.tables import WriteTables, whole


def test_workbook_has_a_sheet_a_table_with_frozen_header_and_filter(sample_tables: Path, tmp_path: Path) -> None:
    write_xlsx(sample_tables, tmp_path / "sukien.xlsx")
    workbook = load_workbook(tmp_path / "sukien.xlsx")
    assert workbook.sheetnames == [table.name for table in TABLES]
    events = workbook["events"]
    assert events.freeze_panes == "A2" and events.auto_filter.ref == f"A1:AV{events.max_row}"
    header = [cell.value for cell in events[1]]
    start = events.cell(2, header.index("start_date") + 1)
    assert start.is_date


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x.example","y")', "+1+1", "-2", "@SUM(A1)", "\t=1"])
def test_no_text_of_an_article_becomes_a_formula(write_tables: WriteTables, text: str) -> None:
    folder = write_tables({"articles": [{"article_id": "a1", "title": text}]})
    write_xlsx(folder, folder / "s.xlsx")
    cell = load_workbook(folder / "s.xlsx")["articles"]["D2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a" * 40_000, "a" * 32_766 + "…"), ("𐐷" * 20_000, "𐐷" * 16_383 + "…"), ("a\x00\x0b\ufffeb", "ab")],
    ids=["long", "astral", "control"],
)
def test_cells_keep_within_what_excel_reads(write_tables: WriteTables, text: str, kept: str) -> None:
    folder = write_tables({"articles": [{"article_id": "a1", "text": text}]})
    write_xlsx(folder, folder / "s.xlsx")
    cell = load_workbook(folder / "s.xlsx")["articles"]["K2"]
    assert cell.value == kept and len(cell.value.encode("utf-16-le")) // 2 <= 32_767


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(tmp_path: Path) -> None:
    rejections = TABLES[-1]
    rows = [{**dict.fromkeys(column.name for column in rejections.columns), **whole("rejections", {})}] * 5
    with Workbook(str(tmp_path / "long.xlsx"), {"constant_memory": True}) as workbook:
        write_sheets(workbook, rejections, iter(rows), limit=3)
    assert load_workbook(tmp_path / "long.xlsx").sheetnames == ["rejections", "rejections (2)", "rejections (3)"]
