"""Helpers to write an article in a test."""

from __future__ import annotations

from scraper.article import Article, Place


def article(*paragraphs: str, title: str = "", published: str | None = "2024-05-15", place: Place = Place()) -> Article:
    """An article of these paragraphs, published by a body of `place`."""
    return Article(id="a1", title=title, paragraphs=paragraphs, published_at=published, place=place)
