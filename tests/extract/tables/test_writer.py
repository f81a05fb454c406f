"""Table files: the cells in CSV and in Parquet, and that both agree."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from extract.tables.rows import TABLES
from extract.tables.writer import TableFolder
from tests.tables import WriteTables

EVENT = {
    "event_id": "e1",
    "article_id": "a1",
    "is_main": True,
    "type": "training",
    "status": "held",
    "name": 'Tập huấn "công tác, Mặt trận"\nnăm 2024',
    "start_date": "2024-03",
    "organizers": ("UBND huyện", "Sở Nội vụ"),
    "attendees": 1640,
    "published_at": "2024-03-13",
    "confidence": 0.9321,
}


@pytest.fixture()
def folder(write_tables: WriteTables) -> Path:
    return write_tables({"articles": [{"article_id": "a1"}], "events": [EVENT]})


def cells(folder: Path) -> dict[str, str]:
    with (folder / "events.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    return row


@pytest.mark.parametrize(
    ("column", "printed"),
    [
        ("is_main", "true"),
        ("name", 'Tập huấn "công tác, Mặt trận"\nnăm 2024'),
        ("start_date", "2024-03"),
        ("end_date", ""),
        ("organizers", "UBND huyện; Sở Nội vụ"),
        ("attendees", "1640"),
        ("attendees_max", ""),
        ("published_at", "2024-03-13"),
        ("confidence", "0.932"),
    ],
)
def test_a_cell_of_the_csv(folder: Path, column: str, printed: str) -> None:
    assert cells(folder)[column] == printed


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("is_main", True),
        ("start_date", "2024-03"),
        ("attendees", 1640),
        ("published_at", pd.Timestamp("2024-03-13", tz="Asia/Ho_Chi_Minh")),
        ("confidence", 0.9321),
    ],
)
def test_a_cell_of_the_parquet(folder: Path, column: str, value: object) -> None:
    (cell,) = pd.read_parquet(folder / "events.parquet")[column]
    assert cell == value


def test_an_empty_cell_of_the_parquet_is_null(folder: Path) -> None:
    events = pd.read_parquet(folder / "events.parquet")
    assert events[["end_date", "attendees_max", "venue"]].isna().all(axis=None)


def test_a_list_is_a_list_in_the_parquet(folder: Path) -> None:
    (cell,) = pd.read_parquet(folder / "events.parquet")["organizers"]
    assert list(cell) == ["UBND huyện", "Sở Nội vụ"]


def test_csv_is_utf8_without_a_byte_order_mark(folder: Path) -> None:
    assert (folder / "events.csv").read_bytes().startswith(b"event_id,article_id,is_main,type,name")


def test_a_table_without_rows_still_has_its_header(folder: Path) -> None:
    for table in TABLES:
        header = (folder / f"{table.name}.csv").read_text(encoding="utf-8").partition("\n")[0]
        assert header == ",".join(column.name for column in table.columns)


def test_a_run_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        with TableFolder(tmp_path):
            raise RuntimeError("stopped")
    assert list(tmp_path.iterdir()) == []
