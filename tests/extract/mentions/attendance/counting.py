"""Helpers that read the counts of a test text with the words around them."""

from __future__ import annotations

from extract.mentions.attendance.context import CountContext, read_context
from extract.mentions.attendance.counts import read_counts
from extract.text.document import read_document
from tests.extract.articles import article


def context(text: str, published: str | None = "2024-05-15") -> CountContext:
    """The last count of a text among its words, with no other before it."""
    document = read_document(article(*text.split("\n"), published=published))
    return read_context(document, list(read_counts(document.folded))[-1], None, False)


def contexts(text: str) -> tuple[CountContext, CountContext]:
    """The last two counts of a text; the second goes on from the first, of people who attended."""
    document = read_document(article(*text.split("\n")))
    first, second = list(read_counts(document.folded))[-2:]
    return read_context(document, first, None, False), read_context(document, second, first, False)
