"""Linked tables in other formats: each is written as a file, the same for the same tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.linking.export import FORMATS, write_export
from extract.linking.link import link_tables
from extract.tables.checks import NotTables
from extract.tables.linked import LINKED


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_run_gives_the_same_text(linked: Path, name: str) -> None:
    before = FORMATS[name](linked)
    link_tables(linked)
    assert FORMATS[name](linked) == before


def test_a_file_is_written(linked: Path, tmp_path: Path) -> None:
    write_export(linked, "popolo", tmp_path / "people.json")
    assert json.loads((tmp_path / "people.json").read_text(encoding="utf-8"))["persons"]


def test_tables_that_are_not_linked_are_refused(sample_tables: Path, tmp_path: Path) -> None:
    for file in sample_tables.iterdir():
        if file.stem not in {table.name for table in LINKED} and file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [one for one in package["resources"] if one["name"] != "occurrences"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(NotTables, match="sukien link"):
        write_export(tmp_path, "popolo", tmp_path / "people.json")
