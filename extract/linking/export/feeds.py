"""Occurrences as a calendar (iCalendar) and as a feed (Atom).

The time of the export is not in them: the time of an entry is that of the publication of its first report.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from extract.feeds import Item, atom_entry, atom_feed, calendar, calendar_event
from extract.tables.writer import read_rows
from extract.text.lexicon import load
from scraper.boundary.values import VIETNAM

_LATEST = 500  # entries of the feed
_LONG_AGO = datetime(1970, 1, 1, tzinfo=VIETNAM)
Row = Mapping[str, Any]


def to_calendar(tables: Path) -> str:
    """The occurrences of a folder of linked tables that have a whole day, as an iCalendar file."""
    events = (calendar_event(_item(row)) for row in read_rows(tables, "occurrences"))
    return calendar("occurrences", (event for event in events if event))


def to_atom(tables: Path) -> str:
    """The occurrences of a folder of linked tables that were reported last, as an Atom feed."""
    rows = sorted(read_rows(tables, "occurrences"), key=lambda row: (_published(row), row["occurrence_id"]))[-_LATEST:]
    latest = max(map(_published, rows), default=_LONG_AGO)
    title = str(load("linking")["feed"]["title"])
    return atom_feed("occurrences", title, latest, (atom_entry(_item(row)) for row in reversed(rows)))


def _item(row: Row) -> Item:
    count = f"{row['n_articles']} {load('linking')['feed']['articles']}"
    return Item(
        identifier=row["occurrence_id"],
        title=str(row["name"] or row["type"]),
        updated=_published(row),
        category=row["type"],
        summary=" · ".join(filter(None, (row["start_date"], *_places(row), count))),
        url=row["first_url"],
        start=row["start_date"],
        end=row["end_date"],
        status=row["status"],
        location=", ".join(_places(row)),
    )


def _places(row: Row) -> list[str]:
    return [row[level] for level in ("venue", "commune", "district", "province") if row[level]]


def _published(row: Row) -> datetime:
    published: datetime = row["first_published_at"] or _LONG_AGO
    return published
