"""Occurrences as a calendar and as a feed, read by the libraries that their readers use."""

from __future__ import annotations

from pathlib import Path

import feedparser
from icalendar import Calendar

from extract.linking.export.feeds import to_atom, to_calendar
from extract.tables.writer import read_rows


def test_a_calendar_reads_the_days(linked: Path) -> None:
    events = Calendar.from_ical(to_calendar(linked)).walk("VEVENT")
    whole = [row for row in read_rows(linked, "occurrences") if len(str(row["start_date"] or "")) == 10]
    assert {str(event["uid"]) for event in events} == {f"{row['occurrence_id']}@sukien" for row in whole}
    assert all(event.decoded("dtend") > event.decoded("dtstart") for event in events)


def test_a_feed_reader_reads_the_feed(linked: Path) -> None:
    feed = feedparser.parse(to_atom(linked))
    assert not feed.bozo and len(feed.entries) == len([*read_rows(linked, "occurrences")])
    assert all(entry.id and entry.title and entry.updated for entry in feed.entries)
    assert [entry.updated for entry in feed.entries] == sorted((e.updated for e in feed.entries), reverse=True)
