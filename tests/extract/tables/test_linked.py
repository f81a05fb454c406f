"""The tables that linking adds: what they refer to, and whether a folder has those of its own extraction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from extract import load
from extract.linking.link import link_tables
from extract.tables.linked import LINKED, is_linked, tables_in
from extract.tables.rows import TABLES
from tests.extract.linking.made import COFFEE
from tests.extract.linking.reports import event_row
from tests.tables import WriteTables


def folder_of(write_tables: WriteTables, *rows: Mapping[str, Any]) -> Path:
    return write_tables({"articles": [{"article_id": row["article_id"]} for row in rows], "events": rows})


def test_a_new_extraction_leaves_the_folder_unlinked_until_it_is_linked_again(write_tables: WriteTables) -> None:
    folder = folder_of(write_tables, event_row(1, COFFEE))
    link_tables(folder)
    folder = folder_of(write_tables, event_row(2, COFFEE))
    assert not is_linked(folder)
    assert load(folder).occurrences.empty


def test_every_id_refers_to_the_key_of_a_table() -> None:
    keys = {table.name: table.primary_key for table in (*TABLES, *LINKED)}
    for table in LINKED:
        names = {column.name for column in table.columns}
        assert set(table.primary_key) <= names
        for column, target in table.foreign_keys:
            assert column in names and keys[target] == (column,)


def test_a_folder_has_the_linked_tables_once_all_of_them_are_there(write_tables: WriteTables) -> None:
    folder = folder_of(write_tables, event_row(1, COFFEE))
    assert tables_in(folder) == TABLES
    link_tables(folder)
    assert tables_in(folder) == TABLES + LINKED
    (folder / "people.parquet").unlink()
    assert tables_in(folder) == TABLES


@pytest.mark.parametrize("package", ["", "[]", json.dumps({"resources": 3}), json.dumps({"resources": []})])
def test_a_damaged_package_is_not_that_of_linked_tables(tmp_path: Path, package: str) -> None:
    assert not is_linked(tmp_path)
    (tmp_path / "datapackage.json").write_text(package, encoding="utf-8")
    assert not is_linked(tmp_path)
