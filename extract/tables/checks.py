"""Checks that a folder holds the complete tables of one run, without reading them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa

from extract.tables.rows import TABLES
from scraper.boundary.files import MARKER

PACKAGE = "datapackage.json"
PARTITIONS = "partitions.json"  # in the root of a run in partitions: their folders, in the order of the input
FILES = "sukien:files"  # property of the data package: the size in bytes of every file of the run


class NotTables(Exception):
    """The folder does not hold the tables; the message says what is missing or damaged and how to create it."""


def table_folders(folder: Path) -> list[Path]:
    """The folders in which the tables of a run are: `folder` itself, or one for each partition of a run in partitions.

    Raises NotTables where the list of partitions cannot be read.
    """
    try:
        listed = json.loads((folder / PARTITIONS).read_text(encoding="utf-8"))["partitions"]
        return [folder / name for name in listed]
    except FileNotFoundError:
        return [folder]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotTables(f"{folder / PARTITIONS} cannot be read: {error}; run `sukien extract` again") from None


def table_files(folder: Path, name: str) -> list[Path]:
    """The Parquet files that a table is in, in order: one, or one for each partition of a run in partitions."""
    whole = folder / f"{name}.parquet"
    return [whole] if whole.is_file() else [part / whole.name for part in table_folders(folder)]


def check_tables(folder: Path) -> None:
    """Raises NotTables, naming the file, where `folder` does not hold every table as one run wrote it."""
    for one in table_folders(folder):
        _check_folder(one)


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise NotTables(f"{folder} is not a folder; `sukien extract ARTICLES.jsonl --out {folder}` makes one")
    if (folder / MARKER).exists():
        raise NotTables(f"{folder} is being written, or was when that stopped; run `sukien extract` again")
    missing = [table.name for table in TABLES if not (folder / f"{table.name}.parquet").is_file()]
    if missing:
        raise NotTables(f"{folder} lacks {', '.join(missing)} (.parquet); is it a folder that `sukien extract` wrote?")
    for name, size in run_files(folder).items():
        file = folder / name
        if name.endswith(".parquet") and file.is_file() and (found := file.stat().st_size) != size:
            raise NotTables(
                f"{file} cannot be read: it has {found} bytes, not the {size} that its run wrote, so it is cut, "
                "changed or of another run; run `sukien extract` again"
            )


def run_files(folder: Path) -> dict[str, int]:
    """The files that the last run wrote into `folder` with their sizes, as its data package lists them.

    Empty where there is no package, or one of an older version. Raises NotTables where it cannot be read.
    """
    try:
        package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
        listed: dict[str, Any] = package.get(FILES, {})
        return {name: int(size) for name, size in listed.items() if Path(name).name == name}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise NotTables(f"{folder / PACKAGE} cannot be read: {error}; run `sukien extract` again") from None


@contextmanager
def damage_named(file: Path) -> Iterator[None]:
    """Turn the errors of reading a damaged Parquet file into NotTables, which names the file."""
    try:
        yield
    except (OSError, ValueError, OverflowError, KeyError, pa.ArrowException) as error:
        raise NotTables(f"{file} cannot be read: {error}; run `sukien extract` again") from error
