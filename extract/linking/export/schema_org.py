"""schema.org Event, as one JSON-LD graph."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extract.linking.export.popolo import given
from extract.tables.writer import read_rows

_STATUS = {"held": "EventScheduled", "scheduled": "EventScheduled", "cancelled": "EventCancelled"}
_MODE = {"in_person": "OfflineEventAttendanceMode", "online": "OnlineEventAttendanceMode",
         "hybrid": "MixedEventAttendanceMode"}  # fmt: skip


def to_json_ld(tables: Path) -> str:
    """The events of a folder of linked tables that have a day, as schema.org has them."""
    rows = read_rows(tables, "occurrences")
    graph = [_event(row) for row in rows if row["start_date"]]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _event(row: Mapping[str, Any]) -> dict[str, Any]:
    return given([
        ("@type", "Event"),
        ("@id", f"urn:sukien:{row['occurrence_id']}"),
        ("name", row["name"] or row["type"]),
        ("startDate", row["start_date"]),
        ("endDate", row["end_date"]),
        ("eventStatus", f"https://schema.org/{_STATUS[row['status']]}"),
        ("eventAttendanceMode", f"https://schema.org/{_MODE[row['mode']]}" if row["mode"] else None),
        ("location", _place(row)),
        ("organizer", [{"@type": "Organization", "name": name} for name in row["organizers"]]),
        ("url", row["first_url"]),
    ])  # fmt: skip


def _place(row: Mapping[str, Any]) -> dict[str, Any] | None:
    units = [row[level] for level in ("commune", "district") if row[level]]
    if not row["province"] and not row["venue"]:
        return None
    address = given([("@type", "PostalAddress"), ("addressCountry", "VN"), ("addressRegion", row["province"]),
                     ("addressLocality", ", ".join(units))])  # fmt: skip
    return given([("@type", "Place"), ("name", row["venue"]), ("address", address)])
