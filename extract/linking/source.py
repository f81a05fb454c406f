"""The tables of an extraction as input of the linking: events by day, with their people and documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from extract.linking.comparison.posts import bare_unit
from extract.tables.checks import table_files
from extract.text.normalize import fold

Row = Mapping[str, Any]
Told = tuple[Row, tuple[str, ...], tuple[str, ...]]
_INFERRED = "year_inferred"
_EVENT_COLUMNS = tuple(
    """event_id article_id is_main type name status start_date end_date date_basis part_of_day mode organizers venue
    province province_code district district_code commune commune_code attendees attendees_max attendees_cmp
    attendees_unit url title published_at quote place_confidence""".split()
)
_ROWS_AT_ONCE = 5_000
_REMOTE = ("online", "hybrid")
_LOCAL_LEVELS = ("province", "district", "commune")


class EventSource:
    """The events of a folder, by their first day, each with the names of its officials and the keys of its
    documents."""

    def __init__(self, folder: Path, known_days: Mapping[str, str] | None = None) -> None:
        """`known_days` are the days of events whose own articles do not tell them, by event id."""
        events = pa.concat_tables(_columns(folder, "events", _EVENT_COLUMNS))
        self.count = events.num_rows
        events = events.append_column("day", _days(events, known_days or {}))
        self._events = events.sort_by([("day", "ascending"), ("event_id", "ascending")])
        ids = pd.Index(self._events["event_id"].to_pandas())
        self._people = _Lists(ids, _columns(folder, "officials", ("event_id", "name")), "name")
        self._documents = _Lists(ids, _columns(folder, "documents", ("event_id", "key")), "key")
        self._local = _Lists(ids, [_local_people(folder, self._events)], "name")

    def days(self) -> Iterator[tuple[str, list[Told]]]:
        """The events of every first day in order, those without a whole day first under "", with their people and
        documents. Each has its `day`."""
        for day, group in groupby(self._rows(self._events, count()), key=lambda item: str(item[0]["day"])):
            yield day, list(group)

    @property
    def uncertain(self) -> pa.Array:
        """Which events have no year that is certain: their article has no publication, and they no day, or one whose
        year was inferred."""
        inferred = pc.fill_null(pc.equal(self._events["date_basis"], _INFERRED), False)
        return pc.and_(pc.is_null(self._events["published_at"]), pc.or_(inferred, pc.equal(self._events["day"], "")))

    def of_days(self, printed: Mapping[str, str]) -> Iterator[tuple[str, bool, Told]]:
        """The events of which the year is not certain, and those of the same day of any year: month and day of each (""
        where neither is told), whether its year is certain, and the event as in `days`. `printed` are month and day of
        events without a day."""
        days, events = self._events["day"].to_pylist(), self._events["event_id"].to_pylist()
        month_days = [day[5:] or printed.get(event_id, "") for day, event_id in zip(days, events)]
        uncertain = self.uncertain.to_pylist()
        wanted = {day for day, unsure in zip(month_days, uncertain) if unsure}
        chosen = [at for at, day in enumerate(month_days) if day in wanted and (uncertain[at] or days[at])]
        for at, row in zip(chosen, self._rows(self._events.take(pa.array(chosen, pa.int64())), chosen)):
            yield month_days[at], not uncertain[at], row

    def _rows(self, events: pa.Table, positions: Iterable[int]) -> Iterator[Told]:
        at = iter(positions)
        for batch in events.to_batches(max_chunksize=_ROWS_AT_ONCE):
            for row in batch.to_pylist():
                position = next(at)
                row["local_people"] = self._local.of(position)
                yield row, self._people.of(position), self._documents.of(position)


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
        """The values of the id at a position."""
        start, end = self._starts[position], self._starts[position + 1]
        if start == end:
            return ()
        return tuple(value for value in self._values[start:end].to_pylist() if value is not None)


def _columns(folder: Path, table: str, names: Sequence[str]) -> list[pa.Table]:
    """Columns of a table, from one file or from those of a run in partitions."""
    return [pq.read_table(file, columns=list(names)) for file in table_files(folder, table)]


def _local_people(folder: Path, events: pa.Table) -> pa.Table:
    """The people of the events with further venues whose post is of a unit that is not named ("Chủ tịch UBND tỉnh"):
    the article is from there."""
    remote = events.filter(pc.is_in(events["mode"], pa.array(_REMOTE)))["event_id"].combine_chunks()
    officials = pa.concat_tables(_columns(folder, "officials", ("event_id", "name", "official_id")))
    officials = officials.filter(pc.is_in(officials["event_id"], remote))
    posts = pa.concat_tables(_columns(folder, "positions", ("official_id", "level", "unit")))
    posts = posts.filter(pc.is_in(posts["official_id"], officials["official_id"].combine_chunks()))
    kept = {row["official_id"] for row in posts.to_pylist() if _is_local(row)}
    return officials.filter(pc.is_in(officials["official_id"], pa.array(sorted(kept), pa.string())))


def _is_local(post: Row) -> bool:
    return post["level"] in _LOCAL_LEVELS and not bare_unit(fold(post["unit"] or ""))


def _days(events: pa.Table, known: Mapping[str, str]) -> pa.Array:
    """The first day of each event: what another report tells, or its own; empty where neither is a whole day."""
    pairs = zip(events["event_id"].to_pylist(), events["start_date"].to_pylist())
    return pa.array([known.get(event_id) or _full_day(start) for event_id, start in pairs], pa.string())


def _full_day(value: str | None) -> str:
    return value[:10] if value and len(value) >= 10 else ""
