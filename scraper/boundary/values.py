"""Validation of external strings, times and URLs: they are cleaned or rejected here, before any other use."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta, timezone
from urllib.parse import urlsplit

# Vietnam has had one time zone and no summer time since 1975.
VIETNAM = timezone(timedelta(hours=7))
FIRST_YEAR, LAST_YEAR = 1900, 2199
WIDEST_OFFSET = 14  # hours from UTC; Kiribati's
# Days that databases print where they know none: SQL Server's, Excel's and OLE's first days, Unix time 0.
NO_DATES = frozenset(
    ("1900-01-01", "1899-12-30", "1899-12-31", "1753-01-01", "1970-01-01", "0001-01-01", "0000-00-00", "9999-12-31")
)
_D = "\N{LATIN SMALL LETTER D WITH STROKE}"
_LINE_END = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_BLANK_CONTROL = re.compile(r"[\x0b\x0c]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_OFFSET = re.compile(r"\s*(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?::?\d{2})?$")
_CLOCK = re.compile(r"[T ]\d{2}(?P<minute>:?\d{2}(?P<second>:?\d{2})?)?")
_NOT_IN_URL = re.compile(r"[\x00-\x20\x7f-\x9f]")


def unmarked(text: str) -> str:
    """Lower case without Vietnamese marks, and d for đ, as in slugs and quickly typed text."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    for mark in filter(unicodedata.combining, set(decomposed)):
        decomposed = decomposed.replace(mark, "")
    return decomposed.replace(_D, "d")


def clean_text(value: str) -> str:
    """The text in NFC, every line end a "\\n", without other control characters; a lone surrogate becomes U+FFFD."""
    if not value.isprintable():  # a line end is not
        if _SURROGATE.search(value):
            value = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        value = _CONTROL.sub("", _BLANK_CONTROL.sub(" ", _LINE_END.sub("\n", value)))
    return unicodedata.normalize("NFC", value)


def clean_line(value: str) -> str:
    """The same as one line: a title, a name, an identifier."""
    return re.sub(r"\s*\n\s*", " ", clean_text(value)).strip()


def iso_time(value: str) -> str | None:
    """An ISO 8601 day, or time in Vietnam's zone, with the precision of `value`.

    An impossible offset is ignored. Returns None for the first and last days of calendars, which databases print for
    "no date". Raises ValueError where `value` is not an ISO 8601 day or time.
    """
    value = value.strip()
    if value[:10] in NO_DATES:
        return None
    moment = _moment(value)
    if moment.date().isoformat() in NO_DATES or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    clock = _CLOCK.search(value, 7)
    if clock is None and moment.time() == time():
        return moment.date().isoformat()
    local = moment.astimezone(VIETNAM) if moment.tzinfo else moment
    if local.date().isoformat() in NO_DATES:
        return None
    return local.isoformat(timespec="seconds" if clock and clock["second"] else "minutes")


def printed_precision(value: str) -> str:
    """The precision of an ISO 8601 value: day, hour, minute or second."""
    clock = _CLOCK.search(value.strip(), 7)
    if clock is None:
        return "day"
    return "second" if clock["second"] else "minute" if clock["minute"] else "hour"


def utc_time(value: str) -> str | None:
    """An ISO 8601 time in UTC, with seconds, as for the time of a request. A time without an offset is taken as UTC."""
    value = value.strip()
    if value[:10] in NO_DATES:
        return None
    moment = _moment(value)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return aware.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def iso_day(value: str | None) -> date | None:
    """The day of a value returned by `iso_time`."""
    return date.fromisoformat(value[:10]) if value else None


def web_url(value: str) -> str:
    """An absolute http(s) URL. Raises ValueError where it cannot be parsed or has blanks or control characters."""
    url = value.strip()
    if _NOT_IN_URL.search(url) or _SURROGATE.search(url):
        raise ValueError(f"{_shown(value)} is not a URL: it holds a blank or a control character")
    try:
        parts = urlsplit(unicodedata.normalize("NFC", url))
        parts.port  # noqa: B018 - raises ValueError on a port that is not a number
    except ValueError as error:
        raise ValueError(f"{_shown(value)} is not a URL: {error}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{_shown(value)} is not a URL of the web")
    return unicodedata.normalize("NFC", url)


def _moment(value: str) -> datetime:
    """The time of an ISO 8601 value, with an offset of any width; an impossible one is dropped."""
    offset = _OFFSET.search(value) if _CLOCK.search(value, 7) else None
    try:
        return datetime.fromisoformat(value[: offset.start()] + _offset(offset) if offset else value)
    except ValueError:
        raise ValueError(
            f"{_shown(value)} is not an ISO day or time such as 2021-02-24 or 2021-02-24T10:33:48+07:00"
        ) from None


def _offset(found: re.Match[str]) -> str:
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    possible = hours <= WIDEST_OFFSET and minutes < 60
    return f"{found['sign']}{hours:02}:{minutes:02}" if possible else ""


def _shown(value: str) -> str:
    """A refused value as a message quotes it: escaped, and not longer than a line."""
    return ascii(value) if len(value) <= 80 else ascii(value[:80]) + "…"
