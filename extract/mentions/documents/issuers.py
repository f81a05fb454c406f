"""The issuer of a document: the name after "của", or the body of the number's code."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.mentions.documents.symbols import issuer_codes
from extract.mentions.documents.type_words import type_names
from extract.model import Span
from extract.text.document import Document
from extract.text.lexicon import load
from extract.text.patterns import WordPattern


def read_issuer(document: Document, offset: int) -> Span | None:
    """The name of a body that begins at `offset`: its head word, and the capitalised and known words after it."""
    head = _HEAD.match(document.folded, offset)
    if head is None:
        return None
    end = head.end()
    while step := _next_word(document, end):
        end = step
    term = _TERM.match(document.folded, end)
    return Span(offset, term.end() if term else end)


def issuer_of_code(bodies: Sequence[str]) -> str | None:
    """The names of the bodies in a document's code, joined by commas; None where the lexicon has none of them."""
    names = [issuer_codes()[body] for body in bodies if body in issuer_codes()]
    return ", ".join(names) or None


def party_term(value: str | None) -> str | None:
    """The term of the Party's Central Committee on an ISO day, as a Roman number."""
    if value is None or len(value) < 10:
        return None
    return next((term for start, term in reversed(load("issuers")["party_terms"].items()) if start <= value), None)


def _next_word(document: Document, at: int) -> int | None:
    """The end of the next word of the name, or None where the name ends at `at`."""
    joint = _JOINT.match(document.folded, at)
    if joint is None:
        return None
    start = joint.end()
    known = _INNER.match(document.folded, start)
    capital = _CAPITAL.match(document.text, start) if document.text[start : start + 1].isupper() else None
    if joint["joint"]:
        return _after_joint(document, start, joint["joint"] == ",", known or capital)
    if known:
        return known.end()
    return capital.end() if capital else None


def _after_joint(document: Document, start: int, comma: bool, word: re.Match[str] | None) -> int | None:
    """The end of a word after "và", a dash or a comma: capitalised, no type word; after a comma only in a list with
    "và"."""
    if word is None or not document.text[start].isupper() or _CITED.match(document.folded, start):
        return None
    if comma and not _CLOSING.match(document.folded, word.end()):
        return None
    return word.end()


_TERM = WordPattern("issuers", r"\s?\({document_types/words.term} [ivx]+\)")
_HEAD = WordPattern("issuers", r"{words.heads}(?!\w|\s+{words.no_head_before})")
_INNER = WordPattern("issuers", r"{words.inner}(?!\w|\s+{words.no_inner_before})")
# A capitalised word that is not an abbreviation of a type before a number.
_CAPITAL = WordPattern(
    "issuers",
    r"(?![A-Z{letters/D:letters}]{2}[ ]\w*\d)(?:{words.dotted:printed}|TP\.\w*|[^\W\d_][\w&]*(?:-[^\W\d_]\w*)*)",
)
_JOINT = WordPattern("issuers", r"\s*(?P<joint>{words.joints:printed})[ ]|[ ]")
# Up to four words without a mark, then "và": the end of a list of names.
_CLOSING = WordPattern("issuers", r"(?:[ ][^\W\d]+){0,5}[ ]{grammar/and}[ ]")
# A type word: the next citation or another document, not part of a body's name.
_CITED = WordPattern("issuers", r"{types}(?!\w)", types=type_names)
