"""The words around a date in its sentence, and what they say of it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.mentions.dates import patterns
from extract.mentions.dates.expressions import DateExpression
from extract.mentions.dates.periods import Form, Period
from extract.mentions.dates.resolution import Anchor, ResolvedDate
from extract.model import Span
from extract.text.document import Document

_LEFT, _RIGHT = 90, 200  # characters of the sentence on either side of a date that are examined
_AIM = 30  # characters before a year in which the word for an aim may occur
_NEAR = 60  # characters after the date in which a word for the future refers to it


@dataclass(frozen=True, slots=True)
class DateContext:
    """A date in its sentence: the folded text before and after it. `previous` is the day of an event before it."""

    document: Document
    expression: DateExpression
    dated: ResolvedDate
    anchor: Anchor | None
    previous: ResolvedDate | None
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """A period in its sentence: the folded text before and after it."""

    form: Form
    left: str
    right: str

    @property
    def reports_action(self) -> bool:
        """Whether the words after it tell what was done."""
        return bool(patterns.DOINGS.search(self.right))


def context_of(
    document: Document,
    expression: DateExpression,
    dated: ResolvedDate,
    anchor: Anchor | None,
    previous: ResolvedDate | None,
) -> DateContext:
    """A date with the words around it."""
    return DateContext(document, expression, dated, anchor, previous, *_around(document, expression.span))


def context_of_period(document: Document, period: Period) -> PeriodContext:
    """A period with the words around it."""
    return PeriodContext(period.form, *_around(document, period.span))


def _around(document: Document, span: Span) -> tuple[str, str]:
    """The folded text of the sentence before a span and after it."""
    sentence, folded = document.sentence_at(span.start), document.folded
    right = folded[span.end : min(max(sentence.end, span.end), span.end + _RIGHT)]
    return folded[max(sentence.start, span.start - _LEFT) : span.start], right


def indicates_present(folded: str, span: Span) -> bool:
    """Whether a full date shows when the text was written: it is not a limit in the future or a day of birth."""
    left = folded[max(0, span.start - _LEFT) : span.start]
    if patterns.STATES.search(left):
        return True
    return not (patterns.DEADLINE.search(left) or patterns.BORN.search(left))


def indicates_today(document: Document, span: Span) -> bool:
    """Whether the expression is "today" with a printed day beside it ("chiều nay (6/12)")."""
    return bool(patterns.TODAY.search(document.folded, span.start, span.end))


def is_labelled_stamp(folded: str, span: Span) -> bool:
    """Whether the date is after a label of the time of publication."""
    return bool(patterns.PUBLISHED.search(folded, max(0, span.start - _LEFT), span.start))


def is_aim(folded: str, span: Span) -> bool:
    """Whether a year is that of an aim, or one since which something is counted."""
    return bool(patterns.AIMS.search(folded, max(0, span.start - _AIM), span.start))


def opens_term(document: Document, span: Span) -> bool:
    """Whether the sentence is about what is held at the beginning of a term: a congress or an election."""
    sentence = document.sentence_at(span.start)
    return bool(patterns.OPENS_TERM.search(document.folded, sentence.start, span.start))


def looks_ahead(document: Document, span: Span) -> bool:
    """Whether the clause before the date, or the one right after it, is about the future."""
    sentence = document.sentence_at(span.start)
    before = patterns.AHEAD.search(document.folded, max(sentence.start, span.start - _LEFT), span.start)
    return bool(before or patterns.AHEAD.search(document.folded, span.end, min(sentence.end, span.end + _NEAR)))


def lasts_until(document: Document, span: Span) -> bool:
    """Whether the date is the last day of something that began earlier: "Lớp học kéo dài đến hết ngày 18/5"."""
    left = max(0, span.start - _LEFT)
    return bool(patterns.GOES_ON.search(document.folded, left, span.start))
