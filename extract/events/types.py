"""What kind of event it is: every occasion of the article votes, the nearer to the frame the heavier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.events.frames import Frame
from extract.events.occasions import Occasion, Standing
from extract.model import EventType, Span
from extract.text import Document

_Weights = Mapping[Standing, float]

_IN_FRAME: _Weights = {"held": 4.0, "anaphor": 2.0, "plain": 2.2, "topic": 0.2}
_IN_TITLE: _Weights = {"held": 3.0, "anaphor": 2.0, "plain": 2.5, "topic": 0.3}
_ELSEWHERE: _Weights = {"held": 0.4, "anaphor": 0.7, "plain": 0.1, "topic": 0.0}
_MOST_ELSEWHERE = 1.5  # a topic repeated all over the article does not outvote its title and frame
_ABOUT = 0.4  # of what a gathering is about, in the sentence that says it was held
_BY_RANK = {1: 0.6, 2: 0.9, 3: 1.0}  # "hội nghị" names any gathering, so it counts less than what says its purpose


def event_type(document: Document, occasions: Sequence[Occasion], frame: Frame) -> EventType:
    """The type with the most votes; "other" where no occasion is named."""
    title = document.sentences[0]
    near = [*_votes(occasions, frame.sentence, _IN_FRAME)]
    if title != frame.sentence:
        near += _votes(occasions, title, _IN_TITLE)
    counted = {id(occasion) for occasion, _ in near}
    totals: dict[EventType, float] = {}
    for occasion, votes in near:
        totals[occasion.type] = totals.get(occasion.type, 0.0) + votes
    for kind, votes in _votes_elsewhere(occasion for occasion in occasions if id(occasion) not in counted):
        totals[kind] = totals.get(kind, 0.0) + votes
    return max(totals, key=lambda kind: totals[kind], default="other")


def _votes(occasions: Sequence[Occasion], sentence: Span, weights: _Weights) -> Iterator[tuple[Occasion, float]]:
    """The votes of a sentence's occasions: what comes after the one that is held there is what it is about."""
    inside = [occasion for occasion in occasions if sentence.contains(occasion.span)]
    governing = next(
        (occasion for standing in ("held", "plain", "anaphor") for occasion in inside if occasion.standing == standing),
        None,
    )
    for occasion in inside:
        about = governing is not None and occasion is not governing and occasion.span > governing.span
        yield occasion, weights[occasion.standing] * _BY_RANK[occasion.rank] * (_ABOUT if about else 1.0)


def _votes_elsewhere(occasions: Iterable[Occasion]) -> Iterator[tuple[EventType, float]]:
    """The votes of the rest of the article, by type, no type with more than the most."""
    totals: dict[EventType, float] = {}
    for occasion in occasions:
        votes = _BY_RANK[occasion.rank] * _ELSEWHERE[occasion.standing]
        totals[occasion.type] = min(_MOST_ELSEWHERE, totals.get(occasion.type, 0.0) + votes)
    yield from totals.items()
