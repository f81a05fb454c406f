"""The places at which the words of a text begin: patterns that begin with certain words are tried there only."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, chain
from typing import Protocol

FIGURE = r"\d"  # in place of all words that begin with a digit

_BETWEEN = re.compile(r"(\W+)")
_LETTERS = re.compile(r"[^\W\d_]+")
_TEXTS = 2  # the texts whose words are kept: the finders read one document after the other


class Matcher(Protocol):
    """`search`, `match` or `fullmatch` of a compiled pattern."""

    def __call__(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None: ...


def first_word(phrase: str) -> str:
    """The letters that a folded phrase begins with, or FIGURE. Raises ValueError for one that begins with a mark."""
    letters = _LETTERS.match(phrase)
    if letters is None and not phrase[:1].isdecimal():
        raise ValueError(f"{phrase!r} begins with no word")
    return letters.group() if letters else FIGURE


def starts_of(folded: str, words: Iterable[str]) -> list[int]:
    """The places at which these words begin in a folded text, in order. A word is the letters from its first one on."""
    starts = _starts(folded)
    return sorted(chain.from_iterable(map(starts.__getitem__, starts.keys() & words)))


def matches_at(match: Matcher, text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches that begin at these offsets, in reading order, none overlapping another."""
    reached = 0
    for start in starts:
        if start >= reached and (found := match(text, start)):
            yield found
            reached = found.end()


@lru_cache(_TEXTS)
def _starts(folded: str) -> Mapping[str, list[int]]:
    pieces = _BETWEEN.split(folded)
    offsets = [0, *accumulate(map(len, pieces))]
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for word, start in zip(pieces[::2], offsets[::2]):
        if word.isalpha():
            starts[word].append(start)
        elif word and word[0] != "_":
            starts[first_word(word)].append(start)
    return starts
