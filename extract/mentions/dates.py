"""Dates of every kind, with ranges, missing years and parts of day."""

from __future__ import annotations

from collections.abc import Iterator

from extract.mentions.date_kinds import Kind, is_deadline, kind_of, looks_ahead
from extract.mentions.lookalikes import lookalike
from extract.mentions.moments import Moment, read_moments
from extract.mentions.years import Anchor, Dated, anchor_of, place, shifted
from extract.model import DateValue, Findings, Mention, Rejection
from extract.text import Document


def find_dates(document: Document) -> Findings:
    """Dates of every kind, with ranges, missing years and parts of day."""
    moments, rejections = _sort(document)
    anchor = anchor_of(document.article.published_at, _full_days(document.folded, moments))
    mentions = tuple(_mentions(document, moments, anchor))
    return Findings(mentions, rejections)


def _sort(document: Document) -> tuple[list[Moment], tuple[Rejection, ...]]:
    """The moments that are dates, and the look-alikes refused."""
    moments: list[Moment] = []
    refused: list[Rejection] = []
    for moment in read_moments(document.folded):
        if reason := lookalike(document.folded, moment):
            refused.append(Rejection("date", moment.span, document.quote(moment.span), "lookalike", reason))
        else:
            moments.append(moment)
    return moments, tuple(refused)


def _full_days(folded: str, moments: list[Moment]) -> Iterator[str]:
    """The days that the text gives in full, deadlines aside."""
    for moment in moments:
        if moment.days and (iso := moment.days.last.iso) and not is_deadline(folded, moment.span):
            yield iso


def _mentions(document: Document, moments: list[Moment], anchor: Anchor | None) -> Iterator[Mention[DateValue]]:
    last: Dated | None = None
    for moment in moments:
        sentence = document.sentence_at(moment.span.start)
        ahead = looks_ahead(document.folded, sentence, moment.span)
        dated = _placed(moment, anchor, ahead, last)
        kind = kind_of(document, moment, dated, anchor)
        if kind.kind in ("event", "scheduled"):
            last = dated
        yield _mention(document, moment, dated, kind)


def _placed(moment: Moment, anchor: Anchor | None, ahead: bool, last: Dated | None) -> Dated:
    if moment.days:
        return place(moment.days, anchor, ahead)
    if moment.same_day:
        return last or Dated("", "", "year_inferred")
    return shifted(anchor, moment.shift or 0)


def _mention(document: Document, moment: Moment, dated: Dated, kind: Kind) -> Mention[DateValue]:
    lunar = bool(moment.days and moment.days.last.lunar)
    value = DateValue(dated.start, dated.end, "day", kind.kind, dated.basis, moment.part, moment.clock, lunar)
    return Mention("date", moment.span, document.quote(moment.span), value, kind.rule)
