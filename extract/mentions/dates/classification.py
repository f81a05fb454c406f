"""Classification of dates by the words around them; the rules are ordered from the most to the least certain."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.mentions.dates.context import (
    LEFT,
    RIGHT,
    DateContext,
    closes_clause,
    heads_clause,
    is_dateline,
    is_recent,
    looks_ahead,
    opens_report,
)
from extract.mentions.dates.expressions import DateExpression
from extract.mentions.dates.patterns import (
    AT_HOUR,
    HELD,
    NUMBER_BEFORE,
    YEARLY,
    commemorated_pattern,
    ends_with,
    word_pattern,
)
from extract.mentions.dates.periods import Period
from extract.mentions.dates.resolution import Anchor, ResolvedDate
from extract.model import DateKind
from extract.text.document import Document

_RECENT_DAYS = 20  # maximum days before publication of a date further down that is the event's


@dataclass(frozen=True, slots=True)
class ClassifiedDate:
    """The kind of a date and the rule by which it was classified."""

    kind: DateKind
    rule: str


def kind_of(
    document: Document, expression: DateExpression, dated: ResolvedDate, anchor: Anchor | None
) -> ClassifiedDate:
    """The kind of a date."""
    sentence = document.sentence_at(expression.span.start)
    folded, span = document.folded, expression.span
    left = folded[max(sentence.start, span.start - LEFT) : span.start]
    right = folded[span.end : min(max(sentence.end, span.end), span.end + RIGHT)]
    context = DateContext(document, expression, dated, anchor, left, right)
    return next((kind for rule in _RULES if (kind := rule(context))), ClassifiedDate("other", "mentioned"))


def kind_of_period(document: Document, period: Period) -> ClassifiedDate:
    """The kind of a period: a term, a limit, a vague day of an event, or only mentioned."""
    if period.form == "term":
        return ClassifiedDate("term", "term")
    sentence, folded = document.sentence_at(period.span.start), document.folded
    left = folded[max(sentence.start, period.span.start - LEFT) : period.span.start]
    if period.form == "vague":
        does = word_pattern("doings").search(folded, period.span.end, min(sentence.end, period.span.end + RIGHT))
        return ClassifiedDate("event", "vague") if not left and does else ClassifiedDate("other", "vague")
    return (
        ClassifiedDate("as_of", "limit") if ends_with("as_of").search(left) else ClassifiedDate("other", "mentioned")
    )


def _stamp(context: DateContext) -> ClassifiedDate | None:
    """A stamp of publication: after its label, or with a clock time in colon form."""
    if ends_with("published").search(context.left):
        return ClassifiedDate("published", "stamp")
    printed = context.document.quote(context.expression.span)
    clock = context.expression.clock and ":" in printed
    if (clock or re.match(r"[\s,|-]+\d{1,2}:\d\d", context.right)) and not AT_HOUR.search(context.left):
        return ClassifiedDate("published", "stamp_clock")
    return None


def _commemoration(context: DateContext) -> ClassifiedDate | None:
    """The day of an anniversary: two equal days of different years, or a day after the name of what is commemorated."""
    days = context.expression.days
    if days is None:
        return None
    if days.form == "range" and (days.first.day, days.first.month) == (days.last.day, days.last.month):
        return ClassifiedDate("commemorated", "anniversary_pair")
    capital = context.document.text[context.expression.span.start].isupper()
    bound = ends_with("bounds").search(context.left)
    named = commemorated_pattern("commemorated").search(context.left)
    if named is None and days.last.year is None:
        named = commemorated_pattern("festive").search(context.left)
    if context.expression.part is None and not capital and not bound and named:
        return ClassifiedDate("commemorated", "anniversary")
    return None


def _document(context: DateContext) -> ClassifiedDate | None:
    """The day of a document: after its number, or before the words of its issue."""
    if context.expression.part is None and NUMBER_BEFORE.search(context.left):
        return ClassifiedDate("document", "document_date")
    issued, done = word_pattern("issued").search(context.right), word_pattern("doings").search(context.right)
    if issued and (done is None or issued.start() <= done.start()) and heads_clause(context):
        return ClassifiedDate("document", "issue_day")
    return None


def _as_of(context: DateContext) -> ClassifiedDate | None:
    """A limit: a state as of the day, a deadline, a day of taking effect."""
    days = context.expression.days
    if context.expression.part is None and days and days.form == "day" and ends_with("as_of").search(context.left):
        return ClassifiedDate("as_of", "limit")
    return None


def _background(context: DateContext) -> ClassifiedDate | None:
    """The past as background to the news, the days of a life, and yearly days."""
    if YEARLY.match(context.right):
        return ClassifiedDate("other", "yearly")
    if word_pattern("behind").search(context.left[-40:]) or ends_with("born").search(context.left):
        return ClassifiedDate("other", "background")
    return None


def _scheduled(context: DateContext) -> ClassifiedDate | None:
    """A future day, by its words or by the day of publication."""
    anchor, dated = context.anchor, context.dated
    later = bool(anchor and anchor.published and dated.start > anchor.day.isoformat())
    if later or looks_ahead(context.document, context.expression.span):
        past = anchor is not None and anchor.published and dated.end and dated.end < anchor.day.isoformat()
        return None if past else ClassifiedDate("scheduled", "ahead")
    return None


def _held(context: DateContext) -> ClassifiedDate | None:
    """The day of an event: at the head of a clause with an action, or after a word for holding an event."""
    if HELD.search(context.left) or closes_clause(context):
        return ClassifiedDate("event", "held_on") if is_recent(context, 200) else None
    if not heads_clause(context):
        return None
    does = word_pattern("doings").search(context.right)
    if (does or is_dateline(context)) and opens_report(context):
        return ClassifiedDate("event", "opening") if is_recent(context, 200) else None
    return ClassifiedDate("event", "clause") if does and is_recent(context, _RECENT_DAYS) else None


_RULES: tuple[Callable[[DateContext], ClassifiedDate | None], ...] = (
    _stamp,
    _commemoration,
    _document,
    _as_of,
    _background,
    _scheduled,
    _held,
)
