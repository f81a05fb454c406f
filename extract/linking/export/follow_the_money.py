"""FollowTheMoney (followthemoney.tech): people, the bodies where they held posts, and events, an entity a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extract.linking.export.popolo import body_name, organization_id
from extract.tables.writer import read_rows
from scraper.article import stable_id

Row = Mapping[str, Any]


def to_follow_the_money(tables: Path) -> str:
    """The entities of a folder of linked tables, as JSON Lines."""
    entities = {entity["id"]: entity for entity in _entities(tables)}
    return "".join(json.dumps(entities[key], ensure_ascii=False) + "\n" for key in sorted(entities))


def _entities(tables: Path) -> Iterator[dict[str, Any]]:
    for row in read_rows(tables, "people"):
        yield _entity(row["person_id"], "Person", name=[row["name"]], alias=row["spellings"], country=["vn"])
    for row in read_rows(tables, "tenures"):
        yield _entity(organization_id(row), "PublicBody", name=[body_name(row)], country=["vn"])
        yield _occupancy(row)
    for row in read_rows(tables, "occurrences"):
        yield _event(row)


def _occupancy(row: Row) -> dict[str, Any]:
    body = organization_id(row)
    return _entity(
        stable_id("m", row["person_id"], body, row["head"]),
        "Employment",
        employee=[row["person_id"]],
        employer=[body],
        role=[row["head"]],
        startDate=[row["started"]],
        endDate=[row["ended"]],
    )


def _event(row: Row) -> dict[str, Any]:
    places = [row[level] for level in ("venue", "commune", "district", "province") if row[level]]
    return _entity(
        row["occurrence_id"],
        "Event",
        name=[row["name"] or row["type"]],
        startDate=[row["start_date"]],
        endDate=[row["end_date"]],
        location=[", ".join(places)],
        country=["vn"],
        sourceUrl=[row["first_url"]],
    )


def _entity(key: str, schema: str, **properties: list[str | None]) -> dict[str, Any]:
    """An entity with the values that are known."""
    filled = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in filled.items() if values}}
