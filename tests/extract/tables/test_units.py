"""The tables of units and of their changes, which every linked run has."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from extract import load
from extract.linking.link import link_tables
from extract.tables.units import UNIT_CHANGES, UNITS, unit_change_rows, unit_rows


def test_rows_have_the_columns_of_their_tables() -> None:
    assert list(next(iter(unit_rows()))) == [column.name for column in UNITS]
    assert list(next(iter(unit_change_rows()))) == [column.name for column in UNIT_CHANGES]


def test_ids_are_unique_and_required_cells_are_filled() -> None:
    rows = list(unit_rows())
    assert len({row["unit_id"] for row in rows}) == len(rows) > 17_000
    required = [column.name for column in UNITS if column.required]
    assert [row for row in rows if any(row[name] is None for name in required)] == []


def test_a_district_has_its_interval_and_what_came_before_and_after() -> None:
    (row,) = [row for row in unit_rows() if row["unit_id"] == "769@2021-01-01"]
    assert (row["name"], row["tier"], row["valid_to"]) == ("Thủ Đức", "Thành phố", "2025-06-30")
    assert set(row["predecessors"]) == {"762", "763", "769"} and row["successors"]


@pytest.mark.slow
def test_a_linked_folder_has_them(sample_tables: Path, tmp_path: Path) -> None:
    folder = Path(copytree(sample_tables, tmp_path / "tables"))
    link_tables(folder)
    tables = load(folder)
    assert len(tables.units) > 17_000 and len(tables.unit_changes) > 17_000
    joined = tables.events.merge(tables.units, left_on="commune_code_2025", right_on="code")
    assert (joined["level"] == "commune").all()
