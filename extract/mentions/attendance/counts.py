"""Counts of people as printed: hedge, number and counted noun; whether they are of attendees is decided later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.model import Comparator, Span
from extract.text.lexicon import load
from extract.text.numbers import Number, read_number
from extract.text.patterns import WordPattern, ends_with

# A round number of two or three figures and a comma, before another number.
_ROUND_BEFORE = re.compile(r"(?<![\w.,/-])([1-9]\d?0),\s$")
_FRACTION = re.compile(r"(\d{1,4})/(\d{1,4})(?=\s)")
_GAP = 3  # characters between the number and its noun
_YEARS = range(1900, 2101)
_YEAR = 6  # characters before a year in which a word for year may occur
_LEAST_ROUND = 50  # less may be a day of the month
_LONGEST_ROUND = 6  # characters of a round number, its comma, and the characters around them
_LEAST_PART = 5  # "một trong 10 đại biểu" speaks of one
_LEAST_IN_BRACKETS = 20  # "(2) đại biểu" is a number of a list
_LEAST_IN_WORDS = 10  # "hai đồng chí" counts the people just named, not a gathering


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something.

    `guests` where the noun itself means attendees of a gathering; `of_all` where it is a part of a whole that is told
    too ("33/35 đại biểu", "33 trong số 35 đại biểu"); `refused` names what is counted where it is not people.
    """

    span: Span
    number: Number
    cmp: Comparator
    unit: Span
    guests: bool
    of_all: bool = False
    refused: str | None = None


def read_counts(folded: str) -> Iterator[Count]:
    """The counts of a folded text in reading order."""
    at = 0
    for trigger in _TRIGGER.find_in(folded):
        if trigger.start() >= at and (count := _read_count(folded, trigger.start())):
            yield count
            at = count.span.end


def _read_count(folded: str, at: int) -> Count | None:
    hedge = _HEDGE.match(folded, at)
    start = hedge.end() if hedge else at
    bare = None if (part := _part_of_all(folded, start)) else read_number(folded, start, glued=hedge is not None)
    part = part or _told_part(folded, bare)
    number = part or bare
    if number is None or _is_year(folded, start, number) or _ends_list(folded, start, number):
        return None
    noun = _NOUN.match(folded, number.span.end)
    if noun is None or (number.in_words and number.value < _LEAST_IN_WORDS):
        return None
    if noun["bracket"] and (number.value < _LEAST_IN_BRACKETS or folded[start - 1 : start] not in tuple("([")):
        return None
    cmp = _comparator(hedge["hedge"]) if hedge else "eq"
    if _AT_LEAST.match(folded, noun.end()):
        cmp = "ge"
    unit = Span(noun.start("unit"), noun.end("unit"))
    refused = _other_nouns().get(noun["other"]) if noun["other"] else None
    return Count(Span(at, unit.end), number, cmp, unit, bool(noun["guests"]), part is not None, refused)


def _is_year(folded: str, at: int, number: Number) -> bool:
    """Whether the number is that of a year at the end of a line: "lần đầu năm 2010"."""
    lead = ends_with("attendance", "context", "year")
    return number.value in _YEARS and lead.search(folded, max(0, at - _YEAR), at) is not None


def _ends_list(folded: str, at: int, number: Number) -> bool:
    """Whether a smaller round number stands before it, so that nobody knows which is meant: "200, 300 đại biểu"."""
    before = _ROUND_BEFORE.search(folded, max(0, at - _LONGEST_ROUND), at)
    return before is not None and number.value % 10 == 0 and _LEAST_ROUND <= int(before[1]) < number.value < 1000


def _comparator(hedge: str) -> Comparator:
    return _comparators()[" ".join(hedge.split())]


def _part_of_all(folded: str, at: int) -> Number | None:
    """The upper part of a fraction, 33 of "33/35"; its span is that of the fraction."""
    match = _FRACTION.match(folded, at)
    if match is None or int(match[1]) > int(match[2]):
        return None
    return Number(Span(*match.span()), int(match[1]))


def _told_part(folded: str, part: Number | None) -> Number | None:
    """The part of a whole in words, 400 of "400 trong số 1.300"; its span is that of both."""
    among = _AMONG_ALL.match(folded, part.span.end) if part and part.value >= _LEAST_PART else None
    whole = read_number(folded, among.end()) if among else None
    if part is None or among is None or whole is None or whole.value < part.value:
        return None
    if among["out_of"] and 2 * part.value < whole.value:
        return None
    return Number(Span(part.span.start, whole.span.end), part.value)


@cache
def _comparators() -> dict[str, Comparator]:
    return {word: cmp for cmp, words in load("attendance")["hedges"].items() for word in words}


@cache
def _other_nouns() -> dict[str, str]:
    return {word: reason for reason, words in load("attendance")["nouns"]["others"].items() for word in words}


# Also before figures in brackets or glued to it: "khoảng (200) người", "hơn1.000 người".
_HEDGE = WordPattern(
    "attendance",
    r"(?<!\w)(?P<hedge>{hedges})(?:\s*[(\[]?(?=\d)|\s+)",
    hedges=lambda: _comparators(),
)
# Where a count may begin: a hedge before a number, a figure, or a numeral in words.
_TRIGGER = WordPattern(
    "attendance",
    r"(?<![\w/.,–-])(?:{hedges}(?:\s*[(\[]?(?=\d)|\s+(?={numeral}\b))|\d|{numeral}\s)",
    begins=r"hedges+\d+numbers/digits+numbers/tens.ten",
    hedges=lambda: _comparators(),
    numeral=r"{numbers/digits+numbers/tens.ten}",
)
# The counted noun, with the nouns joined to it ("nghệ sĩ, diễn viên"); a plural word may precede it.
_NOUN = WordPattern(
    "attendance",
    r"""
    # also glued to its figures, behind the bracket that they are in, or behind their share: "45/50 (90%%) đại biểu"
    (?:\s?\(\d{1,3}(?:[.,]\d{1,2})?\s?%%\)|(?P<bracket>(?<=\d)[)\]]))?
    (?:\s{1,%d}|(?<=[\d)\]]))
    (?:{grammar/several}\s+|{nouns.polite}\s+(?={nouns.guests}))?
    (?P<unit>
        (?!{nouns.no_people}\b)
        (?:{nouns.before}\s+)??
        (?:(?P<guests>{nouns.guests})|{nouns.people})\b
        # nouns joined to it; after ", đại diện" it is told of whom those counted are
        (?:
            (?:,\s+|\s+{grammar/and}\s+|\s*-\s*)(?:{grammar/several}\s+)?
            (?!{nouns.tells_of}\b){nouns.guests+nouns.people}\b(?!\s+\d)
        )*
    |
        (?P<other>{others})\b
    )
    """
    % _GAP,
    others=lambda: _other_nouns(),
)
_AMONG_ALL = WordPattern(
    "attendance",
    r"\s+(?:(?P<out_of>{context.out_of})\s+|{context.among_all}\s+(?:{hedges.gt+hedges.lt+hedges.approx}\s+)?)(?=\d)",
)
_AT_LEAST = WordPattern("attendance", r"\s+{nouns.at_least}\b")
