"""Helpers to read a test's text: as a document, as tokens, and the place of what is in brackets in it."""

from __future__ import annotations

from extract.model import Span
from extract.text.document import Document, read_document
from extract.text.tokens import Tokens, read_tokens
from tests.extract.articles import article


def document_of(text: str) -> Document:
    """The document of a text without a title."""
    return read_document(article(*text.split("\n")))


def tokens_of(text: str) -> Tokens:
    """The tokens of a text."""
    return read_tokens(document_of(text))


def bracketed(text: str) -> tuple[Document, Span]:
    """The document of a text without its square brackets, and the characters between them."""
    return document_of(text.replace("[", "").replace("]", "")), Span(text.index("["), text.index("]") - 1)


def bracketed_words(text: str) -> tuple[Tokens, int, int]:
    """The tokens of a text without its square brackets, the first of those between them and the one after the last."""
    document, span = bracketed(text)
    tokens = read_tokens(document)
    inside = [at for at, start in enumerate(tokens.start) if span.start <= start < span.end]
    return tokens, inside[0], inside[-1] + 1
