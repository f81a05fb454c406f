"""Whether an article reports an event, and the sentence that reports it.

Evidence is added up in points: a dated sentence that holds an occasion, a title that names one, people said to have
come; points are taken off for what plans, statistics and biographies say. The sum, through a logistic curve, is the
confidence.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from extract.events.triggers import EventTrigger
from extract.mentions.dates.resolution import parse_day
from extract.model import DateValue, EventType, Mention, OfficialValue, Span
from extract.text.document import Document
from extract.text.lexicon import whole_words

DateMention = Mention[DateValue]
_pattern = partial(whole_words, "events")
_Spanned = TypeVar("_Spanned", DateMention, EventTrigger)

# Points and threshold were set on the annotated articles of data/gold and checked on others; see docs/accuracy.md.
_THRESHOLD = 2.4
_SLOPE = 0.9
_CEILING = 0.95  # a type or a day is wrong now and then however sure it is that there was an event
_FRESH_DAYS = 60
_OPENING_SENTENCES = 8  # how far into the body the report of the event is looked for


@dataclass(frozen=True, slots=True)
class DetectedEvent:
    """The sentence that reports the event, with its occasion and its date where it has them, and the points for an
    event."""

    sentence: Span
    trigger: EventTrigger | None
    date: DateMention | None
    points: float

    @property
    def confidence(self) -> float:
        """How probable it is that the article reports this event: 0.5 at the threshold."""
        return min(_CEILING, 1 / (1 + math.exp(-_SLOPE * (self.points - _THRESHOLD))))


def detect_event(
    document: Document,
    triggers: Sequence[EventTrigger],
    dates: Sequence[DateMention],
    officials: Sequence[Mention[OfficialValue]],
) -> DetectedEvent | None:
    """The frame of the event that the article is about, or null where it reports none."""
    candidates = list(_candidates(document, triggers, dates))
    best = max(candidates, key=lambda detection: detection.points, default=None)
    if best is None:
        return None
    whole = DetectedEvent(
        best.sentence, best.trigger, best.date, best.points + _points_of_article(document, triggers, best)
    )
    whole = replace(whole, points=whole.points + _points_of_people(officials) + _points_of_dates(best, dates))
    return whole if whole.points >= _THRESHOLD else None


def _candidates(
    document: Document, triggers: Sequence[EventTrigger], dates: Sequence[DateMention]
) -> Iterator[DetectedEvent]:
    """Every opening sentence that could report the event, an earlier one before a later one of equal points."""
    announced = _named_types(inside(_title(document), triggers))
    for order, sentence in enumerate(_opening(document)):
        named = [trigger for trigger in inside(sentence, triggers) if trigger.standing != "topic"]
        when = _date_of(document, sentence, dates, with_occasion=bool(named))
        if named or when:
            trigger = min(named, key=_prominence, default=None)
            points = points_of_sentence(document, sentence, trigger, when) - 0.2 * order
            if when and when.value.kind == "scheduled" and trigger and announced and trigger.type not in announced:
                points -= 2.5  # what lies ahead is another event than the one that the title tells of
            yield DetectedEvent(sentence, trigger, when, points)


def _title(document: Document) -> Span:
    """The first sentence, which in an article without a title begins its text."""
    return document.sentences[0] if document.sentences else Span(0, 0)


def _named_types(triggers: Iterable[EventTrigger]) -> set[EventType]:
    """The kinds of event that are named, not as a mere topic."""
    return {trigger.type for trigger in triggers if trigger.standing != "topic"}


def _date_of(
    document: Document, sentence: Span, dates: Sequence[DateMention], with_occasion: bool
) -> DateMention | None:
    """The sentence's date: a day in an event frame, else beside an occasion any fresh day, else what frames it
    vaguely."""
    told = inside(sentence, dates)
    framed = [day for day in told if day.value.kind in ("event", "scheduled")]
    loose = [day for day in told if with_occasion and day.value.kind == "other" and _is_fresh(document, day)]
    return next((day for day in (*framed, *loose) if day.value.precision == "day"), next(iter(framed), None))


def inside(sentence: Span, in_order: Sequence[_Spanned]) -> list[_Spanned]:
    """Those that lie in the sentence, of things in reading order."""
    first, last = (bisect_left(in_order, at, key=_start) for at in (sentence.start, sentence.end))
    return [thing for thing in in_order[first:last] if sentence.contains(thing.span)]


def _start(thing: DateMention | EventTrigger) -> int:
    return thing.span.start


def _is_fresh(document: Document, day: DateMention) -> bool:
    """Whether the day is one that news of the article's day could tell of; any day is, where that is not known."""
    published, told = parse_day(document.article.published_at), parse_day(day.value.start)
    return not published or not told or abs((published - told).days) <= _FRESH_DAYS


def _opening(document: Document) -> list[Span]:
    """Title, lead and the first sentences of the body."""
    first_body = next((block.span.start for block in document.blocks if block.kind == "body"), 0)
    head = [sentence for sentence in document.sentences if sentence.start < first_body]
    body = [sentence for sentence in document.sentences if sentence.start >= first_body]
    return head + body[:_OPENING_SENTENCES]


def _prominence(trigger: EventTrigger) -> tuple[int, int]:
    """Held before merely named, early before late."""
    return ("held", "anaphor", "plain", "topic").index(trigger.standing), trigger.span.start


def points_of_sentence(
    document: Document, sentence: Span, trigger: EventTrigger | None, when: DateMention | None
) -> float:
    """The points that a sentence has for reporting an event."""
    points = 0.0
    if when:
        points += 2.0 if when.value.precision == "day" and when.value.kind != "other" else 1.2
        points += 0.5 if when.value.part_of_day else 0.0
    if trigger:
        points += {"held": 2.0, "anaphor": 1.0, "plain": 1.0, "topic": 0.0}[trigger.standing]
    elif (
        when
        and when.value.kind == "event"
        and _pattern("presence", "holds").search(document.folded, when.span.end, sentence.end)
    ):
        points += 0.8
    if _pattern("presence", "motives").match(document.folded, sentence.start, sentence.end):
        points += 0.7
    if _pattern("no_event", "acts").search(document.folded, sentence.start, sentence.end):
        points -= 1.5
    if when is None and _pattern("no_event", "definitions").search(document.folded, sentence.start, sentence.end):
        points -= 2.5
    return points


def _points_of_article(document: Document, triggers: Sequence[EventTrigger], detection: DetectedEvent) -> float:
    """What the rest of the article says for or against an event."""
    title = _title(document)
    in_title = inside(title, triggers)
    begun = _times_taken_up(in_title)
    points = 1.0 if _named_types(in_title) else 0.0
    points += 1.0 if begun else 0.0  # the text begins amid its report, as on pages that keep the lead elsewhere
    points += 1.5 if _pattern("presence", "openings").search(document.folded) else 0.0
    points += min(_times_taken_up(triggers) - begun, 3) * 0.5
    if _pattern("no_event", "title").match(document.folded, title.start, title.end):
        points -= 0.5 if detection.trigger and detection.trigger.standing == "held" else 2.0
    if any(
        _pattern("no_event", "opening").match(document.folded, span.start, span.end) for span in _opening(document)[:3]
    ):
        points -= 1.0
    return points


def _times_taken_up(triggers: Iterable[EventTrigger]) -> int:
    """How many occasions are taken up as known: "tại hội nghị"."""
    return sum(trigger.standing == "anaphor" for trigger in triggers)


def _points_of_dates(detection: DetectedEvent, dates: Sequence[DateMention]) -> float:
    """A day said apart from the sentence that reports the event, as announcements say it ("Thời gian: …")."""
    apart = any(day.value.kind in ("event", "scheduled") and day.value.precision == "day" for day in dates)
    return 1.0 if apart and detection.date is None and detection.trigger else 0.0


def _points_of_people(officials: Sequence[Mention[OfficialValue]]) -> float:
    """Somebody chaired, attended, led or handed over something: people met."""
    roles = {role for mention in officials if mention.value.participant for role in mention.value.roles}
    return 1.0 if roles & {"chair", "attend", "lead", "award"} else 0.0
