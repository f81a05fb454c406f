"""What the tests of the tables share: the tables of the sample articles, and a folder of rows written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from extract.batch import extract_to
from extract.reading import read_articles
from extract.tables import TABLES, Row
from extract.writing import TableFolder
from scraper.article import Place

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "data" / "gold" / "sample_articles.jsonl"

WriteTables = Callable[[Mapping[str, Iterable[Row]]], Path]


@pytest.fixture(scope="session")
def sample_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample articles, published by a body of a district."""
    out = tmp_path_factory.mktemp("sample") / "tables"
    place = Place("Điện Biên", "11", "Mường Lay", "095", level="district")
    extract_to(out, read_articles(SAMPLE, lambda site, url: place))
    return out


@pytest.fixture()
def write_tables(tmp_path: Path) -> WriteTables:
    """Write given rows as a folder of tables; a column that a row leaves out is empty, or its example if required."""

    def write(rows: Mapping[str, Iterable[Row]]) -> Path:
        with TableFolder(tmp_path / "tables") as folder:
            folder.add({table.name: [whole(table.name, row) for row in rows.get(table.name, ())] for table in TABLES})
        return tmp_path / "tables"

    return write


def whole(table_name: str, row: Row) -> Row:
    """The row with what its table requires."""
    table = next(table for table in TABLES if table.name == table_name)
    required = {column.name: _filler(column.type, column.example) for column in table.columns if column.required}
    return {**required, **row}


def _filler(kind: str, example: str) -> str | int | bool:
    if kind == "boolean":
        return True
    return int(example or 0) if kind == "integer" else example
