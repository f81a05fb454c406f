"""The time of publication that a page prints (its stamp), parsed with the precision that is printed.

All forms of Vietnamese government pages are read: day before month with /, -, . or a blank between them; the year of
two digits, or first; months in words or as "Th11"; the time after or before the day, with SA/CH or AM/PM, with or
without seconds; ISO 8601; NukeViet's malformed "2021-02-24+0717:33:48"; "hôm qua, 15:30" and "3 giờ trước", counted
from the fetch. Midnight ("12:00:00 SA", "00:00") is how these systems store a day without a time: it is read as
a day. Times are those of Việt Nam (+07:00); a time in UTC is converted. Other strings are given to dateparser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Literal

from scraper.pages.vocabulary import vocabulary

Precision = Literal["second", "minute", "hour", "day"]
FINENESS: tuple[Precision, ...] = ("day", "hour", "minute", "second")
VIETNAM = timezone(timedelta(hours=7))
FIRST_YEAR = 1995  # no government site is older
LONGEST_ODD = 60  # characters of a string that is given to dateparser
LAST_YEAR = 2199  # a later day in a feed is a placeholder of its database

_BETWEEN = r"\s*[,|;–-]?\s*"
# The zone behind a time: a name, an offset, or both: "Z", "UTC", "+00", "+0700", "GMT+7"; seconds of it count nothing.
_NAME = "(?:UTC|GMT)"
_OFFSET = (
    rf"(?:[Zz](?!\w)|{_NAME}(?!\s?[+-]\d)|(?:{_NAME}\s?)?[+-]\d{{2}}:?\d{{2}}(?::\d{{2}})?(?![\d:])"
    rf"|{_NAME}\s?[+-]\d\d?(?![\d:])|(?:\+|(?<!\s)-)\d{{2}}(?![\d:]))"
)
ISO = re.compile(
    r"(?<![\d/-])(?P<year>(?:19|20)\d{2})(?P<sep>[-/])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)"
    r"(?:(?:[T ]\s?|\+07)(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?"
    rf"(?(hour)(?:\s*(?P<zone>{_OFFSET}))?)"
)

# "20210224T033348Z", and the zone after a time with an English month, as mail and feeds have it.
_BASIC = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?=Z|[+-]|$)")
_ZONE = re.compile(r"\s*(?P<zone>GMT(?!\s?[+-])|UTC(?!\s?[+-])|[+-]\d{4}(?!\d))")
_YEAR_ZERO = re.compile(r"(?<!\d)0\d{3}(?!\d)")  # a year such as 0001
_OFFSET_AT_END = re.compile(r"\s[+-]\d{4}\s*$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as ISO 8601 (a day, or a time with its offset) and its precision: day, hour, minute or second."""

    value: str
    precision: Precision
    span: tuple[int, int] = field(default=(0, 0), compare=False)  # its place in the line

    @property
    def day(self) -> str:
        """The day, ISO."""
        return self.value[:10]


@cache
def _time() -> str:
    """A clock time: "08:30:00", "8h30", "8 giờ 30 phút", with its half of the day."""
    words = vocabulary().stamp_words
    return (
        rf"(?P<hour>\d{{1,2}})\s?(?::|h|g(?=\d)|{words['hour']})\s?(?P<minute>\d{{2}})?(?:['’′]|\s?{words['minute']})?"
        rf"(?::(?P<second>\d{{2}}))?(?:\s*(?P<half>SA|CH|AM|PM|{words['morning']}|{words['afternoon']})(?!\w))?"
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Time before day, day before time, month before day; the first that matches counts."""
    words = vocabulary().stamp_words
    names = "|".join(sorted((name.replace(" ", r"\s+") for name in vocabulary().months), key=len, reverse=True))
    english = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in vocabulary().english_months)
    month = (
        rf"(?:(?:{words['month']}\s+|thg?\.?\s*)(?:(?P<month%s>\d{{1,2}})(?!\d)|(?P<name%s>{names})(?!\w))"
        rf"|(?<!\w)(?P<english%s>{english})(?!\w)\.?)"
    )
    year = rf"(?:{words['year']}\s+)?"
    gap = r"(?:\s+|\s*[-/]\s*)"
    day = (
        r"(?<![\d/.-])(?:(?P<day>\d{1,2})\s*(?P<sep>[-/.])\s*(?P<month>\d{1,2})\s*(?P=sep)\s*"
        r"(?P<year>\d{4}|\d{2}(?![\d/.:]))"
        r"|(?P<day_>\d{1,2})\s(?P<month_>\d{1,2}),?\s(?P<year_>(?:19|20)\d{2})"
        rf"|(?P<day__>\d{{1,2}})(?:st|nd|rd|th)?{gap}"
        rf"{month % ('__', '', '')}(?:,?\s*|\s*[-/]\s*){year}(?P<year__>\d{{4}}))(?!\d)"
    )
    turned = rf"{month % ('', '', '')}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{year}(?P<year>\d{{4}})(?!\d)"
    after = rf"(?:{_BETWEEN}(?:{words['at']})?\s*{_time()})?"
    weekday = rf"(?:(?:{words['weekday']}\s+\w+|{words['sunday']}|t[2-7]|cn)\s*[,-]?\s*)?(?:{words['day']}\s*)?"
    return tuple(
        re.compile(pattern, re.I)
        for pattern in (rf"(?<![\d:]){_time()}{_BETWEEN}{weekday}{day}", day + after, turned + after)
    )


@cache
def _ago_pattern() -> re.Pattern[str]:
    units, ago = "|".join(vocabulary().relative_units), vocabulary().stamp_words["ago"]
    return re.compile(rf"(?<!\d)(?P<count>\d{{1,3}})\s*(?P<unit>{units})\s+{ago}", re.I)


@cache
def _relative_day() -> re.Pattern[str]:
    names, at = "|".join(vocabulary().relative_days), vocabulary().stamp_words["at"]
    return re.compile(rf"(?<!\w)(?P<name>{names})\s*(?:(?:,|{at})*\s*{_time()})?", re.I)


def read_stamp(text: str, fetched_at: str | None = None) -> Stamp | None:
    """The first stamp in a text, or None. Relative times are counted back from `fetched_at` (ISO 8601), or not read.

    If the first is the time of an edit ("Cập nhật: 01/01/2024 - Ngày đăng: 24/02/2021"), it is the next one.
    """
    if not any(letter.isdigit() for letter in text) and not _relative_day().search(text):
        return None
    text = _BASIC.sub(r"\1-\2-\3T\4:\5:\6", " ".join(text.split()).replace("\N{MINUS SIGN}", "-"))
    found = _first_stamp(text, fetched_at)
    if found and vocabulary().edit_labels.search(text, 0, found.span[0]):
        later, end = _first_stamp(text[found.span[1] :], fetched_at), found.span[1]
        return replace(later, span=(later.span[0] + end, later.span[1] + end)) if later else found
    return found


def _first_stamp(text: str, fetched_at: str | None) -> Stamp | None:
    readings = (_printed(pattern, text) for pattern in _patterns())
    found = next((stamp for stamp in readings if stamp), None) or _iso(text)
    return found or (_ago(text, fetched_at) or _day_by_name(text, fetched_at) if fetched_at else None)


def read_odd_stamp(text: str) -> Stamp | None:
    """The stamp that dateparser finds in a short string with day, month and year that `read_stamp` cannot parse."""
    import dateparser

    text = " ".join(text.split())
    if len(text) > LONGEST_ODD or not re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text):
        return None
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False, "DATE_ORDER": "DMY"}
    moment = dateparser.parse(text, languages=["vi", "en"], settings=settings)
    if moment is None or moment.year < FIRST_YEAR:
        return None
    if (moment.hour, moment.minute) == (0, 0):
        return Stamp(moment.date().isoformat(), "day", (0, len(text)))
    local = moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment.astimezone(VIETNAM)
    return Stamp(local.replace(microsecond=0).isoformat(), "second" if moment.second else "minute", (0, len(text)))


def finest(stamps: list[Stamp]) -> Stamp | None:
    """The first of the stamps, with the finest precision that any gives for the same day; None without stamps."""
    same_day = [stamp for stamp in stamps if stamp.day == stamps[0].day]
    return max(same_day, key=lambda stamp: FINENESS.index(stamp.precision), default=None)


def feed_day(text: str) -> str | None:
    """The day (ISO, in Việt Nam) of a feed's item. Its time is not used: NukeViet prints the month as minutes."""
    if _YEAR_ZERO.search(_OFFSET_AT_END.sub("", text)):
        return None  # parsedate takes 0001 for 2001
    try:
        moment = parsedate_to_datetime(text.strip())
        day = (moment.astimezone(VIETNAM) if moment.tzinfo else moment).date()
    except (TypeError, ValueError, OverflowError):
        stamp = read_stamp(text)
        return stamp.day if stamp else None
    return day.isoformat() if FIRST_YEAR <= day.year <= LAST_YEAR else None


def fetched_day(fetched_at: str) -> str:
    """The day of a fetch in Việt Nam, ISO."""
    return _local(fetched_at).date().isoformat()


def _local(moment: str) -> datetime:
    return datetime.fromisoformat(moment.replace("Z", "+00:00")).astimezone(VIETNAM)


def _parts(found: re.Match[str]) -> dict[str, str]:
    """The named parts of a match, alternatives of one part under its name; a month by name as its number."""
    part = {name.rstrip("_"): value for name, value in found.groupdict().items() if value is not None}
    if "name" in part:
        part["month"] = str(vocabulary().months[" ".join(part["name"].lower().split())])
    if "english" in part:
        months = vocabulary().english_months
        part["month"] = str(next(months[name] for name in months if name.startswith(part["english"].lower()[:3])))
    return part


def _printed(pattern: re.Pattern[str], text: str) -> Stamp | None:
    for found in pattern.finditer(text):
        part = _parts(found)
        first, second, year = int(part["day"]), int(part["month"]), int(part["year"])
        year = year + 2000 if len(part["year"]) == 2 else year
        turned = second > 12 >= first or _says_month_first(text[: found.start()], year, first, second)
        day, month = (second, first) if turned else (first, second)
        stamp = _stamp(year, month, day, part)
        zone = _ZONE.match(text, found.end()) if stamp and "english" in part and "hour" in part else None
        if stamp and zone and stamp.precision != "day":
            return Stamp(_in_vietnam(stamp.value[:19], zone["zone"]), stamp.precision, (found.start(), zone.end()))
        if stamp:
            return replace(stamp, span=found.span())
    return None


def _says_month_first(before: str, year: int, first: int, second: int) -> bool:
    """Whether the day of the week before two numbers fits only if the first number is the month."""
    found = _weekday_at_end().search(before)
    if not found or first > 12:
        return False
    weekday = vocabulary().weekdays[" ".join(found[1].lower().split())]
    return _weekday(year, first, second) == weekday != _weekday(year, second, first)


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


@cache
def _weekday_at_end() -> re.Pattern[str]:
    names = "|".join(sorted((name.replace(" ", r"\s+") for name in vocabulary().weekdays), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({names})[\s,.–-]*$", re.I)


def _iso(text: str) -> Stamp | None:
    for found in ISO.finditer(text):
        part = {name: value for name, value in found.groupdict().items() if value is not None}
        stamp = _stamp(int(part["year"]), int(part["month"]), int(part["day"]), part)
        if stamp is None:
            continue
        if stamp.precision == "day":
            return replace(stamp, span=found.span())  # midnight in any zone is a day stored without a time
        moment = _in_vietnam(stamp.value[:19], part.get("zone", "+0700"))
        whole = Stamp(moment, stamp.precision) if "T00:00:00" not in moment else Stamp(moment[:10], "day")
        return replace(whole, span=found.span())
    return None


def _ago(text: str, fetched_at: str) -> Stamp | None:
    found = _ago_pattern().search(text)
    if not found:
        return None
    unit, count = vocabulary().relative_units[found["unit"].lower()], int(found["count"])
    days = {"months": 30 * count, "years": 365 * count}.get(unit)
    moment = _local(fetched_at) - (timedelta(days=days) if days else timedelta(**{unit: count}))
    precision: Precision = "minute" if unit in ("minutes", "seconds") else "hour" if unit == "hours" else "day"
    if precision == "day":
        return Stamp(moment.date().isoformat(), "day", found.span())
    whole = moment.replace(second=0, microsecond=0, minute=moment.minute if precision == "minute" else 0)
    return Stamp(whole.isoformat(), precision, found.span())


def _day_by_name(text: str, fetched_at: str) -> Stamp | None:
    found = _relative_day().search(text)
    if not found:
        return None
    day = _local(fetched_at).date() - timedelta(days=vocabulary().relative_days[found["name"].lower()])
    part = {name: value for name, value in found.groupdict().items() if value is not None}
    stamp = _stamp(day.year, day.month, day.day, part)
    return replace(stamp, span=found.span()) if stamp else None


def _stamp(year: int, month: int, day: int, part: dict[str, str]) -> Stamp | None:
    """The stamp of the numbers of a day, and of a time where one is printed; None for an invalid day or time."""
    hour = _hour(int(part["hour"]), part.get("half", "")) if "hour" in part else 0
    minute, second = int(part.get("minute", 0)), int(part.get("second", 0))
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=VIETNAM)
    except ValueError:
        return None
    if not FIRST_YEAR <= year < 2100:
        return None
    if (hour, minute, second) == (0, 0, 0):
        return Stamp(moment.date().isoformat(), "day")
    precision: Precision = "second" if "second" in part else "minute" if "minute" in part else "hour"
    return Stamp(moment.isoformat(), precision)


def _hour(hour: int, half: str) -> int:
    """The hour, 0 to 23: SA/AM/sáng before noon, CH/PM/chiều after it; "13:20 CH" occurs too."""
    words = vocabulary().stamp_words
    if half.upper() in ("SA", "AM") or re.fullmatch(words["morning"], half, re.I):
        return 0 if hour == 12 else hour
    if half:
        return hour + 12 if hour < 12 else hour
    return hour


def _in_vietnam(local: str, zone: str) -> str:
    """A local time of a zone as a time of Vietnam; an invalid zone ("+99:99") is taken as Vietnam's."""
    sign, offset = ("-" if "-" in zone else "+"), re.sub(r"\D", "", zone)
    hours = offset if len(offset) < 3 else offset[:2]
    try:
        moment = datetime.fromisoformat(f"{local}{sign}{hours.zfill(2)}:{offset[2:4].zfill(2)}")
        return moment.astimezone(VIETNAM).isoformat()
    except ValueError:
        return datetime.fromisoformat(local).replace(tzinfo=VIETNAM).isoformat()
