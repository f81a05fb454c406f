"""Popolo (popoloproject.com): persons, organizations, posts as memberships, and events, as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extract.tables.writer import read_rows
from scraper.article import stable_id

Row = Mapping[str, Any]


def to_popolo(tables: Path) -> str:
    """The Popolo document of a folder of linked tables."""
    tenures = [row for row in read_rows(tables, "tenures")]
    organizations = {organization_id(row): _organization(row) for row in tenures}
    document = {
        "persons": [_person(row) for row in read_rows(tables, "people")],
        "organizations": [organizations[key] for key in sorted(organizations)],
        "memberships": [_membership(row) for row in tenures],
        "events": [_event(row) for row in read_rows(tables, "occurrences")],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def organization_id(tenure: Row) -> str:
    """The id of the body of a tenure: a hash of body, unit and province."""
    return stable_id("b", *(tenure[column] or "" for column in ("body", "unit", "province", "level")))


def body_name(tenure: Row) -> str:
    """The body of a tenure with its unit; the post itself where its name includes the body."""
    return " ".join(filter(None, (tenure["body"] or tenure["head"], tenure["unit"])))


def given(values: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The pairs that have a value, as a dictionary."""
    return {key: value for key, value in values if value not in (None, [], "")}


def _person(row: Row) -> dict[str, Any]:
    others = [{"name": name} for name in row["spellings"]]
    return given([("id", row["person_id"]), ("name", row["name"]), ("other_names", others)])


def _organization(row: Row) -> dict[str, Any]:
    return given([("id", organization_id(row)), ("name", body_name(row)), ("classification", row["level"])])


def _membership(row: Row) -> dict[str, Any]:
    key = stable_id("m", row["person_id"], organization_id(row), row["head"])
    return given([
        ("id", key),
        ("person_id", row["person_id"]),
        ("organization_id", organization_id(row)),
        ("role", row["head"]),
        ("start_date", row["started"]),
        ("end_date", row["ended"]),
    ])  # fmt: skip


def _event(row: Row) -> dict[str, Any]:
    places = [row[level] for level in ("commune", "district", "province") if row[level]]
    sources = [{"url": row["first_url"]}] if row["first_url"] else []
    return given([
        ("id", row["occurrence_id"]),
        ("name", row["name"] or row["type"]),
        ("classification", row["type"]),
        ("start_date", row["start_date"]),
        ("end_date", row["end_date"]),
        ("location", ", ".join(filter(None, (row["venue"], *places)))),
        ("status", row["status"]),
        ("sources", sources),
    ])  # fmt: skip
