"""A folder of tables as typed DataFrames, and the joins that analysts ask for first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow.dataset as ds

from extract.declaration.columns import Column
from extract.declaration.tables import Row, Table
from extract.tables.checks import NotTables, check_tables, damage_named, table_files
from extract.tables.linked import LINKED, is_linked
from extract.tables.rows import TABLES
from extract.tables.writer import arrow_table

__all__ = ["NotTables", "Tables", "check_tables", "load_tables", "tables_of"]

_DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "timestamp": "datetime64[ms, Asia/Ho_Chi_Minh]",
}


@dataclass(frozen=True)
class Tables:
    """The tables of a run as DataFrames, each an attribute by its name: `tables.events`.

    Dates are timestamps: an ISO prefix is the first day of its period in a start column and the last in an end column,
    with the precision beside it (`date_precision`, `precision`). Counts are nullable integers, closed vocabularies
    categories, lists Python lists. `published_at` and `fetched_at` are times in Vietnam. The tables from `occurrences`
    on are empty until `sukien link` has made them from the others.
    """

    frames: Mapping[str, pd.DataFrame]

    def __getattr__(self, name: str) -> pd.DataFrame:
        """The table of that name. Raises AttributeError, listing the existing names, where there is none."""
        frames: Mapping[str, pd.DataFrame] = self.__dict__.get("frames", {})
        if name not in frames:
            raise AttributeError(f"there is no table {name}; there are {', '.join(frames)}")
        return frames[name]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.frames]

    def events_with_officials(self) -> pd.DataFrame:
        """One row an official of an event: the event's columns, then the person's (suffix "_official" where both
        tables have one of that name)."""
        return self.events.merge(self.officials, on=["event_id", "article_id"], suffixes=("", "_official"))

    def citations_with_events(self) -> pd.DataFrame:
        """One row a cited document, with the event that it was cited for where there is one (suffix "_event")."""
        return self.documents.merge(self.events, on=["event_id", "article_id"], how="left", suffixes=("", "_event"))


Columns = Mapping[str, Sequence[str]]
Filters = Mapping[str, ds.Expression]


def load_tables(folder: Path | str, columns: Columns | None = None, where: Filters | None = None) -> Tables:
    """The tables that `sukien extract` or `sukien demo` wrote into `folder`.

    `columns` maps table names to the columns to read: all for a table that it does not name, none for an empty list;
    they keep the order of the table. `where` maps table names to a filter of rows, an expression of pyarrow.dataset.
    Raises NotTables where the tables are missing, KeyError for an unknown table or column.
    """
    sets = open_tables(folder)
    named = {name: tuple(dict.fromkeys(wanted)) for name, wanted in (columns or {}).items()}
    if unknown := [name for name in (*named, *(where or {})) if name not in sets]:
        raise KeyError(f"there is no table {unknown[0]}; there are {', '.join(sets)}")
    frames = {
        table.name: _frame(table, _scan(table, sets[table.name], named.get(table.name), (where or {}).get(table.name)))
        for table in TABLES + LINKED
        if table.name in sets
    }
    return Tables({**frames, **{table.name: _of_rows(table, ()) for table in LINKED if table.name not in sets}})


def open_tables(folder: Path | str) -> dict[str, ds.Dataset]:
    """The tables in `folder` by name as pyarrow datasets, not yet read; DuckDB and Polars accept them.

    Raises NotTables where they are missing.
    """
    folder = Path(folder)
    check_tables(folder)
    return {table.name: _dataset(folder, table) for table in (TABLES + LINKED if is_linked(folder) else TABLES)}


def _scan(table: Table, rows: ds.Dataset, columns: Sequence[str] | None, where: ds.Expression | None) -> pd.DataFrame:
    if columns is not None and (unknown := [name for name in columns if name not in rows.schema.names]):
        raise KeyError(f"table {table.name} has no column {unknown[0]}; it has {', '.join(rows.schema.names)}")
    with damage_named(Path(rows.files[0])):
        wanted = None if columns is None else list(columns)
        read: pd.DataFrame = rows.to_table(columns=wanted, filter=where).to_pandas()
    return read


def tables_of(rows: Mapping[str, Sequence[Row]]) -> Tables:
    """Rows by table name, as an extraction gives them, as typed DataFrames; tables without rows are empty."""
    return Tables({table.name: _of_rows(table, rows.get(table.name, ())) for table in TABLES + LINKED})


def _dataset(folder: Path, table: Table) -> ds.Dataset:
    files = table_files(folder, table.name)
    options = ds.ParquetFragmentScanOptions(page_checksum_verification=True)
    with damage_named(files[0]):
        found = ds.dataset(list(map(str, files)), format=ds.ParquetFileFormat(default_fragment_scan_options=options))
    if absent := [column.name for column in table.columns if column.name not in found.schema.names]:
        raise NotTables(f"{files[0]} has no column {', '.join(absent)}; it is of another version: extract again")
    return found


def _frame(table: Table, raw: pd.DataFrame) -> pd.DataFrame:
    read = [column for column in table.columns if column.name in raw]
    return pd.DataFrame({column.name: _typed(column, raw[column.name]) for column in read})


def _of_rows(table: Table, rows: Sequence[Row]) -> pd.DataFrame:
    return _frame(table, arrow_table(table, rows).to_pandas())


def _typed(column: Column, values: pd.Series) -> pd.Series:
    if column.values:
        return values.astype(pd.CategoricalDtype(list(column.values)))
    if column.type == "partial_date":
        return _period_bound(values.astype("string"), last=column.name == "end_date")
    if column.type == "date":
        return pd.to_datetime(values).dt.as_unit("us")
    if column.type == "list":
        return values.map(list)
    return values.astype(_DTYPES[column.type])  # type: ignore[call-overload, no-any-return]


def _period_bound(values: pd.Series, last: bool) -> pd.Series:
    """The first or the last day of the period of an ISO prefix; anything longer than a day is cut to the day."""
    width = values.str.len()
    whole = values.str.slice(0, 10) + width.map({4: "-01-01", 7: "-01"}).fillna("")
    first = pd.to_datetime(whole, errors="coerce").dt.as_unit("us")
    if not last:
        return first
    month_end, year_end = first + pd.offsets.MonthEnd(0), first + pd.offsets.YearEnd(0)
    return first.mask((width == 7).fillna(False), month_end).mask((width == 4).fillna(False), year_end)
