"""A folder of tables as typed DataFrames, and the joins that analysts ask for first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from extract.tables.checks import NotTables, check_tables, damage_named, table_files
from extract.tables.linked import LINKED, is_linked
from extract.tables.rows import TABLES, Row, Table
from extract.tables.schema import Column
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
    """The tables of a run as DataFrames.

    Dates are timestamps: an ISO prefix is the first day of its period in a start column and the last in an end
    column, with the grain beside it (`date_precision`, `precision`). Counts are nullable integers, closed
    vocabularies categories, lists Python lists. `published_at` and `fetched_at` are times in Vietnam. The tables from
    `occurrences` on are empty until `sukien link` made them of the others.
    """

    articles: pd.DataFrame
    events: pd.DataFrame
    officials: pd.DataFrame
    positions: pd.DataFrame
    attendance: pd.DataFrame
    documents: pd.DataFrame
    dates: pd.DataFrame
    rejections: pd.DataFrame
    occurrences: pd.DataFrame
    occurrence_reports: pd.DataFrame
    people: pd.DataFrame
    person_mentions: pd.DataFrame
    tenures: pd.DataFrame
    laws: pd.DataFrame
    law_citations: pd.DataFrame
    units: pd.DataFrame
    unit_changes: pd.DataFrame

    def events_with_officials(self) -> pd.DataFrame:
        """One row an official of an event: the event's columns, then the person's (suffix "_official" where both
        tables have one of that name)."""
        return self.events.merge(self.officials, on=["event_id", "article_id"], suffixes=("", "_official"))

    def citations_with_events(self) -> pd.DataFrame:
        """One row a cited document, with the event that it was cited for where there is one (suffix "_event")."""
        return self.documents.merge(self.events, on=["event_id", "article_id"], how="left", suffixes=("", "_event"))


def load_tables(folder: Path | str) -> Tables:
    """The tables that `sukien extract` or `sukien demo` wrote into `folder`. Raises NotTables where they are not."""
    folder = Path(folder)
    check_tables(folder)
    linked = is_linked(folder)
    read = {table.name: _read(folder, table) for table in (TABLES + LINKED if linked else TABLES)}
    return Tables(**read, **({} if linked else {table.name: _of_rows(table, ()) for table in LINKED}))


def tables_of(rows: Mapping[str, Sequence[Row]]) -> Tables:
    """Rows by table name, as an extraction gives them, as typed DataFrames; tables without rows are empty."""
    return Tables(**{table.name: _of_rows(table, rows.get(table.name, ())) for table in TABLES + LINKED})


def _read(folder: Path, table: Table) -> pd.DataFrame:
    parts = [_read_file(file, table) for file in table_files(folder, table.name)]
    return _frame(table, pa.concat_tables(parts).to_pandas())


def _read_file(file: Path, table: Table) -> pa.Table:
    with damage_named(file):
        raw = pq.read_table(file, page_checksum_verification=True)
    absent = [column.name for column in table.columns if column.name not in raw.column_names]
    if absent:
        raise NotTables(f"{file} has no column {', '.join(absent)}; it is of another version: extract again")
    return raw


def _frame(table: Table, raw: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({column.name: _typed(column, raw[column.name]) for column in table.columns})


def _of_rows(table: Table, rows: Sequence[Row]) -> pd.DataFrame:
    return _frame(table, arrow_table(table, rows).to_pandas())


def _typed(column: Column, values: pd.Series) -> pd.Series:
    if column.vocabulary:
        return values.astype(pd.CategoricalDtype(list(column.vocabulary)))
    if column.type == "partial_date":
        return _period_bound(values.astype("string"), last=column.name == "end_date")
    if column.type == "list":
        return values.map(list)
    return values.astype(_DTYPES[column.type])  # type: ignore[call-overload, no-any-return]


def _period_bound(values: pd.Series, last: bool) -> pd.Series:
    """The first or the last day of the period that an ISO prefix names; a prefix longer than a day is cut to it."""
    width = values.str.len()
    whole = values.str.slice(0, 10) + width.map({4: "-01-01", 7: "-01"}).fillna("")
    first = pd.to_datetime(whole, errors="coerce").dt.as_unit("us")
    if not last:
        return first
    month_end, year_end = first + pd.offsets.MonthEnd(0), first + pd.offsets.YearEnd(0)
    return first.mask((width == 7).fillna(False), month_end).mask((width == 4).fillna(False), year_end)
