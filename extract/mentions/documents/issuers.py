"""Who issued a document: the name after "của", or the body that the code of the number names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.mentions.documents.symbols import issuer_codes
from extract.model import Span
from extract.text.document import Document
from extract.text.lexicon import any_of, load


def read_issuer(document: Document, offset: int) -> Span | None:
    """The name of a body that begins at `offset`: its head word, and the capitalised and known words after it."""
    head = _head_pattern().match(document.folded, offset)
    if head is None:
        return None
    end = head.end()
    while step := _next_word(document, end):
        end = step
    term = _term_pattern().match(document.folded, end)
    return Span(offset, term.end() if term else end)


def issuer_of_code(bodies: Sequence[str]) -> str | None:
    """The names of the bodies in a document's code, joined by commas; null where the lexicon knows none of them."""
    names = [issuer_codes()[body] for body in bodies if body in issuer_codes()]
    return ", ".join(names) or None


def party_term(value: str | None) -> str | None:
    """The term of the Party's Central Committee that an ISO day falls in, as a Roman number."""
    if value is None or len(value) < 10:
        return None
    return next((term for start, term in reversed(load("issuers")["party_terms"].items()) if start <= value), None)


def _next_word(document: Document, at: int) -> int | None:
    """Where the name goes on to, or null where it ends at `at`."""
    joint = _joint_pattern().match(document.folded, at)
    if joint is None:
        return None
    start = joint.end()
    known = _inner_pattern().match(document.folded, start)
    capital = _capital_pattern().match(document.text, start) if document.text[start : start + 1].isupper() else None
    if joint["joint"]:
        return _after_joint(document, start, joint["joint"] == ",", known or capital)
    if known:
        return known.end()
    return capital.end() if capital else None


def _after_joint(document: Document, start: int, comma: bool, word: re.Match[str] | None) -> int | None:
    """After "và" or a dash a capitalised word goes on, but no type word; after a comma only in a list with "và"."""
    if word is None or not document.text[start].isupper() or _cited_pattern().match(document.folded, start):
        return None
    if comma and not _closing_pattern().match(document.folded, word.end()):
        return None
    return word.end()


@cache
def _term_pattern() -> re.Pattern[str]:
    return re.compile(r"\s?\(khóa [ivx]+\)")


@cache
def _head_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of(load('issuers')['words']['heads'])}(?!\w|\s+nghị)")


@cache
def _inner_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of(load('issuers')['words']['inner'])}(?!\w|\s+hành)")


@cache
def _capital_pattern() -> re.Pattern[str]:
    """A capitalised word that is no type abbreviation before a number."""
    return re.compile(r"(?![A-ZĐ]{2}[ ]\w*\d)(?:T\.Ư|TP\.\w*|[^\W\d_][\w&]*(?:-[^\W\d_]\w*)*)")


@cache
def _joint_pattern() -> re.Pattern[str]:
    joints = "|".join(re.escape(joint) for joint in load("issuers")["words"]["joints"])
    return re.compile(rf"\s*(?P<joint>{joints})[ ]|[ ]")


@cache
def _closing_pattern() -> re.Pattern[str]:
    """Up to four words without a mark, then "và": the end of a list of names."""
    return re.compile(r"(?:[ ][^\W\d]+){0,5}[ ]và[ ]")


@cache
def _cited_pattern() -> re.Pattern[str]:
    """A type word: the next citation or another paper, not a body's name."""
    types = any_of(entry["name"] for entry in load("document_types")["type"])
    return re.compile(rf"{types}(?!\w)")
