"""Runs of capitalised words, in which the names of a text stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extract.mentions.names.vocabulary import families, highland, particles
from extract.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class CapitalRun:
    """Capitalised words one after the other, `start` to `end`."""

    start: int
    end: int


def read_capital_runs(tokens: Tokens, cuts: Collection[int]) -> Iterator[CapitalRun]:
    """The runs of a text in reading order; none reaches over a word of `cuts`."""
    end = 0
    for start, capital in enumerate(tokens.capital):
        if not capital or start < end:
            continue
        end = start + 1
        while end < len(tokens) and end not in cuts and _continues(tokens, end, start):
            end += 1
        yield CapitalRun(start, end)


def _continues(tokens: Tokens, place: int, start: int) -> bool:
    """Whether the word goes on with a run: a capital, the "thị" of a slip, the hyphen of "Y - Vinh" or "Rơ-Châm"."""
    last, following = place - 1, place + 1
    if tokens.sentence[place] != tokens.sentence[start]:
        return False
    if tokens.capital[place]:
        return not tokens.glued[place] or tokens.folded[last] == "-"
    if last != start or following == len(tokens) or not tokens.capital[following]:
        return False
    if tokens.sentence[following] != tokens.sentence[place]:
        return False
    if tokens.folded[place] == "-":
        hyphen = tokens.glued[place] and tokens.glued[following] and tokens.folded[last] in highland()
        return tokens.folded[last] in ("y", "h", "k") or hyphen
    return tokens.folded[place] in particles() and tokens.folded[last] in families()
