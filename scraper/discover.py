"""What a listing, a feed or a sitemap leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree
from parsel import Selector

from scraper.article import Page
from scraper.decode import decode
from scraper.platforms import Platform
from scraper.sites import Site
from scraper.stamps import read_stamp
from scraper.urls import ATTACHMENT_TYPES, MEDIA_TYPES, canonical_url, extension, join, url_key

LinkKind = Literal["article", "listing", "next", "feed", "sitemap", "attachment"]


@dataclass(frozen=True, slots=True)
class Link:
    """Where a page leads: the canonical address, what stands there, and what the page says of it.

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
    seen = {url_key(page.url, platform)}
    for link in links:
        key = url_key(link.url, platform)
        if key not in seen and site.owns(link.url):
            seen.add(key)
            yield link


def _html_links(base: str, text: str, platform: Platform) -> Iterator[Link]:
    root = Selector(text, type="html")
    base = join(base, root.css("base::attr(href)").get("")) or base
    yield from _items(root, base, platform)
    for href in _hrefs(root, platform.listing.next):
        url = join(base, href)
        if url:
            yield Link(canonical_url(url, platform), "next")
    for anchor in root.css("a[href]"):
        url = join(base, anchor.attrib["href"])
        link = _classified(url, _text(anchor), platform) if url else None
        if link:
            yield link


def _items(root: Selector, base: str, platform: Platform) -> Iterator[Link]:
    for item in (node for css in platform.listing.item for node in root.css(css)):
        anchor = next((found for css in platform.listing.link for found in item.css(css)), None)
        url = join(base, anchor.attrib.get("href", "")) if anchor is not None else None
        if anchor is None or url is None:
            continue
        dates = " ".join(_text(found) for css in platform.listing.date for found in item.css(css))
        stamp = read_stamp(dates)
        yield Link(canonical_url(url, platform), "article", stamp.value[:10] if stamp else None, _text(anchor))


def _hrefs(root: Selector, selectors: Iterable[str]) -> Iterator[str]:
    for css in selectors:
        yield from (node.attrib["href"] for node in root.css(css) if node.attrib.get("href"))


def _classified(url: str, title: str, platform: Platform) -> Link | None:
    kinds: dict[str, LinkKind] = {
        "article": "article", "print": "article", "listing": "listing", "feed": "feed", "sitemap": "sitemap",
        "attachment": "attachment",
    }
    if extension(url) in MEDIA_TYPES:
        return None
    kind = "attachment" if extension(url) in ATTACHMENT_TYPES else platform.classify(url)
    return Link(canonical_url(url, platform), kinds[kind], None, title) if kind in kinds else None


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
    if url:
        title = values["title"].text or "" if "title" in values else ""
        yield Link(canonical_url(url, platform), kind, None, title.strip())


def _text(node: Selector) -> str:
    return " ".join(" ".join(node.css("*::text").getall()).split())
