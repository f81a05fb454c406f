"""The words around a count of people: its clause before and after it, its sentence, and its place in the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.mentions.attendance import patterns
from extract.mentions.attendance.counts import Count
from extract.model import Span
from extract.text.document import Document

_LEFT, _RIGHT = 110, 150  # characters of the clause that are weighed before and after a count
_LIST = 900  # maximum characters of a list of attendees before a count
_BEGINNING = 600  # characters in which the year of the event may be printed
_OPENING = 5  # sentences, including the title, in which "cho N người" is about the event itself


@dataclass(frozen=True, slots=True)
class CountContext:
    """A count among its words, folded: its clause before and after it, its sentence up to it, the sentence, and
    the one before that.

    `opening` says that it is among the first sentences. `year` is that of publication, "" where it is not known,
    `printed_year` the last one that the beginning prints.
    `came` is the word of attending after it. `previous` is the last count of people who attended. `after_represented`
    says that the last count of all is in the same sentence and of people for whom others spoke, or who were chosen or
    given something. `before` is the sign in the words before the count.
    """

    count: Count
    unit: str
    left: str
    right: str
    told: str
    sentence: str
    sentence_before: str
    opening: bool
    year: str
    printed_year: str
    came: re.Match[str] | None
    previous: Count | None
    after_represented: bool
    before: str | None = None


def read_context(
    document: Document, count: Count, previous: Count | None, after_represented: bool
) -> CountContext:
    """The words around a count of a document."""
    folded, span = _without_dots(document.folded), count.span
    sentence = document.sentence_at(span.start)
    end = max(span.end, sentence.end)
    right = re.split(r"[;.]\s", folded[span.end : min(end, span.end + _RIGHT)])[0]
    return CountContext(
        count,
        folded[count.unit.start : count.unit.end],
        patterns.CLAUSE_END.split(folded[max(sentence.start, span.start - _LEFT) : span.start])[-1],
        right,
        folded[max(sentence.start, span.start - _LIST) : span.start],
        folded[sentence.start : min(end, sentence.start + 2 * _LIST)],
        _sentence_before(document, sentence),
        sentence.start <= document.sentences[min(_OPENING, len(document.sentences)) - 1].start,
        (document.article.published_at or "")[:4],
        _printed_year(document),
        patterns.COMING.search(right),
        previous,
        after_represented,
    )


@lru_cache(4)
def _without_dots(folded: str) -> str:
    """The text with a sign in place of the dots of abbreviations, so that no clause seems to end there."""
    return patterns.ABBREVIATED.compiled.sub(r"\1·", folded)


def _sentence_before(document: Document, sentence: Span) -> str:
    if sentence.start == 0:
        return ""
    before = document.sentence_at(sentence.start - 1)
    return document.folded[before.start : sentence.start]


def _printed_year(document: Document) -> str:
    return max(re.findall(r"(?<!\d)20\d\d(?!\d)", document.folded[:_BEGINNING]), default="")
