"""When an article was published: the stamp that a page prints, read with its true precision.

All forms of Vietnamese government pages are read: day before month with /, - or . between them; the time after or
before the day, with SA/CH or AM/PM, with or without seconds; ISO 8601; NukeViet's malformed "2021-02-24+0717:33:48";
"3 giờ trước", counted back from the time of the fetch. Midnight ("12:00:00 SA", "00:00") is how these systems store a
day without a time: it is read as a day. Times are those of Việt Nam (+07:00); a time in UTC is converted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Literal

Precision = Literal["second", "minute", "hour", "day"]
VIETNAM = timezone(timedelta(hours=7))
FIRST_YEAR = 1995  # no government site is older

_TIME = r"(?P<hour>\d{1,2})\s?(?::|h|giờ)\s?(?P<minute>\d{2})?(?::(?P<second>\d{2}))?(?:\s*(?P<half>SA|CH|AM|PM)\b)?"
_DAY = (
    r"(?<!\d)(?:(?P<day>\d{1,2})\s*(?P<sep>[-/.])\s*(?P<month>\d{1,2})\s*(?P=sep)\s*(?P<year>\d{4})"
    r"|ngày\s+(?P<day_>\d{1,2})\s+tháng\s+(?P<month_>\d{1,2}),?\s+năm\s+(?P<year_>\d{4}))(?!\d)"
)
_WEEKDAY = r"(?:(?:thứ\s+\w+|chủ\s+nhật|t[2-7]|cn)\s*[,-]?\s*)?"
_BETWEEN = r"\s*[,|;–-]?\s*"
DAY_FIRST = re.compile(rf"{_DAY}(?:{_BETWEEN}(?:lúc|hồi)?\s*{_TIME})?", re.I)
TIME_FIRST = re.compile(rf"(?<![\d:]){_TIME}{_BETWEEN}{_WEEKDAY}(?:ngày\s*)?{_DAY}", re.I)
ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"(?:(?:[T ]|\+07)(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
AGO = re.compile(r"(?<!\d)(?P<count>\d{1,3})\s*(?P<unit>phút|giờ|tiếng|ngày|tuần)\s+trước", re.I)
_UNITS = {"phút": "minutes", "giờ": "hours", "tiếng": "hours", "ngày": "days", "tuần": "weeks"}
_PRECISIONS: dict[str, Precision] = {"phút": "minute", "giờ": "hour", "tiếng": "hour"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment as ISO 8601 (a day, or a time with its offset) and what the page told: day, hour, minute or second."""

    value: str
    precision: Precision

    @property
    def day(self) -> str:
        """The day, ISO."""
        return self.value[:10]


def read_stamp(text: str, fetched_at: str | None = None) -> Stamp | None:
    """The first stamp in a text, or null. Relative times are counted back from `fetched_at` (ISO 8601), or not read."""
    text = " ".join(text.split())
    readings = (_printed(TIME_FIRST, text), _printed(DAY_FIRST, text), _iso(text), _ago(text, fetched_at))
    return next((stamp for stamp in readings if stamp), None)


def feed_day(text: str) -> str | None:
    """The day (ISO, in Việt Nam) of a feed's item. NukeViet prints the month as minutes: no feed's time is trusted."""
    try:
        moment = parsedate_to_datetime(text.strip())
    except (TypeError, ValueError):
        stamp = read_stamp(text)
        return stamp.day if stamp else None
    return moment.astimezone(VIETNAM).date().isoformat() if moment.tzinfo else moment.date().isoformat()


def _printed(pattern: re.Pattern[str], text: str) -> Stamp | None:
    for found in pattern.finditer(text):
        part = {name.rstrip("_"): value for name, value in found.groupdict().items() if value is not None}
        first, second, year = int(part["day"]), int(part["month"]), int(part["year"])
        day, month = (second, first) if second > 12 >= first else (first, second)
        stamp = _stamp(year, month, day, part)
        if stamp:
            return stamp
    return None


def _iso(text: str) -> Stamp | None:
    found = ISO.search(text)
    if not found:
        return None
    part = {name: value for name, value in found.groupdict().items() if value is not None}
    stamp = _stamp(int(part["year"]), int(part["month"]), int(part["day"]), part)
    if stamp is None or stamp.precision == "day":
        return stamp  # midnight of any zone is a day that was stored without a time
    moment = _in_vietnam(stamp.value[:19], part.get("zone", "+07:00"))
    return Stamp(moment, stamp.precision) if "T00:00:00" not in moment else Stamp(moment[:10], "day")


def _ago(text: str, fetched_at: str | None) -> Stamp | None:
    found = AGO.search(text)
    if not found or not fetched_at:
        return None
    unit = found["unit"].lower()
    moment = datetime.fromisoformat(fetched_at.replace("Z", "+00:00")).astimezone(VIETNAM)
    moment -= timedelta(**{_UNITS[unit]: int(found["count"])})
    precision = _PRECISIONS.get(unit, "day")
    if precision == "day":
        return Stamp(moment.date().isoformat(), "day")
    whole = moment.replace(second=0, microsecond=0, minute=moment.minute if precision == "minute" else 0)
    return Stamp(whole.isoformat(), precision)


def _stamp(year: int, month: int, day: int, part: dict[str, str]) -> Stamp | None:
    """The stamp of numbers that are a day, and a time where one was printed; null for what no calendar has."""
    hour = _hour(int(part["hour"]), part.get("half", "")) if "hour" in part else 0
    minute, second = int(part.get("minute", 0)), int(part.get("second", 0))
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=VIETNAM)
    except ValueError:
        return None
    if year < FIRST_YEAR:
        return None
    if (hour, minute, second) == (0, 0, 0):
        return Stamp(moment.date().isoformat(), "day")
    told: Precision = "second" if "second" in part else "minute" if "minute" in part else "hour"
    return Stamp(moment.isoformat(), told)


def _hour(hour: int, half: str) -> int:
    """The hour of 24: SA/AM before noon, CH/PM after it; "13:20 CH" is printed too."""
    if half.upper() in ("SA", "AM"):
        return 0 if hour == 12 else hour
    if half.upper() in ("CH", "PM"):
        return hour + 12 if hour < 12 else hour
    return hour


def _in_vietnam(local: str, zone: str) -> str:
    zone = "+00:00" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return datetime.fromisoformat(local + zone).astimezone(VIETNAM).isoformat()
