"""Calendar days in Vietnamese text: parsed at an offset of folded text, without inferring a year.

`read_day` reads one day ("ngày 12/3/2021", "9-02-2018", "15 tháng 01 năm 2021", "mùng 8 tháng Giêng"); `read_days`
reads a range or a list, whose members may omit what another one has ("23 - 24/02/2021", "15, 16 tháng 3").
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from extract.model import Span
from extract.text.day_patterns import DAY, FULL_DAY, HEAD, JOINT, LAST_OF_FIRST_TEN
from extract.text.lexicon import load
from extract.text.numbers import number_in_words

_MOST_HEADS = 7  # days of a list before the one that names the month
_LAST_DAYS, _FIRST_DAYS = 28, 3  # of a month, in a list that crosses its end
_FIRST_TEN = 10
_CENTURY_PIVOT = 50  # two-digit years up to this one are of the 21st century
_SPOKEN_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed: `month` and `year` are None where not printed; `lunar` where the words name the lunar
    calendar."""

    span: Span
    day: int
    month: int | None = None
    year: int | None = None
    lunar: bool = False

    @property
    def iso(self) -> str | None:
        """The ISO day; None where the year or month is not printed, and for an impossible day."""
        return iso_day(self.year, self.month, self.day) if self.year and self.month else None


@dataclass(frozen=True, slots=True)
class Days:
    """One day, a range or a list. The members are in the order printed, with months and years filled in from each
    other."""

    span: Span
    members: tuple[Day, ...]
    form: Literal["day", "range", "list"]

    @property
    def first(self) -> Day:
        """The member printed first."""
        return self.members[0]

    @property
    def last(self) -> Day:
        """The member printed last."""
        return self.members[-1]


def iso_day(year: int, month: int, day: int) -> str | None:
    """The ISO day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def read_day(folded: str, offset: int, follows: bool = False) -> Day | None:
    """The day printed at `offset` of folded text, "ngày" in front or not, with its month; its year may be missing.

    With `follows` it is the last of several days, called one in words.
    """
    match = DAY.match(folded, offset)
    if match is None:
        return None
    month, lunar_name = _month_of(match)
    full_moon = bool(match["full_moon"])
    day = 15 if full_moon else _day_of(match, lunar_name or follows)
    year = match["year_n"] or match["year_w"] or match["year_c"] or _spoken_year(match["year_s"])
    if not month or not 1 <= day <= 31:
        return None
    lunar = lunar_name or full_moon or bool(match["lunar"])
    return Day(Span(*match.span()), day, month, _four_digits(year) if year else None, lunar)


def full_days(folded: str) -> Iterator[str]:
    """The ISO days printed with their years in folded text, in reading order."""
    for match in FULL_DAY.finditer(folded):
        day = read_day(folded, match.start())
        if day and day.iso:
            yield day.iso


def read_days(folded: str, offset: int) -> Days | None:
    """The day, range or list of days printed at `offset` of folded text."""
    heads, joints, at, halves = _read_heads(folded, offset)
    day = read_day(folded, at, follows=bool(heads))
    if day is None:
        return _without_month(folded, heads, joints, at)
    members = [*heads, day]
    while joint := JOINT.match(folded, day.span.end):
        following = read_day(folded, joint.end())
        told_apart = joint.group().startswith(")") and day.year  # "(6/6/1941 - 6/6/2024), sáng 9/6/2024"
        if following is None or told_apart or not _goes_on(day, following, bool(joint["list"])):
            break
        members.append(following)
        joints.append(bool(joint["list"]))
        day = following
    shared = _share_out(members)
    # "ngày 31 và 01/11" is called a day, and so is "chiều 31 và sáng 1/6"; "số 07, 3/2" is not
    called = halves or folded.startswith(day_words(), offset)
    listed_heads = [index for index, listed in enumerate(joints[: len(heads)]) if listed]
    if shared is None or any(_steps_back(shared, index, called) for index in listed_heads):
        return None
    form: Literal["day", "range", "list"] = "day" if not joints else "list" if any(joints) else "range"
    return Days(Span(members[0].span.start, day.span.end), shared, form)


def _read_heads(folded: str, offset: int) -> tuple[list[Day], list[bool], int, bool]:
    """The bare days before the first that names its month, whether each is joined as in a list, where they end, and
    whether a part of the day joins them ("31 và sáng 1/6")."""
    heads: list[Day] = []
    joints: list[bool] = []
    at, halves = offset, False
    while len(heads) < _MOST_HEADS and (match := HEAD.match(folded, at)) and read_day(folded, at) is None:
        if match["list"] and not heads and not _is_listed(folded, match):
            break
        number = int(match["bare"]) if match["bare"] else number_in_words(match["bare_s"]) or 0
        heads.append(Day(Span(at, max(match.end("bare"), match.end("bare_s"))), number))
        joints.append(bool(match["list"]))
        at, halves = match.end(), halves or match["half"] is not None
    return heads, joints, at, halves


def _without_month(folded: str, heads: list[Day], joints: list[bool], at: int) -> Days | None:
    """Several of the first ten days of a month that is not printed: "từ mùng ba đến mùng năm"."""
    called = tuple(load("dates")["day"]["first_ten"])
    match = LAST_OF_FIRST_TEN.match(folded, at) if heads else None
    if match is None or not any(word in folded[heads[0].span.start : heads[0].span.end] for word in called):
        return None
    number = int(match["n"]) if match["n"] else number_in_words(match["s"]) or 0
    members = (*heads, Day(Span(*match.span()), number))
    if not all(one.day < other.day for one, other in pairwise(members)) or number > _FIRST_TEN:
        return None
    members = tuple(replace(one, lunar=bool(match["lunar"])) for one in members)
    return Days(Span(members[0].span.start, match.end()), members, "list" if any(joints) else "range")


def _is_listed(folded: str, head: re.Match[str]) -> bool:
    """Whether a number with a comma is a day of a list, not a decimal or a number as in "số 02, ngày 3/2"."""
    if folded.startswith(day_words(), head.start()) or head["whole"]:
        return True
    return head["list"] != "," or folded[head.end() - 1] == " " and not folded.startswith(day_words(), head.end())


def _steps_back(shared: tuple[Day, ...], index: int, called: bool) -> bool:
    """Whether a bare member of a list has another month than the next: "số 07, 3/2" is not a list of days.

    The last days of a month and the first of the next make a list where they are called days.
    """
    day, following = shared[index], shared[index + 1]
    over_the_end = called and day.day >= _LAST_DAYS and following.day <= _FIRST_DAYS
    return day.month != following.month and not over_the_end


def _goes_on(day: Day, following: Day, listed: bool) -> bool:
    """Whether the next day continues this one: ranges and lists run forward, and a list spans about a month at most."""
    assert day.month and following.month
    if day.year and following.year:
        return _in_order(day, following)
    ahead = (following.month - day.month) % 12
    return (ahead, following.day) > (0, day.day) and (not listed or ahead <= 1)


def _share_out(members: list[Day]) -> tuple[Day, ...] | None:
    """Fill in the months and years of members without them; None where the days would then run backward."""
    shared = members[:]
    for index in range(len(shared) - 2, -1, -1):
        shared[index] = _before(shared[index], shared[index + 1])
    for index in range(1, len(shared)):
        shared[index] = _after(shared[index], shared[index - 1])
    return tuple(shared) if all(_in_order(day, following) for day, following in pairwise(shared)) else None


def _in_order(day: Day, following: Day) -> bool:
    """Whether the days are in order, as far as their years are known."""
    assert day.month and following.month
    if not day.year or not following.year:
        return True
    return (day.year, day.month, day.day) < (following.year, following.month, following.day)


def _before(day: Day, following: Day) -> Day:
    """The day with month and year from the following one: "28" before "2/6" is of May."""
    assert following.month
    month = day.month or (following.month if day.day < following.day else (following.month - 2) % 12 + 1)
    year = day.year or (following.year - (month > following.month) if following.year else None)
    return replace(day, month=month, year=year, lunar=day.lunar or following.lunar)


def _after(day: Day, earlier: Day) -> Day:
    """The day with the year of an earlier one."""
    if day.year or not earlier.year:
        return day
    assert day.month and earlier.month
    return replace(day, year=earlier.year + (day.month < earlier.month))


def _day_of(match: re.Match[str], lunar_name: bool) -> int:
    """The number of the day; 0 where it is in words or between commas and no word calls it a day.

    Of the first ten days in words most are lunar ("mồng mười tháng ba"), so the month has to tell.
    """
    if match["day_n"] or match["day_w"]:
        return int(match["day_n"] or match["day_w"])
    called = match.group().startswith(tuple(load("dates")["day"]["lead"]))
    if match["day_c"]:
        return int(match["day_c"]) if called else 0
    spoken = number_in_words(match["day_s"]) or 0
    return spoken if lunar_name or (called and not match["first_ten"]) else 0


def _spoken_year(words: str | None) -> str | None:
    """The year that a numeral in words tells, or None for any other number."""
    year = number_in_words(words) if words else None
    return str(year) if year in _SPOKEN_YEARS else None


def _month_of(match: re.Match[str]) -> tuple[int | None, bool]:
    """The month, and whether it has a lunar name."""
    if figures := match["month_n"] or match["month_d"] or match["month_c"]:
        return int(figures), False
    return month_named(match["month_w"])


@cache
def month_named(name: str) -> tuple[int | None, bool]:
    """The number of a month by its folded name, and whether the name is of the lunar calendar."""
    months = load("dates")["month"]
    if name in months["lunar_names"]:
        return int(months["lunar_names"][name]), True
    return (int(months["names"][name]), False) if name in months["names"] else (None, False)


def _four_digits(year: str) -> int:
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) <= _CENTURY_PIVOT else 1900)


@cache
def day_words() -> tuple[str, ...]:
    """The words that call a number a day."""
    words = load("dates")["day"]
    return (*words["lead"], *words["first_ten"], *words["full_moon"])
