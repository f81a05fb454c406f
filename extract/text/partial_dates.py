"""The whole days of a partial date, an ISO prefix such as "2024" or "2024-05"."""

from __future__ import annotations

import calendar
import re
from datetime import date

DAY = 10  # characters of an ISO day
_PREFIX = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


def first_day(partial: str | None) -> str | None:
    """The first day of the period as an ISO day; None where the calendar has none."""
    return _day(partial, last=False)


def last_day(partial: str | None) -> str | None:
    """The last day of the period as an ISO day; None where the calendar has none."""
    return _day(partial, last=True)


def _day(partial: str | None, last: bool) -> str | None:
    match = _PREFIX.match(partial or "")
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    try:
        end = calendar.monthrange(year, month)[1] if last else 1
        return date(year, month, int(match[3] or end)).isoformat()
    except ValueError:
        return None
