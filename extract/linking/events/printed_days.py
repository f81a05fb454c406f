"""Days that articles print for events without a year, read from the tables of an extraction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from extract.tables.checks import table_files
from extract.text.calendar import read_days
from extract.text.normalize import fold

_FAR = 400  # maximum characters between an event and the day printed for it
_DATES = ["article_id", "kind", "rule", "precision", "start_date", "span_start", "quote"]
_OF_EVENTS = ("event", "scheduled")
_EVENTS = ["event_id", "article_id", "start_date", "published_at", "span_start", "quote"]


class _Printed(NamedTuple):
    """A day printed without its year: where, and whether it may be that of an event in its sentence, or near it."""

    at: int
    quote: str
    month_day: str
    may_be_own: bool
    is_of_event: bool


def days_without_year(folder: Path) -> dict[str, str]:
    """The month and day ("07-03") of the events without a day, in articles without a publication, near which the
    article prints one."""
    undated = list(_rows(folder, "events", _EVENTS, _without_day))
    if not undated:
        return {}
    articles = pa.array(sorted({event["article_id"] for event in undated}))
    printed: dict[str, list[_Printed]] = defaultdict(list)
    for row in _rows(folder, "dates", _DATES, lambda dates: pc.is_in(dates["article_id"], articles)):
        if row["precision"] == "day" and (month_day := _month_day(row)):
            own, anywhere = row["kind"] != "as_of" and row["rule"] != "background", row["kind"] in _OF_EVENTS
            printed[row["article_id"]].append(_Printed(row["span_start"], row["quote"], month_day, own, anywhere))
    found = ((event["event_id"], _nearest(event, printed[event["article_id"]])) for event in undated)
    return {event_id: month_day for event_id, month_day in found if month_day}


def month_day_in(quote: str) -> str | None:
    """The month and day that a quote prints first, as in an ISO day ("27 và 28-2" is 02-27); None where it prints none,
    or the year too."""
    folded = fold(quote)
    found = (read_days(folded, match.start()) for match in re.finditer(r"(?<!\d)\d", folded))
    day = next((days.first for days in found if days and days.first.month), None)
    return f"{day.month:02}-{day.day:02}" if day and not day.year and not day.lunar else None


def _nearest(event: Mapping[str, Any], days: Iterable[_Printed]) -> str | None:
    """The day printed nearest to an event, one in its own sentence first; in others only days of events count."""
    near = []
    for day in days:
        inside, far = day.quote in (event["quote"] or ""), abs(day.at - event["span_start"])
        if far <= _FAR and (day.may_be_own if inside else day.is_of_event):
            near.append((not inside, far, day.month_day))
    return min(near)[2] if near else None


def _month_day(row: Mapping[str, Any]) -> str | None:
    return row["start_date"][5:] if row["start_date"] else month_day_in(row["quote"])


def _without_day(events: pa.RecordBatch) -> pa.Array:
    """Which events have neither a day nor a publication from which to tell one."""
    return pc.and_(pc.is_null(events["start_date"]), pc.is_null(events["published_at"]))


def _rows(
    folder: Path, table: str, columns: list[str], chosen: Callable[[pa.RecordBatch], pa.Array]
) -> Iterator[dict[str, Any]]:
    for file in table_files(folder, table):
        for batch in pq.ParquetFile(file).iter_batches(columns=columns):
            yield from batch.filter(chosen(batch)).to_pylist()
