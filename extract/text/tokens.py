"""A document as tokens, for the grammar of names and posts.

A token has its place in the canonical text, its folded form for comparing, and the shape of its letters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import eq
from typing import Literal

from extract.model import Span
from extract.text import lexicon
from extract.text.document import Document
from extract.text.normalize import fold
from extract.text.patterns import WordPattern

SYLLABLES = 20_000  # as many as Vietnamese has, in small letters and large

TOKEN = WordPattern(
    "posts",
    r"""
    [{letters/d+letters/D:letters}]/[cC]\b  # the honorific "đ/c"
    # abbreviations with dots ("T.Ư", "GS.TS"); what stands for a post is a word before its dot: "CT.UBND"
    | (?!{heads.dotted:printed}\.)
      (?:[A-Z{letters/dotted:letters}][A-Z{letters/dotted:letters}a-z]{0,3}\.)+[A-Z{letters/dotted:letters}]{1,5}[a-z]?(?![^\W_])
    | [^\W\d_]+(?:(?:['’]|&(?=[^\W_]))[^\W\d_]*)*  # words, with "&" and the apostrophe of "H'Ngọc"
    | \d+
    | [^\w\s]|_
    """,
)
Shape = Literal["capital", "upper", "lower", "digit", "mark"]
_CAPITAL = frozenset({"capital", "upper"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text in reading order, by column: `folded[7]` and `shape[7]` are of the same word.

    `start` and `end` are its characters in the canonical text, `sentence` the number of its sentence; `glued` says that
    no blank precedes it, `capital` that it begins with a capital letter.
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


@cache
def and_word() -> str:
    """The folded word that joins two others."""
    return str(lexicon.load("grammar")["and"][0])


def read_tokens(document: Document) -> Tokens:
    """The words and marks of a document."""
    spans = [match.span() for match in TOKEN.finditer(document.text)]
    start, end = [start for start, _ in spans], [end for _, end in spans]
    printed = [document.text[start:end] for start, end in spans]
    shape = list(map(_shape, printed))
    return Tokens(
        start,
        end,
        folded=list(map(_folded, printed)),
        shape=shape,
        sentence=_sentences(document.sentences, start),
        glued=list(map(eq, start, [0, *end])),
        capital=[one in _CAPITAL for one in shape],
    )


def _sentences(sentences: Iterable[Span], starts: Sequence[int]) -> list[int]:
    """The number of the sentence of each word; no word crosses the end of a sentence."""
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        numbers += [number] * (bisect_left(starts, sentence.end) - len(numbers))
    return numbers


@lru_cache(SYLLABLES)
def _folded(printed: str) -> str:
    return one_mark(fold(printed))


def one_mark(folded: str) -> str:
    """Every dash as "-", every apostrophe as "'"."""
    return "-" if folded in "–—−‐‑" else folded.replace("’", "'")


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
