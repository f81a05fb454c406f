"""Which year a printed day is of: the day of publication settles it, else what the text itself dates in full."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from extract.mentions.calendar import Day, Days, iso_day
from extract.mentions.lunar import solar_day
from extract.model import DateBasis

# A day printed without its year may lie this far after publication: stamps are set when a draft is made, and an
# announced day need not sit in a sentence that says so.
_SLACK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that others are told from: that of publication, or the latest one that the text dates in full."""

    day: datetime.date
    published: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """Days placed in their year; ISO days, empty where nothing places them."""

    start: str
    end: str
    basis: DateBasis


def anchor_of(published_at: str | None, in_text: Iterable[str]) -> Anchor | None:
    """The anchor of an article: its publication if told, else the latest full day among those `in_text` (ISO)."""
    if published_at and (day := _parse(published_at)):
        return Anchor(day, True)
    days = [day for iso in in_text if (day := _parse(iso))]
    return Anchor(max(days), False) if days else None


def place(days: Days, anchor: Anchor | None, ahead: bool) -> Dated:
    """The days in their year. `ahead` says that the sentence speaks of the future."""
    last = days.members[-1]
    year = last.year or _year_of(last, anchor, ahead)
    end = _solar(last, year) if year else None
    if year is None or end is None:
        return Dated("", "", "explicit" if last.year else "year_inferred")
    first = days.members[0]
    start = _solar(first, first.year or year - ((first.month, first.day) > (last.month, last.day))) or end
    return Dated(min(start, end), max(start, end), "explicit" if last.year and not last.lunar else "year_inferred")


def shifted(anchor: Anchor | None, days: int) -> Dated:
    """The day that lies so many days from publication; an anchor out of the text does not tell what "today" is."""
    if anchor is None or not anchor.published:
        return Dated("", "", "published")
    day = (anchor.day + datetime.timedelta(days=days)).isoformat()
    return Dated(day, day, "published")


def _year_of(day: Day, anchor: Anchor | None, ahead: bool) -> int | None:
    """The year that puts the day nearest to the anchor; before a publication, unless the text looks ahead."""
    if anchor is None:
        return None
    years = range(anchor.day.year - 4, anchor.day.year + 2)  # four back, for 29 February
    candidates = [(on, year) for year in years if (on := _parse(_solar(day, year)))]
    if anchor.published and not ahead:
        candidates = [(on, year) for on, year in candidates if on <= anchor.day + _SLACK]
    return min(candidates, key=lambda pair: abs(pair[0] - anchor.day))[1] if candidates else None


def _solar(day: Day, year: int) -> str | None:
    assert day.month
    return solar_day(year, day.month, day.day) if day.lunar else iso_day(year, day.month, day.day)


def _parse(iso: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
