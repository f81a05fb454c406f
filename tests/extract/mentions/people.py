"""Helpers that extract the persons of a test sentence."""

from __future__ import annotations

from extract.mentions.officials.find import find_officials
from extract.model import OfficialValue, Rejection
from extract.text.document import read_document
from scraper.article import Article, Place


def officials(*paragraphs: str, place: Place | None = None) -> list[OfficialValue]:
    document = read_document(Article(id="a", paragraphs=paragraphs, place=place or Place()))
    found = find_officials(document)
    for mention in found.mentions:
        assert document.quote(mention.span) == mention.text
    return [mention.value for mention in found.mentions]  # type: ignore[misc]


def posts(*paragraphs: str) -> dict[str, list[str]]:
    return {official.name: [post.text for post in official.positions] for official in officials(*paragraphs)}


def roles(*paragraphs: str) -> dict[str, list[str]]:
    return {official.name: list(official.roles) for official in officials(*paragraphs)}


def refusals(text: str) -> list[Rejection]:
    return list(find_officials(read_document(Article(id="a", paragraphs=(text,)))).rejections)
