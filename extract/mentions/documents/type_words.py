"""Words for types of documents, in full ("Nghị quyết") or abbreviated ("NQ"), with their entries in the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.model import Span
from extract.text.document import Document
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document. The marks are explained in the lexicon."""

    name: str
    codes: tuple[str, ...] = ()
    bare: bool = False
    proper: bool = False
    capital: bool = False
    generic: bool = False
    nickname: bool = False
    coded: bool = False


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A type word in the text. `capitalised` is always False for the first word of a sentence."""

    span: Span
    type: DocumentType
    short: bool
    capitalised: bool


def find_type_words(document: Document) -> tuple[TypeWord, ...]:
    """The type words of a text in reading order; of two that overlap, the earlier one, else the longer."""
    found = sorted([*_long(document), *_short(document)], key=lambda word: (word.span.start, -word.span.end))
    kept: list[TypeWord] = []
    for word in found:
        if not kept or kept[-1].span.end <= word.span.start and not _goes_on(kept[-1], word):
            kept.append(word)
    return tuple(kept)


def _goes_on(first: TypeWord, word: TypeWord) -> bool:
    """Whether a type word is the purpose of the document before it: "công văn hướng dẫn số 12/SNV-XDCQ"."""
    paper = first.type.bare or first.type.generic
    return paper and not word.short and not word.capitalised and first.span.end + 1 == word.span.start


@cache
def type_named(folded: str) -> DocumentType:
    """The type that a folded name or abbreviation stands for. Raises KeyError for any other word."""
    return _names()[folded]


def _long(document: Document) -> Iterator[TypeWord]:
    for match in _LONG.find_in(document.folded):
        kind = type_named(re.sub(r"\s+", " ", match.group()))
        first = document.text[match.start()]
        if kind.capital and not first.isupper():
            continue
        opening = not match.start() or document.text[max(0, match.start() - 2) : match.start()].strip()[-1:] in (
            "",
            ".",
            "!",
            "?",
            ":",
        )
        yield TypeWord(Span(*match.span()), kind, False, first.isupper() and not opening)


def _short(document: Document) -> Iterator[TypeWord]:
    for match in _SHORT.find_in(document.folded, document.text):
        yield TypeWord(Span(*match.span()), type_named(fold(match.group())), True, False)


def type_names() -> list[str]:
    """The names of all types, as written in the tables."""
    return [entry["name"] for entry in load("document_types")["type"]]


def _entries(key: str) -> list[str]:
    """What the types list under `key`."""
    return [word for entry in load("document_types")["type"] for word in entry.get(key, ())]


@cache
def _names() -> dict[str, DocumentType]:
    names: dict[str, DocumentType] = {}
    for entry in load("document_types")["type"]:
        marks = {mark: entry.get(mark, False) for mark in ("bare", "proper", "capital", "generic", "nickname", "coded")}
        kind = DocumentType(entry["name"], tuple(entry.get("codes", ())), **marks)
        for word in (entry["name"], *entry.get("words", ()), *entry.get("short", ())):
            names.setdefault(fold(word), kind)
    return names


_LONG = WordPattern(
    "document_types", r"(?<!\w){words}(?!\w)", begins="words", words=lambda: [*type_names(), *_entries("words")]
)
# Abbreviations are recognised in capitals only, and before "số" or a number.
_SHORT = WordPattern(
    "document_types",
    r"(?=[A-Z{letters/D:letters}])(?<![\w/–-]){short:printed}(?=[ :.]{1,2}(?:{words.number_printed:printed}|\d))",
    begins="short",
    short=lambda: _entries("short"),
)
