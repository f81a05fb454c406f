"""Dates of every kind, with ranges, missing years and parts of day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.mentions.dates.classification import kind_of, kind_of_period
from extract.mentions.dates.context import (
    context_of,
    context_of_period,
    is_aim,
    is_labelled_stamp,
    looks_ahead,
    opens_term,
    indicates_present,
    indicates_today,
)
from extract.mentions.dates.expressions import DateExpression, read_expressions
from extract.mentions.dates.false_dates import is_false_date
from extract.mentions.dates.periods import Period, read_periods
from extract.mentions.dates.resolution import Anchor, ResolvedDate, anchor_of, place, place_period, shifted
from extract.model import DateKind, DateValue, Findings, Mention, Rejection, Span
from extract.text.document import Document

# Kinds that are kept as dates and rejected as days of an event.
_NO_EVENT: dict[DateKind, str] = {"term": "term", "commemorated": "anniversary"}
_PRECISIONS = {"school_year": "year", "term": "year"}


def find_dates(document: Document) -> Findings:
    """The dates of every kind, with ranges, missing years and parts of day; look-alikes are rejected with a reason."""
    expressions, lookalikes = _read_expressions(document)
    taken = [*(expression.span for expression in expressions), *(refused.span for refused in lookalikes)]
    periods = list(_apart(read_periods(document.folded), taken))
    anchor = _anchor(document, expressions, periods)
    days = list(_of_expressions(document, expressions, anchor))
    stretches = list(_of_periods(document, (period for period in periods if not period.refused), anchor))
    mentions = sorted([*days, *stretches], key=lambda mention: mention.span)
    rejections = [*lookalikes, *_refused_periods(document, periods), *_refused_kinds(mentions)]
    return Findings(tuple(mentions), tuple(sorted(rejections, key=lambda refused: refused.span)))


def _read_expressions(document: Document) -> tuple[list[DateExpression], list[Rejection]]:
    """The expressions that are dates, and the rejected look-alikes."""
    expressions: list[DateExpression] = []
    refused: list[Rejection] = []
    for expression in read_expressions(document.folded):
        if reason := is_false_date(document.folded, expression):
            refused.append(Rejection("date", expression.span, document.quote(expression.span), "lookalike", reason))
        else:
            expressions.append(expression)
    return expressions, refused


def _apart(periods: Iterable[Period], taken: Sequence[Span]) -> Iterator[Period]:
    """The periods that do not overlap the spans already taken; both are in reading order."""
    spans = sorted(taken)
    index = 0
    for period in periods:
        while index < len(spans) and spans[index].end <= period.span.start:
            index += 1
        if index == len(spans) or not spans[index].overlaps(period.span):
            yield period


def _anchor(document: Document, expressions: Iterable[DateExpression], periods: Iterable[Period]) -> Anchor | None:
    """The anchor by which yearless days are resolved; deadlines and dates of laws are no evidence for it.

    Some pages have their day of publication in the text only ("Ngày đăng: 12/03/2021").
    """
    folded = document.folded
    days = (m.days.last.iso for m in expressions if m.days and indicates_present(folded, m.span))
    years = (p.last_year for p in periods if not p.refused and p.form != "term" and not is_aim(folded, p.span))
    stamps = (m.days.last.iso for m in expressions if m.days and is_labelled_stamp(folded, m.span))
    published = document.article.published_at or next(stamps, None)
    anchor = anchor_of(published, filter(None, days), filter(None, years))
    return anchor or anchor_of(None, (), _years_of_congress(document, periods))


def _years_of_congress(document: Document, periods: Iterable[Period]) -> list[int]:
    """The year of a congress, by the term that it opens: that of "nhiệm kỳ 2023 - 2028" was held in 2023."""
    firsts = [p.year for p in periods if p.form == "term" and p.year and opens_term(document, p.span)]
    return [max(firsts)] if firsts else []


def _of_expressions(
    document: Document, expressions: Iterable[DateExpression], anchor: Anchor | None
) -> Iterator[Mention[DateValue]]:
    last: ResolvedDate | None = None
    today: ResolvedDate | None = None
    for expression in expressions:
        ahead = looks_ahead(document, expression.span)
        dated = _placed(expression, anchor, ahead, last)
        if indicates_today(document, expression.span):
            dated = today or dated
            today = dated if expression.days else today
        kind = kind_of(context_of(document, expression, dated, anchor, last))
        if last and kind.rule == "until":
            dated = replace(dated, start=last.start)
        if kind.kind in ("event", "scheduled"):
            last = dated
        lunar = bool(expression.days and expression.days.last.lunar)
        value = DateValue(
            dated.start, dated.end, "day", kind.kind, dated.basis, expression.part, expression.clock, lunar
        )
        yield Mention("date", expression.span, document.quote(expression.span), value, kind.rule)


def _placed(expression: DateExpression, anchor: Anchor | None, ahead: bool, last: ResolvedDate | None) -> ResolvedDate:
    if expression.days:
        return place(expression.days, anchor, ahead)
    if expression.same_day:
        return last or ResolvedDate("", "", "year_inferred")
    return shifted(anchor, expression.shift or 0)


def _of_periods(document: Document, periods: Iterable[Period], anchor: Anchor | None) -> Iterator[Mention[DateValue]]:
    for period in periods:
        dated = place_period(period, anchor, looks_ahead(document, period.span))
        kind = kind_of_period(context_of_period(document, period))
        value = DateValue(
            dated.start,
            dated.end,
            _PRECISIONS.get(period.form, period.form),
            kind.kind,
            "published" if period.form == "vague" else dated.basis,
        )
        yield Mention("date", period.span, document.quote(period.span), value, kind.rule)


def _refused_periods(document: Document, periods: Iterable[Period]) -> Iterator[Rejection]:
    for period in periods:
        if period.refused:
            yield Rejection("date", period.span, document.quote(period.span), period.form, period.refused)


def _refused_kinds(mentions: Iterable[Mention[DateValue]]) -> Iterator[Rejection]:
    """Rejections for dates that are kept, but are not days on which anything took place."""
    for mention in mentions:
        if reason := _NO_EVENT.get(mention.value.kind):
            yield Rejection("date", mention.span, mention.text, mention.rule, reason)
