"""The data package against the validator of its own standard, over the tables of the sample articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from frictionless import validate

from extract.tables.rows import TABLES
from extract.tables.writer import read_rows


@pytest.mark.slow
def test_the_package_and_its_tables_are_valid(sample_tables: Path) -> None:
    report = validate(str(sample_tables / "datapackage.json"))
    assert report.valid, report.flatten(["title", "fieldName", "rowNumber", "note"])[:10]
    assert {task.name for task in report.tasks} >= {"articles", "events", "officials", "rejections"}


def test_closed_vocabularies_are_kept(sample_tables: Path) -> None:
    for table in TABLES:
        for column in table.columns:
            if column.values:
                printed = {row[column.name] for row in read_rows(sample_tables, table.name)}
                assert printed <= {None, *column.values}, f"{table.name}.{column.name}"
