"""On which days the event was held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.events.frames import DateMention, Frame
from extract.model import DateBasis, PartOfDay
from extract.text import Document


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event with their grain, where they come from, and the part of the first day."""

    start: str | None = None
    end: str | None = None
    precision: str | None = None
    basis: DateBasis | None = None
    part_of_day: PartOfDay | None = None


def event_days(document: Document, frame: Frame, dates: Sequence[DateMention]) -> When:
    """The days of the frame's date, widened where the text later gives the whole span that begins on that day."""
    own = frame.date or _first_event_day(dates)
    if own is None or not own.value.start:
        return When(part_of_day=own.value.part_of_day if own else None)
    value = own.value
    whole = next((day for day in dates if _widens(day, own)), own).value
    return When(whole.start, whole.end, whole.precision, value.basis, value.part_of_day or _part_said_again(own, dates))


def _first_event_day(dates: Sequence[DateMention]) -> DateMention | None:
    return next(
        (day for day in dates if day.value.kind in ("event", "scheduled") and day.value.precision == "day"), None
    )


def _widens(day: DateMention, own: DateMention) -> bool:
    """Whether a later mention says the span of days that begins with the event's day."""
    return (
        day.value.kind in ("event", "scheduled", "other")
        and day.value.start == own.value.start
        and day.value.end > own.value.end
        and day.value.precision == own.value.precision
    )


def _part_said_again(own: DateMention, dates: Sequence[DateMention]) -> PartOfDay | None:
    """The part of day of another mention of the same day."""
    same = (day.value.part_of_day for day in dates if day.value.kind == "event" and day.value.start == own.value.start)
    return next((part for part in same if part), None)
