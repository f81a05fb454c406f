"""A document as words: what the grammar of names and posts reads instead of characters.

A word keeps its place in the canonical text, its folded form for comparing, and how it is written. Phrases of a
lexicon are found word by word, the longest first, in time that grows with the text alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import eq
from typing import Literal

from extract import lexicon
from extract.model import Span
from extract.text import Document, fold

SYLLABLES = 20_000  # as many as Vietnamese has, in small letters and large

AND = "và"
Shape = Literal["capital", "upper", "lower", "digit", "mark"]
_CAPITAL = frozenset({"capital", "upper"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a text in reading order, by column: `folded[7]` and `shape[7]` are of the same word.

    `start` and `end` are its characters in the canonical text, `sentence` the number of its sentence; `glued` says that
    no blank stands before it, `capital` that it begins with a capital letter.
    """

    start: list[int]
    end: list[int]
    folded: list[str]
    shape: list[Shape]
    sentence: list[int]
    glued: list[bool]
    capital: list[bool]

    def __len__(self) -> int:
        return len(self.start)

    def sentence_around(self, place: int) -> tuple[int, int]:
        """The sentence that holds a word: its first word, and the word after its last."""
        number = self.sentence[place]
        return bisect_left(self.sentence, number), bisect_right(self.sentence, number)


def read_words(document: Document) -> Words:
    """The words and marks of a document."""
    spans = [match.span() for match in _pattern().finditer(document.text)]
    start, end = [start for start, _ in spans], [end for _, end in spans]
    printed = [document.text[start:end] for start, end in spans]
    shape = list(map(_shape, printed))
    return Words(
        start,
        end,
        folded=list(map(_folded, printed)),
        shape=shape,
        sentence=_sentences(document.sentences, start),
        glued=list(map(eq, start, [0, *end])),
        capital=[one in _CAPITAL for one in shape],
    )


def _sentences(sentences: Iterable[Span], starts: Sequence[int]) -> list[int]:
    """The number of the sentence of each word; no word reaches over the end of one."""
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        numbers += [number] * (bisect_left(starts, sentence.end) - len(numbers))
    return numbers


@lru_cache(SYLLABLES)
def _folded(printed: str) -> str:
    return _one_mark(fold(printed))


def _one_mark(folded: str) -> str:
    """Every dash as "-", every apostrophe as "'"."""
    return "-" if folded in "–—−‐‑" else folded.replace("’", "'")


@cache
def _pattern() -> re.Pattern[str]:
    """The honorific "đ/c"; abbreviations with dots ("T.Ư", "GS.TS"); words, with "&" and the apostrophe of "H'Ngọc".

    What stands for a post is a word before its dot: "CT.UBND".
    """
    short = "|".join(lexicon.load("posts")["heads"]["dotted"])
    return re.compile(
        r"[đĐ]/[cC]\b"
        rf"|(?!(?:{short})\.)"
        r"(?:[A-ZĐƯ][A-ZĐƯa-z]{0,3}\.)+[A-ZĐƯ]{1,5}[a-z]?(?![^\W_])"
        r"|[^\W\d_]+(?:(?:['’]|&(?=[^\W_]))[^\W\d_]*)*"
        r"|\d+"
        r"|[^\w\s]|_"
    )


@lru_cache(SYLLABLES)
def _shape(text: str) -> Shape:
    if text[0].isdigit():
        return "digit"
    if not text[0].isalpha():
        return "mark"
    if not text[0].isupper():
        return "lower"
    letters = [char for char in text if char.isalpha()]
    return "upper" if len(letters) > 1 and all(char.isupper() for char in letters) else "capital"


def split_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of a lexicon as the folded words that `read_words` would read."""
    return tuple(_one_mark(fold(match.group())) for match in _pattern().finditer(phrase))


class Phrases:
    """Phrases with a label each, as trees of words. `at` gives the longest one that begins at a word."""

    def __init__(self, labelled: Mapping[str, Iterable[str]]) -> None:
        self._ahead, self._back = _Node(), _Node()
        for label, phrases in labelled.items():
            for phrase in map(split_phrase, phrases):
                self._ahead.add(phrase, label)
                self._back.add(phrase[::-1], label)

    def everywhere(self, words: Words) -> dict[int, tuple[int, str]]:
        """What `at` says of each word at which a phrase begins, in reading order."""
        first, places = self._ahead.after, range(len(words))
        hopeful = [place for place, word in enumerate(words.folded) if word in first]
        return {place: found for place in hopeful if (found := _longest(self._ahead, words, places[place:]))}

    @property
    def first_words(self) -> Collection[str]:
        """The folded words with which some phrase begins."""
        return self._ahead.after.keys()

    def at(self, words: Words, place: int) -> tuple[int, str] | None:
        """The length and the label of the longest phrase that begins at `place` and stays in its sentence."""
        length = len(words.folded)
        if place >= length or words.folded[place] not in self._ahead.after:
            return None
        return _longest(self._ahead, words, range(place, length))

    def before(self, words: Words, place: int, longest: int = 5) -> tuple[int, str] | None:
        """The length and the label of the longest phrase that ends right before `place`, of at most `longest` words."""
        if place <= 0 or words.folded[place - 1] not in self._back.after:
            return None
        return _longest(self._back, words, range(place - 1, max(-1, place - 1 - longest), -1))

    def spells(self, words: Words, start: int, end: int) -> bool:
        """Whether one phrase is all that stands from `start` to `end`."""
        found = self.at(words, start)
        return found is not None and start + found[0] == end


class _Node:
    """A place in the tree: the label of the phrase that ends here, if one does, and the words that may follow."""

    __slots__ = ("label", "after")

    def __init__(self) -> None:
        self.label: str | None = None
        self.after: dict[str, _Node] = {}

    def add(self, phrase: Sequence[str], label: str) -> None:
        """Put a phrase below this node; of two labels of one phrase the first stays."""
        node = self
        for word in phrase:
            node = node.after.setdefault(word, _Node())
        node.label = node.label or label


def _longest(node: _Node, words: Words, places: range) -> tuple[int, str] | None:
    """The length and the label of the longest phrase of the tree that the words of one sentence spell."""
    found: tuple[int, str] | None = None
    folded, sentence = words.folded, words.sentence[places[0]]
    for length, place in enumerate(places, start=1):
        following = node.after.get(folded[place])
        if following is None or words.sentence[place] != sentence:
            return found
        node = following
        found = (length, node.label) if node.label is not None else found
    return found
