"""The links of a listing, a feed or a sitemap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

from lxml import etree

from scraper.article import Page
from scraper.pages.blocks import clean
from scraper.pages.dates import read_stamp
from scraper.pages.decode import decode
from scraper.pages.feeds import UnreadableFeed, feed_entries, looks_like_feed, unpacked
from scraper.pages.fields import base_of
from scraper.pages.link_kinds import kinds_of, placed_links
from scraper.pages.selecting import elements, lines_of, text_of, texts, tree
from scraper.pages.vocabulary import vocabulary
from scraper.pages.urls import canonical_url, join, url_key
from scraper.platforms import Platform
from scraper.policy.guards import changes_something, is_too_much
from scraper.sites import Site

_DAY_IN_TITLE = re.compile(r"\s*\(\d{1,2}[/-]\d{1,2}[/-]\d{4}\)$")  # LacViet prints the day into the link
LONGEST_TITLE = 300  # characters; a longer link is more than a title
SHORTEST_LEAD = 60  # characters
LinkKind = Literal["article", "listing", "next", "feed", "sitemap", "attachment"]
_FOLLOWED = frozenset(("article", "listing", "feed", "sitemap", "attachment"))


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its URL (canonical, as `discover` returns it), the kind of its page, and data from the linking page.

    `published` is the day (ISO) that a listing, feed or sitemap gives; it decides how far to page, and is not used for
    the article itself. `lead` is the text beside the link. "next" is the next page of the same listing; "listing" is
    another listing.
    """

    url: str
    kind: LinkKind
    published: str | None = None
    title: str = ""
    lead: str = ""


def discover(
    page: Page, site: Site, platform: Platform, kind: str = "listing", learned: Mapping[str, str] | None = None
) -> tuple[Link, ...]:
    """The links of a listing, feed or sitemap of the site, each once, in page order; off-site links are left out.

    `kind` is the kind that the page was requested as, `learned` the kinds of pages by the patterns of the site's URLs,
    where its pages taught them. Raises UnreadableFeed where a feed or sitemap cannot be read.
    """
    body = unpacked(page.body)
    if looks_like_feed(body) or kind == "feed":
        links: Iterable[Link] = _entries(body, page.url, platform)
    elif is_too_much(body):  # of a sitemap that is a page, or of one that is packed
        raise UnreadableFeed("too_large")
    else:
        links = _html_links(page.url, decode(body, site.encoding), platform, site, learned or {})
    found = tuple(_own(links, page, site, platform))
    if kind == "sitemap" and not found and not looks_like_feed(body):
        raise UnreadableFeed("unreadable")
    return found


def _own(links: Iterable[Link], page: Page, site: Site, platform: Platform) -> Iterator[Link]:
    """Each page once, with the data of all links to it; most pages have a picture, a title and a "read on" link."""
    canonical: dict[str, tuple[str, str]] = {}
    found: dict[str, Link] = {}
    own = url_key(page.url, platform)
    for link in links:
        if link.url not in canonical:
            url = canonical_url(link.url, platform)
            canonical[link.url] = url, url_key(url, platform)
        url, key = canonical[link.url]
        if key in found:
            found[key] = _merged(found[key], link)
        elif key != own and site.owns(url):
            found[key] = replace(link, url=url)
    yield from found.values()


def _merged(link: Link, other: Link) -> Link:
    """A link merged with another link to the same page: the longer title, the first day and lead.

    Of a title and the same one with "read on" before or behind it, the title alone is taken.
    """
    shorter, title = sorted((link.title, other.title), key=_worth)
    if shorter and shorter in title and vocabulary().read_on.fullmatch(title.replace(shorter, "", 1)):
        title = shorter
    return replace(link, title=title, published=link.published or other.published, lead=link.lead or other.lead)


def _worth(title: str) -> int:
    """The value of the text of a link as a title: its length, 0 for "read on" and for whole paragraphs."""
    return 0 if len(title) > LONGEST_TITLE or vocabulary().read_on.fullmatch(title) else len(title)


def _html_links(
    base: str, text: str, platform: Platform, site: Site, learned: Mapping[str, str]
) -> Iterator[Link]:
    """The items of a listing, its next pages, then all links; links to one page have one kind."""
    root = tree(text)
    page_url, base = base, base_of(root, base)
    items = {link.url: link for link in _items(root, base, platform)}
    anchors = [(anchor, url) for anchor in root.iter("a") if (url := _followed(anchor, base))]
    placed = placed_links(anchors, platform, site.owns, learned)
    kinds = kinds_of(placed, page_url, {url for url, item in items.items() if item.published})
    for url, item in items.items():
        if kinds.get(url) in ("article", "print"):
            yield item
    for anchor in elements(root, platform.listing.next):
        url = join(base, anchor.get("href", ""))
        if url:
            yield Link(url, "next")
    for link in placed:
        kind = kinds[link.url]
        if kind in _FOLLOWED:
            yield Link(link.url, cast(LinkKind, kind), None, link.title)


def _followed(anchor: etree._Element, base: str) -> str | None:
    """The URL of a link that may be followed."""
    if "nofollow" in anchor.get("rel", "").lower():
        return None
    url = join(base, anchor.get("href", ""))
    return None if url is None or changes_something(url) else url


def _items(root: etree._Element, base: str, platform: Platform) -> Iterator[Link]:
    """The items of a listing, with the day beside or within the link of each, and with their leads."""
    for item in elements(root, platform.listing.item):
        anchor = next(elements(item, platform.listing.link), None)
        url = join(base, anchor.get("href", "")) if anchor is not None else None
        if anchor is None or not url or changes_something(url):
            continue
        stamps = (read_stamp(text) for text in texts(item, platform.listing.date))
        day = next((stamp.day for stamp in stamps if stamp), None)
        title = _DAY_IN_TITLE.sub("", clean(text_of(anchor)))
        yield Link(url, "article", day, title, _lead(item, title))


def _lead(item: etree._Element, title: str) -> str:
    """The longest line of an item beside its title; empty where none is long enough for a sentence."""
    lines = [line for line in lines_of(item) if len(line) >= SHORTEST_LEAD and line != title]
    return max(lines, key=len, default="")


def _entries(body: bytes, base: str, platform: Platform) -> Iterator[Link]:
    """The links of a feed or sitemap, except those that the platform's rules refuse."""
    for entry in feed_entries(body, base):
        if entry.kind == "next" or not platform.excludes(entry.url):
            yield Link(entry.url, entry.kind, entry.day, entry.title, entry.lead)
