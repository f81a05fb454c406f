"""The number and code of a document: "01/2021/TT-BNV", "45-CT/TW", "100 - KL/TW", "84 QĐ/TWĐTN", "62/2020/QH14".

`read_symbol` reads one at an offset of the text, with the noise of real pages: blanks around the marks, any dash, a
slash for a hyphen, a number broken over a line after its hyphen. The meanings of codes are in the lexicons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.model import Span
from extract.text.lexicon import load
from extract.text.patterns import WordPattern

_MARK = r"[ ]?[-–—−/]{1,2}(?:[ ]|\n(?=[A-Z{letters/base_capital:letters}]{2}))?"
_DIGITS = "0123456789"
_DASHES = str.maketrans("–—−", "---")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A number with its code. `text` has no blanks and only plain hyphens; `words` are the parts of the code."""

    span: Span
    number: str
    text: str
    words: tuple[str, ...]
    year: str | None = None

    @property
    def type_code(self) -> str | None:
        """The first part of the code that stands for a type ("NQ" of "NQ-HĐND")."""
        return self.words[0] if self.words[0] in type_codes() else None

    @property
    def bodies(self) -> tuple[str, ...]:
        """The parts of the code that name the issuer, without the term of the National Assembly."""
        return tuple(word.rstrip(_DIGITS) for word in self.words[bool(self.type_code) :])

    @property
    def term(self) -> str | None:
        """The term of the National Assembly in the code ("14" of "UBTVQH14")."""
        return next((word[-2:] for word in self.words if re.fullmatch(r"\D+QH\d\d|QH\d\d|UBPL\d\d", word)), None)


def read_symbol(text: str, offset: int) -> Symbol | None:
    """The number and code at `offset`, or None where there is no code or an ordinary word follows."""
    match = _NUMBER.match(text, offset)
    if match is None:
        return None
    words, end = _code_words(text, match)
    if not words:
        return None
    printed = re.sub(r"\s+", "", text[offset:end]).translate(_DASHES)
    return Symbol(Span(offset, end), match["number"], printed, tuple(words), match["year"])


@cache
def type_codes() -> dict[str, tuple[str, ...]]:
    """The names of the types that a code stands for, the usual one first."""
    codes: dict[str, tuple[str, ...]] = {}
    for entry in load("document_types")["type"]:
        for code in entry.get("codes", ()):
            codes[code] = (*codes.get(code, ()), entry["name"])
    return codes


@cache
def issuer_codes() -> dict[str, str]:
    """The names of the bodies that a code stands for, national ones and those of any province, district or commune."""
    issuers = load("issuers")
    return {**issuers["local"], **issuers["national"]}


def _code_words(text: str, head: re.Match[str]) -> tuple[list[str], int]:
    """The parts of the code after the number and year, and their end; empty where no part is a code."""
    words: list[str] = []
    end = head.end()
    while part := _PART.match(text, end):
        word = re.sub(r"\s", "", part["word"])
        spaced = " " in part["mark"]
        if not _goes_on(words, word, spaced, bool(part["mark"].strip())):
            break
        words.append(word.upper() if word.islower() else word)
        end = part.end()
    unmarked = text[head.end() : head.end() + 1] == " " and text[head.end() + 1 : head.end() + 2].isalpha()
    small = text[head.end() : end].lstrip("-–—−/ ")[:1].islower()  # "32/kl" alone may be anything
    return (words, end) if len(words) > (unmarked or small) and _is_code(words[0]) else ([], end)


def _goes_on(words: list[str], word: str, spaced: bool, marked: bool) -> bool:
    """Whether the next part belongs to the code. A mark between blanks may be a dash of the sentence."""
    if not marked:
        behind_type = len(words) == 1 and words[0] in type_codes() and word in issuer_codes()
        return behind_type or (not words and word in type_codes())
    if word.islower():
        return not spaced and word.upper() in (issuer_codes() if words else type_codes())
    if spaced:
        return _is_code(word) and not (len(words) > 1)
    if words and word.upper() in _misprints():
        return True
    return _is_code(word) or (bool(words) and (len(word.rstrip(_DIGITS)) <= 1 or word.upper() in issuer_codes()))


@cache
def _misprints() -> frozenset[str]:
    """The codes of issuers with a letter missing, as they are misprinted: "CT-Tg"."""
    return frozenset(load("issuers")["codes"]["misprints"])


def _is_code(word: str) -> bool:
    """Whether a word looks like a code: known, or in capitals but for a stray small letter."""
    capitals = sum(char.isupper() for char in word)
    return word in type_codes() or (capitals >= 2 and capitals >= sum(char.islower() for char in word))


# The number with its year; the code follows.
_NUMBER = WordPattern(
    "document_types",
    r"""
    (?P<number>\d{1,5}[a-zA-Z]?) (?![\w.,]\d)
    (?:{mark}(?P<year>(?:19|20)\d\d)(?!\d))?
    (?=[ ]?[-–—−/A-Z{letters/base_capital:letters}])
    """,
    mark=_MARK,
)
_PART = WordPattern(
    "document_types",
    r"""
    (?P<mark>{mark}|[ ]|\.(?=[A-Z{letters/base_capital:letters}]{2}))
    (?P<word>
        [A-Z{letters/base_capital:letters}][A-Z{letters/base_capital:letters}a-z{letters/base:letters}\u00C0-\u1EF9&]*
        (?:[ ]?(?<=QH)[ ]?\d{2}(?!\d)|\d{1,3}(?!\d))?
        (?:\.[\dIVX]+(?!\w))?
    |
        [a-z{letters/base:letters}\u00E0-\u1EF9]{2,9}(?!\w)
    |
        \d{1,2}(?!\d)
    )
    """,
    mark=_MARK,
)
