"""The features of a sentence for and against its reporting an event."""

from __future__ import annotations

from functools import partial

from extract.events.triggers import EventTrigger
from extract.model import DateValue, Mention, Span
from extract.results import EventType
from extract.text.document import Document
from extract.text.patterns import WordPattern, whole_words

_pattern = partial(whole_words, "events")

_JUST_BEFORE = 70  # characters before a trigger in which "vừa" dates it

_NAMED = {"held": "named_as_held", "anaphor": "named_as_known", "plain": "named", "topic": "named_as_topic"}


def features_of_sentence(
    document: Document, sentence: Span, trigger: EventTrigger | None, when: Mention[DateValue] | None
) -> dict[str, float]:
    """The features of a sentence for and against its reporting an event."""
    features: dict[str, float] = {}
    if when:
        of_event = when.value.precision == "day" and when.value.kind != "other"
        features["day_of_event" if of_event else "other_date"] = 1
        features["part_of_day"] = bool(when.value.part_of_day)
    if trigger:
        features[_NAMED[trigger.standing]] = 1
        features["known_on_its_day"] = bool(when and _is_of_day(document, sentence, trigger, when))
    elif when and when.value.kind == "event":
        features["held_without_name"] = bool(_HOLDS.search(document.folded, when.span.end, sentence.end))
        features["day_without_name"] = not features["held_without_name"]
    start, end = sentence.start, sentence.end
    features["motive"] = bool(_pattern("presence", "motives").match(document.folded, start, end))
    features["told_as_another"] = bool(_ANOTHER.match(document.folded, start, end))
    features["act_on_paper"] = bool(_pattern("no_event", "acts").search(document.folded, start, end))
    defines = _pattern("no_event", "definitions").search(document.folded, start, end)
    features["definition"] = when is None and bool(defines)
    features["day_announced"] = bool(when and _pattern("presence", "announces").match(document.folded, start, end))
    features["just_held"] = when is None and _is_just_held(document, sentence, trigger)
    thought_of = trigger and _POSSIBLE.search(document.folded, start, trigger.span.start)
    features["only_possible"] = bool(when is None and thought_of)
    features["told_to_press"] = _told_before(document, sentence, trigger, when)
    errand = bool(features["told_to_press"] and trigger and trigger.type in _ERRANDS)
    features["errand_told_to_press"] = errand
    features["deed_without_event"] = bool(when and not trigger and _DEED.match(document.folded, when.span.end, end))
    return features


# What holds an event; "Phòng Tổ chức" is a body, and what somebody "tổ chức thực hiện" is carried out.
_HOLDS = WordPattern(
    "events", r"(?<!\w){holding.prepared:unless_apart}{presence.holds}(?!\w)(?!\s{presence.no_holding}(?!\w))"
)
# How a sentence begins that tells of something else: "Trước đó", "Chiều cùng ngày".
_ANOTHER = WordPattern(
    "events",
    r"""
    (?:
        {further.earlier}
    |
        (?:{grammar/within}\s)?(?:{dates/small.session}\s)?(?:{dates/parts}\s)?{when.later_that_day}
    )
    (?!\w)
    """,
)
# What somebody does after the day on which he does it: "Sáng 9/8, UBND tỉnh đã công bố danh sách".
_DEED = WordPattern("events", r"[^.;]{0,60}?{no_event.no_deeds:unless}\s{no_event.deeds}(?!\w)")


def _is_of_day(document: Document, sentence: Span, trigger: EventTrigger, when: Mention[DateValue]) -> bool:
    """Whether the sentence begins with an event taken up as known and its day, "Tại cuộc làm việc với huyện ngày 28/2",
    or says that it took place then; a picture of it, or a press conference, says no such thing."""
    loose = trigger.standing == "anaphor" and when.value.kind == "other" and when.value.precision == "day"
    between = _UP_TO_DAY.fullmatch(document.folded, trigger.span.end, when.span.start) if loose else None
    head = _AT_HEAD.fullmatch(document.folded, sentence.start, trigger.span.start)
    return bool(between and (head or between["held"])) and not _TO_PRESS.match(document.folded, trigger.span.start)


_UP_TO_DAY = WordPattern("events", r"[^.;,:\n]{0,90}?(?P<held>\s{holding.takes_place}(?:\s{grammar/on})?)?\s?\(?")
_AT_HEAD = WordPattern("events", r"\s*{further.at}\s(?:{phrase.counters}\s)?")
_TO_PRESS = WordPattern("events", r"(?:{phrase.counters}\s)?{presence.to_press}(?!\w)")


def _is_just_held(document: Document, sentence: Span, trigger: EventTrigger | None) -> bool:
    """Whether a trigger without a day is of an event just held: "huyện vừa tổ chức hội nghị"."""
    matches = list(_pattern("presence", "just").finditer(document.folded, sentence.start, sentence.end))
    if trigger is None or len(matches) != 1:  # "vừa đi vừa hát" is two actions at once
        return False
    start = max(sentence.start, trigger.span.start - _JUST_BEFORE)
    return bool(_JUST.search(document.folded, start, trigger.span.start))


_JUST = WordPattern(
    "events",
    r"""
    (?<!\w){presence.just}\s
    (?:(?:{organizer.joined_by}\s[^.;]{0,60}\s)?{presence.holds+presence.makes}\s(?:{phrase.counters}\s)?)?$
    """,
)


def _told_before(
    document: Document, sentence: Span, trigger: EventTrigger | None, when: Mention[DateValue] | None
) -> bool:
    """The feature of a trigger that is only spoken of: "ông A cho biết sẽ kiểm tra"; of one that is held only where
    the day is that on which it was told: "Ngày 4/10, ông A cho biết xã đã tổ chức họp"."""
    known = trigger is not None and trigger.standing == "anaphor"
    end = trigger.span.start if trigger else sentence.end
    told = None if known else _pattern("no_event", "told").search(document.folded, sentence.start, end)
    if told is None or trigger is None or trigger.standing != "held":
        return told is not None
    if trigger.type in _ERRANDS and _pattern("no_event", "to_paper").match(document.folded, sentence.start, end):
        return True
    before = when is not None and when.span.end <= told.start()
    of_late = trigger.type not in _BUSINESS and _is_just_held(document, sentence, trigger)
    return before and not of_late and not _A_DAY.search(document.folded, told.end(), end)


# What bodies do every day, which is no news though they just did it.
_ERRANDS: frozenset[EventType] = frozenset(("inspection", "visit"))
_BUSINESS: frozenset[EventType] = frozenset(("meeting", "inspection", "visit"))


# What somebody may do, up to the event at which he would: "Tổng thống có thể đến dự".
_POSSIBLE = WordPattern("events", r"(?<!\w){no_event.possible}\s(?:[^\s.;,]+\s){0,4}$")
# A day told after who tells it.
_A_DAY = WordPattern("events", r"\d[/.-]\d|(?<!\w)(?:{dates/day.lead}\s\d|{when.later_that_day}|{dates/parts})(?!\w)")
