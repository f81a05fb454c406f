"""The day of issue: before the type word ("Ngày 6/2, UBND tỉnh ban hành Kế hoạch số …"), or after the number."""

from __future__ import annotations


from extract.mentions.dates.resolution import anchor_of, place
from extract.mentions.documents.issuers import read_issuer
from extract.model import Span
from extract.text.calendar import Day, Days, full_days, read_day
from extract.text.document import Document
from extract.text.patterns import WordPattern


def announced(document: Document, at: int) -> tuple[Day | None, Span | None]:
    """Day and issuer before the type word: "Ngày 6/2, UBND tỉnh ban hành Kế hoạch số …"."""
    sentence = document.sentence_at(at)
    lead = max(sentence.start, at - 200)
    verb = _ISSUING.search(document.folded, lead, at)
    if verb is None or _PROPOSING.search(document.folded, lead, verb.start()):
        return None, None
    days = [
        day
        for match in _DAY_WORD.finditer(document.folded, lead, verb.start())
        if (day := read_day(document.folded, match.end()))
    ]
    if len(days) != 1:
        return None, None
    comma = document.folded.find(",", days[0].span.end, verb.start())
    return days[0], read_issuer(document, comma + 2) if comma >= 0 else None


def issue_day(document: Document, day: Day) -> str | None:
    """The ISO day; a missing year is resolved by publication, else by the full dates in the text."""
    if day.iso or day.month is None:
        return day.iso
    anchor = anchor_of(document.article.published_at, full_days(document.folded), ())
    return place(Days(day.span, (day,), "day"), anchor, ahead=False).start or None


_ISSUING = WordPattern("document_types", r"\b{words.issued+grammar/has_it}(?:\s+{grammar/several+grammar/some})?\s*$")
_PROPOSING = WordPattern("document_types", r"\b{words.proposing}\b")
_DAY_WORD = WordPattern("document_types", r"(?:\b{dates/day.lead}\s*|\()(?=\d)")
