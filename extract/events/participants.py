"""Who took part in the main event, once its days are known: not those of whom only another day is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.events.dates import EventDates
from extract.events.detection import DateMention
from extract.model import AttendanceValue, Mention, OfficialValue, Rejection, Span
from extract.text.document import Document
from extract.text.patterns import WordPattern, whole_words

OfficialMention = Mention[OfficialValue]
CountMention = Mention[AttendanceValue]

_OPENING = 16  # characters before a day with which a sentence may begin
_LED = 30  # characters before a day in which a word of a deadline may be
_GOES_ON = 3  # sentences in which one who is quoted is quoted further


def without_those_of_other_days(
    document: Document, officials: Sequence[OfficialMention], dates: Sequence[DateMention], when: EventDates
) -> tuple[OfficialMention, ...]:
    """The officials; those of whom every mention is told of another day than the event's took no part."""
    if when.start is None or when.precision != "day":
        return tuple(officials)
    others = _by_sentence(document, [day for day in dates if _is_another_time(day, when)])
    return tuple(_absent(one) if _only_then(document, one.value, others) else one for one in officials)


def counts_of_other_days(
    document: Document, counts: Sequence[CountMention], dates: Sequence[DateMention], when: EventDates, frame: Span
) -> tuple[Rejection, ...]:
    """The counts, refused, of people of whom a sentence tells only what they did on days before the event: not in its
    own sentence `frame`, nor in the title. A later day may be that of an event that is only announced by then."""
    if when.start is None or when.precision != "day":
        return ()
    told = _by_sentence(document, dates)
    refused: list[Rejection] = []
    for count in counts:
        number = document.sentence_number(count.span.start)
        days = [day for day in told.get(number, ()) if day.value.start]
        own = number == 0 or document.sentences[number].overlaps(frame)
        if days and not own and all(_is_earlier(document, day, when) for day in days):
            refused.append(Rejection("attendance", count.span, count.text, count.rule, "statistics"))
    return tuple(refused)


def _is_earlier(document: Document, day: DateMention, when: EventDates) -> bool:
    """Whether a day printed in figures ("hôm qua 11/11", no "hôm nay") is before the event, and neither an anniversary,
    a deadline nor the day of a paper."""
    figures = day.value.precision == "day" and day.value.kind in ("event", "other") and any(map(str.isdigit, day.text))
    led = document.folded[max(0, day.span.start - _LED) : day.span.start]
    return figures and bool(when.start) and day.value.end < str(when.start) and not _DEADLINE.search(led)


def _by_sentence(document: Document, days: Sequence[DateMention]) -> dict[int, list[DateMention]]:
    """The days by the number of their sentence."""
    found: dict[int, list[DateMention]] = {}
    for day in days:
        found.setdefault(document.sentence_number(day.span.start), []).append(day)
    return found


def _absent(official: OfficialMention) -> OfficialMention:
    return replace(official, value=replace(official.value, participant=False))


def _is_another_time(day: DateMention, when: EventDates) -> bool:
    """Whether a day, or a whole month, is not of the event."""
    value = day.value
    if value.precision not in ("day", "month") or not value.start or not when.start:
        return False
    length = len(value.start)
    return value.end < when.start[:length] or value.start > (when.end or when.start)[:length]


def _only_then(document: Document, person: OfficialValue, others: Mapping[int, Sequence[DateMention]]) -> bool:
    """Whether every sentence with the person, or one shortly before it, puts what the person did on another day."""
    if not person.participant or not others or not person.places:
        return False
    last: int | None = None  # the number of the last sentence that tells of the person on another day
    for place in person.places:
        number = document.sentence_number(place)
        sentence = document.sentences[number]
        if any(_told_then(document, Span(sentence.start, place), day) for day in others.get(number, ())):
            last = number
        elif last is None or number - last > _GOES_ON or _at_event(document, sentence):
            return False
        else:
            last = number
    return True


def _told_then(document: Document, before: Span, day: DateMention) -> bool:
    """Whether a day begins the sentence up to a person, or is that of an occasion named before the person."""
    if not before.contains(day.span):
        return False
    led = document.folded[before.start : day.span.start]
    behind = document.folded[day.span.end : before.end]
    begins = day.value.precision == "day" and len(led) <= _OPENING and not _DEADLINE.search(led)
    return (begins or _AT_OCCASION.search(led) is not None) and not _at_today(behind)


def _at_today(words: str) -> bool:
    return whole_words("events", "participants", "today").search(words) is not None


def _at_event(document: Document, sentence: Span) -> bool:
    """Whether the sentence names an occasion at which something was said or done: "tại hội nghị"."""
    return _AT_OCCASION_NAMED.search(document.folded, sentence.start, sentence.end) is not None


# A day by which something is to be done: "Trước ngày 30/6, …".
_DEADLINE = WordPattern("events", r"(?<!\w){participants.deadline}\s(?:{dates/day.lead}\s)?$")
# "Tại phiên thảo luận [ngày 23/5]": an occasion, and one up to the day.
_OCCASION = r"(?<!\w){participants.at}\s(?:{grammar/several}\s)?{attendance/occasions.nouns}(?!\w)"
_AT_OCCASION = WordPattern("events", _OCCASION + r"[^.;,]{0,60}$")
_AT_OCCASION_NAMED = WordPattern("events", _OCCASION)
