"""The news of an update as files: a table, JSON, an Atom feed and a calendar, each whole or as it was.

The table and the JSON hold the news of the last update alone. The feed and the calendar keep what earlier updates
told, so that a reader who looks once a week misses nothing.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar, Event
from lxml import etree

from extract.updating.news import COLUMNS, News, Told
from scraper.article import stable_id
from scraper.boundary.files import replace_text

KEPT_ENTRIES = 500  # of the feed
KEPT_EVENTS = 5_000  # of the calendar
_ATOM = "http://www.w3.org/2005/Atom"
_ICS_STATUS = {"held": "CONFIRMED", "scheduled": "TENTATIVE", "cancelled": "CANCELLED"}
_NAMESPACES: Any = {None: _ATOM}
FILES = ("new.csv", "new.json", "new.atom", "new.ics")


def write_news(folder: Path, news: News, now: datetime, earlier: Path, quiet_sites: tuple[str, ...] = ()) -> None:
    """Write the news into `folder`. `earlier` is the folder with the feed and the calendar of the last update."""
    _write_csv(folder / "new.csv", news)
    told = {"at": now.isoformat(timespec="seconds"), **news.as_json(), "quiet_sites": list(quiet_sites)}
    replace_text(folder / "new.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    replace_text(folder / "new.atom", _atom(news, now, earlier / "new.atom"))
    replace_text(folder / "new.ics", _calendar(news, now, earlier / "new.ics"))


def _write_csv(file: Path, news: News) -> None:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["change", "changed", *COLUMNS])
    for entry in news.entries:
        row = entry.as_row()
        table.writerow([row["change"], "; ".join(row["changed"]), *(row[name] for name in COLUMNS)])
    replace_text(file, text.getvalue())


def _atom(news: News, now: datetime, earlier: Path) -> str:
    """The feed: what is new and changed now before what was told earlier."""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap=_NAMESPACES)
    _add(feed, "id", "urn:sukien:news")
    _add(feed, "title", "Sự kiện: tin mới")
    _add(feed, "updated", now.isoformat(timespec="seconds"))
    _add(_add(feed, "author"), "name", "Sukien")
    entries = [_entry(entry, now) for entry in news.of("new", "changed")] + list(_told_entries(earlier))
    feed.extend(entries[:KEPT_ENTRIES])
    return str(etree.tostring(feed, encoding="unicode", pretty_print=True))


def _entry(told: Told, now: datetime) -> etree._Element:
    event = told.event
    entry = etree.Element(f"{{{_ATOM}}}entry", nsmap=_NAMESPACES)
    _add(entry, "id", "urn:sukien:" + stable_id("n", str(event["event_id"]), told.change, now.isoformat()))
    _add(entry, "title", ("" if told.change == "new" else "Sửa: ") + _title(told))
    _add(entry, "updated", now.isoformat(timespec="seconds"))
    if event["url"]:
        _add(entry, "link").set("href", str(event["url"]))
    _add(entry, "category").set("term", str(event["type"]))
    _add(entry, "summary", " · ".join(_facts(told)))
    return entry


def _title(told: Told) -> str:
    return str(told.event["name"] or told.event["title"] or told.event["type"])


def _facts(told: Told) -> Iterator[str]:
    """Day, place and headline of an event, as far as they are known."""
    event = told.event
    days = dict.fromkeys(str(day) for day in (event["start_date"], event["end_date"]) if day)
    places = (event["venue"], event["commune"], event["district"], event["province"])
    for part in (" – ".join(days), ", ".join(str(place) for place in places if place), event["title"]):
        if part:
            yield str(part)


def _told_entries(file: Path) -> Iterator[etree._Element]:
    if file.is_file():
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        yield from etree.parse(str(file), parser).getroot().iterfind(f"{{{_ATOM}}}entry")


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = "".join(char for char in text if char.isprintable() or char in "\n\t") if text else None
    return child


def _calendar(news: News, now: datetime, earlier: Path) -> str:
    """Every event of a known day that was ever told, as it was told last; the oldest days fall out."""
    known = {str(event["uid"]): event for event in _told_events(earlier)}
    for told in news.entries:
        uid = f"{told.event['event_id']}@sukien"
        known.pop(uid, None)
        if told.change != "gone" and (event := _calendar_event(told, uid, now)):
            known[uid] = event
    calendar = Calendar()
    calendar.add("prodid", "-//Sukien//news//VI")
    calendar.add("version", "2.0")
    latest = sorted(known.values(), key=lambda event: (event.decoded("dtstart"), str(event["uid"])))[-KEPT_EVENTS:]
    for event in latest:
        calendar.add_component(event)
    return str(calendar.to_ical().decode())


def _told_events(file: Path) -> list[Any]:
    return list(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) if file.is_file() else []


def _calendar_event(told: Told, uid: str, now: datetime) -> Event | None:
    """An event of whole days; None where its first day is not known."""
    start, end = _day(told.event["start_date"]), _day(told.event["end_date"])
    if start is None:
        return None
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("summary", _title(told))
    event.add("dtstart", start)
    event.add("dtend", (end or start) + timedelta(days=1))
    event.add("description", " · ".join(_facts(told)))
    event.add("status", _ICS_STATUS[str(told.event["status"])])
    if told.event["url"]:
        event.add("url", str(told.event["url"]))
    return event


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
