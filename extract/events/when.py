"""On which days the event was held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.events.frames import DateMention, Frame
from extract.lexicon import load
from extract.model import DateBasis, PartOfDay
from extract.text import fold


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event with their grain, where they come from, and the part of the first day."""

    start: str | None = None
    end: str | None = None
    precision: str | None = None
    basis: DateBasis | None = None
    part_of_day: PartOfDay | None = None

    @classmethod
    def of(cls, day: DateMention | None) -> When:
        """The days that one mention says."""
        if day is None or not day.value.start:
            return cls(part_of_day=day.value.part_of_day if day else None)
        value = day.value
        return cls(value.start, value.end, value.precision, value.basis, value.part_of_day)


def event_days(frame: Frame, dates: Sequence[DateMention]) -> When:
    """The days of the frame's date, widened where the text later gives the whole span that begins on that day."""
    own = frame.date or _first_event_day(dates)
    when = When.of(own)
    if own is None or when.start is None:
        return when
    whole = next((day for day in dates if _widens(day, own)), own).value
    return replace(when, start=whole.start, end=whole.end, part_of_day=when.part_of_day or _part_said_again(own, dates))


def _first_event_day(dates: Sequence[DateMention]) -> DateMention | None:
    """The first day in an event frame; one that is still to come only where no other is told of."""
    days = [day for day in dates if day.value.kind in ("event", "scheduled") and day.value.precision == "day"]
    return next((day for day in days if day.value.kind == "event"), next(iter(days), None))


def _widens(day: DateMention, own: DateMention) -> bool:
    """Whether another mention says the whole span of days: it begins on the event's day, or says when it was held."""
    value = day.value
    if value.kind not in ("event", "scheduled", "other") or value.precision != own.value.precision:
        return False
    begins = value.start == own.value.start and value.end > own.value.end
    return begins or day.rule == "held_on" and value.start <= own.value.start <= own.value.end <= value.end


def _part_said_again(own: DateMention, dates: Sequence[DateMention]) -> PartOfDay | None:
    """The part of day of another mention of the same day; "chiều cùng ngày" tells of what came after."""
    same = (day for day in dates if day.value.kind == "event" and day.value.start == own.value.start)
    return next((day.value.part_of_day for day in same if day.value.part_of_day and not _is_later_that_day(day)), None)


def _is_later_that_day(day: DateMention) -> bool:
    return any(words in fold(day.text) for words in load("events")["when"]["later_that_day"])
