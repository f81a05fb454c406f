"""Writing and reading of table files: one CSV and one Parquet file a table, and the data package that describes them.

All files of a run are replaced in one step: a run that dies leaves the previous tables as they were.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.json as pa_json
import pyarrow.parquet as pq

from extract.declaration.columns import Column
from extract.declaration.tables import Cell, Row, Table
from extract.tables.checks import FILES, PACKAGE, NotTables, damage_named, run_files, table_files
from extract.tables.datapackage import data_package
from extract.tables.linked import LINKED_IDS
from extract.tables.rows import TABLES
from scraper.boundary.files import replacing_folder
from scraper.boundary.values import VIETNAM

_ROWS_A_GROUP = 5_000
_AS_JSON = json.JSONEncoder(ensure_ascii=False).encode
_LEAST, _MOST = -(2**63), 2**63 - 1  # the whole numbers that a column holds
_CARRIAGE_RETURN = re.compile(r"\r\n?")
# What a spreadsheet evaluates when it opens a CSV (OWASP, "CSV Injection"), wide forms included.
_FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
# Written from the tables of a run, and out of date with the next.
_REPORT = "report.html"
_DERIVED = ("datacard.json", "datacard.md", _REPORT)
_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_ARROW = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "partial_date": pa.string(),
    "timestamp": pa.timestamp("s", tz=_ZONE.key),
    "list": pa.list_(pa.string()),
}
# What JSON has in place of days and times: days, and seconds, since 1970.
_PLAIN = {_ARROW["date"]: pa.int32(), _ARROW["timestamp"]: pa.int64()}
_EPOCH = date(1970, 1, 1)
_EPOCH_TIME = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class _Cells:
    """The cells of rows in both formats."""

    text: list[list[str]]
    arrow: list[list[Any]]


class TableFolder:
    """Writes all tables into a folder, as a context manager; they are put in place when the block ends without an
    error.

    `escape_formulas` puts an apostrophe before CSV cells that a spreadsheet would evaluate. `finish` is called with the
    new folder before it is put in place, to write other files of the same run into it. `tables` are the tables to
    write; those of `beside` are already in the folder, and are kept.
    """

    def __init__(
        self,
        folder: Path,
        escape_formulas: bool = False,
        finish: Callable[[Path], None] = lambda new: None,
        tables: Sequence[Table] = TABLES,
        beside: Sequence[Table] = (),
    ) -> None:
        self._folder = folder
        self._tables = tables
        self._beside = beside
        self._escape = escape_formulas
        self._finish = finish
        self._stack = ExitStack()
        self._files: dict[str, _TableFile] = {}
        self.counts = dict.fromkeys((table.name for table in tables), 0)

    def add(self, rows: Mapping[str, Iterable[Row]]) -> None:
        """Append the rows of one article, by table name. Raises ValueError, with nothing written, on a row that cannot
        be written."""
        cells = {name: self._files[name].cells(of_table) for name, of_table in rows.items()}
        for name, of_table in cells.items():
            self._files[name].add(of_table)
            self.counts[name] += len(of_table.text)

    def __enter__(self) -> TableFolder:
        with ExitStack() as stack:
            new = stack.enter_context(replacing_folder(self._folder, self._dropped))
            files = {table.name: _TableFile(new, table, self._escape) for table in self._tables}
            self._files = {name: stack.enter_context(file) for name, file in files.items()}
            self._stack = stack.pop_all()
        self._new = new
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._stack.__exit__(kind, error, trace)
            return
        with self._stack:
            for file in self._files.values():
                file.close()
            self._finish(self._new)
            kept = run_files(self._folder) if self._beside else {}
            _write_package(self._new, (*self._beside, *self._tables), kept)

    def _dropped(self, folder: Path) -> list[str]:
        """The files of the folder that this run replaces, or makes out of date."""
        return [*_files_of(self._tables), PACKAGE, _REPORT] if self._beside else _last_run(folder)


class _TableFile:
    """One table as CSV and Parquet."""

    def __init__(self, folder: Path, table: Table, escape_formulas: bool) -> None:
        self._table = table
        self._print = _as_harmless_text if escape_formulas else _as_text
        self._waiting: list[list[Any]] = []
        self._text: TextIO = (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._text, lineterminator="\n")
        self._csv.writerow(column.name for column in table.columns)
        self._parquet = pq.ParquetWriter(
            folder / f"{table.name}.parquet", arrow_schema(table), compression="zstd", write_page_checksum=True
        )

    def __enter__(self) -> _TableFile:
        return self

    def __exit__(self, *error: object) -> None:
        try:
            self._text.close()
        finally:
            self._parquet.close()

    def cells(self, rows: Iterable[Row]) -> _Cells:
        """The cells of rows. Raises ValueError where a column cannot hold one."""
        names, cells = [column.name for column in self._table.columns], _Cells([], [])
        for row in rows:
            values = [row.get(name) for name in names]
            cells.text.append(["" if value is None else self._print(value) for value in values])
            cells.arrow.append(_arrow_cells(self._table, values))
        return cells

    def add(self, cells: _Cells) -> None:
        """Write the rows, those of Parquet once a row group is full."""
        self._csv.writerows(cells.text)
        self._waiting += cells.arrow
        if len(self._waiting) >= _ROWS_A_GROUP:
            self._flush()

    def close(self) -> None:
        """Write the pending rows, and close both files. Raises OSError where the disk is full."""
        self._flush()
        self._parquet.close()
        self._text.close()

    def _flush(self) -> None:
        self._parquet.write_table(_arrow_table(self._table, self._waiting))
        self._waiting = []


def arrow_schema(table: Table) -> pa.Schema:
    """The names and Arrow types of a table's columns."""
    return pa.schema([(column.name, _ARROW[column.type]) for column in table.columns])


def arrow_table(table: Table, rows: Sequence[Row]) -> pa.Table:
    """Rows as an Arrow table with the table's schema. Raises ValueError where a column cannot hold a cell."""
    names = [column.name for column in table.columns]
    return _arrow_table(table, [_arrow_cells(table, [row.get(name) for name in names]) for row in rows])


def _arrow_table(table: Table, rows: Sequence[Sequence[Any]]) -> pa.Table:
    """Rows as an Arrow table, by way of JSON: from Python lists Arrow would import pandas, which takes longer than
    everything else in the extraction of an article. The JSON is one object, with the list of a column's cells each."""
    schema = arrow_schema(table)
    if not rows:
        return schema.empty_table()
    line = _AS_JSON(dict(zip(schema.names, zip(*rows)))).encode()
    plain = pa.schema([(field.name, pa.list_(_PLAIN.get(field.type, field.type))) for field in schema])
    one_block = pa_json.ReadOptions(use_threads=False, block_size=len(line) + 1)
    (read,) = pa_json.read_json(BytesIO(line), one_block, pa_json.ParseOptions(explicit_schema=plain)).to_batches()
    return pa.table([read[field.name].flatten().cast(field.type) for field in schema], schema)


def _arrow_cells(table: Table, values: Sequence[Cell]) -> list[Any]:
    pairs = zip(table.columns, values)
    return [value if column.type == "string" else _as_arrow(column, value) for column, value in pairs]


def _last_run(folder: Path) -> list[str]:
    """The files that the last run wrote into a folder, and those made from them: the next run removes them."""
    try:
        listed = list(run_files(folder))
    except NotTables:
        listed = []
    return [*(name for name in listed if name != LINKED_IDS), *_files_of(TABLES), PACKAGE, *_DERIVED]


def _files_of(tables: Iterable[Table]) -> list[str]:
    return [f"{table.name}.{kind}" for table in tables for kind in ("csv", "parquet")]


def _write_package(folder: Path, tables: Sequence[Table], kept: Mapping[str, int]) -> None:
    """Describe the tables of a folder, and list its files with their sizes: those written now, and those that are
    kept."""
    sizes = {file.name: file.stat().st_size for file in sorted(folder.iterdir()) if file.is_file()}
    package = json.dumps({**data_package(tables), FILES: {**kept, **sizes}}, ensure_ascii=False, indent=2) + "\n"
    (folder / PACKAGE).write_text(package, encoding="utf-8")


def read_rows(folder: Path, table_name: str, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a table that was written into `folder`, with all columns or the given ones, a batch at a time, so
    that a large table does not fill memory. Lists are lists, times are datetimes in Vietnam's zone.

    Raises NotTables, naming the file, where it is damaged.
    """
    for path in table_files(folder, table_name):
        with damage_named(path), pq.ParquetFile(path, page_checksum_verification=True) as file:
            for batch in file.iter_batches(batch_size=2_000, columns=columns):
                yield from _rows_of(batch)


def _rows_of(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """The rows of a batch. Times are converted here, because Arrow would import pandas for it."""
    times = [field.name for field in batch.schema if pa.types.is_timestamp(field.type) and field.type.tz]
    in_microseconds = pa.schema(
        [field.with_type(pa.timestamp("us", field.type.tz)) if field.name in times else field for field in batch.schema]
    )
    plain = pa.schema([field.with_type(pa.int64()) if field.name in times else field for field in batch.schema])
    rows: list[dict[str, Any]] = batch.cast(in_microseconds).cast(plain).to_pylist()
    for row in rows:
        for name in times:
            if row[name] is not None:
                row[name] = (_EPOCH_TIME + timedelta(microseconds=row[name])).astimezone(_ZONE)
    return rows


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        # Readers of CSV take a bare carriage return for the end of a row, and some end a file at a NUL.
        return _CARRIAGE_RETURN.sub("\n", cell).replace("\x00", "") if "\r" in cell or "\x00" in cell else cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return "; ".join(map(_as_text, cell))
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def _as_harmless_text(cell: Cell) -> str:
    """The cell with an apostrophe before anything that a spreadsheet would evaluate."""
    text = _as_text(cell)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) and isinstance(cell, (str, tuple)) else text


def _as_arrow(column: Column, cell: Cell) -> Any:
    if cell is None:
        return [] if column.type == "list" else None
    if isinstance(cell, int) and not _LEAST <= cell <= _MOST:
        raise ValueError(f"{column.name}: {cell} is too large for a table")
    if column.type == "timestamp":
        moment = datetime.fromisoformat(str(cell))
        return int((moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)).timestamp())
    if column.type == "date":
        return (date.fromisoformat(str(cell)) - _EPOCH).days
    return list(cell) if isinstance(cell, tuple) else cell
