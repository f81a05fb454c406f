"""Cleaning of an article before the extraction: clean strings, and times and a URL that can be parsed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scraper.article import Article
from scraper.boundary.values import clean_line, clean_text, iso_time, utc_time, web_url


def clean_article(article: Article) -> Article:
    """The article with clean strings; a time or a URL that cannot be parsed is left out.

    `published_at` is in Vietnam's zone, `fetched_at` in UTC.
    """
    published = _readable(iso_time, article.published_at)
    return replace(
        article,
        id=clean_line(article.id),
        url=_readable(web_url, article.url),
        title=clean_line(article.title),
        lead=clean_text(article.lead),
        paragraphs=tuple(map(clean_text, article.paragraphs)),
        captions=tuple(map(clean_text, article.captions)),
        published_at=published,
        published_precision=article.published_precision if published else None,
        author=_line(article.author),
        source=_line(article.source),
        section=_line(article.section),
        fetched_at=_readable(utc_time, article.fetched_at),
    )


def _line(value: str | None) -> str | None:
    return None if value is None else clean_line(value)


def _readable(read: Callable[[str], str | None], value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return read(value)
    except ValueError:
        return None
