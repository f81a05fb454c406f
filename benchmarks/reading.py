"""Reads single pages for comparisons with readings by hand and with other parsers.

Every function takes the bytes of one page as a server sent them. `platform` is the id of a platform, "generic" where
none is known, or None for the platform recognised by the page. Nothing here uses the network or a stored crawl.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from scraper.article import Page
from scraper.frontier.links import FoundLink
from scraper.frontier.paging import as_paging
from scraper.pages.decode import declared_encoding, decode
from scraper.pages.discover import discover
from scraper.pages.parse import NotAnArticle, parse_article
from scraper.pages.profile import PageFacts, page_facts, profile_of
from scraper.pages.recognise import recognise
from scraper.pages.selecting import tree
from scraper.pages.urls import url_key
from scraper.platforms import Platform, load_platforms
from scraper.sites import Site

FETCHED_AT = "2026-11-21T03:00:00+00:00"  # saved pages have no time of their own


def read(url: str, body: bytes, platform: str | None, siblings: Mapping[str, bytes] | None = None) -> dict[str, Any]:
    """Returns the fields of the article on a page, or `refused` with the reason why there is none.

    `siblings` are other pages of the same site, URL to bytes.
    """
    page, site, known = _opened(url, body, platform)
    others = {url: body, **(siblings or {})}
    bodies = {hashlib.sha256(other).digest(): (address, other) for address, other in others.items()}
    profile = profile_of([_facts(*bodies[digest]) for digest in sorted(bodies)]) if siblings else None
    try:
        article = parse_article(page, site, known, profile=profile)
    except NotAnArticle as refusal:
        return {"refused": refusal.reason, "platform": known.id}
    return {
        "url": article.url,
        "title": article.title,
        "stamp": article.published_at,
        "author": article.author,
        "source": article.source,
        "paragraphs": [text for text in (article.lead, *article.paragraphs) if text],
        "platform": article.platform,
    }


def links(url: str, body: bytes, platform: str | None) -> list[dict[str, Any]]:
    """Returns the links of a listing: `url`, `kind`, `published` (ISO day or None) and `title` of each."""
    return [
        {"url": link.url, "kind": link.kind, "published": link.published, "title": link.title}
        for link in discover(*_opened(url, body, platform))
    ]


def next_pages(url: str, body: bytes, platform: str | None) -> list[str]:
    """Returns the URLs that a crawl takes for further pages of the listing."""
    page, site, known = _opened(url, body, platform)
    found = [
        FoundLink(url_key(link.url, known), link.url, urlsplit(link.url).netloc, link.kind, link.published)
        for link in discover(page, site, known)
    ]
    return [link.url for link in as_paging(found, url_key(url, known), every=True) if link.kind == "next"]


def kind(url: str, platform: str) -> str:
    """Returns what a URL is on a platform: article, listing, feed, sitemap, print, attachment or other."""
    return load_platforms()[platform].classify(url)


def _opened(url: str, body: bytes, platform: str | None) -> tuple[Page, Site, Platform]:
    """The page, a site that it is on, and its platform."""
    page = _page(url, body)
    parts = urlsplit(url)
    known = load_platforms()[platform] if platform else _recognised(page)
    site = Site(id="example", name="Example", url=f"{parts.scheme}://{parts.netloc}/", platform=known.id)
    return page, site, known


def _page(url: str, body: bytes) -> Page:
    return Page(url, url, FETCHED_AT, 200, {"content-type": "text/html"}, body, hashlib.sha256(body).hexdigest())


@lru_cache(maxsize=512)
def _facts(url: str, body: bytes) -> PageFacts:
    """The facts of a page for a profile, kept because pages of one copy have most siblings in common."""
    return page_facts(_page(url, body))


def _recognised(page: Page) -> Platform:
    text = decode(page.body, declared_encoding(page.headers, page.body))
    return recognise(page, text, tree(text))[0]
