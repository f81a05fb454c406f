"""Tables to files: one CSV and one Parquet file a table, and the data package that describes them.

Files appear under their names only when they are whole: a run that dies leaves the last good tables as they were.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from extract.tables.datapackage import data_package
from extract.tables.rows import TABLES, Cell, Row, Table
from extract.tables.schema import Column

# Vietnam has had one time zone and no summer time since 1975; a bare publication day begins there.
VIETNAM = timezone(timedelta(hours=7))
_ROWS_A_GROUP = 5_000
_ARROW = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "partial_date": pa.string(),
    "timestamp": pa.timestamp("s", tz="Asia/Ho_Chi_Minh"),
    "list": pa.list_(pa.string()),
}


class TableFolder:
    """Writes all tables into a folder, as a context manager; the files take their names when the block ends well."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._files = {table.name: _TableFile(folder, table) for table in TABLES}
        self.counts = dict.fromkeys(self._files, 0)

    def add(self, rows: Mapping[str, Iterable[Row]]) -> None:
        """Append the rows of one article, by table name."""
        for name, of_table in rows.items():
            self.counts[name] += self._files[name].add(of_table)

    def __enter__(self) -> TableFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close(keep=kind is None)
        if kind is None:
            package = json.dumps(data_package(), ensure_ascii=False, indent=2) + "\n"
            replace_text(self._folder / "datapackage.json", package)


class _TableFile:
    """One table as CSV and Parquet, under temporary names until closed."""

    def __init__(self, folder: Path, table: Table) -> None:
        self._table = table
        self._targets = (folder / f"{table.name}.csv", folder / f"{table.name}.parquet")
        self._partial = tuple(target.with_suffix(target.suffix + ".partial") for target in self._targets)
        self._text: TextIO = self._partial[0].open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._text, lineterminator="\n")
        self._csv.writerow(column.name for column in table.columns)
        self._parquet = pq.ParquetWriter(self._partial[1], arrow_schema(table), compression="zstd")
        self._waiting: list[Row] = []

    def add(self, rows: Iterable[Row]) -> int:
        added = list(rows)
        self._csv.writerows([_as_text(row.get(column.name)) for column in self._table.columns] for row in added)
        self._waiting += added
        if len(self._waiting) >= _ROWS_A_GROUP:
            self._flush()
        return len(added)

    def close(self, keep: bool) -> None:
        self._flush()
        self._parquet.close()
        self._text.close()
        for partial, target in zip(self._partial, self._targets):
            if keep:
                os.replace(partial, target)
            else:
                partial.unlink()

    def _flush(self) -> None:
        self._parquet.write_table(arrow_table(self._table, self._waiting))
        self._waiting = []


def arrow_schema(table: Table) -> pa.Schema:
    """The names and Arrow types of a table's columns."""
    return pa.schema([(column.name, _ARROW[column.type]) for column in table.columns])


def arrow_table(table: Table, rows: Sequence[Row]) -> pa.Table:
    """Rows as an Arrow table with the table's schema."""
    schema = arrow_schema(table)
    columns = [[_as_arrow(column, row.get(column.name)) for row in rows] for column in table.columns]
    arrays = [pa.array(values, type=field.type) for values, field in zip(columns, schema)]
    return pa.Table.from_arrays(arrays, schema=schema)


def read_rows(folder: Path, table_name: str, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a table that was written into `folder`, with all columns or the given ones, a batch at a time, so
    that a large table does not fill memory. Lists are lists, times are datetimes in Vietnam's zone."""
    with pq.ParquetFile(folder / f"{table_name}.parquet") as file:
        for batch in file.iter_batches(batch_size=2_000, columns=columns):
            yield from batch.to_pylist()


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return "; ".join(cell)
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def _as_arrow(column: Column, cell: Cell) -> Any:
    if cell is None:
        return [] if column.type == "list" else None
    if column.type == "timestamp":
        moment = datetime.fromisoformat(str(cell))
        return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
    return list(cell) if isinstance(cell, tuple) else cell


def replace_text(path: Path, text: str) -> None:
    """Write a file that is seen either whole or not at all."""
    partial = path.with_suffix(path.suffix + ".partial")
    partial.write_text(text, encoding="utf-8")
    os.replace(partial, path)
