"""The declaration of dates as a kind of mention: its table, and the event that a date belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from extract.declaration.columns import ARTICLE_ID, EVENT_ID, EVIDENCE, Column
from extract.declaration.kinds import Kind
from extract.declaration.tables import Highlight, Row, Table, evidence
from extract.mentions.dates.find import find_dates
from extract.mentions.dates.rules import RULES
from extract.model import DateBasis, DateKind, DateValue, Mention, PartOfDay
from extract.results import Event, Extraction
from extract.text.document import Document
from extract.text.partial_dates import first_day, last_day

COLUMNS = (
    ARTICLE_ID,
    EVENT_ID,
    Column(
        "kind",
        "string",
        "What it is the date of.",
        "event",
        True,
        get_args(DateKind),
        fact=True,
        facet=True,
        shown=True,
    ),
    Column("start_date", "partial_date", "First day.", "2021-02-23", fact=True, shown=True),
    Column("end_date", "partial_date", "Last day.", "2021-02-24", fact=True, shown=True),
    Column(
        "precision", "string", "Grain: day, month, quarter, half, year or vague.", "day", True, fact=True, facet=True
    ),
    Column("part_of_day", "string", "Part of the day.", "morning", False, get_args(PartOfDay), fact=True, shown=True),
    Column(
        "basis",
        "string",
        "Printed in full, year inferred, or from the publication.",
        "explicit",
        True,
        get_args(DateBasis),
        fact=True,
        facet=True,
        shown=True,
    ),
    *EVIDENCE,
    Column("clock", "string", "Time of day as HH:MM.", "08:00", fact=True, shown=True),
    Column("start_day", "date", "The day of start_date; the first of its period where that is all.", "2021-02-23"),
    Column("end_day", "date", "The day of end_date; the last of its period where that is all.", "2021-02-24"),
)


def _date_rows(found: Extraction) -> Iterator[Row]:
    for mention in found.dates:
        value = mention.value
        yield {
            "article_id": found.article.id,
            "event_id": found.event_of(mention),
            "kind": value.kind,
            "start_date": value.start or None,
            "end_date": value.end or None,
            "precision": value.precision,
            "part_of_day": value.part_of_day,
            "basis": value.basis,
            **evidence(found.text, mention.span, mention.rule),
            "clock": value.clock,
            "start_day": first_day(value.start),
            "end_day": last_day(value.end),
        }


def _owner(document: Document, day: Mention[DateValue], events: Sequence[Event]) -> str | None:
    """The main event if the day is within it, else the further event that begins on the day."""
    main, *further = events
    if day.value.kind not in ("event", "scheduled"):
        return None
    if main.start_date and main.end_date and main.start_date <= day.value.start <= main.end_date:
        return main.id
    return next((event.id for event in further if event.start_date == day.value.start), None)


DATES = Kind(
    "date",
    find_dates,
    (
        Table(
            "dates",
            "One row a date in the text, with what it is the date of.",
            COLUMNS,
            _date_rows,
            (),
            (("article_id", "articles"), ("event_id", "events")),
            Highlight("date", "#cfe3fb", "#1d3f66"),
        ),
    ),
    _owner,
    explained_by=("dates/frames", "dates/parts", "dates/vague"),
    rules=RULES,
)
