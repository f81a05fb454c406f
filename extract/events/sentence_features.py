"""The features of a sentence for and against its reporting an event."""

from __future__ import annotations

import re
from functools import partial

from extract.events.triggers import EventTrigger
from extract.model import DateValue, Mention, Span
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
    features["told_to_press"] = bool(_told_before(document, sentence, trigger))
    features["deed_without_event"] = bool(when and not trigger and _DEED.match(document.folded, when.span.end, end))
    return features


# What holds an event; "Phòng Tổ chức" is a body.
_HOLDS = WordPattern("events", r"(?<!\w){holding.prepared:unless_apart}{presence.holds}(?!\w)")
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


def _told_before(document: Document, sentence: Span, trigger: EventTrigger | None) -> re.Match[str] | None:
    """The feature of a trigger that is only spoken of: "ông A cho biết sẽ kiểm tra"; None where it is held."""
    if trigger is not None and trigger.standing in ("held", "anaphor"):
        return None
    end = trigger.span.start if trigger else sentence.end
    return _pattern("no_event", "told").search(document.folded, sentence.start, end)
