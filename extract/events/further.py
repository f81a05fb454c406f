"""Further events of an article, with a day of their own, besides the one that it is about."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.events.dates import is_item
from extract.events.detection import DateMention, DetectedEvent, inside
from extract.events.sentence_features import features_of_sentence
from extract.events.triggers import EventTrigger
from extract.mentions.dates.resolution import parse_day
from extract.model import Span
from extract.text.document import Document
from extract.text.normalize import fold
from extract.text.patterns import WordPattern

_MARK = 4  # characters of a bullet before a sentence's first date
_NEAR_DAYS = 400  # days farther from the main event are history, or long-term plans
# Types of activities of officials beside an event, and of events that differ from others of their type by their day.
_BY_ITSELF = ("inspection", "visit", "meeting", "voter_meeting", "dialogue", "conference")
_TOLD_APART = (*_BY_ITSELF, "council_session", "congress", "election", "training")


@dataclass(frozen=True, slots=True)
class MainEvent:
    """The main event: its sentence, the trigger of its type and its days (ISO, or None)."""

    detection: DetectedEvent
    type: str
    start: str | None
    end: str | None
    part_of_day: str | None = None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its triggers and its days, in reading order."""

    document: Document
    span: Span
    triggers: Sequence[EventTrigger]
    days: Sequence[DateMention]

    @property
    def text(self) -> str:
        """The sentence, folded."""
        return self.document.folded[self.span.start : self.span.end]


_Found = tuple[EventTrigger, DateMention]


def detect_further_events(
    document: Document, triggers: Sequence[EventTrigger], dates: Sequence[DateMention], main: MainEvent
) -> Iterator[DetectedEvent]:
    """The sentences about another event, with its trigger and its day."""
    for span in document.sentences[1:]:
        days = [day for day in inside(span, dates) if day.value.precision == "day" and day.value.basis != "published"]
        sentence = _Sentence(document, span, inside(span, triggers), days)
        for trigger, when in _found_in(sentence, main) if days else ():
            if _is_near(when, main) and not _is_called_off(document, trigger):
                yield DetectedEvent(span, trigger, when, features_of_sentence(document, span, trigger, when))


def _found_in(sentence: _Sentence, main: MainEvent) -> Iterator[_Found]:
    """The event of the first rule that finds one, and those that the rest of the sentence has on later days: "khảo sát
    vào ngày 21/8 và làm việc với xã vào ngày 23/8"; of the main event's sentence only what lies ahead."""
    if sentence.span == main.detection.sentence:
        yield from _ahead_of(sentence, main)
        return
    found = next((found for rule in _RULES if (found := rule(sentence, main))), None)
    while found:
        yield found
        rest = _after(sentence, found[1])
        found = _held_on_its_day(rest, main, goes_on=True) if rest.days else None


def _after(sentence: _Sentence, day: DateMention) -> _Sentence:
    """The sentence from the end of a day on."""
    rest = Span(day.span.end, sentence.span.end)
    triggers = [one for one in sentence.triggers if rest.contains(one.span)]
    return _Sentence(sentence.document, rest, triggers, [one for one in sentence.days if rest.contains(one.span)])


def _ahead_of(sentence: _Sentence, main: MainEvent) -> Iterator[_Found]:
    """What the sentence of the main event names that will be held on a later day: "kiểm tra công tác chuẩn bị lễ khởi
    công, dự kiến diễn ra vào sáng 23/12"."""
    for day in sentence.days:
        before = sentence.document.folded[sentence.span.start : day.span.start]
        named = [one for one in sentence.triggers if one.span.end <= day.span.start and one.type != main.type]
        later = day.value.kind == "scheduled" and not _is_day_of(day, main) and main.detection.date is not None
        if later and day.span.start > sentence.span.start and named and _PLANNED_ON.search(before):
            yield named[-1], day
            return


def _on_the_same_day(sentence: _Sentence, main: MainEvent) -> _Found | None:
    """ "Cùng ngày, UBND xã cũng tổ chức …": another body's event on the main event's day."""
    day = sentence.days[0]
    if main.start is None or not (_is_at_head(sentence, day) and _SAME_DAY.search(fold(day.text))):
        return _also_on_it(sentence, day, main)
    also = _ALSO.search(sentence.text)
    trigger = _first_trigger(sentence, day)
    if trigger is None and also and also["held"]:
        trigger = main.detection.trigger and replace(main.detection.trigger, standing="held")
    other = trigger is not None and trigger.standing == "held" and trigger.type != main.type
    if trigger is None or not (also or other or is_item(sentence.document, day) or _is_apart(trigger, day, main)):
        return None
    return trigger, replace(day, value=replace(day.value, start=main.start, end=main.start, kind="event"))


def _also_on_it(sentence: _Sentence, day: DateMention, main: MainEvent) -> _Found | None:
    """ "Cũng trong sáng 14/5, Huyện đoàn tổ chức …": an event of another kind, held on the main event's day."""
    also = _ALSO_ON.fullmatch(sentence.document.folded, sentence.span.start, day.span.start)
    trigger = _first_trigger(sentence, day) if also and day.value.start == main.start else None
    return (trigger, day) if trigger and trigger.standing == "held" and trigger.type != main.type else None


def _is_apart(trigger: EventTrigger, day: DateMention, main: MainEvent) -> bool:
    """Whether what was done in another part of the day is an event by itself, not part of the main one: an inspection
    on the afternoon of a conference."""
    other_part = day.value.part_of_day and main.part_of_day and day.value.part_of_day != main.part_of_day
    return bool(other_part) and trigger.type in _BY_ITSELF and main.type not in ("inspection", "visit", trigger.type)


def _in_an_item_of_its_own(sentence: _Sentence, main: MainEvent) -> _Found | None:
    """ "* Ngày 22/7, đoàn công tác của tỉnh đến thăm …": the next item of the news."""
    day = sentence.days[0]
    trigger = _first_trigger(sentence, day)
    programme = day.value.kind == "scheduled" and main.detection.date is None
    item = not programme and is_item(sentence.document, day) and day.value.kind in ("event", "scheduled")
    return (trigger, day) if trigger and item else None


def _before_it(sentence: _Sentence, main: MainEvent) -> _Found | None:
    """ "Trước đó, ngày 15/4, đoàn đã kiểm tra …"."""
    day = sentence.days[0]
    trigger = _first_trigger(sentence, day)
    head = sentence.document.folded[sentence.span.start : day.span.start]
    earlier = _EARLIER.search(head) and not _is_day_of(day, main)
    return (trigger, day) if trigger and earlier else None


def _held_on_its_day(sentence: _Sentence, main: MainEvent, goes_on: bool = False) -> _Found | None:
    """ "Cuộc bầu cử … diễn ra vào ngày 23/5": a trigger of another type, and then the day on which it is held; of any
    type where the sentence `goes_on` from another such event."""
    for day in sentence.days:
        before = sentence.document.folded[sentence.span.start : day.span.start]
        on = _ON.search(before) or day.value.kind == "scheduled" and _FROM.search(before)
        kinds = ("event", "scheduled", "other") if goes_on else ("event", "scheduled")
        if day.value.kind not in kinds or _is_day_of(day, main) or not on:
            continue
        named = [one for one in sentence.triggers if one.span.end <= day.span.start and one.standing != "topic"]
        if named and (goes_on or named[-1].type != main.type or _NEXT.search(sentence.text)):
            return named[-1], day
    return None


def _named_by_its_day(sentence: _Sentence, main: MainEvent) -> _Found | None:
    """ "Tại phiên họp ngày 8/5", "Ngày 8/5, trong buổi làm việc": an event that differs from others by its day."""
    folded = sentence.document.folded
    for day in sentence.days:
        if day.value.kind in ("document", "commemorated", "published") or not day.value.start or _is_day_of(day, main):
            continue
        for trigger in sentence.triggers:
            if trigger.type not in _TOLD_APART:
                continue
            before = _TAKEN_UP.search(folded, sentence.span.start, trigger.span.start)
            if before and day.value.kind != "as_of" and _ITS_DAY.fullmatch(folded, trigger.span.end, day.span.start):
                return trigger, day
            if _ON_THAT_DAY.fullmatch(folded, day.span.end, trigger.span.start):
                return trigger, day
    return None


def _on_a_day_of_its_own(sentence: _Sentence, main: MainEvent) -> _Found | None:
    """A day, and then a trigger of an event that is held: "Ngày 3/6, huyện sẽ tổ chức hội thi"."""
    for day in sentence.days:
        if day.value.kind in ("event", "scheduled") and not _is_day_of(day, main):
            held = (one for one in sentence.triggers if one.standing == "held" and day.span.end <= one.span.start)
            if trigger := next(held, None):
                return trigger, day
            done = _deed_after(sentence, day) if day.value.kind == "event" and _is_at_head(sentence, day) else None
            if done and done.type != main.type:
                return done, day
            ahead = day.value.kind == "scheduled" and _is_at_head(sentence, day)
            if ahead and (trigger := _first_trigger(sentence, day)) and trigger.type != main.type:
                return trigger, day
    return None


_RULES: tuple[Callable[[_Sentence, MainEvent], _Found | None], ...] = (
    _on_the_same_day,
    _in_an_item_of_its_own,
    _before_it,
    _held_on_its_day,
    _on_a_day_of_its_own,
    _named_by_its_day,
)


def _first_trigger(sentence: _Sentence, day: DateMention) -> EventTrigger | None:
    """The trigger after the day: the first of an event that is held, else the first that is not only a topic."""
    after = [one for one in sentence.triggers if one.span.start >= day.span.end and one.standing != "topic"]
    return next((one for one in after if one.standing == "held"), after[0] if after else None)


def _deed_after(sentence: _Sentence, day: DateMention) -> EventTrigger | None:
    """The first deed after the day that is said to be done: "Ngày 21/2, Bộ Quốc phòng đã ký kết biên bản bàn giao"."""
    folded = sentence.document.folded
    after = (one for one in sentence.triggers if one.span.start >= day.span.end and one.standing == "plain")
    return next((one for one in after if _DONE.search(folded, day.span.end, one.span.start)), None)


def _is_at_head(sentence: _Sentence, day: DateMention) -> bool:
    return day.span.start - sentence.span.start <= _MARK


def _is_day_of(day: DateMention, main: MainEvent) -> bool:
    return bool(main.start and main.end and main.start <= day.value.start <= main.end)


def _is_near(day: DateMention, main: MainEvent) -> bool:
    day_of_date, held = parse_day(day.value.start), parse_day(main.start)
    return day_of_date is not None and (held is None or abs(day_of_date - held) <= datetime.timedelta(days=_NEAR_DAYS))


def _is_called_off(document: Document, trigger: EventTrigger) -> bool:
    """Whether the words before a trigger cancel the event: "thông báo về việc hoãn tổ chức lễ khai mạc"."""
    return bool(_OFF.search(document.folded, max(0, trigger.span.start - 40), trigger.span.start))


_OFF = WordPattern("events", r"(?<!\w){status.cancelled+status.moved}\s(?:[^.;,]{0,20}\s)?$")
# A trigger that refers back, its day after it, and the words between a day and a trigger.
_TAKEN_UP = WordPattern("events", r"(?<!\w){further.at}\s+(?:{phrase.counters}\s+)?$")
_ITS_DAY = WordPattern("events", r"(?![^.;,()\d]*\s{further.is_not}\s)\s?(?:[^.;,()]{0,45}\s)?\(?(?:{further.on}\s)?")
_ON_THAT_DAY = WordPattern("events", r"\)?,?\s(?:{further.at}\s)?{grammar/at+grammar/in+further.within}\s")
_NEXT = WordPattern("events", r"(?<!\w){further.next}(?!\w)")
_SAME_DAY = WordPattern("events", r"(?<!\w){when.later_that_day}(?!\w)")
_ALSO = WordPattern(
    "events",
    r"""
    (?<!\w){further.also}(?!\s{grammar/at+grammar/in}\s) (?:\s{further.did}){0,2} \s (?P<held>{further.held}(?!\w))?
    """,
)
_EARLIER = WordPattern("events", r"(?<!\w){further.earlier}(?!\w)[\s,]*(?:{grammar/on}\s*)?$")
# Before the main event's day printed again, before a deed that was done, before the first of several days ahead, and
# between an event and the day on which it will be held.
_ALSO_ON = WordPattern("events", r"\s*{further.also}\s(?:{grammar/within+further.within+grammar/on}\s)?")
_DONE = WordPattern("events", r"(?<!\w){further.done}\s(?:{organizer.adverbs}\s)?$")
_FROM = WordPattern("events", r"(?<!\w){further.no_from:unless_apart}{further.from}\s*$")
_PLANNED_ON = WordPattern(
    "events", r"(?<!\w){status.planned+status.will}\s(?:[^.;,]{0,40}\s)?{further.on}\s*(?:[^.;,]{0,12}\s)?$"
)
# Right before the day on which something is held.
_ON = WordPattern("events", r"(?<!\w){further.on}\s*(?:[^.;,]{0,12}\s)?$")
