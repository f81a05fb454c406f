"""Where people met, by the printed name of a hall, house or square: "tại Hội trường UBND huyện"."""

from __future__ import annotations

import re
from functools import cache

from extract.model import Span
from extract.text.document import Document
from extract.text.lexicon import any_of, load


def find_venues(document: Document) -> list[Span]:
    """The venues named after a word of place, in reading order."""
    found = (_read_venue(document, match.end()) for match in _lead_pattern().finditer(document.folded))
    return [span for span in found if span]


def _read_venue(document: Document, at: int) -> Span | None:
    """The head word, then capitalised words, numbers, and known small ones; some head words need a name after them."""
    head = _head_pattern().match(document.folded, at)
    if head is None:
        return None
    end = head.end()
    while step := _step(document, end):
        end = step
    return (
        Span(at, end)
        if head["alone"] or document.text[end - 1].isdigit() or _has_name(document, head.end(), end)
        else None
    )


def _has_name(document: Document, start: int, end: int) -> bool:
    return any(char.isupper() for char in document.text[start:end])


def _step(document: Document, at: int) -> int | None:
    known = _inner_pattern().match(document.folded, at)
    if known:
        return known.end()
    word = _word_pattern().match(document.text, at)
    if word and word["word"].lower() in load("places")["venue"]["ends"]:
        return None
    return word.end() if word and (word["word"][0].isupper() or word["word"].isdigit()) else None


@cache
def _lead_pattern() -> re.Pattern[str]:
    """A word of place and the head word of a venue, which is left to be read."""
    return re.compile(rf"(?<!\w){any_of(load('places')['context']['located'])}\s+(?={_head_pattern().pattern})")


@cache
def _head_pattern() -> re.Pattern[str]:
    words = load("places")["venue"]
    return re.compile(rf"(?:khu vực\s+)?(?:(?P<alone>{any_of(words['heads'])})|{any_of(words['named_heads'])})(?!\w)")


@cache
def _inner_pattern() -> re.Pattern[str]:
    words = [*load("places")["venue"]["inner"], *load("issuers")["words"]["inner"]]
    return re.compile(rf"[ ](?:- )?{any_of(words)}(?!\w)")


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[ ](?:- )?(?P<word>\w+(?:[-/.&]\w+)*)")
