"""The tables of an extraction as input of the linking: events by day, with their people and documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from extract.tables.checks import table_files

Row = Mapping[str, Any]
_EVENT_COLUMNS = tuple(
    """event_id article_id is_main type name status start_date end_date date_basis part_of_day mode organizers venue
    province province_code district district_code commune commune_code attendees attendees_max attendees_cmp
    attendees_unit url title published_at quote""".split()
)
_ROWS_AT_ONCE = 5_000


class EventSource:
    """The events of a folder, by their first day, each with the names of its officials and the keys of its
    documents."""

    def __init__(self, folder: Path) -> None:
        events = pa.concat_tables(_columns(folder, "events", _EVENT_COLUMNS))
        self.count = events.num_rows
        self._events = events.sort_by([("start_date", "ascending"), ("event_id", "ascending")])
        ids = pd.Index(self._events["event_id"].to_pandas())
        self._people = _Lists(ids, _columns(folder, "officials", ("event_id", "name")), "name")
        self._documents = _Lists(ids, _columns(folder, "documents", ("event_id", "key")), "key")

    def days(self) -> Iterator[tuple[str, list[tuple[Row, tuple[str, ...], tuple[str, ...]]]]]:
        """The events of every first day in order, those without a whole day first under "", with their people and
        documents."""
        for day, group in groupby(self._rows(), key=lambda item: _full_day(item[0]["start_date"])):
            yield day, list(group)

    def _rows(self) -> Iterator[tuple[Row, tuple[str, ...], tuple[str, ...]]]:
        at = 0
        for batch in self._events.to_batches(max_chunksize=_ROWS_AT_ONCE):
            for row in batch.to_pylist():
                yield row, self._people.of(at), self._documents.of(at)
                at += 1


class _Lists:
    """The values of a column of another table by the position of the event that each row belongs to."""

    def __init__(self, ids: pd.Index[str], parts: Sequence[pa.Table], column: str) -> None:
        table = pa.concat_tables(parts).combine_chunks()
        positions = ids.get_indexer(pd.Index(table["event_id"].to_pandas()))
        order = np.argsort(positions, kind="stable")
        order = order[positions[order] >= 0]
        self._values = table[column].take(pa.array(order))
        self._starts = np.searchsorted(positions[order], np.arange(len(ids) + 1))

    def of(self, position: int) -> tuple[str, ...]:
        start, end = self._starts[position], self._starts[position + 1]
        if start == end:
            return ()
        return tuple(value for value in self._values[start:end].to_pylist() if value is not None)


def _columns(folder: Path, table: str, names: Sequence[str]) -> list[pa.Table]:
    """Columns of a table, from one file or from those of a run in partitions."""
    return [pq.read_table(file, columns=list(names)) for file in table_files(folder, table)]


def _full_day(value: str | None) -> str:
    return value[:10] if value and len(value) >= 10 else ""
