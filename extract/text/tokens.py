"""A document as tokens, for the grammar of names and posts.

A token has its place in the canonical text, its folded form for comparing, and the shape of its letters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import not_
from typing import Literal, TypeVar

from extract.model import Span
from extract.text import lexicon
from extract.text.document import Document
from extract.text.normalize import fold
from extract.text.patterns import WordPattern

SYLLABLES = 20_000  # as many as Vietnamese has, in small letters and large

TOKEN = WordPattern(
    "posts",
    r"""
    [^\W\d_]++(?![.'’&/])  # most words: none of the following continues them
    | [{letters/d+letters/D:letters}]/[cC]\b  # the honorific "đ/c"
    # abbreviations with dots ("T.Ư", "GS.TS"); what stands for a post is a word before its dot: "CT.UBND"
    | (?!{heads.dotted:printed}\.)
      (?:[A-Z{letters/dotted:letters}][A-Z{letters/dotted:letters}a-z]{0,3}\.)+[A-Z{letters/dotted:letters}]{1,5}[a-z]?(?![^\W_])
    | [^\W\d_]+(?:(?:['’]|&(?=[^\W_]))[^\W\d_]*)*  # words, with "&" and the apostrophe of "H'Ngọc"
    | \d+
    | [^\w\s]|_
    """,
)
# A text split by it is blanks and tokens in turn. That no token begins with a blank is said first: it decides soonest.
_APART = WordPattern("posts", r"(?=\S)({token})", token=TOKEN)
Shape = Literal["capital", "upper", "lower", "digit", "mark"]
_CAPITAL: frozenset[Shape] = frozenset({"capital", "upper"})
_Value = TypeVar("_Value")


class _ByWord(dict[str, _Value]):
    """A value of each word, computed when it is first asked for; emptied when it holds those of all syllables."""

    def __init__(self, value_of: Callable[[str], _Value]) -> None:
        super().__init__()
        self._value_of = value_of

    def __missing__(self, word: str) -> _Value:
        if len(self) >= SYLLABLES:
            self.clear()
        self[word] = value = self._value_of(word)
        return value


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
    pieces = _APART.compiled.split(document.text)
    blanks, printed = pieces[:-1:2], pieces[1::2]
    ends = list(accumulate(map(len, pieces)))
    starts = ends[:-1:2]
    folded, shape, capital = map(list, zip(*map(_WORDS.__getitem__, printed))) if printed else ([], [], [])
    return Tokens(
        start=starts,
        end=ends[1::2],
        folded=folded,
        shape=shape,
        sentence=_sentences(document.sentences, starts),
        glued=list(map(not_, blanks)),
        capital=capital,
    )


def _sentences(sentences: Iterable[Span], starts: Sequence[int]) -> list[int]:
    """The number of the sentence of each word; no word crosses the end of a sentence."""
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        numbers += [number] * (bisect_left(starts, sentence.end) - len(numbers))
    return numbers


def _word(printed: str) -> tuple[str, Shape, bool]:
    shape = _shape(printed)
    return one_mark(fold(printed)), shape, shape in _CAPITAL


def one_mark(folded: str) -> str:
    """Every dash as "-", every apostrophe as "'"."""
    return "-" if folded in "–—−‐‑" else folded.replace("’", "'")


def _shape(text: str) -> Shape:
    if text[0].isdigit():
        return "digit"
    if not text[0].isalpha():
        return "mark"
    if not text[0].isupper():
        return "lower"
    letters = [char for char in text if char.isalpha()]
    return "upper" if len(letters) > 1 and all(char.isupper() for char in letters) else "capital"


_WORDS = _ByWord(_word)
