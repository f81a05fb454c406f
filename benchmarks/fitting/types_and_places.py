"""The votes for the type of an event, and the weights of named units for its place, as decisions to search."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import asdict, replace

from benchmarks.fitting.cases import Case
from benchmarks.fitting.search import Decision, Numbers
from extract.evaluation.wording import same_wording
from extract.events.location import resolve_place
from extract.events.types import TypeDecision, event_type
from extract.weights import PlaceWeights, TypeWeights, Weights, using

_LEVELS = ("province", "district", "commune")
_SURPRISED_AT_MOST = 5.0


def cases_of_type(cases: Iterable[Case]) -> list[Case]:
    """Articles with a found event whose gold has its type."""
    return [case for case in cases if _has_event(case) and case.annotates("type") and case.golden["event"]["type"]]


def cases_of_place(cases: Iterable[Case]) -> list[Case]:
    """Articles with a found event whose gold has its place, in Vietnam."""
    return [
        case
        for case in cases
        if _has_event(case) and case.annotates("event") and case.golden["event"].get("province") and not _abroad(case)
    ]


def type_decision() -> Decision:
    """The votes of occasions for their types."""
    return Decision("types", _type_numbers, _with_types, _type_loss, _type_is_wrong)


def place_decision() -> Decision:
    """The weights of units by where they are named."""
    return Decision("places", lambda weights: asdict(weights.places), _with_places, place_is_wrong, place_is_wrong)


def place_is_wrong(case: Case, weights: Weights) -> float:
    """1 where province, district or commune is not that of gold; a level that gold does not have is not judged."""
    event = case.found.main_event
    assert event
    with using(weights):
        place = resolve_place(case.document, case.places, event.span, event.start_date)
    want = case.golden["event"]
    levels = [level for level in _LEVELS if level in want]
    return float(any(same_wording(want[level]) != same_wording(getattr(place, level)) for level in levels))


def _has_event(case: Case) -> bool:
    return bool(case.golden.get("is_event") and case.found.main_event and case.likeliest and case.golden.get("event"))


def _abroad(case: Case) -> bool:
    return bool(case.found.main_event and case.found.main_event.country)


def _decide(case: Case, weights: Weights) -> TypeDecision:
    assert case.likeliest
    with using(weights):
        return event_type(case.document, case.triggers, case.likeliest)


def _type_is_wrong(case: Case, weights: Weights) -> float:
    return float(_decide(case, weights).type != case.golden["event"]["type"])


def _type_loss(case: Case, weights: Weights) -> float:
    """The loss for the type: 1 for a wrong type, plus, where votes alone decide, the capped and scaled log loss of the
    right one."""
    decided = _decide(case, weights)
    wrong = float(decided.type != case.golden["event"]["type"])
    if decided.rule or not decided.votes:
        return wrong
    total = sum(math.exp(votes) for votes in decided.votes.values())
    right = math.exp(decided.votes.get(case.golden["event"]["type"], 0.0)) / total
    return wrong + min(-math.log(right), _SURPRISED_AT_MOST) / _SURPRISED_AT_MOST


def _type_numbers(weights: Weights) -> Numbers:
    by = weights.types
    tables = {"frame": by.frame, "title": by.title, "elsewhere": by.elsewhere, "rank": by.rank}
    flat = {f"{table}.{key}": number for table, numbers in tables.items() for key, number in numbers.items()}
    return {**flat, "about": by.about, "most_elsewhere": by.most_elsewhere}


def _with_types(weights: Weights, numbers: Numbers) -> Weights:
    def table(name: str) -> dict[str, float]:
        return {key.partition(".")[2]: number for key, number in numbers.items() if key.startswith(f"{name}.")}

    return replace(
        weights,
        types=TypeWeights(
            frame=table("frame"),
            title=table("title"),
            elsewhere=table("elsewhere"),
            rank=table("rank"),
            about=numbers["about"],
            most_elsewhere=numbers["most_elsewhere"],
        ),
    )


def _with_places(weights: Weights, numbers: Numbers) -> Weights:
    return replace(weights, places=PlaceWeights(**numbers))
