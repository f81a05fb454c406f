"""Persons of whom a sentence tells what they did on another day than that of the event."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extract.mentions.officials.verbs import phrases
from extract.text.tokens import Tokens

_OPENED = frozenset("“«\"")


@dataclass(frozen=True, slots=True)
class PersonTokens:
    """The words `start` to `end` that refer to a person, with the person's number."""

    start: int
    end: int
    person: int


def told_of_another_day(tokens: Tokens, here: Sequence[PersonTokens], before: Collection[int]) -> set[int]:
    """The persons of whom a sentence tells what they did on another day: all in one that begins with "Trước đó", those
    behind "năm ngoái", and those of the sentence before in one that only quotes them further."""
    start, _ = tokens.sentence_around(here[0].start)
    if phrases("earlier").match_at(tokens, start) is not None:
        return {place.person for place in here}
    if tokens.folded[start] in _OPENED:
        return {place.person for place in here if place.person in before}
    return {place.person for place in here if _is_past(tokens, start, place.start)}


def _is_past(tokens: Tokens, start: int, end: int) -> bool:
    return phrases("past").begins_in(tokens, start, end)
