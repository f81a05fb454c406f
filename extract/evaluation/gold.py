"""Lines of gold (data/gold/ANNOTATION.md) from the rows of an article's tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extract.tables.rows import Row

ASPECTS = ("event", "officials", "attendance", "documents")
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
    "officials": {"name": "", "positions": [], "roles": [], "participant": True},
    "attendance": {"n": 0, "cmp": "eq", "unit": "", "scope": "event"},
    "documents": {"type": "", "number": "", "symbol": None, "date": None, "issuer": None},
}


def reviewed_cells() -> dict[str, Any]:
    """What a review goes through: the aspects, the cells of the event, and an empty entry of each aspect."""
    return {"aspects": ASPECTS, "event_cells": tuple(_BLANKS["event"]), "blanks": _BLANKS}


def draft(article_id: str, rows: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    """The gold line of an article if its rows (by table name) are all right."""
    main = next((event for event in rows["events"] if event["is_main"]), None)
    return {
        "id": article_id,
        "is_event": main is not None,
        "status": main and main["status"],
        "event": main and {key: _plain(main[column]) for key, column in _EVENT_FIELDS},
        "attendance": [_count(row) for row in rows["attendance"] if not row["derived"]],
        "officials": [
            {
                "name": row["name"],
                "positions": _plain(row["positions"]),
                "roles": _plain(row["roles"]),
                "participant": row["participant"],
            }
            for row in rows["officials"]
        ],
        "documents": [
            {
                "type": row["type"],
                "number": row["number"],
                "symbol": row["symbol"],
                "date": row["issued_date"],
                "issuer": row["issuer"],
            }
            for row in rows["documents"]
        ],
    }


def _count(row: Row) -> dict[str, Any]:
    count = {"n": row["count"], "cmp": row["cmp"], "unit": row["unit"], "scope": row["scope"]}
    return count if row["count_max"] is None else {**count, "n_max": row["count_max"]}


def _plain(cell: Any) -> Any:
    return list(cell) if isinstance(cell, (list, tuple)) else cell


def gold_line(reviewed: Mapping[str, Any], checked: Iterable[str]) -> dict[str, Any]:
    """The gold line of a reviewed draft, of which the aspects `checked` are annotated. Raises ValueError if none is."""
    aspects = [aspect for aspect in ASPECTS if aspect in set(checked)]
    if not aspects:
        raise ValueError(f"no aspect of article {reviewed['id']!r} has been checked as a whole")
    return dict(reviewed) if len(aspects) == len(ASPECTS) else {**reviewed, "partial": aspects}
