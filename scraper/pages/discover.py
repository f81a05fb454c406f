"""What a listing, a feed or a sitemap leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from scraper.article import Page
from scraper.pages.blocks import clean
from scraper.pages.dates import feed_day, read_stamp
from scraper.pages.decode import decode
from scraper.pages.fields import base_of
from scraper.pages.selecting import elements, text_of, texts, tree
from scraper.pages.urls import canonical_url, join, url_key
from scraper.platforms import Platform
from scraper.sites import Site

_DAY_IN_TITLE = re.compile(r"\s*\(\d{1,2}[/-]\d{1,2}[/-]\d{4}\)$")  # LacViet prints the day into the link
LinkKind = Literal["article", "listing", "next", "feed", "sitemap", "attachment"]


@dataclass(frozen=True, slots=True)
class Link:
    """Where a page leads: the address (canonical, as `discover` gives it), what stands there, what the page says of it.

    `published` is the day (ISO) that a listing, feed or sitemap gives, for deciding how far to page, never for the
    article itself. "next" is the next page of the same listing; "listing" is another listing.
    """

    url: str
    kind: LinkKind
    published: str | None = None
    title: str = ""


def discover(page: Page, site: Site, platform: Platform) -> tuple[Link, ...]:
    """The links of a listing, feed or sitemap of the site, each once, in page order; off-site links are left out."""
    text = decode(page.body, site.encoding)
    head = text[:2000].lstrip("\ufeff \r\n\t")
    if head.startswith("<?xml") or head.startswith(("<rss", "<feed", "<urlset", "<sitemapindex")):
        links = _xml_links(page, platform)
    else:
        links = _html_links(page.url, text, platform)
    return tuple(_own(links, page, site, platform))


def _own(links: Iterable[Link], page: Page, site: Site, platform: Platform) -> Iterator[Link]:
    """Each page once; most addresses come several times just as they are, with a picture, a title and "read on"."""
    met: set[str] = set()
    seen = {url_key(page.url, platform)}
    for link in links:
        if link.url in met:
            continue
        met.add(link.url)
        url = canonical_url(link.url, platform)
        key = url_key(url, platform)
        if key not in seen and site.owns(url):
            seen.add(key)
            yield replace(link, url=url)


def _html_links(base: str, text: str, platform: Platform) -> Iterator[Link]:
    root = tree(text)
    base = base_of(root, base)
    yield from _items(root, base, platform)
    for anchor in elements(root, platform.listing.next):
        url = join(base, anchor.get("href", ""))
        if url:
            yield Link(url, "next")
    for anchor in root.iter("a"):
        url = join(base, anchor.get("href", ""))
        link = _classified(url, clean(text_of(anchor)), platform) if url else None
        if link:
            yield link


def _items(root: etree._Element, base: str, platform: Platform) -> Iterator[Link]:
    """The articles of a listing, with the day that stands beside each, or within its link."""
    for item in elements(root, platform.listing.item):
        anchor = next(elements(item, platform.listing.link), None)
        url = join(base, anchor.get("href", "")) if anchor is not None else None
        if anchor is None or not url or platform.classify(url) in ("listing", "feed", "other"):
            continue
        stamps = (read_stamp(text) for text in texts(item, platform.listing.date))
        day = next((stamp.day for stamp in stamps if stamp), None)
        title = clean(text_of(anchor))
        yield Link(url, "article", day, _DAY_IN_TITLE.sub("", title))


def _classified(url: str, title: str, platform: Platform) -> Link | None:
    kinds: dict[str, LinkKind] = {
        "article": "article",
        "listing": "listing",
        "feed": "feed",
        "sitemap": "sitemap",
        "attachment": "attachment",
    }
    kind = platform.classify(url)
    return Link(url, kinds[kind], None, title) if kind in kinds else None


def _xml_links(page: Page, platform: Platform) -> Iterator[Link]:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(page.body, parser)
    if root is None:
        return
    for node in root.iter():
        name = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if name in ("item", "entry", "url"):
            yield from _entry(node, "article", page, platform)
        elif name == "sitemap":
            yield from _entry(node, "sitemap", page, platform)


def _entry(node: etree._Element, kind: LinkKind, page: Page, platform: Platform) -> Iterator[Link]:
    values = {etree.QName(child).localname: child for child in node if isinstance(child.tag, str)}
    address = values.get("loc", values.get("link"))
    href = "" if address is None else (address.text or address.get("href") or "")
    url = join(page.url, href)
    if url and not platform.excludes(url):
        title = values["title"].text or "" if "title" in values else ""
        dates = (values[name].text or "" for name in ("pubDate", "published", "updated", "lastmod") if name in values)
        yield Link(url, kind, next(map(feed_day, dates), None), clean(title))
