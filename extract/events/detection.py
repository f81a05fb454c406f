"""Whether an article reports an event, and the sentence that reports it.

Evidence is summed up in points, with a weight in lexicons/weights.toml for each named feature: a dated sentence with a
trigger, a title with one, attendees; features of plans, statistics and biographies have negative points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import TypeVar

from extract.events.sentence_features import features_of_sentence
from extract.events.triggers import EventTrigger
from extract.mentions.dates.resolution import parse_day
from extract.model import DateValue, Mention, OfficialValue, Span
from extract.results import EventType
from extract.text.document import Document
from extract.text.patterns import WordPattern, whole_words
from extract.weights import Features, Points, points_of, weights

DateMention = Mention[DateValue]
_pattern = partial(whole_words, "events")
_Spanned = TypeVar("_Spanned", DateMention, EventTrigger)

_CREDIT_WITHIN = 20  # characters after a sentence in which the photographer of its picture is named
_JUST_BEFORE = 70  # characters before a trigger in which "vừa" dates it
_CAPTION = 80  # characters of a caption
_MOST_TAKEN_UP = 3
_FRESH_DAYS = 60
# Types whose words also tell what somebody does without a gathering: "kiểm tra", "động viên".
_ACTIONS: frozenset[EventType] = frozenset(("inspection", "visit", "campaign", "training", "drill", "other"))
_LEAD = 3  # first sentences that tell the event
_OPENING_SENTENCES = 8  # first sentences of the body that may report the event


@dataclass(frozen=True, slots=True)
class DetectedEvent:
    """The sentence that reports the event, with its trigger and its date where it has them, and the features for an
    event and against it."""

    sentence: Span
    trigger: EventTrigger | None
    date: DateMention | None
    features: Features

    @property
    def weighed(self) -> Points:
        """The points that each feature has for an event or against it."""
        return points_of(self.features, weights().detection.features)

    @property
    def points(self) -> float:
        """The sum of the points; positive for an event."""
        return sum(points for _, points in self.weighed)


def detect_event(
    document: Document,
    triggers: Sequence[EventTrigger],
    dates: Sequence[DateMention],
    officials: Sequence[Mention[OfficialValue]],
) -> DetectedEvent | None:
    """The event that the article is about, or None where it reports none."""
    best = likeliest(document, triggers, dates, officials)
    return best if best and best.points >= weights().detection.threshold else None


def likeliest(
    document: Document,
    triggers: Sequence[EventTrigger],
    dates: Sequence[DateMention],
    officials: Sequence[Mention[OfficialValue]],
) -> DetectedEvent | None:
    """The sentence most likely to report an event; None where no sentence has a trigger or a day."""
    candidates = list(_candidates(document, triggers, dates))
    if not candidates:
        return None
    strongest = max(candidates, key=lambda detection: detection.points)
    less = weights().detection.caption
    best = max(candidates, key=lambda told: told.points - less * _is_caption(document, told.sentence))
    best = replace(best, features=strongest.features)
    around = _features_of_article(document, _of_its_day(document, triggers, best, dates), best)
    around |= {"people_acted": _people_acted(officials), "day_apart": _day_apart(best, dates)}
    return replace(best, features={**best.features, **around})


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
            when = None if trigger and when and _is_told_there(trigger, when) else when
            features = features_of_sentence(document, sentence, trigger, when) | {"sentences_before": order}
            if inside(sentence, triggers):  # what is told of it, though only as a topic: "được tập huấn"
                features["day_without_name"] = False
            joined = _pattern("presence", "joined").search(document.folded, sentence.start, sentence.end)
            features["joined_by_people"] = bool(trigger and joined and order < _LEAD)
            other = trigger and announced and trigger.type not in announced
            features["other_than_title"] = bool(other and _is_ahead(document, sentence, when))
            yield DetectedEvent(sentence, trigger, when, features)


def _is_ahead(document: Document, sentence: Span, when: DateMention | None) -> bool:
    """Whether a sentence tells of what will be, on a day or without one."""
    if when:
        return when.value.kind == "scheduled"
    return bool(_pattern("status", "scheduled").search(document.folded, sentence.start, sentence.end))


def _is_told_there(trigger: EventTrigger, day: DateMention) -> bool:
    """Whether a day ahead was told at an event taken up as known: "Tại buổi tiếp xúc, … kỳ họp khai mạc ngày 20/10"."""
    ahead = day.value.kind == "scheduled" and trigger.span.end <= day.span.start
    return ahead and trigger.standing == "anaphor"


def _title(document: Document) -> Span:
    """The first sentence, which in an article without a title begins its text."""
    return document.sentences[0] if document.sentences else Span(0, 0)


def _named_types(triggers: Iterable[EventTrigger]) -> set[EventType]:
    """The types of event that are named other than as a topic."""
    return {trigger.type for trigger in triggers if trigger.standing != "topic"}


def _date_of(
    document: Document, sentence: Span, dates: Sequence[DateMention], with_occasion: bool
) -> DateMention | None:
    """The sentence's date: one classified as an event's, else with a trigger any recent day, else a vague date of an
    event."""
    named = inside(sentence, dates)
    framed = [day for day in named if day.value.kind in ("event", "scheduled")]
    loose = [day for day in named if with_occasion and day.value.kind == "other" and _is_fresh(document, day)]
    return next((day for day in (*framed, *loose) if day.value.precision == "day"), next(iter(framed), None))


def inside(sentence: Span, in_order: Sequence[_Spanned]) -> list[_Spanned]:
    """Those items, in reading order, that are in the sentence."""
    first, last = (bisect_left(in_order, at, key=attrgetter("span.start")) for at in (sentence.start, sentence.end))
    return [thing for thing in in_order[first:last] if sentence.contains(thing.span)]


def _is_fresh(document: Document, day: DateMention) -> bool:
    """Whether the day is recent enough for news of the article's day, or that is not known."""
    published, day_of_date = parse_day(document.article.published_at), parse_day(day.value.start)
    return not published or not day_of_date or abs((published - day_of_date).days) <= _FRESH_DAYS


def _opening(document: Document) -> list[Span]:
    """Title, lead and the first sentences of the body."""
    first_body = next((block.span.start for block in document.blocks if block.kind == "body"), 0)
    head = [sentence for sentence in document.sentences if sentence.start < first_body]
    body = [sentence for sentence in document.sentences if sentence.start >= first_body]
    return head + body[:_OPENING_SENTENCES]


def _prominence(trigger: EventTrigger) -> tuple[int, int]:
    """The sort key of a trigger: held before merely named, early before late."""
    return ("held", "anaphor", "plain", "topic").index(trigger.standing), trigger.span.start


def _is_caption(document: Document, sentence: Span) -> bool:
    """Whether the photographer of a picture is named right after the sentence, or in it."""
    end = min(sentence.end + _CREDIT_WITHIN, len(document.folded))
    return bool(_CREDIT.search(document.folded, sentence.start, end))


_CREDIT = WordPattern("events", r"[.;(\[][^\S\n]*{presence.photo}[^\S\n]*:")


def _features_of_article(
    document: Document, triggers: Sequence[EventTrigger], detection: DetectedEvent
) -> dict[str, float]:
    """The features of the rest of the article for and against an event."""
    title, folded = _title(document), document.folded
    in_title = inside(title, triggers)
    begun, shown = _times_taken_up(in_title), _begins_with_caption(document, triggers)
    of_paper = bool(_pattern("no_event", "title").match(folded, title.start, title.end))
    held = bool(detection.trigger and detection.trigger.standing in ("held", "anaphor"))
    opening = [span for span in _opening(document)[:3] if span.start <= detection.sentence.start]
    figures = (_FIGURES.match(folded, span.start, span.end) for span in opening)
    dated = detection.date is not None or detection.features.get("just_held")
    vague = detection.date is None or detection.date.value.kind == "other"  # "rằm tháng giêng"
    sure = detection.date is not None and detection.trigger is not None and _gathers(detection.trigger)
    return {
        "named_in_title": bool(_named_types(in_title)),
        "begins_amid_report": bool(begun) or shown,
        "attendance_told": any(_pattern("presence", "openings").find_in(folded)),
        "taken_up": min(_times_taken_up(triggers) - begun, _MOST_TAKEN_UP),
        "title_of_paper_held" if held and dated else "title_of_paper": of_paper,
        "text_of_paper": not dated and bool(_PAPER.search(document.text)),
        "title_of_schedule": bool(_pattern("no_event", "schedules").match(folded, title.start, title.end)),
        "title_asks": not sure and bool(_QUESTION.search(document.text, title.start, title.end)),
        "title_of_crime": not sure and bool(_pattern("no_event", "crimes").search(folded, title.start, title.end)),
        "told_of_every_year": vague and _is_told_of_every_year(document, triggers, detection),
        "opening_of_figures": any(figures) and not detection.features.get("just_held"),
    }


def _begins_with_caption(document: Document, triggers: Sequence[EventTrigger]) -> bool:
    """Whether the text begins with what a picture shows of an event, or amid its report: "Quang cảnh hội nghị", "Tại
    đây"."""
    first = next((span for span in document.sentences if document.block_at(span.start).kind == "body"), None)
    if first is None:
        return False
    shown = first.end - first.start <= _CAPTION and bool(_times_taken_up(inside(first, triggers)))
    return shown or bool(_pattern("presence", "there").match(document.folded, first.start, first.end))


def _of_its_day(
    document: Document, triggers: Sequence[EventTrigger], detection: DetectedEvent, dates: Sequence[DateMention]
) -> list[EventTrigger]:
    """The triggers but for those after another day than the event's: "Trước đó, ngày 6/8, tại buổi tiếp xúc cử tri"."""
    day = detection.date.value.start if detection.date and detection.date.value.precision == "day" else None
    others = [date for date in dates if day and date.value.precision == "day" and date.value.start != day]

    def is_apart(trigger: EventTrigger) -> bool:
        start = max(document.sentence_at(trigger.span.start).start, trigger.span.start - _JUST_BEFORE)
        return any(start <= date.span.start < trigger.span.start for date in others)

    return [one for one in triggers if one.standing != "anaphor" or not is_apart(one)]


def _gathers(trigger: EventTrigger) -> bool:
    """Whether a trigger tells by itself that people gathered: it is held or known, or names no mere deed."""
    return trigger.standing in ("held", "anaphor") or trigger.type not in _ACTIONS


def _is_told_of_every_year(document: Document, triggers: Sequence[EventTrigger], detection: DetectedEvent) -> bool:
    """Whether an opening sentence says that an event of the type comes back: "hằng năm, làng mở hội"."""
    kind = detection.trigger.type if detection.trigger else None
    named = [one for span in _opening(document) for one in inside(span, triggers) if one.type == kind]
    starts = ((document.sentence_at(one.span.start).start, one.span.start) for one in named)
    yearly = any(_pattern("no_event", "yearly").search(document.folded, start, end) for start, end in starts)
    return yearly or any(_HELD_YEARLY.match(document.folded, one.span.end) for one in named)


# How a sentence begins that sums up, after the initials of a newspaper: "(QNO) - Tính đến".
_FIGURES = WordPattern("events", r"(?:\(?\w{2,6}\)?\s?[-–]\s?)?{no_event.opening}(?!\w)")
# What comes back, told after its name: "Cuộc thi được tập đoàn X tổ chức hằng năm".
_HELD_YEARLY = WordPattern("events", r"[^.;,\n]{0,100}?\s{holding.hold}\s{no_event.yearly}(?!\w)")
# The first heading of a plan.
_PAPER = WordPattern("events", r"(?m:^)\W*(?:I|1)[.,)]?\s+(?i:{no_event.headings})(?!\w)")
_QUESTION = re.compile(r"\?[\s\"'”’]*$")


def _times_taken_up(triggers: Iterable[EventTrigger]) -> int:
    """The number of triggers that refer back to a known event: "tại hội nghị"."""
    return sum(trigger.standing == "anaphor" for trigger in triggers)


def _day_apart(detection: DetectedEvent, dates: Sequence[DateMention]) -> bool:
    """Whether a day is given apart from the sentence that reports the event, as in announcements ("Thời gian: …")."""
    apart = any(day.value.kind in ("event", "scheduled") and day.value.precision == "day" for day in dates)
    return apart and detection.date is None and detection.trigger is not None


def _people_acted(officials: Sequence[Mention[OfficialValue]]) -> bool:
    """Whether somebody chaired, attended, led or handed over something: people met."""
    roles = {role for mention in officials if mention.value.participant for role in mention.value.roles}
    return bool(roles & {"chair", "attend", "lead", "award"})
