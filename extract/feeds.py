"""Events as an Atom feed (RFC 4287) and as a calendar of all-day events (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event
from lxml import etree

ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACES: Any = {None: ATOM}
_STATUS = {"held": "CONFIRMED", "scheduled": "TENTATIVE", "cancelled": "CANCELLED"}


@dataclass(frozen=True, slots=True)
class Item:
    """An event as an entry of feeds and calendars.

    `identifier` is unique and stable; `updated` is when it was published. `summary` has its facts in a line. `start`
    and `end` are ISO days, or ISO prefixes where only a month is known; `status` is held, scheduled or cancelled.
    """

    identifier: str
    title: str
    updated: datetime
    category: str
    summary: str
    url: str | None = None
    start: str | None = None
    end: str | None = None
    status: str = "held"
    location: str = ""
    description: str = ""


def atom_entry(item: Item) -> etree._Element:
    """The entry of an event in a feed."""
    entry = etree.Element(f"{{{ATOM}}}entry", nsmap=_NAMESPACES)
    _add(entry, "id", f"urn:sukien:{item.identifier}")
    _add(entry, "title", item.title)
    _add(entry, "updated", item.updated.isoformat(timespec="seconds"))
    if item.url:
        _add(entry, "link").set("href", item.url)
    _add(entry, "category").set("term", item.category)
    _add(entry, "summary", item.summary)
    return entry


def atom_feed(identifier: str, title: str, updated: datetime, entries: Iterable[etree._Element]) -> str:
    """The feed of entries, in their order."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap=_NAMESPACES)
    _add(feed, "id", f"urn:sukien:{identifier}")
    _add(feed, "title", title)
    _add(feed, "updated", updated.isoformat(timespec="seconds"))
    _add(_add(feed, "author"), "name", "Sukien")
    feed.extend(entries)
    return str(etree.tostring(feed, encoding="unicode", pretty_print=True))


def calendar_event(item: Item) -> Event | None:
    """The all-day event of a calendar; None where its first day is not known."""
    start, end = _day(item.start), _day(item.end)
    if start is None:
        return None
    event = Event()
    event.add("uid", f"{item.identifier}@sukien")
    event.add("dtstamp", item.updated)
    event.add("summary", item.title)
    event.add("dtstart", start)
    event.add("dtend", (end or start) + timedelta(days=1))
    for name in ("location", "description", "url"):
        if value := getattr(item, name):
            event.add(name, value)
    event.add("status", _STATUS[item.status])
    return event


def calendar(name: str, events: Iterable[Any]) -> str:
    """The calendar of events, in their order."""
    made = Calendar()
    made.add("prodid", f"-//Sukien//{name}//VI")
    made.add("version", "2.0")
    for event in events:
        made.add_component(event)
    return str(made.to_ical().decode())


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = "".join(char for char in text if char.isprintable() or char in "\n\t") if text else None
    return child


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value and len(value) == 10 else None
