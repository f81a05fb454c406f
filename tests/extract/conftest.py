"""Fixtures for the tests of the extraction: a folder of rows written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from extract.declaration.tables import Row
from extract.tables.rows import TABLES
from extract.tables.writer import TableFolder
from tests.tables import WriteTables, whole


@pytest.fixture()
def write_tables(tmp_path: Path) -> WriteTables:
    """Write given rows as a folder of tables; a column that a row leaves out is empty, or its example if required."""

    def write(rows: Mapping[str, Iterable[Row]]) -> Path:
        with TableFolder(tmp_path / "tables") as folder:
            folder.add({table.name: [whole(table.name, row) for row in rows.get(table.name, ())] for table in TABLES})
        return tmp_path / "tables"

    return write
