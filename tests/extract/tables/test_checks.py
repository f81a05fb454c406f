"""Checks that a folder holds complete tables, without reading them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.tables.checks import (
    PACKAGE,
    PARTITIONS,
    NotTables,
    check_tables,
    damage_named,
    run_files,
    table_files,
    table_folders,
)
from scraper.boundary.files import MARKER


@pytest.fixture()
def folder(sample_tables: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_tables, tmp_path / "tables"))


def cut(folder: Path) -> None:
    file = folder / "dates.parquet"
    file.write_bytes(file.read_bytes()[:-10])


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda folder: (folder / "dates.parquet").unlink(), "lacks dates"),
        (cut, r"dates\.parquet cannot be read: it has \d+ bytes"),
        (lambda folder: (folder / MARKER).touch(), "is being written"),
        (lambda folder: (folder / PACKAGE).write_text("{"), r"datapackage\.json cannot be read"),
        (shutil.rmtree, "is not a folder"),
    ],
)
def test_damage_is_named(folder: Path, damage: Callable[[Path], object], said: str) -> None:
    check_tables(folder)
    damage(folder)
    with pytest.raises(NotTables, match=said):
        check_tables(folder)


def test_a_csv_that_someone_changed_is_no_damage(folder: Path) -> None:
    (folder / "dates.csv").write_text("", encoding="utf-8")
    check_tables(folder)


def test_a_folder_of_an_older_version_lists_no_files(folder: Path) -> None:
    (folder / PACKAGE).unlink()
    assert run_files(folder) == {}
    (folder / PACKAGE).write_text(json.dumps({"sukien:files": {"../x": 1, "a.csv": 2}}), encoding="utf-8")
    assert run_files(folder) == {"a.csv": 2}


def test_tables_in_partitions(tmp_path: Path) -> None:
    assert table_folders(tmp_path) == [tmp_path]
    (tmp_path / PARTITIONS).write_text('{"partitions": ["part-0", "part-1"]}', encoding="utf-8")
    assert [file.parent.name for file in table_files(tmp_path, "events")] == ["part-0", "part-1"]
    (tmp_path / PARTITIONS).write_text("[]", encoding="utf-8")
    with pytest.raises(NotTables, match=r"partitions\.json cannot be read"):
        table_folders(tmp_path)


def test_what_a_reader_raises_is_told_with_the_file() -> None:
    with pytest.raises(NotTables, match=r"x\.parquet cannot be read: no footer"), damage_named(Path("x.parquet")):
        raise OSError("no footer")
