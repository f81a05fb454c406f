"""The points, clauses, articles and parts of a document that are cited with it: before its type word, or after it."""

from __future__ import annotations

import re

from extract.mentions.documents.type_words import type_names
from extract.text.document import Document
from extract.text.patterns import WordPattern

_FAR = 200  # characters before a type word, or after a citation, in which several provisions may be


def provision_before(document: Document, at: int) -> str | None:
    """The provisions named before the type word at `at`: "khoản 2 Điều 5"."""
    return _told(document, _BEFORE.search(document.folded, max(0, at - _FAR), at))


def provision_after(document: Document, end: int) -> str | None:
    """The provisions named after a citation that ends at `end`: ", Điều 5 khoản 3 điểm a", "(Điều 5, Điều 6)".

    Those that another document follows are of that one.
    """
    match = _AFTER.match(document.folded, end, min(len(document.folded), end + _FAR))
    if match is None or _OF_ANOTHER.match(document.folded, match.end()):
        return None
    return _told(document, match)


def _told(document: Document, match: re.Match[str] | None) -> str | None:
    if match is None or _TELLING.search(match["provision"]) is None:
        return None
    return document.text[match.start("provision") : match.end("provision")]


_PARTS = {
    # "Điều 12 (khoản 1, điểm b)"
    "one": r"(?:{level}(?:\s?\({level}(?:{apart}{level})*\))?|{short})",
    "short": r"(?<![\w.]){provisions.initials}\.?\s?\d{1,3}(?!\w)",
    "level": r"""
    {provisions.compounds:unless_apart}(?<!\w)
    (?:{grammar/from}\s+)?
    {words} \s+ {place}
    (?:{further}{place})*
    (?:\s*(?:{grammar/to}|[-–])\s*(?:{words}\s+)?{place})?
    """,
    "words": "{provisions.item+provisions.point+provisions.clause+provisions.article+provisions.part}",
    "place": (
        r"(?:\d+(?:\.\d+){0,2}(?:\.?[a-z{letters/d:letters}])?|\(\d{1,3}\)|[ivx]+(?:\.\d+)?"
        r"|[a-z{letters/d:letters}]\d?)(?!\w)"
    ),
    "apart": (
        r"(?:\s*[,;/]\s*|\s+[-–]\s+|\s+)(?:{grammar/and}\s+)?(?:{provisions.within}\s+)?(?:{grammar/several}\s+)?"
    ),
    "further": r"\s*(?:[,;+&]|,?\s*{grammar/and})\s*",
}
# Several of them or one within another, up to "của".
_BEFORE = WordPattern(
    "document_types",
    r"""
    (?P<provision> {one} (?:{apart}{one})* )
    (?:,\s*|\s+[-–]\s+|\s+)(?:{provisions.within}\s+)?$
    """,
    **_PARTS,
)
_AFTER = WordPattern(
    "document_types",
    r"""
    (?:\s*[,:;(]\s*|\s+[-–]\s+|\s+)
    (?:{provisions.provided}\s+)?(?:{provisions.within}\s+)?(?:{grammar/several}\s+)?
    (?P<provision> {one} (?:{apart}{one})* )
    """,
    **_PARTS,
)
_OF_ANOTHER = WordPattern(
    "document_types",
    r"(?:\s*,)?\s+(?:{provisions.within}\s+)?(?!{provisions.provided}\s+(?!{grammar/number}\s)){types}(?!\w)",
    types=type_names,
)
# What one of them has to be for the others to be parts of a document.
_TELLING = WordPattern(
    "document_types",
    r"(?<!\w)(?:{provisions.clause+provisions.article+provisions.part}\s|{provisions.initials}\.?\s?\d)",
)
