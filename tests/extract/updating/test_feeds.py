"""The news of an update as a feed and a calendar, which keep the earlier entries."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import feedparser
from icalendar import Calendar

from extract.updating.feeds import write_news
from extract.updating.news import News
from tests.extract.updating.test_merge import EVERYTHING, NOW, update


def test_the_feed_and_the_calendar_keep_what_was_told_earlier(tmp_path: Path) -> None:
    out = tmp_path / "out"
    update(out, EVERYTHING[:8])
    update(out, EVERYTHING[:12], NOW + timedelta(days=1))
    feed = feedparser.parse((out / "new.atom").read_bytes())
    with (out / "events.csv").open(encoding="utf-8", newline="") as file:
        events = list(csv.DictReader(file))
    assert (
        not feed.bozo and len(feed.entries) == len(events) and len({entry.id for entry in feed.entries}) == len(events)
    )
    dates = [
        event.decoded("dtstart").isoformat() for event in Calendar.from_ical((out / "new.ics").read_bytes()).events
    ]
    assert sorted(dates) == sorted(row["start_date"] for row in events if len(row["start_date"]) == 10)


def test_news_of_a_quiet_night_are_empty(tmp_path: Path) -> None:
    update(tmp_path / "out", EVERYTHING[:8])
    write_news(tmp_path / "out", News(), NOW + timedelta(days=1), tmp_path / "out", ("mau-huyen",))
    assert '"events": []' in (tmp_path / "out" / "new.json").read_text(encoding="utf-8")
    assert '"mau-huyen"' in (tmp_path / "out" / "new.json").read_text(encoding="utf-8")
    assert len(feedparser.parse((tmp_path / "out" / "new.atom").read_bytes()).entries) > 0
