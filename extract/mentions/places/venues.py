"""Venues of events by the printed name of a hall, house or square: "tại Hội trường UBND huyện", "khánh thành Trường
Tiểu học Nà Lùng".
"""

from __future__ import annotations

import re

from extract.gazetteer.units import is_unit
from extract.model import Span
from extract.text.document import Document
from extract.text.lexicon import load
from extract.text.patterns import WordPattern


def find_venues(document: Document) -> list[Span]:
    """The venues named after a word of place, in reading order."""
    found = (_read_venue(document, match.end()) for match in _LEAD.find_in(document.folded))
    return [span for span in found if span]


def find_opened(document: Document) -> list[Span]:
    """The houses that are opened or handed over, in reading order: "khánh thành nhà văn hóa thôn Nà Mẫu"."""
    found = (_read_venue(document, match.end()) for match in _OPENED.find_in(document.folded))
    return [span for span in found if span]


def _read_venue(document: Document, at: int) -> Span | None:
    """The head word, then capitalised words, numbers, and known small ones; some head words need a name after them."""
    landmark = _LANDMARK.match(document.folded, at)
    if landmark and document.text[at].isupper():
        return Span(*landmark.span())
    head = _HEAD.match(document.folded, at)
    if head is None:
        return None
    end = head.end()
    while step := _step(document, end):
        end = step
    alone = head["alone"] or head["grounds"]
    if not alone and document.text[at].isupper() and is_unit(document.text[at:end]):
        return None  # "Bến Cát" is a town
    return (
        Span(at, end)
        if alone or document.text[end - 1].isdigit() or _has_name(document, head.end(), end)
        else None
    )


def _has_name(document: Document, start: int, end: int) -> bool:
    return any(char.isupper() for char in document.text[start:end])


def _step(document: Document, at: int) -> int | None:
    """The end of the next word of a venue's name, or of both syllables of one; None where the name has ended."""
    compound = _COMPOUND.match(document.folded, at)
    if compound and document.text[compound.start("word")].isupper():
        return compound.end()
    known = _INNER.match(document.folded, at)
    if known:
        return known.end()
    word = _WORD.match(document.text, at)
    if word and word["word"].lower() in load("places")["venue"]["ends"]:
        return None
    return word.end() if word and (word["word"][0].isupper() or _is_number(word["word"])) else None


def _is_number(word: str) -> bool:
    """Whether a word is a number or a day that a square is named after: "Quảng trường 10/3"."""
    return word.replace("/", "").isdigit()


# The first words of a venue's name.
_HEAD = WordPattern(
    "places",
    r"""
    (?:(?<!{grammar/in}[ ]){venue.area}\s+)?
    (?:(?P<grounds>{venue.grounds})\s(?=(?:{venue.heads}|{venue.named_heads})(?!\w)))?
    (?:(?P<alone>{venue.heads})|{venue.named_heads}) (?!\w)
    """,
)
_LANDMARK = WordPattern("places", r"{landmarks}(?!\w)")
# A word of place before the head word of a venue.
_LEAD = WordPattern(
    "places",
    r"""
    (?<!\w)
    (?:
        (?:{venue.works:unless_apart}{context.located}|{venue.labels}\s?:)\s+(?={head}|{landmark})
    |
        {venue.within}\s+(?={venue.within_grounds}\s)
    )
    """,
    begins="context.located+venue.within+venue.labels",
    head=_HEAD,
    landmark=_LANDMARK,
)
# What opens a house, before the head word of its name: "khánh thành, đưa vào sử dụng công trình".
_OPENED = WordPattern(
    "places",
    r"(?<!\w){venue.opening}(?:,?\s{venue.opening_on})*\s(?={venue.opened}(?!\w))",
    begins="venue.opening",
)
_INNER = WordPattern("places", r"-?[ ](?:- )?{venue.inner+issuers/words.inner}(?!\w)")
_COMPOUND = WordPattern("places", r"-?[ ](?:- )?(?P<word>{venue.compounds})(?!\w)")
_WORD = re.compile(r"-?[ ](?:- )?(?P<word>\w+(?:[-/.&]\w+)*)")
