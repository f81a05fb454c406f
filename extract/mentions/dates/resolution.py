"""Resolution of the year of a printed day: by the day of publication, else by the full dates in the text."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.mentions.dates.lunar import solar_day
from extract.mentions.dates.periods import Period
from extract.model import DateBasis
from extract.text.calendar import Day, Days, iso_day

# A day printed without its year may be this far after publication, even without a word for the future: stamps may be
# those of a draft, an announced day may lack "sẽ", and the year of a day eleven months ago is not left out.
_SLACK = datetime.timedelta(days=30)
# A full date in the text may be that of an old document: it resolves days within five months of it, no others.
_REACH = datetime.timedelta(days=150)
_YEARS = range(1900, 2200)
_AROUND_NEW_YEAR = 20  # days from the lunar new year within which "mùng ba" without a month is of its first month
_FIRST_NEWS = 2000  # the texts of these sites were written in this year or later


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day by which others are resolved: that of publication, or the latest full date of the text.

    A day that is farther from the anchor than its `reach` is resolved by the anchor `beyond` it, if any. Where the text
    only names its `year`, every day is of that year.
    """

    day: datetime.date
    published: bool
    reach: datetime.timedelta = datetime.timedelta.max
    beyond: Anchor | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """Days with their year; ISO days, empty where the year cannot be resolved."""

    start: str
    end: str
    basis: DateBasis


def anchor_of(published_at: str | None, days: Iterable[str], years: Iterable[int]) -> Anchor | None:
    """The anchor of an article: its publication, else the latest full date in its text (ISO), else its years."""
    if published_at and (day := parse_day(published_at)):
        return Anchor(day, True)
    parsed = [day for iso in days if (day := parse_day(iso))]
    named = _anchor_in_years(sorted({*years, *(day.year for day in parsed)}))
    if not parsed:
        return named
    latest = max(parsed)
    return Anchor(latest, False, _REACH, named if named and named.day.year > latest.year else None)


def _anchor_in_years(years: list[int]) -> Anchor | None:
    """An anchor in the latest year named. Where the one before is named too, the text is from the turn of the year, and
    the last months of a year belong to the earlier one.
    """
    years = [year for year in years if year >= _FIRST_NEWS]
    if not years:
        return None
    turn = years[-1] - 1 in years
    return Anchor(datetime.date(years[-1], 4 if turn else 7, 1), False, year=None if turn else years[-1])


def place(days: Days, anchor: Anchor | None, ahead: bool) -> ResolvedDate:
    """The days in their year. `ahead` says that the sentence is about the future."""
    if days.last.month is None:
        days = _in_a_month(days, anchor, ahead)
        if days.last.month is None:
            return ResolvedDate("", "", "published")
    last = days.members[-1]
    year = last.year or _year_of(last, anchor, ahead)
    end = _solar(last, year) if year else None
    if year is None or end is None:
        return ResolvedDate("", "", "explicit" if last.year else "year_inferred")
    first = days.members[0]
    start = _solar(first, first.year or year - ((first.month, first.day) > (last.month, last.day))) or end
    return ResolvedDate(
        min(start, end), max(start, end), "explicit" if last.year and not last.lunar else "year_inferred"
    )


def _in_a_month(days: Days, anchor: Anchor | None, ahead: bool) -> Days:
    """The first days of a month that is not printed: of the last month that had them when the article was published, of
    the next one in a text about the future; in the weeks around the lunar new year, of its first month."""
    if anchor is None or not anchor.published:
        return days
    year, month = anchor.day.year, anchor.day.month
    new_year = parse_day(solar_day(year, 1, 1))
    if days.last.lunar or (new_year and abs((anchor.day - new_year).days) <= _AROUND_NEW_YEAR):
        return replace(days, members=tuple(replace(day, month=1, year=year, lunar=True) for day in days.members))
    behind = anchor.day.day < (days.first.day if not ahead else 0)
    before = ahead and anchor.day.day > days.last.day
    month += 1 if before else -1 if behind else 0
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return replace(days, members=tuple(replace(day, month=month, year=year) for day in days.members))


def place_period(period: Period, anchor: Anchor | None, ahead: bool) -> ResolvedDate:
    """The months or years of a period, as ISO prefixes."""
    if period.months is None:
        return ResolvedDate(str(period.year or ""), str(period.last_year or ""), "explicit")
    year = period.year or _year_of(Day(period.span, 1, period.months[0]), anchor, ahead)
    if year is None:
        return ResolvedDate("", "", "year_inferred")
    first, last = (f"{year}-{month:02}" for month in period.months)
    return ResolvedDate(first, last, "explicit" if period.year else "year_inferred")


def shifted(anchor: Anchor | None, days: int) -> ResolvedDate:
    """The day so many days from publication; empty where the anchor is from the text, since "today" is unknown then."""
    if anchor is None or not anchor.published:
        return ResolvedDate("", "", "published")
    day = (anchor.day + datetime.timedelta(days=days)).isoformat()
    return ResolvedDate(day, day, "published")


def _year_of(day: Day, anchor: Anchor | None, ahead: bool) -> int | None:
    """The year with which the day is nearest to the anchor; before publication, unless the text is about the future."""
    if anchor is None:
        return None
    if anchor.year and _solar(day, anchor.year):
        return anchor.year
    years = range(anchor.day.year - 4, anchor.day.year + 2)  # four back, for 29 February
    candidates = [(on, year) for year in years if (on := parse_day(_solar(day, year)))]
    if anchor.published and not ahead:
        candidates = [(on, year) for on, year in candidates if on <= anchor.day + _SLACK]
    on, year = min(candidates, key=lambda pair: abs(pair[0] - anchor.day), default=(anchor.day, None))
    return year if abs(on - anchor.day) <= anchor.reach else _year_of(day, anchor.beyond, ahead)


def _solar(day: Day, year: int) -> str | None:
    assert day.month
    return solar_day(year, day.month, day.day) if day.lunar else iso_day(year, day.month, day.day)


def parse_day(iso: str | None) -> datetime.date | None:
    """The day; None if it is invalid or in a year without articles, such as a faulty stamp of the year 1."""
    try:
        day = datetime.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
    return day if day.year in _YEARS else None
