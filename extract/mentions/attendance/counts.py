"""Counts of people as printed: hedge, number and counted noun; not yet judged whether those people came to anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.model import Comparator, Span
from extract.text.lexicon import any_of, load
from extract.text.numbers import Number, read_number
from extract.text.patterns import ends_with

_FRACTION = re.compile(r"(\d{1,4})/(\d{1,4})(?=\s)")
_GAP = 3  # characters between the number and its noun
_YEARS = range(1900, 2101)
_YEAR = 6  # characters before a year that may say it is one
_LEAST_IN_WORDS = 10  # "hai đồng chí" counts the people just named, not a gathering


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something.

    `guests` where the noun itself says that they came to a gathering; `of_all` where it is the upper part of a fraction
    ("33/35 đại biểu"); `refused` names what is counted where it is no people.
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
    for trigger in _trigger_pattern().finditer(folded):
        if trigger.start() >= at and (count := _read_count(folded, trigger.start())):
            yield count
            at = count.span.end


def _read_count(folded: str, at: int) -> Count | None:
    hedge = _hedge_pattern().match(folded, at)
    start = hedge.end() if hedge else at
    part = _part_of_all(folded, start)
    number = part or read_number(folded, start)
    if number is None or _is_year(folded, start, number):
        return None
    noun = _noun_pattern().match(folded, number.span.end)
    if noun is None or (number.in_words and number.value < _LEAST_IN_WORDS):
        return None
    cmp = _comparator(hedge["hedge"]) if hedge else "eq"
    if _at_least_pattern().match(folded, noun.end()):
        cmp = "ge"
    unit = Span(noun.start("unit"), noun.end("unit"))
    refused = _other_nouns().get(noun["other"]) if noun["other"] else None
    return Count(Span(at, unit.end), number, cmp, unit, bool(noun["guests"]), part is not None, refused)


def _is_year(folded: str, at: int, number: Number) -> bool:
    """Whether the number is that of a year, whatever the next line begins with: "lần đầu năm 2010"."""
    told = ends_with("attendance", "context", "year")
    return number.value in _YEARS and told.search(folded, max(0, at - _YEAR), at) is not None


def _comparator(hedge: str) -> Comparator:
    return _comparators()[" ".join(hedge.split())]


def _part_of_all(folded: str, at: int) -> Number | None:
    """The upper part of a fraction, its span that of the whole: 33 of "33/35"."""
    match = _FRACTION.match(folded, at)
    if match is None or int(match[1]) > int(match[2]):
        return None
    return Number(Span(*match.span()), int(match[1]))


@cache
def _comparators() -> dict[str, Comparator]:
    return {word: cmp for cmp, words in load("attendance")["hedges"].items() for word in words}


@cache
def _other_nouns() -> dict[str, str]:
    return {word: reason for reason, words in load("attendance")["nouns"]["others"].items() for word in words}


@cache
def _hedge_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<hedge>{any_of(_comparators())})\s+")


@cache
def _trigger_pattern() -> re.Pattern[str]:
    """Where a count may begin: a hedge before a number, a figure, or a numeral in words."""
    numerals = load("numbers")
    words = any_of([*numerals["digits"], *numerals["tens"]["ten"]])
    return re.compile(rf"(?<![\w/.,–-])(?:{any_of(_comparators())}\s+(?=\d|{words}\b)|\d|{words}\s)")


@cache
def _noun_pattern() -> re.Pattern[str]:
    """The counted noun, with the nouns joined to it ("nghệ sĩ, diễn viên"); a plural word may stand before it."""
    nouns = load("attendance")["nouns"]
    guests, people = any_of(nouns["guests"]), any_of(nouns["people"])
    anyone = rf"(?!đại diện\b){any_of([*nouns['guests'], *nouns['people']])}"  # ", đại diện …" tells of those counted
    joined = rf"(?:(?:,\s+|\s+và\s+|\s*-\s*)(?:các\s+)?{anyone}\b(?!\s+\d))*"
    before = rf"(?:{any_of(nouns['before'])}\s+)??"
    other = rf"(?P<other>{any_of(_other_nouns())})"
    person = rf"{before}(?:(?P<guests>{guests})|{people})\b{joined}"
    return re.compile(rf"\s{{1,{_GAP}}}(?:các\s+|vị\s+(?={guests}))?(?P<unit>{person}|{other}\b)")


@cache
def _at_least_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+trở lên\b")
