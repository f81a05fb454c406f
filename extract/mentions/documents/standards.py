"""National standards and technical regulations, cited by number and year: "TCVN 6909:2001", "QCVN 14:2008/BTNMT"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions.documents.identities import Citation
from extract.model import CitationValue, Span
from extract.text.document import Document
from extract.text.lexicon import load
from extract.text.patterns import WordPattern


def find_standards(document: Document) -> Iterator[Citation]:
    """The standards cited, without adopted international ones such as "TCVN ISO 9001:2015"."""
    types = load("document_types")["standards"]
    if not any(name in document.text for name in types):
        return  # the case of nearly all texts
    for match in _STANDARD.finditer(document.text):
        value = CitationValue(
            type=types[match["type"]],
            number=match["number"],
            symbol=re.sub(r"\s", "", match.group()),
            year=match["year"],
        )
        yield Citation(Span(*match.span()), value, "standard", match["type"])


_STANDARD = WordPattern(
    "document_types",
    r"""
    \b(?P<type>{standards:printed})\s(?P<number>\d+(?:-\d+)?)\s?:\s?(?P<year>(?:19|20)\d\d)(?:/[A-Z{letters/D:letters}]+)?\b
    """,
)
