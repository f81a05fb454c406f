"""Linking of a folder of tables: occurrences, people and laws from its rows, written beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from extract.linking.documents.citations import read_citations
from extract.linking.documents.laws import citation_row, law_rows, resolve
from extract.linking.documents.passages import passages_of
from extract.linking.events.grouping import Group, group_days
from extract.linking.events.occurrences import group_id, occurrence_row, relation_row, report_rows
from extract.linking.events.printed_days import days_without_year
from extract.linking.events.relations import SeriesSession, VenueCandidate, series, session_of, venues
from extract.linking.events.reports import Report, read_report
from extract.linking.events.years import Dated, told_days
from extract.linking.persons.mention_source import MentionSource, Places, read_changes
from extract.linking.persons.people import mention_rows, people_of, person_id, person_row
from extract.linking.persons.tenures import latest_first, tenure_rows, tenures_of, title_of
from extract.linking.source import EventSource
from extract.tables.checks import check_tables
from extract.tables.linked import LINKED, LINKED_IDS
from extract.tables.rows import TABLES
from extract.tables.units import unit_change_rows, unit_rows
from extract.tables.writer import TableFolder

Rows = dict[str, list[dict[str, Any]]]


def link_tables(folder: Path, advance: Callable[[int], None] = lambda done: None) -> dict[str, int]:
    """Write the linked tables of the tables in `folder`; returns the number of rows of each.

    The files are renamed into place when all are complete. Ids of an earlier run are kept. `advance` is called with the
    number of events read since its last call. Raises NotTables where `folder` has no tables.
    """
    check_tables(folder)
    known = _known_ids(folder)
    given: set[str] = set()

    def keep_ids(new: Path) -> None:
        pq.write_table(pa.table({"id": sorted(known | given)}), new / LINKED_IDS)

    with TableFolder(folder, finish=keep_ids, tables=LINKED, beside=TABLES) as out:
        occurrences = link_occurrences(event_source(folder), known, advance)
        for rows in chain(occurrences, link_people(folder, known), link_laws(folder)):
            out.add(rows)
            given.update(row["occurrence_id"] for row in rows.get("occurrences", ()))
            given.update(row["person_id"] for row in rows.get("people", ()))
        out.add({"units": unit_rows(), "unit_changes": unit_change_rows()})
    return out.counts


def _known_ids(folder: Path) -> frozenset[str]:
    """The ids of earlier runs; they are kept when an extraction removes the linked tables."""
    file = folder / LINKED_IDS
    return frozenset(pq.read_table(file)["id"].to_pylist()) if file.is_file() else frozenset()


def event_source(folder: Path) -> EventSource:
    """The events of a folder, those without a certain year on the day that another report tells."""
    source = EventSource(folder)
    if not pc.any(source.uncertain).as_py():
        return source
    found = source.of_days(days_without_year(folder))
    days = told_days(_dated(month_day, certain, read_report(*row)) for month_day, certain, row in found)
    return EventSource(folder, days) if days else source


def _dated(month_day: str, certain: bool, report: Report) -> Dated:
    return Dated(report, month_day, report.start[:4], certain)


def link_occurrences(
    source: EventSource, known: frozenset[str] = frozenset(), advance: Callable[[int], None] = lambda done: None
) -> Iterator[Rows]:
    """The rows of `occurrences` and `occurrence_reports`, a group of reports at a time, then the relations."""
    events: dict[str, Any] = {}
    sessions: list[SeriesSession] = []
    remote: list[VenueCandidate] = []
    for group in group_days(_reports(source, events, advance)):
        identifier = group_id(group, known)
        row = occurrence_row(group, identifier, events)
        yield {"occurrences": [row], "occurrence_reports": list(report_rows(group, identifier))}
        _remember(group, identifier, sessions, remote)
        for report in group.reports:
            del events[report.event_id]
    yield {"occurrence_reports": [relation_row(relation) for relation in (*venues(remote), *series(sessions))]}


def link_people(folder: Path, known: frozenset[str] = frozenset()) -> Iterator[Rows]:
    """The rows of `people`, `person_mentions` and `tenures`, a name at a time."""
    source = MentionSource(folder)
    changes = read_changes(folder, source.places)
    for mentions in source.names():
        for person in people_of(mentions):
            tenures = tenures_of(person, changes)
            identifier = person_id(person, known)
            row = person_row(person, identifier, [title_of(tenure) for tenure in latest_first(tenures)])
            yield {
                "people": [row],
                "person_mentions": list(mention_rows(person, identifier)),
                "tenures": tenure_rows(identifier, row["name"], tenures, source.place_names),
            }


def link_laws(folder: Path) -> Iterator[Rows]:
    """The rows of `laws` and `law_citations`."""
    resolved = resolve(read_citations(folder, Places(folder)), lambda asked: passages_of(folder, asked))
    yield {"laws": list(law_rows(resolved)), "law_citations": [citation_row(one) for one in resolved]}


def _reports(
    source: EventSource, events: dict[str, Any], advance: Callable[[int], None]
) -> Iterator[tuple[str, list[Report]]]:
    """The reports of every day; the rows that they were read from are put into `events`."""
    for day, rows in source.days():
        events.update((event["event_id"], event) for event, _, _ in rows)
        advance(len(rows))
        yield day, [read_report(event, people, documents) for event, people, documents in rows]


def _remember(group: Group, occurrence_id: str, sessions: list[SeriesSession], remote: list[VenueCandidate]) -> None:
    """Store the data of a group that is needed to find its relations to others."""
    first = group.reports[0]
    if session := session_of(occurrence_id, first):
        sessions.append(session)
    if first.remote and first.year_known:
        remote.append(VenueCandidate(occurrence_id, first))
