"""The declaration of counts of people as a kind of mention: its table, and its use in events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from extract.declaration.columns import ARTICLE_ID, EVENT_ID, EVIDENCE, Column
from extract.declaration.kinds import Gold, GoldField, Kind, Mentions, belongs_by_sentence
from extract.declaration.tables import Highlight, Row, Table, evidence
from extract.mentions.attendance.find import find_attendance
from extract.mentions.attendance.rules import RULES
from extract.model import Comparator, Findings, Rejection, Scope
from extract.results import Extraction

COLUMNS = (
    EVENT_ID,
    ARTICLE_ID,
    Column("count", "integer", "How many; the lower end of a range.", "40", True, fact=True, shown=True),
    Column("count_max", "integer", "Upper end of a range.", "50", fact=True, shown=True),
    Column(
        "cmp",
        "string",
        "eq; gt (more than); lt (nearly, below); approx (about); ge (at least); le (at most).",
        "gt",
        True,
        get_args(Comparator),
        fact=True,
        facet=True,
        shown=True,
    ),
    Column("unit", "string", "The counted noun as printed.", "@unit_2", fact=True, facet=True, shown=True),
    Column(
        "scope",
        "string",
        "All who attended, a stated part, or a total over several sessions.",
        "event",
        True,
        get_args(Scope),
        fact=True,
        facet=True,
        shown=True,
    ),
    Column("derived", "boolean", "True for a sum; the rules make none.", "false", fact=True, shown=True),
    *EVIDENCE,
)


def _attendance_rows(found: Extraction) -> Iterator[Row]:
    for mention in found.attendance:
        value = mention.value
        yield {
            "event_id": found.event_of(mention),
            "article_id": found.article.id,
            "count": value.count,
            "count_max": value.count_max,
            "cmp": value.cmp,
            "unit": value.unit,
            "scope": value.scope,
            "derived": value.derived,
            **evidence(found.text, mention.span, mention.rule),
        }


def _refused(mentions: Mentions) -> Findings:
    """Rejections for the counts of an article that reports no event."""
    refused = (Rejection(count.kind, count.span, count.text, count.rule, "no_event") for count in mentions)
    return Findings((), tuple(refused))


ATTENDANCE = Kind(
    "attendance",
    find_attendance,
    (
        Table(
            "attendance",
            "One row a count of people who took part.",
            COLUMNS,
            _attendance_rows,
            (),
            (("article_id", "articles"), ("event_id", "events")),
            Highlight("attendance", "#e9d9f9", "#452f63"),
        ),
    ),
    belongs_by_sentence,
    _refused,
    Gold(
        (
            GoldField("n", "count", "number", 0),
            GoldField("cmp", "cmp", blank="eq"),
            GoldField("unit", "unit", blank=""),
            GoldField("scope", "scope", blank="event"),
            GoldField("n_max", "count_max", "number", optional=True),
        ),
        lambda row: not row["derived"],
    ),
    explained_by=tuple(f"attendance/{section}" for section in ("hedges", "nouns", "attend", "occasions", "against")),
    rules=RULES,
)
