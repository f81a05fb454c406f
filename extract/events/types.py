"""The type of an event: a vote of all triggers of the article, with more weight near the reporting sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from extract.events.detection import DetectedEvent
from extract.events.heads import Standing
from extract.events.triggers import EventTrigger
from extract.events.type_rules import TYPE_RULES, TypeContext
from extract.model import Span
from extract.results import EventType
from extract.text.document import Document
from extract.text.patterns import WordPattern
from extract.weights import FeatureWeights, weights

_Votes = defaultdict[EventType, float]
# A title that tells of what will be, whatever was held.
_AHEAD = WordPattern("events", r"(?<!\w){status.will+status.planned}(?!\w)")

# How the name of a gathering begins.
_NOUN = WordPattern("events", r"(?:{phrase.counters}\s)?{attendance/occasions.nouns}(?!\w)")


@dataclass(frozen=True, slots=True)
class TypeDecision:
    """The type of an event, with the votes of all types, the first choice of the event's sentence and of the title, and
    the rule that overruled the votes, if any."""

    type: EventType
    votes: Mapping[EventType, float]
    in_sentence: EventType | None = None
    in_title: EventType | None = None
    rule: str | None = None


def event_type(document: Document, triggers: Sequence[EventTrigger], detection: DetectedEvent) -> TypeDecision:
    """The type with the most votes, unless a rule overrules it; "other" where there is no trigger."""
    title, by = document.sentences[0], weights().types
    near = [trigger for trigger in triggers if _lies_in(trigger, title, detection.sentence)]
    gathering = _gathering_held(document, near, detection.sentence)
    subjects = _subjects(near) | (_discussed(document, near, title, gathering) if gathering else set())
    rest = [trigger for trigger in triggers if not _lies_in(trigger, title, detection.sentence)]
    titled = {trigger.type for trigger in near if _lies_in(trigger, title) and trigger.standing != "topic"}
    prepared = _subjects(trigger for trigger in near if _lies_in(trigger, detection.sentence))
    # then "tại hội nghị" takes up what the title names
    purpose = len(titled) == 1 and not titled & {"conference", *prepared}
    elsewhere = [one for one in rest if one.type not in subjects and not (purpose and _is_any_gathering(one))]
    in_sentence = _votes(near, _report(document, near, detection), by.frame)
    told_ahead = _is_held(detection) and _AHEAD.search(document.folded, title.start, title.end)
    in_title = _votes(near, title, by.title) if title != detection.sentence and not told_ahead else _Votes(float)
    for trigger in near:
        if gathering and _is_deed_of_title(document, trigger, title, gathering):
            in_title[trigger.type] *= weights().types.about
    totals: _Votes = defaultdict(float)
    for kind, votes in chain.from_iterable(
        ballot.items() for ballot in (in_sentence, _votes_elsewhere(elsewhere), in_title)
    ):
        totals[kind] += votes
    decided = TypeDecision(_first(totals) or "other", totals, _first(in_sentence), _first(in_title))
    return overruled(document, decided, near, title, detection.sentence)


def _gathering_held(
    document: Document, near: Sequence[EventTrigger], sentence: Span
) -> EventTrigger | None:
    """The gathering of some kind that the sentence says was held by its noun: "đã chủ trì hội nghị tập huấn"."""
    held = (one for one in near if one.standing == "held" and one.rank > 1 and _lies_in(one, sentence))
    return next((one for one in held if _NOUN.match(document.folded, one.span.start)), None)


def _discussed(
    document: Document, near: Sequence[EventTrigger], title: Span, gathering: EventTrigger
) -> set[EventType]:
    """The types of what title and sentence name only as what the gathering was about: "cuộc họp về lễ tuyên thệ"."""
    named = [one for one in near if one is not gathering]
    about = (one.span > gathering.span or _is_deed_of_title(document, one, title, gathering) for one in named)
    others = {one.type for one, is_about in zip(named, about, strict=True) if not is_about}
    return {one.type for one in named} - others - {gathering.type}


def _is_deed_of_title(document: Document, trigger: EventTrigger, title: Span, gathering: EventTrigger) -> bool:
    """Whether the title only names a deed by its verb, which was done or asked for at a gathering of another kind; a
    visit has rites and meetings of its own."""
    told = trigger.standing == "plain" and trigger.type not in ("visit", gathering.type) and _lies_in(trigger, title)
    return told and not _NOUN.match(document.folded, trigger.span.start)


def _report(document: Document, near: Sequence[EventTrigger], detection: DetectedEvent) -> Span:
    """The sentence of the event, from its day on where a caption was joined to it without a mark: "Ông A chúc mừng
    tân Chủ tịch Sáng 13/7, HĐND thành phố họp"."""
    start = detection.date.span.start if detection.date else detection.sentence.start
    report = Span(start, detection.sentence.end)
    joined = document.text[start].isupper() and document.text[max(0, start - 2) : start - 1].isalnum()
    return report if joined and any(_lies_in(trigger, report) for trigger in near) else detection.sentence


def _is_held(detection: DetectedEvent) -> bool:
    """Whether the sentence of the event has a day on which it was held."""
    return bool(detection.date and detection.date.value.kind == "event" and detection.date.value.precision == "day")


def type_of_further(
    document: Document, triggers: Sequence[EventTrigger], detection: DetectedEvent
) -> TypeDecision:
    """The type of an event reported in one sentence, by its trigger and the others there."""
    if detection.trigger is None:
        return TypeDecision("other", {})
    named = detection.trigger.type
    near = [one for one in triggers if _lies_in(one, detection.sentence)]
    return overruled(document, TypeDecision(named, {}, named), near, detection.sentence)


def overruled(
    document: Document, decided: TypeDecision, near: Sequence[EventTrigger], *sentences: Span
) -> TypeDecision:
    """The decision after the first rule that applies to `sentences` and the article around them."""
    text = " | ".join(document.folded[span.start : span.end] for span in sentences)
    report = TypeContext(decided.type, text, re.split(r"[\n.]\s?[*•●]\s", document.folded)[0], near)
    rule = next((rule for rule in TYPE_RULES if decided.type in rule.of and rule.holds(report)), None)
    return replace(decided, type=rule.yields, rule=rule.name) if rule else decided


def _first(votes: Mapping[EventType, float]) -> EventType | None:
    return max(votes, key=lambda kind: votes[kind], default=None)


def _is_any_gathering(trigger: EventTrigger) -> bool:
    """Whether a trigger only takes up a gathering of some kind: "tại hội nghị"."""
    return trigger.type == "conference" and trigger.rank == 1 and trigger.standing == "anaphor"


def _lies_in(trigger: EventTrigger, *sentences: Span) -> bool:
    return any(sentence.contains(trigger.span) for sentence in sentences)


def _subjects(near: Iterable[EventTrigger]) -> set[EventType]:
    """The types that are only topics in title and sentence: "họp triển khai kế hoạch diễn tập" is not a drill."""
    standings: defaultdict[EventType, set[Standing]] = defaultdict(set)
    for trigger in near:
        standings[trigger.type].add(trigger.standing)
    return {kind for kind, found in standings.items() if found == {"topic"}}


def _votes(triggers: Sequence[EventTrigger], sentence: Span, by_standing: FeatureWeights) -> _Votes:
    """The votes of a sentence's triggers: those after the one that is held are its subject.

    A type has one vote a sentence, that of its best trigger; a repeated "hội nghị" is no further evidence.
    """
    inside = [trigger for trigger in triggers if _lies_in(trigger, sentence)]
    governing = next(
        (trigger for standing in ("held", "plain", "anaphor") for trigger in inside if trigger.standing == standing),
        None,
    )
    factors, best = weights().types, _Votes(float)
    for trigger in inside:
        about = governing is not None and trigger is not governing and trigger.span > governing.span
        votes = by_standing[trigger.standing] * factors.rank[str(trigger.rank)] * (factors.about if about else 1.0)
        best[trigger.type] = max(best[trigger.type], votes)
    return best


def _votes_elsewhere(triggers: Iterable[EventTrigger]) -> _Votes:
    """The votes of the rest of the article, by type, no type with more than the most."""
    factors, totals = weights().types, _Votes(float)
    for trigger in triggers:
        votes = factors.rank[str(trigger.rank)] * factors.elsewhere[trigger.standing]
        totals[trigger.type] = min(factors.most_elsewhere, totals[trigger.type] + votes)
    return totals
