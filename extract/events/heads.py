"""The words that name an event, by which its type is told: the heads of the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from extract.results import EventType
from extract.text import lexicon
from extract.text.normalize import fold

Standing = Literal["held", "anaphor", "plain", "topic"]


@dataclass(frozen=True, slots=True)
class Head:
    """A word of the lexicon: its type and how specific it is.

    `standing` where it follows from the word itself: a team's presence is the event, an opening refers to what it
    opens; of `beside` and `ahead` one must occur before it, and after it; `unless` are those right before it that make
    it another word, `but_for` those right after it. `governs` where its type is that of its phrase in any case.
    """

    type: EventType
    rank: int
    standing: Standing | None
    beside: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    but_for: tuple[str, ...] = ()
    governs: bool = False


@cache
def heads() -> dict[str, Head]:
    """The heads by their folded words."""
    return {fold(word): _head(entry) for entry in lexicon.load("events")["head"] for word in entry["words"]}


def _head(entry: dict[str, Any]) -> Head:
    keys = ("beside", "ahead", "unless", "but_for")
    beside, ahead, unless, but_for = (tuple(map(fold, entry.get(key, ()))) for key in keys)
    governs, standing = entry.get("governs", False), entry.get("standing")
    return Head(entry["type"], entry["rank"], standing, beside, ahead, unless, but_for, governs)


@cache
def openings() -> frozenset[str]:
    """The words for the opening or closing of something, which refer to what they open."""
    return frozenset(map(fold, lexicon.load("events")["phrase"]["openings"]))


@cache
def longest_head() -> int:
    """The number of words of the longest head, which limits the lookup."""
    return max(len(head.split()) for head in heads())
