"""Stretches of time longer than a day: months, quarters, parts of a year, years, terms; and vague ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.model import Span
from extract.text.calendar import month_named
from extract.text.lexicon import any_of, load

Form = Literal["month", "quarter", "half", "year", "school_year", "term", "vague"]

_YEAR = r"(?:1[89]|20)\d\d(?!\d)"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch as printed. `year` is null where it is not said; `last_year` ends a stretch of years; the months are
    those of its first and last year. `refused` says why it dates nothing ("period", "law", "phone").
    """

    span: Span
    form: Form
    year: int | None = None
    last_year: int | None = None
    months: tuple[int, int] | None = None
    refused: str | None = None


def read_periods(folded: str) -> Iterator[Period]:
    """The stretches of a folded text in reading order, the refused ones among them."""
    for match in _period_pattern().finditer(folded):
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


@cache
def _period_pattern() -> re.Pattern[str]:
    """One alternation over all forms. An empty group at the end of each tells which it was; around it, it would keep
    the engine from dropping a form by its first letter."""
    words = load("dates")
    periods = words["periods"]
    years = rf"(?:từ\s+)?(?:năm\s+)?{_YEAR}(?:\s?[-–/]\s?|\s+đến(?:\s+năm)?\s+){_YEAR}"
    of_year = rf"(?:,?\s*(?:[-–/]|năm)\s*{_YEAR}|\s+{_YEAR})?"
    names = any_of([*words["month"]["names"]])
    number = r"(?P<number>1[0-2]|0?[1-9])(?!\d|[.,]\d)"
    first_months, last_months = any_of(periods["first_months"]), any_of(periods["last_months"])
    stretch = "".join(rf"(?<!{word} )" for word in words["vague"]["stretch"])
    forms = {
        "term": rf"{any_of(periods['term'])}\s+(?:{years}|{_YEAR})",
        "plan": rf"{any_of(periods['plan'])}\s+{years}",
        "school": rf"{any_of(periods['school_year'])}\s+{years}",
        "law": rf"{any_of(periods['laws'])}\b(?:\s+[^\W\d]+){{0,8}}?\s+(?:năm\s+)?{_YEAR}",
        "year": rf"năm\s+{_YEAR}(?:\s?[-–]\s?{_YEAR})?",
        "quarter": rf"{any_of(periods['quarter'])}\s+(?P<which>iv|i{{1,3}}|[1-4])(?!\w){of_year}",
        "part": rf"(?P<count>\d{{1,2}})\s+(?:(?P<first>{first_months})|{last_months})\b{of_year}",
        "month": rf"(?<!\d ){any_of(words['month']['lead'])}\s+(?:{number}|(?P<name>{names})\b){of_year}",
        "vague": rf"{stretch}{any_of(words['vague']['words'])}\b",
        "phone": rf"{any_of(periods['phones'])}\b\D{{0,12}}\d[\d .()–-]{{7,}}\d",
    }
    any_form = "|".join(f"{form}(?P<{name}>)" for name, form in forms.items())
    return re.compile(rf"(?<![\w/])(?:{any_form})(?!\w)")
