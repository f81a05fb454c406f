"""Expressions of time as printed: clock, part of day, weekday and calendar days in any order.

"Vào lúc 8h00 sáng thứ Hai, ngày 5/4/2021", "chiều nay (20/12)", "Trong 2 ngày 23 - 24/02", "ngày 5/2 (tức mùng 8 tháng
Giêng)" are one expression each. Missing years are resolved elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.model import PartOfDay, Span
from extract.text.calendar import Days, day_words, read_days
from extract.text.lexicon import load
from extract.text.patterns import WordPattern

# "8h00", "14 giờ 30 phút", "7:45", "9g".
CLOCK = WordPattern(
    "dates",
    r"""
    (?P<hour>[01]?\d|2[0-4]) \s? (?:h|g(?![^\W\d])|{clock.hour}|:)
    (?:\s?(?P<minute>[0-5]\d))? (?!\d)
    (?:\s?(?:{clock.minute}|['’]|p(?!\w)))?
    """,
)
# The same, without groups.
_HOURS = r"\d{1,2}\s?(?:h|g(?![^\W\d])|{clock.hour}|:)(?:\s?[0-5]\d)?(?!\d)(?:\s?(?:{clock.minute}|['’]))?"
# The part of day that a clock time before this hour belongs to.
_LATEST: tuple[tuple[PartOfDay, int], ...] = (("morning", 11), ("noon", 13), ("afternoon", 18))


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One printed expression of time. `days` is None for a day relative to another one.

    `shift` counts days from that of publication ("hôm qua" is -1); `same_day` refers to the last day in the text.
    `named` where a word (ngày, sáng, thứ Hai, hôm nay) shows that it is a day; bare figures might be a fraction.
    """

    span: Span
    days: Days | None
    part: PartOfDay | None
    clock: str | None
    shift: int | None = None
    same_day: bool = False
    named: bool = True


def read_expressions(folded: str) -> Iterator[DateExpression]:
    """The expressions of a folded text in reading order, including look-alikes."""
    at = 0
    for trigger in _TRIGGER.find_in(folded):
        if trigger.start() >= at and (expression := _read_expression(folded, trigger.start())):
            yield expression
            at = expression.span.end


def _read_expression(folded: str, at: int) -> DateExpression | None:
    lead = _LEAD.match(folded, at)
    assert lead is not None
    days = read_days(folded, lead.end())
    if days is None:
        return _deictic(folded, lead)
    days, end = _with_gloss(folded, days)
    if "(" in lead.group() and folded.startswith(")", end):
        end += 1
    clock = _SUFFIX.match(folded, end)
    named = bool(lead.group()) or folded.startswith(day_words(), at)
    part, time = time_of(lead if lead["hour"] or not clock else clock)
    return DateExpression(Span(at, clock.end() if clock else end), days, part, time, named=named)


def _deictic(folded: str, lead: re.Match[str]) -> DateExpression | None:
    """A day relative to that of publication or to the last one in the text."""
    words = load("dates")["deixis"]
    end = max(lead.end("part"), lead.end("after"), lead.end("alone"), lead.end("same"))
    if lead["same"]:
        return DateExpression(Span(lead.start(), end), None, *time_of(lead), same_day=True)
    if lead["after"] or lead["alone"]:
        words_of_day = " ".join((lead["after"] or lead["alone"]).split())  # there may be a line break between its words
        shift = words["after_part" if lead["after"] else "alone"][words_of_day]
        return DateExpression(Span(lead.start(), end), None, *time_of(lead), shift=shift)
    return None


def _with_gloss(folded: str, days: Days) -> tuple[Days, int]:
    """The days and their end; of a solar and a lunar name of one day, the solar one is used."""
    opening = _GLOSS.match(folded, days.span.end)
    if opening is None:
        return days, days.span.end
    if opening["first_days"]:
        return days, opening.end()
    gloss = read_days(folded, opening.end())
    if gloss is None or not (opening["that_is"] or gloss.last.lunar or days.last.lunar):
        return days, days.span.end
    tail = _GLOSS_TAIL.match(folded, gloss.span.end)
    end = tail.end() if tail and "(" in opening.group() else gloss.span.end
    return (gloss if days.last.lunar and not gloss.last.lunar else days), end


def time_of(match: re.Match[str]) -> tuple[PartOfDay | None, str | None]:
    """Part of day and clock time; without a word for the part of day it follows from the clock time."""
    part: PartOfDay | None = load("dates")["parts"].get(match["part"])
    if not match["hour"]:
        return part, None
    hour = int(match.groupdict().get("from_hour") or match["hour"])
    if part in ("afternoon", "evening") and hour < 12:
        hour += 12
    if part is None:
        part = next((name for name, end in _LATEST if hour < end), "evening")
    minute = None if match.groupdict().get("from_hour") else match["minute"]
    return part, f"{hour % 24:02}:{minute or '00'}"


_OPENING_WORDS = (
    "parts+deixis.alone+deixis.same_day+weekdays.names+day.lead+day.first_ten+day.full_moon+small.session+small.on_day"
)
# Where an expression may begin.
_TRIGGER = WordPattern(
    "dates",
    r"""
    (?:
        (?<![\w/.,_–-])\d{1,2}(?!\d)(?=\s?[-–/.,:hg]|\s\w)  # figures
    |
        (?<![\w/.,_]){words}(?![^\W\d])  # a word, also after a dash: "QNO-Sáng 12-6"
    )
    """,
    begins=rf"\d+{_OPENING_WORDS}",
    words=f"{{{_OPENING_WORDS}}}",
)
# Clock, part of day, deictic word and weekday, each of them optional, up to where the calendar day begins.
_LEAD = WordPattern(
    "dates",
    r"""
    (?:
        # "8-10h", "7 đến 9 giờ"
        (?:(?P<from_hour>[01]?\d|2[0-4])(?:\s?[-–]\s?|\s+{grammar/to}\s+)(?=\d{1,2}\s?(?:h|{clock.hour})))?
        {clock} {until}?
        (?:\s*(?:,|{grammar/and})\s*{hours}{until})?  # "8h-10h30 và 14h-16h"
        (?:[\s,]+|\b)
    )?
    (?:(?:{small.session}\s+)?(?P<part>{parts})\b(?:(?:\s+{grammar/and}|,)\s+{parts}\b)?)?
    (?:\s+(?P<after>{deixis.after_part})\b)? (?:\s*(?P<alone>{deixis.alone})\b)? (?:\s*(?P<same>{deixis.same_day})\b)?
    (?:[\s,(]*{weekdays.names}\b)?
    (?:[\s,(]*(?:{small.on_day}\s+|{grammar/several}\s+(?={day.lead})|{grammar/on}\s+(?={day.lead}))?)
    """,
    clock=CLOCK,
    hours=_HOURS,
    # "8h-10h30", "từ 7h30 đến 11h30"
    until=r"(?:(?:\s?[-–]\s?|\s+{grammar/to}\s+){hours})",
)
# A clock time after the day.
_SUFFIX = WordPattern(
    "dates",
    r",?\s+(?:{grammar/on}\s+)?{grammar/at_hour+grammar/about_hour}\s+{clock}(?:\s+(?P<part>{parts})\b)?",
    clock=CLOCK,
)
# The beginning of the other calendar's name of a day, or all of a short one: "(mùng 6 Tết)".
_GLOSS = WordPattern(
    "dates",
    r"""
    (?:
        (?P<first_days>
            \s*\((?:{small.namely}\s+)?(?:{day.lead}\s+)?{day.first_ten}\s+\d{1,2}\s+{small.lunar_year}(?:\s+\w+){0,4}\)
        )
    |
        \s*[(,]\s* (?P<that_is>{small.namely+small.that_is}(?:\s+{grammar/on})?\s+)? (?=[^)\n]{0,20}\d)
    )
    """,
)
_GLOSS_TAIL = re.compile(r"[^().;\n]{0,40}\)")
