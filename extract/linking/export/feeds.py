"""Occurrences as a calendar (RFC 5545) and as a feed (RFC 4287), so that a calendar or a feed reader follows them.

No time of the clock is in them: an entry is of the time when its first report was published.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar, Event
from lxml import etree

from extract.tables.writer import read_rows
from scraper.boundary.values import VIETNAM

_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACES: Any = {None: _ATOM}
_STATUS = {"held": "CONFIRMED", "scheduled": "TENTATIVE", "cancelled": "CANCELLED"}
_LATEST = 500  # entries of the feed
_LONG_AGO = datetime(1970, 1, 1, tzinfo=VIETNAM)
Row = Mapping[str, Any]


def to_calendar(tables: Path) -> str:
    """The occurrences of a folder of linked tables that have a whole day, as an iCalendar file."""
    calendar = Calendar()
    calendar.add("prodid", "-//Sukien//occurrences//VI")
    calendar.add("version", "2.0")
    for row in read_rows(tables, "occurrences"):
        if len(row["start_date"] or "") == 10:
            calendar.add_component(_calendar_event(row))
    return str(calendar.to_ical().decode())


def _calendar_event(row: Row) -> Event:
    event = Event()
    event.add("uid", f"{row['occurrence_id']}@sukien")
    event.add("dtstamp", _published(row))
    event.add("summary", _title(row))
    event.add("dtstart", date.fromisoformat(row["start_date"]))
    event.add("dtend", date.fromisoformat((row["end_date"] or row["start_date"])[:10]) + timedelta(days=1))
    event.add("location", ", ".join(_places(row)))
    event.add("status", _STATUS[row["status"]])
    if row["first_url"]:
        event.add("url", row["first_url"])
    return event


def to_atom(tables: Path) -> str:
    """The occurrences of a folder of linked tables that were reported last, as an Atom feed."""
    rows = sorted(read_rows(tables, "occurrences"), key=lambda row: (_published(row), row["occurrence_id"]))[-_LATEST:]
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap=_NAMESPACES)
    _add(feed, "id", "urn:sukien:occurrences")
    _add(feed, "title", "Sự kiện")
    _add(feed, "updated", max(map(_published, rows), default=_LONG_AGO).isoformat())
    _add(etree.SubElement(feed, f"{{{_ATOM}}}author"), "name", "Sukien")
    for row in reversed(rows):
        _add_entry(feed, row)
    return etree.tostring(feed, encoding="unicode", pretty_print=True)


def _add_entry(feed: etree._Element, row: Row) -> None:
    entry = etree.SubElement(feed, f"{{{_ATOM}}}entry")
    _add(entry, "id", f"urn:sukien:{row['occurrence_id']}")
    _add(entry, "title", _title(row))
    _add(entry, "updated", _published(row).isoformat())
    _add(entry, "summary", " · ".join(filter(None, (row["start_date"], *_places(row), f"{row['n_articles']} bài"))))
    etree.SubElement(entry, f"{{{_ATOM}}}category", term=row["type"])
    if row["first_url"]:
        etree.SubElement(entry, f"{{{_ATOM}}}link", href=row["first_url"])


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = "".join(letter for letter in text if letter.isprintable())


def _title(row: Row) -> str:
    return str(row["name"] or row["type"])


def _places(row: Row) -> list[str]:
    return [row[level] for level in ("venue", "commune", "district", "province") if row[level]]


def _published(row: Row) -> datetime:
    published: datetime = row["first_published_at"] or _LONG_AGO
    return published
