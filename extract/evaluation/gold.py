"""Lines of gold (data/gold/ANNOTATION.md) from the rows of an article's tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extract.declaration.kinds import GoldField
from extract.declaration.tables import Row
from extract.mentions import KINDS

_ANNOTATED = {kind.tables[0].name: kind.gold for kind in KINDS if kind.gold}
ASPECTS = ("event", *_ANNOTATED)
"""What a line of gold annotates: the event, and the tables of the kinds of mention that are annotated."""
_EVENT_FIELDS = (
    ("type", "type"),
    ("start", "start_date"),
    ("end", "end_date"),
    ("part_of_day", "part_of_day"),
    ("mode", "mode"),
    ("organizers", "organizers"),
    ("venue", "venue"),
    ("province", "province"),
    ("district", "district"),
    ("commune", "commune"),
)
_BLANKS: dict[str, dict[str, Any]] = {
    "event": {"is_event": False, "status": None, **{key: None for key, _ in _EVENT_FIELDS}, "organizers": []},
    **{
        aspect: {field.name: field.blank for field in gold.fields if not field.optional}
        for aspect, gold in _ANNOTATED.items()
    },
}


def reviewed_cells() -> dict[str, Any]:
    """What a reviewer checks: the aspects, the cells of the event, and an empty entry of each aspect."""
    return {"aspects": ASPECTS, "event_cells": tuple(_BLANKS["event"]), "blanks": _BLANKS}


def draft(article_id: str, rows: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    """The gold line of an article on the assumption that its rows (by table name) are all correct."""
    main = next((event for event in rows["events"] if event["is_main"]), None)
    return {
        "id": article_id,
        "is_event": main is not None,
        "status": main and main["status"],
        "event": main and {key: _plain(main[column]) for key, column in _EVENT_FIELDS},
        **{
            aspect: [_entry(gold.fields, row) for row in annotated_rows(aspect, rows)]
            for aspect, gold in _ANNOTATED.items()
        },
    }


def annotated_rows(aspect: str, rows: Mapping[str, Sequence[Row]]) -> list[Row]:
    """The rows, of those of an article by table name, that an annotation of the aspect has an entry for."""
    return [row for row in rows[aspect] if _ANNOTATED[aspect].counts(row)]


def entry_fields() -> dict[str, tuple[GoldField, ...]]:
    """The fields of an entry, by aspect; those of the event are cells of one line."""
    return {aspect: gold.fields for aspect, gold in _ANNOTATED.items()}


def _entry(fields: Iterable[GoldField], row: Row) -> dict[str, Any]:
    return {one.name: _plain(row[one.column]) for one in fields if not (one.optional and row[one.column] is None)}


def _plain(cell: Any) -> Any:
    return list(cell) if isinstance(cell, (list, tuple)) else cell


def gold_line(reviewed: Mapping[str, Any], checked: Iterable[str]) -> dict[str, Any]:
    """The gold line of a reviewed draft, of which the aspects `checked` are annotated. Raises ValueError if none is."""
    aspects = [aspect for aspect in ASPECTS if aspect in set(checked)]
    if not aspects:
        raise ValueError(f"no aspect of article {reviewed['id']!r} has been checked as a whole")
    return dict(reviewed) if len(aspects) == len(ASPECTS) else {**reviewed, "partial": aspects}
