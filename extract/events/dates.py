"""The days on which the event was held."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from extract.events.detection import DateMention, DetectedEvent, inside
from extract.events.triggers import EventTrigger
from extract.mentions.dates.expressions import CLOCK, time_of
from extract.mentions.dates.resolution import parse_day
from extract.model import DateBasis, PartOfDay
from extract.results import EventType
from extract.text.document import Document
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.numbers import number_in_words
from extract.text.patterns import WordPattern, whole_words

_pattern = partial(whole_words, "events")

# Types that may last for days; for a meeting or a ceremony "trong 3 ngày" means something else.
_STAMPED_LATE = datetime.timedelta(days=3)
_SESSIONS = datetime.timedelta(days=4)
_PROGRAMME = datetime.timedelta(days=10)
_SESSION_WITHIN = 40  # characters after a day in which its session is named
_OF_DAYS: frozenset[EventType] = frozenset(
    ("training", "competition", "festival", "congress", "council_session", "drill")
)


@dataclass(frozen=True, slots=True)
class EventDates:
    """The days of an event with their precision, their source, and the part of the first day."""

    start: str | None = None
    end: str | None = None
    precision: str | None = None
    basis: DateBasis | None = None
    part_of_day: PartOfDay | None = None

    @classmethod
    def of(cls, day: DateMention | None) -> EventDates:
        """The days of one mention."""
        if day is None or not day.value.start:
            return cls(part_of_day=day.value.part_of_day if day else None)
        value = day.value
        return cls(value.start, value.end, value.precision, value.basis, value.part_of_day)


def event_days(
    document: Document,
    detection: DetectedEvent,
    dates: Sequence[DateMention],
    kind: EventType,
    triggers: Sequence[EventTrigger] = (),
) -> EventDates:
    """The days of the reporting sentence's date, widened where the text has the whole range that begins on that day, or
    the number of days that it lasted."""
    printed = _printed_instead(document, detection, dates)
    own = printed or detection.date or _first_event_day(document, dates, kind, triggers if _is_held(detection) else ())
    when = EventDates.of(own)
    if own is None or when.start is None:
        return when
    # the days beside the launch of a campaign are the campaign's: "Tháng hành động từ 24/5 đến 24/6"
    whole = next((day for day in dates if _widens(day, own)), own).value if kind != "campaign" else own.value
    part = when.part_of_day or _part_said_again(own, dates, whole.end)
    when = replace(when, start=whole.start, end=whole.end, part_of_day=part)
    if last := _last_round(document, own, dates) or _last_of_programme(document, own, detection, dates):
        when = replace(when, end=max(when.end or "", last))
    if kind in _OF_DAYS and (last := _last_session(document, when, dates)):
        when = replace(when, end=max(when.end or "", last))
    if when.start == when.end:
        when = replace(when, part_of_day=when.part_of_day or _part_of_clock(document, detection))
    return _lasting(document, detection, when) if kind in _OF_DAYS else when


def _printed_instead(
    document: Document, detection: DetectedEvent, dates: Sequence[DateMention]
) -> DateMention | None:
    """The printed day of an event that its sentence has on "sáng nay": a publication may be stamped a day or two later.

    It is one of the same part of day, shortly before the publication, in a sentence that begins with it.
    """
    own, trigger = detection.date, detection.trigger
    today = parse_day(own.value.start) if own and own.value.basis == "published" else None
    if own is None or trigger is None or today is None:
        return None
    for day in dates:
        value, printed = day.value, parse_day(day.value.start)
        begins = document.sentence_at(day.span.start).start == day.span.start
        alike = (value.kind, value.part_of_day) == ("event", own.value.part_of_day) and value.basis != "published"
        if begins and alike and printed and datetime.timedelta() < today - printed <= _STAMPED_LATE:
            return day
    return None


def _last_round(document: Document, own: DateMention, dates: Sequence[DateMention]) -> str | None:
    """The last day of an event in several rounds: "đợt 1 ngày 10/5, đợt 2 ngày 14/5"; None without rounds."""
    rounds = [day for day in dates if _ROUND.search(document.folded, max(0, day.span.start - 80), day.span.start)]
    with_own = own in rounds or own.value.start in [day.value.start for day in rounds]
    return max(day.value.end for day in rounds) if len(rounds) > 1 and with_own else None


def _last_of_programme(
    document: Document, own: DateMention, detection: DetectedEvent, dates: Sequence[DateMention]
) -> str | None:
    """The last day in the programme of an event announced without its days: "- 15 giờ ngày 24/4: Lễ dâng hương"."""
    first = parse_day(own.value.start)
    if detection.date is not None or own.value.kind != "scheduled" or first is None:
        return None
    items = [day for day in dates if day.value.kind == "scheduled" and is_item(document, day)]
    days = ((day.value.end or "", parse_day(day.value.end)) for day in items if own in items)
    return max((end for end, last in days if last and last - first <= _PROGRAMME), default=None)


def is_item(document: Document, day: DateMention) -> bool:
    """Whether a line begins with a bullet and the day."""
    start = document.sentence_at(day.span.start).start
    return bool(_BULLET.fullmatch(document.text, start, day.span.start))


_BULLET = re.compile(r"\s*(?:\*{1,2}|[•+●–-])\s*")
_ROUND = WordPattern(
    "events",
    r"""
    (?<!\w){when.rounds}\s+(?:\d+|i{1,3}|{numbers/digits})(?:\s+{grammar/of}\s[^.;:,()]{1,30}?)?
    [\s:,(]*(?:(?:{when.on_days}|\d)\s+)*$
    """,
)


def _lasting(document: Document, detection: DetectedEvent, when: EventDates) -> EventDates:
    """The days of an event that began on one day and lasted "trong 3 ngày"; a closing is on the last day only."""
    first = parse_day(when.start)
    if first is None or when.start != when.end:
        return when
    lasts = _DURATION.search(document.folded)
    if lasts is None or _pattern("when", "closings").search(document.folded, 0, detection.sentence.end):
        return when
    days = int(lasts["figure"]) if lasts["figure"] else number_in_words(lasts["words"]) or 1
    days += bool(lasts["tenths"] or lasts["half"])
    end = (first + datetime.timedelta(days=days - 1)).isoformat()
    told_by = document.article.published_at
    return when if lasts["over"] and told_by and end > told_by[:10] else replace(when, end=end)


# The number of days that something lasts, up to 29, where no exact days follow; or the duration of a contest.
_DURATION = WordPattern(
    "events",
    r"""
    (?<!\w)
    (?:
        (?:{when.lasting}|{when.time_of}(?:\s+[^\W\d]+){1,5}?)  # "thời gian của lớp tập huấn là 03 ngày"
    |
        (?P<over>{when.over})
    )
    \s+(?:0?(?P<figure>[2-9]|[12]\d|1(?=[.,]5))(?P<tenths>[.,]5)?|(?P<words>{numbers/digits}))
    \s+{dates/day.lead}(?!\w)(?P<half>\s+{when.half}(?!\w))?
    (?(over)(?=[\s,]+{when.contest}(?!\w))|(?!\s*[,:(]*\s*(?:\d|{when.no_duration_before})))
    """,
)


def _last_session(document: Document, when: EventDates, dates: Sequence[DateMention]) -> str | None:
    """The last day told of a session of an event that began shortly before: "Trong ngày 8/5, phiên chính thức"."""
    first = parse_day(when.start)
    days = [day for day in dates if day.value.kind in ("event", "scheduled") and day.value.precision == "day"]
    near = ((day, parse_day(day.value.end)) for day in days)
    last = [
        (day.value.end or "")
        for day, end in near
        if first and end and datetime.timedelta() < end - first <= _SESSIONS and _tells_session(document, day)
    ]
    return max(last, default=None)


def _tells_session(document: Document, day: DateMention) -> bool:
    """Whether the words right after a day tell of a session."""
    end = min(document.sentence_at(day.span.start).end, day.span.end + _SESSION_WITHIN)
    return bool(_pattern("when", "sessions").search(document.folded, day.span.end, end))


def _is_told_there(document: Document, day: DateMention) -> bool:
    """Whether a day was told of at the event, and is another one's: "Tại hội nghị, … kỳ họp sẽ khai mạc ngày 20/10"."""
    sentence = document.sentence_at(day.span.start)
    return bool(_pattern("presence", "there").match(document.folded, sentence.start, day.span.start))


def _is_held(detection: DetectedEvent) -> bool:
    """Whether the report says that the event was held, so that what lies ahead may be another one."""
    return detection.trigger is not None and detection.trigger.standing in ("held", "anaphor")


def _is_of_another(document: Document, day: DateMention, kind: EventType, triggers: Sequence[EventTrigger]) -> bool:
    """Whether a day ahead is told of an event of another kind: "Dự kiến khảo sát vào ngày 21/8" of a meeting."""
    near = inside(document.sentence_at(day.span.start), triggers)
    before = [one.type for one in near if one.standing != "topic" and one.span.end <= day.span.start]
    return bool(before) and kind not in before


def _first_event_day(
    document: Document, dates: Sequence[DateMention], kind: EventType, triggers: Sequence[EventTrigger]
) -> DateMention | None:
    """The first date classified as an event's; a future one only where there is no other."""
    days = [day for day in dates if day.value.kind in ("event", "scheduled") and day.value.precision == "day"]
    candidates = [day for day in days if not _is_later_that_day(day)]
    ahead = (day for day in candidates if not _is_told_there(document, day))
    ahead = (day for day in ahead if not _is_of_another(document, day, kind, triggers))
    return next((day for day in candidates if day.value.kind == "event"), next(ahead, None))


def _widens(day: DateMention, own: DateMention) -> bool:
    """Whether another mention has the whole range of days: it begins on the event's day, or is that of holding it."""
    value = day.value
    if value.kind not in ("event", "scheduled", "other") or value.precision != own.value.precision:
        return False
    if (value.start, value.end) == (own.value.start, own.value.end):
        return False
    begins = value.start == own.value.start and value.end > own.value.end
    return begins or day.rule == "held_on" and value.start <= own.value.start <= own.value.end <= value.end


def _part_said_again(own: DateMention, dates: Sequence[DateMention], last: str | None) -> PartOfDay | None:
    """The part of day of another mention of the same days; "chiều cùng ngày" is about something later, and a period
    that begins on the day is another one unless it is the event's, which ends on `last`."""
    kinds, ends = ("event", "other", "scheduled"), (own.value.start, own.value.end, last)
    same = (
        day for day in dates
        if day.value.kind in kinds and day.value.start == own.value.start and day.value.end in ends
    )
    return next((day.value.part_of_day for day in same if day.value.part_of_day and not _is_later_that_day(day)), None)


def _part_of_clock(document: Document, detection: DetectedEvent) -> PartOfDay | None:
    """The part of day of a clock printed apart from the day, in the report or the two sentences after it.

    In a report by the clock ("8h00: Ông A khai mạc hội nghị") it is that of the first.
    """
    at = document.sentences.index(detection.sentence)
    end = document.sentences[min(at + 2, len(document.sentences) - 1)].end
    clock = _CLOCK_APART.search(document.folded, detection.sentence.start, end)
    clock = clock or _BY_THE_CLOCK.search(document.folded)
    return time_of(clock)[0] if clock and not _MIDNIGHT.match(clock.group()) else None


_MIDNIGHT = re.compile(r"\D*00?(?!\d)")  # the hour from which a period is reckoned
_CLOCK_APART = WordPattern(
    "events", r"(?<!\w){when.clock}\s*:?\s+{clock}(?:\s+(?P<part>{dates/parts})\b)?", clock=CLOCK
)
_BY_THE_CLOCK = WordPattern("events", r"\n{clock}(?P<part>)\s?:\s", clock=CLOCK)


def _is_later_that_day(day: DateMention) -> bool:
    return any(words in fold(day.text) for words in load("events")["when"]["later_that_day"])
