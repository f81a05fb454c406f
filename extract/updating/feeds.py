"""The news of an update as files: a table, JSON, an Atom feed and a calendar, each replaced in one step.

The table and the JSON have the news of the last update only. The feed and the calendar keep the entries of earlier
updates, for readers who do not poll after each of them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from icalendar import Calendar
from lxml import etree

from extract.feeds import ATOM, Item, atom_entry, atom_feed, calendar, calendar_event
from extract.text.lexicon import load
from extract.updating.news import COLUMNS, News, NewsEntry
from scraper.article import stable_id
from scraper.boundary.files import replace_text

KEPT_ENTRIES = 500  # of the feed
KEPT_EVENTS = 5_000  # of the calendar
FILES = ("new.csv", "new.json", "new.atom", "new.ics")


def write_news(folder: Path, news: News, now: datetime, earlier: Path, quiet_sites: tuple[str, ...] = ()) -> None:
    """Write the news into `folder`. `earlier` is the folder with the feed and the calendar of the last update."""
    _write_csv(folder / "new.csv", news)
    content = {"at": now.isoformat(timespec="seconds"), **news.as_json(), "quiet_sites": list(quiet_sites)}
    replace_text(folder / "new.json", json.dumps(content, ensure_ascii=False, indent=1) + "\n")
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
    """The feed: the new and changed events of this update, then the earlier entries."""
    entries = [atom_entry(_entry(entry, now)) for entry in news.of("new", "changed")] + list(_earlier_entries(earlier))
    return atom_feed("news", str(load("linking")["feed"]["news"]), now, entries[:KEPT_ENTRIES])


def _entry(entry: NewsEntry, now: datetime) -> Item:
    """The feed entry of an event, one for each of its changes."""
    identifier = stable_id("n", str(entry.event["event_id"]), entry.change, now.isoformat())
    title = ("" if entry.change == "new" else f"{load('linking')['feed']['changed']}: ") + _title(entry)
    return replace(_item(entry, now), identifier=identifier, title=title)


def _item(entry: NewsEntry, now: datetime) -> Item:
    event = entry.event
    facts = " · ".join(_facts(entry))
    return Item(
        identifier=str(event["event_id"]),
        title=_title(entry),
        updated=now,
        category=str(event["type"]),
        summary=facts,
        url=str(event["url"]) if event["url"] else None,
        start=_day(event["start_date"]),
        end=_day(event["end_date"]),
        status=str(event["status"]),
        description=facts,
    )


def _title(entry: NewsEntry) -> str:
    return str(entry.event["name"] or entry.event["title"] or entry.event["type"])


def _facts(entry: NewsEntry) -> Iterator[str]:
    """Day, place and headline of an event, as far as they are known."""
    event = entry.event
    days = dict.fromkeys(str(day) for day in (event["start_date"], event["end_date"]) if day)
    places = (event["venue"], event["commune"], event["district"], event["province"])
    for part in (" – ".join(days), ", ".join(str(place) for place in places if place), event["title"]):
        if part:
            yield str(part)


def _earlier_entries(file: Path) -> Iterator[etree._Element]:
    if file.is_file():
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        yield from etree.parse(str(file), parser).getroot().iterfind(f"{{{ATOM}}}entry")


def _calendar(news: News, now: datetime, earlier: Path) -> str:
    """The last state of every event of a known day that was ever reported; the oldest days are dropped."""
    known = {str(event["uid"]): event for event in _earlier_events(earlier)}
    for entry in news.entries:
        item = _item(entry, now)
        known.pop(f"{item.identifier}@sukien", None)
        if entry.change != "gone" and (event := calendar_event(item)):
            known[str(event["uid"])] = event
    latest = sorted(known.values(), key=lambda event: (event.decoded("dtstart"), str(event["uid"])))[-KEPT_EVENTS:]
    return calendar("news", latest)


def _earlier_events(file: Path) -> list[Any]:
    return list(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) if file.is_file() else []


def _day(value: Any) -> str | None:
    return value if isinstance(value, str) else None
