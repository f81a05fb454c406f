"""Periods longer than a day: months, quarters, parts of a year, years, terms; and vague ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from extract.model import Span
from extract.text.calendar import month_named
from extract.text.lexicon import load
from extract.text.patterns import WordPattern

Form = Literal["month", "quarter", "half", "year", "school_year", "term", "vague"]

_YEAR = r"(?:1[89]|20)\d\d(?!\d)"


@dataclass(frozen=True, slots=True)
class Period:
    """A period as printed. `year` is None where it is not printed; `last_year` ends a period of years; the months are
    those of its first and last year. `refused` is the reason why it is rejected ("period", "law", "phone").
    """

    span: Span
    form: Form
    year: int | None = None
    last_year: int | None = None
    months: tuple[int, int] | None = None
    refused: str | None = None


def read_periods(folded: str) -> Iterator[Period]:
    """The periods of a folded text in reading order, including rejected ones."""
    for match in _PERIOD.find_in(folded):
        assert match.lastgroup
        yield _READERS[match.lastgroup](match)


def _years(match: re.Match[str]) -> tuple[int, int]:
    first, *rest = (int(year) for year in re.findall(_YEAR, match.group()))
    return first, rest[-1] if rest else first


def _last_year_or_none(match: re.Match[str]) -> int | None:
    years = re.findall(_YEAR, match.group())
    return int(years[-1]) if years else None


def _term(match: re.Match[str]) -> Period:
    return Period(Span(*match.span()), "term", *_years(match))


def _plan(match: re.Match[str]) -> Period:
    return Period(Span(*match.span()), "term", *_years(match), refused="period")


def _school_year(match: re.Match[str]) -> Period:
    return Period(Span(*match.span()), "school_year", *_years(match))


def _year(match: re.Match[str]) -> Period:
    first, last = _years(match)
    return Period(Span(*match.span()), "year", first, last, refused="period" if last != first else None)


def _law(match: re.Match[str]) -> Period:
    return Period(Span(*match.span()), "year", *_years(match), refused="law")


def _quarter(match: re.Match[str]) -> Period:
    number = load("dates")["periods"]["quarters"][match["which"]]
    year = _last_year_or_none(match)
    return Period(Span(*match.span()), "quarter", year, year, (number * 3 - 2, number * 3))


def _part_of_year(match: re.Match[str]) -> Period:
    count, year = int(match["count"]), _last_year_or_none(match)
    first = bool(match["first"])
    months = (1, min(count, 12)) if first else (max(13 - count, 1), 12)
    return Period(Span(*match.span()), "half" if count == 6 else "month", year, year, months)


def _month(match: re.Match[str]) -> Period:
    number = int(match["number"]) if match["number"] else month_named(match["name"])[0]
    assert number
    year = _last_year_or_none(match)
    return Period(Span(*match.span()), "month", year, year, (number, number))


def _vague(match: re.Match[str]) -> Period:
    return Period(Span(*match.span()), "vague")


def _phone(match: re.Match[str]) -> Period:
    return Period(Span(*match.span()), "vague", refused="phone")


_READERS: dict[str, Callable[[re.Match[str]], Period]] = {
    "term": _term,
    "plan": _plan,
    "school": _school_year,
    "law": _law,
    "year": _year,
    "quarter": _quarter,
    "part": _part_of_year,
    "month": _month,
    "vague": _vague,
    "phone": _phone,
}


_FORMS: dict[str, str] = {
    "term": r"{periods.term}\s+(?:{years}|{year_number})",
    "plan": r"{periods.plan}\s+{years}",
    "school": r"{periods.school_year}\s+{years}",
    "law": r"{periods.laws}\b(?:\s+[^\W\d]+){0,8}?\s+(?:{year.lead}\s+)?{year_number}",
    "year": r"{year.lead}\s+{year_number}(?:\s?[-–]\s?{year_number})?",
    "quarter": r"{periods.quarter}\s+(?P<which>iv|i{1,3}|[1-4])(?!\w){of_year}",
    "part": r"(?P<count>\d{1,2})\s+(?:(?P<first>{periods.first_months})|{periods.last_months})\b{of_year}",
    "month": (
        r"(?<!\d ){month.lead}\s+(?:(?P<number>1[0-2]|0?[1-9])(?!\d|[.,]\d)|(?P<name>{month.names})\b){of_year}"
    ),
    "vague": r"{vague.stretch:unless_apart}{vague.words}\b",
    "phone": r"{periods.phones}\b\D{0,12}\d[\d .()–-]{7,}\d",
}
# One alternation over all forms. The empty group at the end of each shows which one matched; a group around the form
# would keep the engine from excluding it by its first letter.
_PERIOD = WordPattern(
    "dates",
    r"(?<![\w/])(?:%s)(?!\w)" % "|".join(f"{form}(?P<{name}>)" for name, form in _FORMS.items()),
    begins=(
        r"periods.term+periods.plan+periods.school_year+periods.laws+year.lead+periods.quarter+\d+month.lead"
        r"+vague.words+periods.phones"
    ),
    year_number=_YEAR,
    years=(
        r"(?:{grammar/from}\s+)?(?:{year.lead}\s+)?{year_number}"
        r"(?:\s?[-–/]\s?|\s+{grammar/to}(?:\s+{year.lead})?\s+){year_number}"
    ),
    of_year=r"(?:,?\s*(?:[-–/]|{year.lead})\s*{year_number}|\s+{year_number})?",
)
