"""What kind of event it is: every occasion of the article votes, the nearer to the frame the heavier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.events.frames import Frame
from extract.events.occasions import Occasion
from extract.model import EventType, Span
from extract.text import Document

_IN_FRAME = {"held": 4.0, "anaphor": 2.0, "plain": 1.5, "topic": 0.2}
_IN_TITLE = {"held": 3.0, "anaphor": 2.0, "plain": 2.5, "topic": 0.3}
_ELSEWHERE = {"held": 0.4, "anaphor": 0.7, "plain": 0.1, "topic": 0.0}
_MOST_ELSEWHERE = 2.0  # a topic repeated all over the article does not outvote its title and frame
_BY_RANK = {1: 0.6, 2: 0.9, 3: 1.0}  # "hội nghị" names any gathering, so it counts less than what says its purpose


def event_type(document: Document, occasions: Sequence[Occasion], frame: Frame) -> EventType:
    """The type with the most votes; "other" where no occasion is named."""
    title = document.sentences[0]
    near: Counter[EventType] = Counter()
    elsewhere: Counter[EventType] = Counter()
    for occasion in occasions:
        votes = _BY_RANK[occasion.rank]
        if frame.sentence.contains(occasion.span):
            near[occasion.type] += votes * _in_frame(occasion, frame.sentence)  # type: ignore[assignment]
        elif title.contains(occasion.span):
            near[occasion.type] += votes * _IN_TITLE[occasion.standing]  # type: ignore[assignment]
        else:
            elsewhere[occasion.type] += votes * _ELSEWHERE[occasion.standing]  # type: ignore[assignment]
    totals = {kind: near[kind] + min(elsewhere[kind], _MOST_ELSEWHERE) for kind in {*near, *elsewhere}}
    return max(totals, key=lambda kind: totals[kind], default="other")


def _in_frame(occasion: Occasion, sentence: Span) -> float:
    """The first words of a long sentence say what was held; its last ones, what about."""
    late = (occasion.span.start - sentence.start) / max(1, sentence.end - sentence.start)
    return _IN_FRAME[occasion.standing] * (1.0 - 0.4 * late)
