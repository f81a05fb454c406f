"""The day of issue: before the type word ("Ngày 6/2, UBND tỉnh ban hành Kế hoạch số …"), or after the number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from extract.lexicon import any_of, load
from extract.mentions.calendar import Day, iso_day, read_day
from extract.mentions.issuers import read_issuer
from extract.model import Span
from extract.text import Document


def announced(document: Document, at: int) -> tuple[Day | None, Span | None]:
    """Day and issuer said before the type word: "Ngày 6/2, UBND tỉnh ban hành Kế hoạch số …"."""
    sentence = document.sentence_at(at)
    lead = max(sentence.start, at - 200)
    verb = _issuing_pattern().search(document.folded, lead, at)
    if verb is None or _proposing_pattern().search(document.folded, lead, verb.start()):
        return None, None
    days = [
        day
        for match in _day_word().finditer(document.folded, lead, verb.start())
        if (day := read_day(document.folded, match.start()))
    ]
    if len(days) != 1:
        return None, None
    comma = document.folded.find(",", days[0].span.end, verb.start())
    return days[0], read_issuer(document, comma + 2) if comma >= 0 else None


def issue_day(document: Document, day: Day) -> str | None:
    """The ISO day. Without a year, the last one up to publication, or the nearest to the last full day in the text."""
    if day.iso or day.month is None:
        return day.iso
    published = document.article.published_at
    anchor = published[:10] if published else max(_full_days(document), default=None)
    if anchor is None:
        return None
    years = (int(anchor[:4]) + step for step in (-1, 0, 1))
    found = [iso for year in years if (iso := iso_day(year, day.month, day.day))]
    if published:
        return max((iso for iso in found if iso <= anchor), default=None)
    return min(found, key=lambda iso: abs(date.fromisoformat(iso) - date.fromisoformat(anchor)), default=None)


def _full_days(document: Document) -> Iterator[str]:
    """The days that the text prints with their years."""
    for match in _full_day().finditer(document.folded):
        day = read_day(document.folded, match.start())
        if day and day.iso:
            yield day.iso


@cache
def _full_day() -> re.Pattern[str]:
    return re.compile(r"(?<![\d/.-])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d(?!\d)")


@cache
def _issuing_pattern() -> re.Pattern[str]:
    issued = any_of(load("document_types")["words"]["issued"])
    return re.compile(rf"\b{issued}(?:\s+(?:các|những))?\s*$")


@cache
def _proposing_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(load('document_types')['words']['proposing'])}\b")


@cache
def _day_word() -> re.Pattern[str]:
    return re.compile(r"\bngày\s+(?=\d)")
