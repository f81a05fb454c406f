"""The metadata in the head of a page: JSON-LD and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree

from scraper.pages.blocks import clean
from scraper.pages.dates import Stamp, read_stamp
from scraper.pages.selecting import select

PUBLISHED = (
    "article:published_time",
    "datePublished",
    "og:published_time",
    "pubdate",
    "publishdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dc.created",
    "date",
)
Metas = Mapping[tuple[str, str], str]
_KEYS = ("property", "name", "itemprop")
_DECODER = json.JSONDecoder(strict=False)
_OPENING = re.compile(r"(?<!CDATA)\[(?!CDATA\[)|\{")
_COMMA_TOO_MANY = re.compile(r",(?=\s*[}\]])")

# Of the page's body, by which WordPress and Drupal name what the page is: a post, a node of news.
_ARTICLE_CLASS = re.compile(
    r"(?<![\w-])(?:single-post|(?:page-)?node-type-(?:article|news|story|blog|tin[\w-]*|bai-?viet|thong-?bao))(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of an article; each None where the head has none."""

    headline: str | None = None
    title: str | None = None
    description: str | None = None
    published: Stamp | None = None
    author: str | None = None
    section: str | None = None
    is_article: bool = False


def read_metadata(root: etree._Element) -> Metadata:
    """The metadata of a page: JSON-LD of an article first, then meta elements."""
    data = next(_articles(root), {})
    metas = _metas(root)
    return Metadata(
        headline=_text(data.get("headline")),
        title=_meta(metas, "og:title", "twitter:title"),
        description=_text(data.get("description")) or _meta(metas, "og:description", "description"),
        published=read_stamp(_text(data.get("datePublished")) or "") or _published(metas),
        author=_name(data.get("author")) or _meta(metas, "author", "article:author"),
        section=_text(data.get("articleSection")) or _meta(metas, "article:section"),
        is_article=bool(data)
        or _meta(metas, "og:type") == "article" and _published(metas) is not None
        or _marks_one_article(root)
        or _ARTICLE_CLASS.search(next((body.get("class", "") for body in root.iter("body")), "")) is not None,
    )


def _marks_one_article(root: etree._Element) -> bool:
    """Whether the page marks the body of exactly one article in microdata."""
    bodies = [found for found in select(root, "[itemprop=articleBody]") if not isinstance(found, str)]
    kinds = {kind for body in bodies for one in body.iterancestors() if (kind := one.get("itemtype", ""))}
    return len(bodies) == 1 and any(kind.endswith(("Article", "BlogPosting")) for kind in kinds)


def _articles(root: etree._Element) -> Iterator[dict[str, Any]]:
    for text in select(root, "script[type='application/ld+json']::text"):
        for node in _nodes(_content(str(text))):
            if str(node.get("@type", "")).strip("[]'\"").endswith(("Article", "BlogPosting")):
                yield node


def _content(text: str) -> Any:
    """The content of JSON-LD, also within a comment or CDATA, before a semicolon, or with a comma too many; None where
    it cannot be read."""
    begin = _OPENING.search(text)
    told = text[begin.start() :] if begin else ""
    for version in (told, _COMMA_TOO_MANY.sub("", told)):
        try:
            return _DECODER.raw_decode(version)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(content: Any) -> Iterator[dict[str, Any]]:
    if isinstance(content, list):
        for part in content:
            yield from _nodes(part)
    elif isinstance(content, dict):
        yield content
        yield from _nodes(content.get("@graph", []))


def _published(metas: Metas) -> Stamp | None:
    for name in PUBLISHED:
        stamp = read_stamp(_meta(metas, name) or "")
        if stamp:
            return stamp
    return None


def _metas(root: etree._Element) -> Metas:
    """The contents of the meta elements, by key attribute and name; of several, the first that is not empty."""
    contents: dict[tuple[str, str], str] = {}
    for meta in root.iter("meta"):
        content = clean(meta.get("content") or "")
        for key in _KEYS:
            name = meta.get(key)
            if name and content:
                contents.setdefault((key, name), content)
    return contents


def _meta(metas: Metas, *names: str) -> str | None:
    return next((metas[key, name] for name in names for key in _KEYS if (key, name) in metas), None)


def _name(author: Any) -> str | None:
    if isinstance(author, list):
        return _name(author[0]) if author else None
    return _text(author.get("name") if isinstance(author, dict) else author)


def _text(value: Any) -> str | None:
    return clean(unescape(value)) or None if isinstance(value, str) else None  # some systems escape within JSON too
