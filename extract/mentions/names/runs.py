"""Runs of capitalised words, which contain the names of a text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extract.mentions.names.foreign import is_foreign
from extract.mentions.names.vocabulary import families, highland, honorifics, particles
from extract.text.tokens import Tokens

_BEHIND_NAMES = frozenset(",;-(")  # marks
_BEFORE_HYPHEN = 2  # syllables before the first hyphen between capitals; after more of them a post or a place follows


@dataclass(frozen=True, slots=True)
class CapitalRun:
    """Consecutive capitalised words, `start` to `end`."""

    start: int
    end: int


def read_capital_runs(tokens: Tokens, cuts: Collection[int]) -> Iterator[CapitalRun]:
    """The runs of a text in reading order; none contains a word of `cuts`."""
    end = 0
    for start, capital in enumerate(tokens.capital):
        if not capital or start < end:
            continue
        end = start + 1
        while end < len(tokens) and end not in cuts and _continues(tokens, end, start, cuts):
            end += 1
        yield CapitalRun(start, end)


def _continues(tokens: Tokens, place: int, start: int, cuts: Collection[int]) -> bool:
    """Whether the word continues a run: a capital, a misprinted "thị", the hyphen of "Y - Vinh" or "Rơ-Châm", the dot
    of "Anne K. Maubert"."""
    last, following = place - 1, place + 1
    if tokens.sentence[place] != tokens.sentence[start]:
        return False
    if tokens.capital[place]:
        return not tokens.glued[place] or tokens.folded[last] == "-"
    if tokens.folded[place] == ".":
        return _is_initial(tokens, last, start)
    if tokens.folded[place] != "-" and tokens.folded[last] != "-" and tokens.folded[place] not in particles():
        return False
    if in_hyphens(tokens, place) or _joins_capitals(tokens, place, start, cuts):
        return True
    if last != start or following == len(tokens) or not tokens.capital[following]:
        return False
    if tokens.sentence[following] != tokens.sentence[place]:
        return False
    if tokens.folded[place] == "-":
        hyphen = tokens.glued[place] and tokens.glued[following] and tokens.folded[last] in highland()
        return tokens.folded[last] in ("y", "h", "k") or hyphen
    return tokens.folded[place] in particles() and tokens.folded[last] in families()


def _is_initial(tokens: Tokens, place: int, start: int) -> bool:
    """Whether a letter with a dot is within a foreigner's name behind an honorific: "bà Anne K. Maubert"."""
    following = place + 2
    if len(tokens.folded[place]) > 1 or following >= len(tokens) or tokens.shape[following] != "capital":
        return False
    if tokens.sentence[following] != tokens.sentence[start] or not is_foreign(tokens.folded[following]):
        return False
    return (honorifics().match_before(tokens, start) or honorifics().match_at(tokens, start)) is not None


def _joins_capitals(tokens: Tokens, place: int, start: int, cuts: Collection[int]) -> bool:
    """Whether a hyphen is within the name of a person who is addressed: "bà Marie-Claire …", "ông Hoàng Mẫu-Sơn"."""
    following = place + 1
    if tokens.folded[place] != "-" or following >= len(tokens) or not (tokens.glued[place] and tokens.glued[following]):
        return False
    if not tokens.shape[place - 1] == tokens.shape[following] == "capital" or following in cuts:
        return False
    title = honorifics().match_at(tokens, start)  # one that opens a sentence is of the run
    first = start + (title[0] if title else 0)
    early = place - first <= _BEFORE_HYPHEN or "-" in tokens.folded[first:place]
    last = tokens.folded[first] in families() and _ends_name(tokens, following)
    return (early or last) and bool(title or honorifics().match_before(tokens, start))


def _ends_name(tokens: Tokens, place: int) -> bool:
    """Whether a mark follows a word, so that it is the last one of a name: "bà Hoàng Thị Mẫu-Sơn, Trưởng phòng"."""
    after = place + 1
    if after == len(tokens) or tokens.sentence[after] != tokens.sentence[place]:
        return True
    return tokens.folded[after] in _BEHIND_NAMES


def in_hyphens(tokens: Tokens, place: int) -> bool:
    """Whether a syllable in lower case or its hyphen continues a foreign name in syllables: "Khăm-phết Sỉ-la-vông".

    The first syllable is capitalised and there are no blanks beside the hyphens."""
    hyphen = place if tokens.folded[place] == "-" else place - 1
    small = hyphen + 1
    if hyphen < 1 or small >= len(tokens) or tokens.folded[hyphen] != "-" or tokens.shape[small] != "lower":
        return False
    if not tokens.glued[hyphen] or not tokens.glued[small]:
        return False
    return tokens.shape[hyphen - 1] == "capital" or (hyphen > 2 and in_hyphens(tokens, hyphen - 1))
