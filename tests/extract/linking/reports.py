"""Reports of events for the tests of the linking: rows as an extraction writes them, of invented events."""

from __future__ import annotations

from typing import Any

from extract.linking.events.reports import Report, read_report

_ROW: dict[str, Any] = {
    "event_id": "e1",
    "article_id": "a1",
    "is_main": True,
    "type": "conference",
    "name": None,
    "status": "held",
    "start_date": "2023-05-12",
    "end_date": None,
    "date_basis": "explicit",
    "part_of_day": None,
    "mode": "in_person",
    "organizers": [],
    "venue": None,
    "province": "Điện Biên",
    "province_code": "11",
    "district": None,
    "district_code": None,
    "commune": None,
    "commune_code": None,
    "attendees": None,
    "attendees_max": None,
    "attendees_cmp": None,
    "attendees_unit": None,
    "url": None,
    "title": "",
    "published_at": None,
    "quote": "",
}


def event_row(number: int, name: str, **cells: Any) -> dict[str, Any]:
    """A row of `events`; the event and its article bear the number, what is not given is as of most rows."""
    row = {**_ROW, "event_id": f"e{number:03}", "article_id": f"a{number:03}", "name": name, **cells}
    return {**row, "end_date": row["end_date"] or row["start_date"]}


def report(number: int, name: str, people: tuple[str, ...] = (), papers: tuple[str, ...] = (), **cells: Any) -> Report:
    """The report of such a row."""
    return read_report(event_row(number, name, **cells), people, papers)
