"""Occurrences: one row an event, for any number of articles that report it, and the reports with their evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from extract.linking.events.grouping import Group
from extract.linking.events.relations import Relation
from extract.linking.events.reports import Report
from scraper.article import stable_id

Row = dict[str, Any]
# The columns of a place have the most detailed values of any report; they are taken from one report together, so that
# the district is in the province.
_PLACE = ("province", "province_code", "district", "district_code", "commune", "commune_code")
_COUNT = ("attendees", "attendees_max", "attendees_cmp", "attendees_unit")


def occurrence_id(event_id: str) -> str:
    """The id of the occurrence whose first report is the event."""
    return stable_id("x", event_id)


def group_id(group: Group, known: Collection[str] = ()) -> str:
    """The id of a group: that of its earliest report; if some have an id from an earlier run, the earliest of those.

    `known` are the ids of an earlier run. A later article never changes an id; an earlier article that is found later
    changes no known id.
    """
    first = occurrence_id(group.reports[0].event_id)
    if not known or first in known:
        return first
    ids = (occurrence_id(report.event_id) for report in group.reports)
    return next((one for one in ids if one in known), first)


def occurrence_row(group: Group, identifier: str, events: Mapping[str, Mapping[str, Any]]) -> Row:
    """The row of a group in `occurrences`. `events` are the rows of `events` by their ids."""
    rows = [events[report.event_id] for report in group.reports]
    first, dated = rows[0], [row for row, report in zip(rows, group.reports) if _tells_day(row, report)] or rows
    return {
        "occurrence_id": identifier,
        "type": _commonest(rows, "type"),
        "name": _fullest_name(group, rows),
        "status": _status(rows),
        "start_date": _commonest(dated, "start_date"),
        "end_date": _commonest(dated, "end_date") or _commonest(dated, "start_date"),
        "part_of_day": _commonest(rows, "part_of_day"),
        "mode": _mode(rows),
        "organizers": _united(rows, "organizers"),
        "venue": _commonest(rows, "venue"),
        **_place(rows),
        **_attendance(rows),
        "n_reports": len(rows),
        "n_articles": len({row["article_id"] for row in rows}),
        "first_event_id": first["event_id"],
        "first_article_id": first["article_id"],
        "first_published_at": first["published_at"].isoformat() if first["published_at"] else None,
        "first_url": first["url"],
    }


def report_rows(group: Group, identifier: str) -> Iterator[Row]:
    """The rows of a group in `occurrence_reports`: every report with its occurrence and the weakest of its links."""
    first = group.reports[0]
    for report in group.reports:
        others = [group.similarity(report, other) for other in group.reports if other is not report]
        weakest = min(others, key=lambda found: (found.score, found.reasons), default=None)
        reasons = ("first_report",) if report is first else group.similarity(first, report).reasons
        yield {
            "occurrence_id": identifier,
            "event_id": report.event_id,
            "article_id": report.article_id,
            "relation": "same",
            "score": weakest.score if weakest else 1.0,
            "reasons": reasons,
        }


def relation_row(relation: Relation) -> Row:
    """The row in `occurrence_reports` of an occurrence that is a venue or a session of another."""
    return {
        "occurrence_id": relation.of,
        "event_id": relation.event_id,
        "article_id": relation.article_id,
        "relation": relation.kind,
        "score": relation.score,
        "reasons": relation.reasons,
    }


def _tells_day(row: Mapping[str, Any], report: Report) -> bool:
    """Whether the row itself has the day by which its report was linked: not one of another year."""
    return bool(row["start_date"]) and row["start_date"][:10] == report.start


def _commonest(rows: Sequence[Mapping[str, Any]], column: str) -> Any:
    """The value that most rows have; of equally many, the first. Rows without one are ignored."""
    if len(rows) == 1:
        return rows[0][column]
    counted = Counter(row[column] for row in rows if row[column] is not None)
    return counted.most_common(1)[0][0] if counted else None


def _fullest_name(group: Group, rows: list[Mapping[str, Any]]) -> str | None:
    """The name with the most distinctive words in any report; of equally many, the first."""
    best = max(range(len(rows)), key=lambda at: (len(group.reports[at].words) if rows[at]["name"] else -1, -at))
    name: str | None = rows[best]["name"]
    return name


def _status(rows: list[Mapping[str, Any]]) -> str:
    """The status: held where any report has it as held, since announcements are older than reports."""
    values = {row["status"] for row in rows}
    return next(status for status in ("held", "cancelled", "scheduled") if status in values)


def _mode(rows: list[Mapping[str, Any]]) -> str | None:
    values = {row["mode"] for row in rows}
    return next((mode for mode in ("hybrid", "online", "in_person") if mode in values), None)


def _united(rows: Iterable[Mapping[str, Any]], column: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for row in rows for value in row[column] or ()))


def _place(rows: list[Mapping[str, Any]]) -> Row:
    """The most precise place of any report; of equally precise ones, that of most reports."""
    if len(rows) == 1:
        return {column: rows[0][column] for column in _PLACE}
    counted = Counter(tuple(row[column] for column in _PLACE) for row in rows)
    best = max(counted, key=lambda place: (sum(part is not None for part in place), counted[place]))
    return dict(zip(_PLACE, best))


def _attendance(rows: list[Mapping[str, Any]]) -> Row:
    """The count of most reports; of equally many an exact one, then the first; with the lowest and highest of any
    report."""
    counted = [row for row in rows if row["attendees"] is not None]
    given = Counter(row["attendees"] for row in counted)
    best = max(counted, key=lambda row: (given[row["attendees"]], row["attendees_cmp"] == "eq"), default=None)
    return {
        **{column: best[column] if best else None for column in _COUNT},
        "attendees_event_id": best["event_id"] if best else None,
        "attendees_lowest": min(given, default=None),
        "attendees_highest": max((row["attendees_max"] or row["attendees"] for row in counted), default=None),
        "n_counts": len(counted),
    }
