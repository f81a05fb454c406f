"""Classification of dates by the words around them; the rules are ordered from the most to the least certain."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import islice

from extract.mentions.dates.expressions import DateExpression
from extract.mentions.dates.periods import Period
from extract.mentions.dates.resolution import Anchor, ResolvedDate
from extract.model import DateKind, Span
from extract.text.document import Document
from extract.text.patterns import WordPattern

_LEFT, _RIGHT = 90, 200  # characters of the sentence on either side of a date that are examined
_AIM = 30  # characters before a year in which the word for an aim may occur
_TOLD = 400  # characters before a date at the end of its clause in which the verb of holding may occur
_NEAR = 60  # characters after the date in which a word for the future refers to it
_FILLERS_AT_MOST = 2  # "Trong hai ngày …"
_OPENING = 3  # first blocks of the body, in which a date at the head of a clause begins the report
_RECENT_DAYS = 20  # maximum days before publication of a date further down that is the event's


@dataclass(frozen=True, slots=True)
class ClassifiedDate:
    """The kind of a date and the rule by which it was classified."""

    kind: DateKind
    rule: str


@dataclass(frozen=True, slots=True)
class DateContext:
    """A date in its sentence: the folded text before and after it."""

    document: Document
    expression: DateExpression
    dated: ResolvedDate
    anchor: Anchor | None
    left: str
    right: str


def kind_of(
    document: Document, expression: DateExpression, dated: ResolvedDate, anchor: Anchor | None
) -> ClassifiedDate:
    """The kind of a date."""
    sentence = document.sentence_at(expression.span.start)
    folded, span = document.folded, expression.span
    left = folded[max(sentence.start, span.start - _LEFT) : span.start]
    right = folded[span.end : min(max(sentence.end, span.end), span.end + _RIGHT)]
    context = DateContext(document, expression, dated, anchor, left, right)
    return next((kind for rule in _RULES if (kind := rule(context))), ClassifiedDate("other", "mentioned"))


def tells_present(folded: str, span: Span) -> bool:
    """Whether a full date shows when the text was written: it is not a limit in the future or a day of birth."""
    left = folded[max(0, span.start - _LEFT) : span.start]
    if _ends_with("states").search(left):
        return True
    return not (_ends_with("deadline").search(left) or _ends_with("born").search(left))


def tells_today(document: Document, span: Span) -> bool:
    """Whether the expression is "today" with a printed day beside it ("chiều nay (6/12)")."""
    return bool(_word_pattern("today").search(document.folded, span.start, span.end))


def is_labelled_stamp(folded: str, span: Span) -> bool:
    """Whether the date is after a label of the time of publication."""
    return bool(_ends_with("published").search(folded, max(0, span.start - _LEFT), span.start))


def is_aim(folded: str, span: Span) -> bool:
    """Whether a year is that of an aim, or one since which something is counted."""
    return bool(_word_pattern("aims").search(folded, max(0, span.start - _AIM), span.start))


def opens_term(document: Document, span: Span) -> bool:
    """Whether the sentence is about what is held at the beginning of a term: a congress or an election."""
    sentence = document.sentence_at(span.start)
    return bool(_word_pattern("opens_term").search(document.folded, sentence.start, span.start))


def looks_ahead(document: Document, span: Span) -> bool:
    """Whether the clause before the date, or the one right after it, is about the future."""
    sentence, ahead = document.sentence_at(span.start), _word_pattern("ahead")
    before = ahead.search(document.folded, max(sentence.start, span.start - _LEFT), span.start)
    return bool(before or ahead.search(document.folded, span.end, min(sentence.end, span.end + _NEAR)))


def kind_of_period(document: Document, period: Period) -> ClassifiedDate:
    """The kind of a period: a term, a limit, a vague day of an event, or only mentioned."""
    if period.form == "term":
        return ClassifiedDate("term", "term")
    sentence, folded = document.sentence_at(period.span.start), document.folded
    left = folded[max(sentence.start, period.span.start - _LEFT) : period.span.start]
    if period.form == "vague":
        does = _word_pattern("doings").search(folded, period.span.end, min(sentence.end, period.span.end + _RIGHT))
        return ClassifiedDate("event", "vague") if not left and does else ClassifiedDate("other", "vague")
    return (
        ClassifiedDate("as_of", "limit") if _ends_with("as_of").search(left) else ClassifiedDate("other", "mentioned")
    )


def _stamp(context: DateContext) -> ClassifiedDate | None:
    """A stamp of publication: after its label, or with a clock time in colon form."""
    if _ends_with("published").search(context.left):
        return ClassifiedDate("published", "stamp")
    printed = context.document.quote(context.expression.span)
    clock = context.expression.clock and ":" in printed
    if (clock or re.match(r"[\s,|-]+\d{1,2}:\d\d", context.right)) and not _AT_HOUR.search(context.left):
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
    bound = _ends_with("bounds").search(context.left)
    named = _commemorated_pattern("commemorated").search(context.left)
    if named is None and days.last.year is None:
        named = _commemorated_pattern("festive").search(context.left)
    if context.expression.part is None and not capital and not bound and named:
        return ClassifiedDate("commemorated", "anniversary")
    return None


def _document(context: DateContext) -> ClassifiedDate | None:
    """The day of a document: after its number, or before the words of its issue."""
    if context.expression.part is None and _NUMBER_BEFORE.search(context.left):
        return ClassifiedDate("document", "document_date")
    issued, done = _word_pattern("issued").search(context.right), _word_pattern("doings").search(context.right)
    if issued and (done is None or issued.start() <= done.start()) and _heads_clause(context):
        return ClassifiedDate("document", "issue_day")
    return None


def lasts_until(document: Document, span: Span) -> bool:
    """Whether the date is the last day of something that began earlier: "Lớp học kéo dài đến hết ngày 18/5"."""
    left = max(0, span.start - _LEFT)
    return bool(_GOES_ON.search(document.folded, left, span.start))


def _as_of(context: DateContext) -> ClassifiedDate | None:
    """A limit: a state as of the day, a deadline, a day of taking effect."""
    days = context.expression.days
    if context.expression.part is None and days and days.form == "day" and _ends_with("as_of").search(context.left):
        return ClassifiedDate("as_of", "limit")
    return None


def _background(context: DateContext) -> ClassifiedDate | None:
    """The past as background to the news, the days of a life, and yearly days."""
    if _YEARLY.match(context.right):
        return ClassifiedDate("other", "yearly")
    if _word_pattern("behind").search(context.left[-40:]) or _ends_with("born").search(context.left):
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
    if _HELD.search(context.left) or _closes_clause(context):
        return ClassifiedDate("event", "held_on") if _recent(context, 200) else None
    if not _heads_clause(context):
        return None
    does = _word_pattern("doings").search(context.right)
    if (does or _is_dateline(context)) and _opens_report(context):
        return ClassifiedDate("event", "opening") if _recent(context, 200) else None
    return ClassifiedDate("event", "clause") if does and _recent(context, _RECENT_DAYS) else None


_RULES: tuple[Callable[[DateContext], ClassifiedDate | None], ...] = (
    _stamp,
    _commemoration,
    _document,
    _as_of,
    _background,
    _scheduled,
    _held,
)


def _closes_clause(context: DateContext) -> bool:
    """Whether the date ends a clause with what was held: "… tổ chức lễ bàn giao nhà vào sáng 16/9."; with a part of
    day "vào" may be missing."""
    ends = _CLAUSE_END.match(context.right)
    by_itself = context.expression.part and not _ends_with("as_of").search(context.left)
    if not ends or not (by_itself or _ON.search(context.left)):
        return False
    start = context.expression.span.start
    told = max(context.document.sentence_at(start).start, start - _TOLD)
    return bool(_word_pattern("held").search(context.document.folded, told, start))


def _is_dateline(context: DateContext) -> bool:
    """Whether the date begins its sentence and the place follows, or nothing where the sentence was cut off."""
    begins = len(context.left.split()) <= _FILLERS_AT_MOST
    return begins and bool(_PLACE_OR_END.match(context.right))


def _heads_clause(context: DateContext) -> bool:
    """Whether the date begins its sentence, or a clause after a comma, a dateline or a bullet.

    A capital is a sign of it too, since some pages join a caption or a byline to the sentence without a mark.
    """
    capital = context.document.text[context.expression.span.start].isupper()
    return capital or bool(_CLAUSE.search(context.left))


def _opens_report(context: DateContext) -> bool:
    """Whether the date is in the title, the lead or the first blocks of the body."""
    body = list(islice((block for block in context.document.blocks if block.kind == "body"), _OPENING))
    return not body or context.expression.span.start < body[-1].span.end


def _recent(context: DateContext, days: int) -> bool:
    """Whether the date is at most so many days before the anchor; True where one of them is unknown."""
    anchor, end = context.anchor, context.dated.end
    if anchor is None or not end:
        return True
    return (anchor.day - datetime.date.fromisoformat(end)).days <= days


@cache
def _word_pattern(name: str) -> WordPattern:
    return WordPattern("dates", rf"\b{{frames.{name}}}\b")


@cache
def _ends_with(name: str) -> WordPattern:
    """A pattern of words right before the date, with "ngày" and marks allowed between them and the date."""
    return WordPattern("dates", rf"\b{{frames.{name}}}\s*[:,(]*\s*(?:{{grammar/on}}\s+)?$")


_YEARLY = WordPattern("dates", r"\s*{frames.yearly}\b")
# Words for what lasts until the date, or ends on it: "kéo dài đến hết", "sẽ mở cửa liên tục đến".
_GOES_ON = WordPattern(
    "dates",
    r"""
    \b(?:
        {frames.goes_on}(?:\s+{frames.throughout})? \s+{frames.until}
    |
        {frames.lasting}
    )
    \s*[:,(]*\s*(?:{grammar/on}\s+)?$
    """,
)
# A verb of holding right before the date.
_HELD = WordPattern(
    "dates",
    r"""
    (?:
        \b{frames.held_on} (?:\s+(?:{frames.fillers}|\d{1,2}(?:[.,]\d)?)[,(]*)* \s*[,(]?\s*
    |
        # how long it lasts: "trong 3 ngày từ"
        \b{frames.durations}\s+(?:[\d.,]+|\w+)\s+{day.lead} (?:\s+\w+){0,3}\s*[,(]*\s*(?:{grammar/from}\s+)?
    )$
    """,
)
# The head of a sentence or clause, with small words up to the date.
_CLAUSE = WordPattern(
    "dates",
    r"""
    (?:^|[,;:–\-•*|)\]"”]\s*|\bonline\s*|\bin\s*)
    (?:(?:{frames.fillers}|\d{1,2}(?:[.,]5)?)[\s,(]+)*$
    """,
)


@cache
def _commemorated_pattern(words: str) -> WordPattern:
    """The name of what is commemorated, between its word and the date, without a mark or a verb that ends a clause."""
    return WordPattern(
        "dates", rf"\b{{frames.{words}}}\b(?:(?!{{frames.ends_name}})[^.;:,(]){{0,60}}(?:\(\s*(?:{{day.lead}}\s+)?)?$"
    )


# A symbol, or a number after a document's word, right before the date; or the words of its signing.
_NUMBER_BEFORE = WordPattern(
    "dates",
    r"""
    (?:
        (?:
            # a symbol: "12/2021/tt-bnv"
            (?=[\d\s/–-]*[a-z{letters/d:letters}])
            \d+[a-z{letters/d:letters}]?(?:\s?[-–/]\s?[a-z{letters/d:letters}\d]+){1,6}(?:\s\d+)?
        |
            {frames.number+frames.document_words}\s*:?\s*\d+[a-z{letters/d:letters}]?
        |
            {frames.document_words}\b[^.;]{0,60}{frames.issued_before}
        |
            \b{frames.issued_before}
        )
        \s*[,(]*
    |
        \b{frames.document_words}
    )
    \s*$
    """,
)
_AT_HOUR = WordPattern("dates", r"{grammar/at_hour}\s*$")
_ON = WordPattern("dates", r"\b{grammar/on}\s+(?:{grammar/at_hour}\s+)?$")
_CLAUSE_END = WordPattern("dates", r"\s*(?:[.,;)]|$)|\s+{grammar/at}\b")
_PLACE_OR_END = WordPattern("dates", r"\s*,?\s*(?:{grammar/at+grammar/in}\b|[,.]?\s*$)")
