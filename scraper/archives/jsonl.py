"""An article from a line of JSON: one that this project's spiders write, or any with URL, title and text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scraper.article import Article, Page
from scraper.boundary.values import clean_text
from scraper.pages.blocks import clean
from scraper.pages.dates import read_stamp
from scraper.pages.parse import article_id
from scraper.pages.urls import canonical_url
from scraper.platforms import load_platforms
from scraper.sites import Site


def article_of_line(values: Mapping[str, object], page: Page, site: Site) -> Article | None:
    """The article of a line's values (`title`, `text` or `paragraphs`, `lead`, `captions`, `published`, `author`,
    `source`, `section`); None for a line without text."""
    platform = load_platforms()[site.platform]
    title, lead = _text(values.get("title")), _text(values.get("lead"))
    lines = _blocks(values.get("paragraphs") or values.get("text"))
    paragraphs = tuple(line for line in lines if line not in (title, lead))
    if not paragraphs and not lead:
        return None
    article = Article(
        id=article_id(page.url, site, platform),
        url=canonical_url(page.url, platform),
        site_id=site.id,
        title=title or next(iter(lines), ""),
        lead=lead,
        paragraphs=paragraphs,
        captions=_blocks(values.get("captions")),
        author=_text(values.get("author")) or None,
        source=_text(values.get("source")) or None,
        section=_text(values.get("section")) or None,
        platform=platform.id,
        place=site.place,
        fetched_at=page.fetched_at,
        page_sha256=page.sha256,
    )
    stamp = read_stamp(_text(values.get("published") or values.get("published_at")), page.fetched_at)
    if stamp is None:
        return article
    precision = _text(values.get("published_precision")) or stamp.precision
    return replace(article, published_at=stamp.value, published_precision=precision)


def _text(value: object) -> str:
    return clean(clean_text(value)) if isinstance(value, str) else ""


def _blocks(value: object) -> tuple[str, ...]:
    """The paragraphs of a text, one for each line, or of a list of texts."""
    lines = value.splitlines() if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(filter(None, map(_text, lines)))
