"""The words around a date in its sentence, and what they say of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import islice

from extract.mentions.dates.expressions import DateExpression
from extract.mentions.dates.patterns import (
    CLAUSE,
    CLAUSE_END,
    GOES_ON,
    ON,
    PLACE_OR_END,
    ends_with,
    word_pattern,
)
from extract.mentions.dates.resolution import Anchor, ResolvedDate
from extract.model import Span
from extract.text.document import Document

LEFT, RIGHT = 90, 200  # characters of the sentence on either side of a date that are examined
_AIM = 30  # characters before a year in which the word for an aim may occur
_FAR = 400  # characters before a date at the end of its clause in which the verb of holding may occur
_NEAR = 60  # characters after the date in which a word for the future refers to it
_FILLERS_AT_MOST = 2  # "Trong hai ngày …"
_OPENING = 3  # first blocks of the body, in which a date at the head of a clause begins the report


@dataclass(frozen=True, slots=True)
class DateContext:
    """A date in its sentence: the folded text before and after it."""

    document: Document
    expression: DateExpression
    dated: ResolvedDate
    anchor: Anchor | None
    left: str
    right: str


def tells_present(folded: str, span: Span) -> bool:
    """Whether a full date shows when the text was written: it is not a limit in the future or a day of birth."""
    left = folded[max(0, span.start - LEFT) : span.start]
    if ends_with("states").search(left):
        return True
    return not (ends_with("deadline").search(left) or ends_with("born").search(left))


def tells_today(document: Document, span: Span) -> bool:
    """Whether the expression is "today" with a printed day beside it ("chiều nay (6/12)")."""
    return bool(word_pattern("today").search(document.folded, span.start, span.end))


def is_labelled_stamp(folded: str, span: Span) -> bool:
    """Whether the date is after a label of the time of publication."""
    return bool(ends_with("published").search(folded, max(0, span.start - LEFT), span.start))


def is_aim(folded: str, span: Span) -> bool:
    """Whether a year is that of an aim, or one since which something is counted."""
    return bool(word_pattern("aims").search(folded, max(0, span.start - _AIM), span.start))


def opens_term(document: Document, span: Span) -> bool:
    """Whether the sentence is about what is held at the beginning of a term: a congress or an election."""
    sentence = document.sentence_at(span.start)
    return bool(word_pattern("opens_term").search(document.folded, sentence.start, span.start))


def looks_ahead(document: Document, span: Span) -> bool:
    """Whether the clause before the date, or the one right after it, is about the future."""
    sentence, ahead = document.sentence_at(span.start), word_pattern("ahead")
    before = ahead.search(document.folded, max(sentence.start, span.start - LEFT), span.start)
    return bool(before or ahead.search(document.folded, span.end, min(sentence.end, span.end + _NEAR)))


def lasts_until(document: Document, span: Span) -> bool:
    """Whether the date is the last day of something that began earlier: "Lớp học kéo dài đến hết ngày 18/5"."""
    left = max(0, span.start - LEFT)
    return bool(GOES_ON.search(document.folded, left, span.start))


def closes_clause(context: DateContext) -> bool:
    """Whether the date ends a clause with what was held: "… tổ chức lễ bàn giao nhà vào sáng 16/9."; with a part of
    day "vào" may be missing."""
    ends = CLAUSE_END.match(context.right)
    by_itself = context.expression.part and not ends_with("as_of").search(context.left)
    if not ends or not (by_itself or ON.search(context.left)):
        return False
    start = context.expression.span.start
    told = max(context.document.sentence_at(start).start, start - _FAR)
    return bool(word_pattern("held").search(context.document.folded, told, start))


def is_dateline(context: DateContext) -> bool:
    """Whether the date begins its sentence and the place follows, or nothing where the sentence was cut off."""
    begins = len(context.left.split()) <= _FILLERS_AT_MOST
    return begins and bool(PLACE_OR_END.match(context.right))


def heads_clause(context: DateContext) -> bool:
    """Whether the date begins its sentence, or a clause after a comma, a dateline or a bullet.

    A capital is a sign of it too, since some pages join a caption or a byline to the sentence without a mark.
    """
    capital = context.document.text[context.expression.span.start].isupper()
    return capital or bool(CLAUSE.search(context.left))


def opens_report(context: DateContext) -> bool:
    """Whether the date is in the title, the lead or the first blocks of the body."""
    body = list(islice((block for block in context.document.blocks if block.kind == "body"), _OPENING))
    return not body or context.expression.span.start < body[-1].span.end


def is_recent(context: DateContext, days: int) -> bool:
    """Whether the date is at most so many days before the anchor; True where one of them is unknown."""
    anchor, end = context.anchor, context.dated.end
    if anchor is None or not end:
        return True
    return (anchor.day - datetime.date.fromisoformat(end)).days <= days
