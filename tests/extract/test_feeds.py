"""Feeds and calendars of events: the contents of an entry, its days, and that the same events give the same text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from icalendar import Calendar
from lxml import etree

from extract.feeds import ATOM, Item, atom_entry, atom_feed, calendar, calendar_event
from scraper.boundary.values import VIETNAM

NOW = datetime(2023, 5, 13, 6, tzinfo=VIETNAM)
FAIR = Item("e1", "Hội chợ cà phê", NOW, "festival", "2023-05-12 · Mường Vạc", start="2023-05-12", end="2023-05-14")


def test_an_entry_says_what_when_and_where_to_read_more() -> None:
    entry = atom_entry(replace(FAIR, url="https://muongvac.example/1"))
    assert entry.findtext(f"{{{ATOM}}}id") == "urn:sukien:e1"
    assert entry.findtext(f"{{{ATOM}}}title") == "Hội chợ cà phê"
    assert entry.findtext(f"{{{ATOM}}}updated") == "2023-05-13T06:00:00+07:00"
    link = entry.find(f"{{{ATOM}}}link")
    assert link is not None and link.get("href") == "https://muongvac.example/1"


def test_an_entry_without_an_address_has_no_link() -> None:
    assert atom_entry(FAIR).find(f"{{{ATOM}}}link") is None


def test_a_feed_keeps_the_order_and_drops_what_no_xml_can_hold() -> None:
    feed = atom_feed("news", "Tin mới", NOW, [atom_entry(replace(FAIR, title="Hội\x0b chợ")), atom_entry(FAIR)])
    titles = [entry.text for entry in etree.fromstring(feed).iterfind(f"{{{ATOM}}}entry/{{{ATOM}}}title")]
    assert titles == ["Hội chợ", "Hội chợ cà phê"]


@pytest.mark.parametrize(
    ("end", "after"),
    [("2023-05-14", date(2023, 5, 15)), (None, date(2023, 5, 13)), ("2023-05", date(2023, 5, 13))],
)
def test_an_event_ends_the_day_after_its_last(end: str | None, after: date) -> None:
    event = calendar_event(replace(FAIR, end=end))
    assert event is not None
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2023, 5, 12), after)


@pytest.mark.parametrize("start", [None, "2023", "2023-05"])
def test_an_event_of_no_whole_day_is_in_no_calendar(start: str | None) -> None:
    assert calendar_event(replace(FAIR, start=start)) is None


def test_a_calendar_is_one_that_its_library_reads_back() -> None:
    told = calendar("news", [calendar_event(replace(FAIR, status="cancelled", location="Mường Vạc"))])
    (event,) = Calendar.from_ical(told).walk("VEVENT")
    assert (str(event["uid"]), str(event["status"]), str(event["location"])) == ("e1@sukien", "CANCELLED", "Mường Vạc")
