"""Other events that an article tells of with a day of their own, besides the one that it is about."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.events.detection import DateMention, DetectedEvent, features_of_sentence, inside
from extract.events.triggers import EventTrigger
from extract.mentions.dates.resolution import parse_day
from extract.model import Span
from extract.text.document import Document
from extract.text.normalize import fold
from extract.text.patterns import WordPattern

_MARK = 4  # characters of a bullet before a sentence's first date
_NEAR_DAYS = 400  # what lies farther from the main event is history, or a plan for years ahead


@dataclass(frozen=True, slots=True)
class MainEvent:
    """What is known of the main event: its sentence, its type's occasion and its days (ISO, or null)."""

    detection: DetectedEvent
    type: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with the occasions and the days told in it, in reading order."""

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
    """The sentences that tell of another event, with its occasion and its day."""
    for span in document.sentences[1:]:
        days = [day for day in inside(span, dates) if day.value.precision == "day" and day.value.basis != "published"]
        if span != main.detection.sentence and days:
            sentence = _Sentence(document, span, inside(span, triggers), days)
            found = next((found for rule in _RULES if (found := rule(sentence, main))), None)
            if found and _is_near(found[1], main):
                trigger, when = found
                yield DetectedEvent(span, trigger, when, features_of_sentence(document, span, trigger, when))


def _on_the_same_day(sentence: _Sentence, main: MainEvent) -> _Found | None:
    """ "Cùng ngày, UBND xã cũng tổ chức …": another body's event on the main event's day."""
    day = sentence.days[0]
    if main.start is None or not _is_at_head(sentence, day) or not _SAME_DAY.search(fold(day.text)):
        return None
    also = _ALSO.search(sentence.text)
    trigger = _first_told(sentence, day)
    if trigger is None and also and also["held"]:
        trigger = main.detection.trigger and replace(main.detection.trigger, standing="held")
    if trigger is None or not (also or _is_item(sentence, day)):
        return None
    return trigger, replace(day, value=replace(day.value, start=main.start, end=main.start, kind="event"))


def _in_an_item_of_its_own(sentence: _Sentence, main: MainEvent) -> _Found | None:
    """ "* Ngày 22/7, đoàn công tác của tỉnh đến thăm …": the next item of the news."""
    day = sentence.days[0]
    trigger = _first_told(sentence, day)
    item = _is_item(sentence, day) and day.value.kind in ("event", "scheduled")
    return (trigger, day) if trigger and item else None


def _before_it(sentence: _Sentence, main: MainEvent) -> _Found | None:
    """ "Trước đó, ngày 15/4, đoàn đã kiểm tra …"."""
    day = sentence.days[0]
    trigger = _first_told(sentence, day)
    head = sentence.document.folded[sentence.span.start : day.span.start]
    earlier = _EARLIER.search(head) and not _is_day_of(day, main)
    return (trigger, day) if trigger and earlier else None


def _held_on_its_day(sentence: _Sentence, main: MainEvent) -> _Found | None:
    """ "Cuộc bầu cử … diễn ra vào ngày 23/5": an occasion of another kind, and then the day that it is held on."""
    for day in sentence.days:
        before = sentence.document.folded[sentence.span.start : day.span.start]
        if day.value.kind not in ("event", "scheduled") or _is_day_of(day, main) or not _ON.search(before):
            continue
        told = [one for one in sentence.triggers if one.span.end <= day.span.start and one.standing != "topic"]
        if told and told[-1].type != main.type:
            return told[-1], day
    return None


def _on_a_day_of_its_own(sentence: _Sentence, main: MainEvent) -> _Found | None:
    """A day, and then an occasion that is said to be held: "Ngày 3/6, huyện sẽ tổ chức hội thi"."""
    for day in sentence.days:
        if day.value.kind in ("event", "scheduled") and not _is_day_of(day, main):
            held = (one for one in sentence.triggers if one.standing == "held" and day.span.end <= one.span.start)
            if trigger := next(held, None):
                return trigger, day
    return None


_RULES: tuple[Callable[[_Sentence, MainEvent], _Found | None], ...] = (
    _on_the_same_day,
    _in_an_item_of_its_own,
    _before_it,
    _held_on_its_day,
    _on_a_day_of_its_own,
)


def _first_told(sentence: _Sentence, day: DateMention) -> EventTrigger | None:
    """The occasion after the day: the first one said to be held, else the first that is more than a topic."""
    after = [one for one in sentence.triggers if one.span.start >= day.span.end and one.standing != "topic"]
    return next((one for one in after if one.standing == "held"), after[0] if after else None)


def _is_at_head(sentence: _Sentence, day: DateMention) -> bool:
    return day.span.start - sentence.span.start <= _MARK


def _is_item(sentence: _Sentence, day: DateMention) -> bool:
    """Whether a bullet stands before the day at the sentence's head."""
    mark = sentence.document.text[sentence.span.start : day.span.start].strip()
    return _is_at_head(sentence, day) and mark in ("*", "•", "+", "-", "–", "**", "●")


def _is_day_of(day: DateMention, main: MainEvent) -> bool:
    return bool(main.start and main.end and main.start <= day.value.start <= main.end)


def _is_near(day: DateMention, main: MainEvent) -> bool:
    told, held = parse_day(day.value.start), parse_day(main.start)
    return told is not None and (held is None or abs(told - held) <= datetime.timedelta(days=_NEAR_DAYS))


_SAME_DAY = WordPattern("events", r"(?<!\w){when.later_that_day}(?!\w)")
_ALSO = WordPattern("events", r"(?<!\w){further.also}(?:\s{further.did}){0,2}\s(?P<held>{further.held}(?!\w))?")
_EARLIER = WordPattern("events", r"(?<!\w){further.earlier}(?!\w)[\s,]*(?:{grammar/on}\s*)?$")
# Right before the day on which something is held.
_ON = WordPattern("events", r"(?<!\w){further.on}\s*(?:[^.;,]{0,12}\s)?$")
