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
    if in_hyphens(tokens, place):
        return True
    if last != start or following == len(tokens) or not tokens.capital[following]:
        return False
    if tokens.sentence[following] != tokens.sentence[place]:
        return False
    if tokens.folded[place] == "-":
        hyphen = tokens.glued[place] and tokens.glued[following] and tokens.folded[last] in highland()
        return tokens.folded[last] in ("y", "h", "k") or hyphen
    return tokens.folded[place] in particles() and tokens.folded[last] in families()


def in_hyphens(tokens: Tokens, place: int) -> bool:
    """Whether a small syllable or its hyphen goes on with a foreign name written in syllables: "Khăm-phết Sỉ-la-vông".

    The first syllable is large and no syllable is parted from its hyphen by a blank."""
    hyphen = place if tokens.folded[place] == "-" else place - 1
    small = hyphen + 1
    if hyphen < 1 or small >= len(tokens) or tokens.folded[hyphen] != "-" or tokens.shape[small] != "lower":
        return False
    if not tokens.glued[hyphen] or not tokens.glued[small]:
        return False
    return tokens.shape[hyphen - 1] == "capital" or (hyphen > 2 and in_hyphens(tokens, hyphen - 1))
