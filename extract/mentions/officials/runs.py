"""Runs of capitalised words, in which the names of a text stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extract.mentions.officials.name_words import families, highland, particles
from extract.mentions.officials.words import Words


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words one after the other, `start` to `end`."""

    start: int
    end: int


def read_runs(words: Words, cuts: Collection[int]) -> Iterator[Run]:
    """The runs of a text in reading order; none reaches over a word of `cuts`."""
    end = 0
    for start, capital in enumerate(words.capital):
        if not capital or start < end:
            continue
        end = start + 1
        while end < len(words) and end not in cuts and _continues(words, end, start):
            end += 1
        yield Run(start, end)


def _continues(words: Words, place: int, start: int) -> bool:
    """Whether the word goes on with a run: a capital, the "thị" of a slip, the hyphen of "Y - Vinh" or "Rơ-Châm"."""
    last, following = place - 1, place + 1
    if words.sentence[place] != words.sentence[start]:
        return False
    if words.capital[place]:
        return not words.glued[place] or words.folded[last] == "-"
    if last != start or following == len(words) or not words.capital[following]:
        return False
    if words.sentence[following] != words.sentence[place]:
        return False
    if words.folded[place] == "-":
        hyphen = words.glued[place] and words.glued[following] and words.folded[last] in highland()
        return words.folded[last] in ("y", "h", "k") or hyphen
    return words.folded[place] in particles() and words.folded[last] in families()
