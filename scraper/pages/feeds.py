"""Feeds and sitemaps: the entries in them. Their format is detected by content, not by name."""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import Any, Literal

from lxml import etree

from scraper.pages.blocks import clean
from scraper.pages.dates import feed_day
from scraper.pages.decode import decode
from scraper.pages.urls import join
from scraper.policy.guards import MAX_BYTES

LONGEST_HEAD = 100_000  # bytes of a feed or sitemap before its root element, such as a document type
MOST_ENTRIES = 50_000  # of one sitemap, the protocol's own limit
MOST_BYTES = 2_000_000  # of a feed that are read: parsed it takes fifty times as much
MOST_TAGS = 80_000  # of a feed that are read, with their attributes: an empty element takes a kilobyte when parsed
MOST_SITEMAP_TAGS = 300_000  # of a sitemap that are read, with their attributes: six for each entry
MOST_ALONE = 500  # items that are parsed one by one
MOST_LISTED = 5_000_000  # bytes of a list of URLs that are read
MOST_JSON = 3_000_000  # bytes of a JSON Feed, which cannot be read in part
MOST_CHILDREN = 500  # sitemaps that an index may lead to
MOST_LAYERS = 3  # of gzip within gzip
_PIECE = 8_192  # bytes that are unpacked at once
_SITEMAP_TAGS = ("urlset", "sitemapindex")
_JSON_FEED = re.compile(rb"""["']version["']\s*:\s*["']https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/""")
_ITEM = re.compile(rb"<(?:item|entry)\b")
_REFERENCE = re.compile(rb"&#(?:[xX]([0-9A-Fa-f]{1,100})|([0-9]{1,100}));")
_LAST_CHARACTER = 0x10FFFF
_ONWARD = ("next", "prev-archive")  # the relations of the page of older entries: RFC 5005
_GZIP = b"\x1f\x8b"
_TAG_OR_ATTRIBUTE = re.compile(rb"""<[A-Za-z]|=["']""")


class UnreadableFeed(ValueError):
    """A body that should be a feed or a sitemap and is not; the message says in one word what it is instead."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed or sitemap; `day` is an ISO day, `lead` the summary without its markup.

    One of kind "next" is the page of a feed with older entries.
    """

    url: str
    kind: Literal["article", "sitemap", "next"] = "article"
    title: str = ""
    day: str | None = None
    lead: str = ""


def unpacked(body: bytes) -> bytes:
    """Returns a body unpacked where it is gzip, by its first bytes, at most MAX_BYTES of it; of a torn one what comes
    before the tear. A packed file may be packed again by its server."""
    for _ in range(MOST_LAYERS):
        if not body.startswith(_GZIP):
            break
        body = b"".join(islice(_pieces(body), MAX_BYTES // _PIECE))
    return body


def _pieces(body: bytes) -> Iterator[bytes]:
    """The pieces of a gzip file, up to where it cannot be read."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
            while piece := packed.read1(_PIECE):
                yield piece
    except (OSError, EOFError, zlib.error):
        return


def looks_like_feed(body: bytes) -> bool:
    """Returns whether a body is XML of a feed or a sitemap, a JSON Feed, or a list of URLs."""
    if _root_name(body) in ("rss", "feed", "RDF", *_SITEMAP_TAGS):
        return True
    return _is_json_feed(body) or bool(_urls(body))


def feed_entries(body: bytes, base: str) -> list[FeedEntry]:
    """Returns the entries of a feed, a JSON Feed, a sitemap, an index of sitemaps or a list of URLs.

    An entry that cannot be read is left out. Raises UnreadableFeed where the body is none of them.
    """
    body = unpacked(body)
    if _root_name(body) in _SITEMAP_TAGS:
        return list(_sitemap(body, base))
    if _is_json_feed(body):
        return list(_json_feed(body, base))
    listed = _urls(body)
    if listed:
        return [FeedEntry(url) for url in (join(base, one) for one in listed) if url]
    return list(_feed(body, base))


def _root_name(body: bytes) -> str:
    """The local name of the first element; empty where the body is not XML."""
    head = body[:4000].lstrip(b"\xef\xbb\xbf \r\n\t\x00\xff\xfe")
    if not head.startswith(b"<") and b"\x00" not in head[:8]:
        return ""
    if b"\x00" not in body[:8]:
        body = body.lstrip(b"\xef\xbb\xbf \r\n\t")  # a mark or blanks before the declaration
    source = io.BytesIO(body[:LONGEST_HEAD])
    try:
        for _, node in etree.iterparse(source, events=("start",), recover=True, resolve_entities=False):
            return etree.QName(node).localname
    except etree.XMLSyntaxError:
        pass
    return ""


def _urls(body: bytes) -> list[str]:
    """The lines of a text sitemap; empty where any of the first is not a URL."""
    if body[:1] == b"<":
        return []
    part = body if len(body) <= MOST_LISTED else body[:MOST_LISTED].rpartition(b"\n")[0]
    lines = [line.strip() for line in decode(part).splitlines() if line.strip()]
    if not lines or not all(line.startswith(("http://", "https://")) for line in lines[:20]):
        return []
    return [line for line in lines if line.startswith(("http://", "https://"))][:MOST_ENTRIES]


def _sitemap(body: bytes, base: str) -> Iterator[FeedEntry]:
    """The entries of a sitemap or an index of them; elements that were read are let go."""
    room: dict[str, int] = {"sitemap": MOST_CHILDREN, "url": MOST_ENTRIES}
    for node in _children(_first_part(body, MAX_BYTES, MOST_SITEMAP_TAGS)):
        name = etree.QName(node).localname
        if name not in room:
            continue
        room[name] -= 1
        if room[name] < 0:
            break
        entry = _located(node, base, "sitemap" if name == "sitemap" else "article")
        if entry:
            yield entry


def _children(body: bytes) -> Iterator[etree._Element]:
    """The elements right below the root, each let go before the next one."""
    options: dict[str, Any] = {"recover": True, "resolve_entities": False, "no_network": True, "huge_tree": False}
    options |= {"remove_comments": True, "remove_pis": True, "remove_blank_text": True}
    depth = 0
    for event, node in etree.iterparse(io.BytesIO(body), events=("start", "end"), **options):
        depth += 1 if event == "start" else -1
        if event == "end" and depth == 1:
            yield node
            node.clear()
            while node.getprevious() is not None:
                del node.getparent()[0]


def _located(node: etree._Element, base: str, kind: Literal["article", "sitemap"]) -> FeedEntry | None:
    values = {etree.QName(child).localname: child.text or "" for child in node.iter() if isinstance(child.tag, str)}
    url = join(base, values.get("loc", ""))
    days = (values[name] for name in ("publication_date", "lastmod") if values.get(name))
    return FeedEntry(url, kind, clean(values.get("title", "")), next(map(feed_day, days), None)) if url else None


def _is_json_feed(body: bytes) -> bool:
    """Whether a body is a JSON Feed (jsonfeed.org), told by its version."""
    return body[:100].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and bool(_JSON_FEED.search(body))


def _json_feed(body: bytes, base: str) -> Iterator[FeedEntry]:
    if len(body) > MOST_JSON:
        raise UnreadableFeed("too_large")
    try:
        content = json.loads(body.decode("utf-8-sig", "replace"), strict=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableFeed("unreadable") from error
    following = content.get("next_url")
    if isinstance(following, str) and (url := join(base, following)):
        yield FeedEntry(url, "next")
    items = content.get("items")
    for item in items[:MOST_ENTRIES] if isinstance(items, list) else ():
        texts = {key: value for key, value in item.items() if isinstance(value, str)} if isinstance(item, dict) else {}
        named = (texts.get(key, "") for key in ("url", "id", "external_url"))
        url = next(filter(None, (join(base, name) for name in named if name.startswith(("http", "/")))), None)
        if url:
            days = (texts[key] for key in ("date_published", "date_modified") if texts.get(key))
            lead = _plain(texts.get("summary"))
            yield FeedEntry(url, "article", _plain(texts.get("title")), next(map(feed_day, days), None), lead)


def _feed(body: bytes, base: str) -> Iterator[FeedEntry]:
    parsed = list(_parsed(_first_part(body, MOST_BYTES, MOST_TAGS)))
    if not any(found.get("version") or found.entries for found in parsed):  # of an empty body there is no version
        raise UnreadableFeed("html" if b"<html" in body[:2000].lower() else "unreadable" if body.strip() else "empty")
    for link in parsed[0].feed.get("links", ()):
        url = join(base, link.get("href", "")) if link.get("rel") in _ONWARD else None
        if url:
            yield FeedEntry(url, "next")
    for entry in islice((entry for found in parsed for entry in found.entries), MOST_ENTRIES):
        url = join(base, _link(entry))
        if url:
            days = (str(entry[name]) for name in ("published", "updated", "created") if entry.get(name))
            day = next(map(feed_day, days), None)
            yield FeedEntry(url, "article", _plain(entry.get("title")), day, _plain(entry.get("summary")))


def _parsed(body: bytes) -> Iterator[Any]:
    """A feed as feedparser reads it; where it raises, which some contents of an item make it do, item by item."""
    import feedparser  # slow to import

    body = _REFERENCE.sub(_character, body)
    begins = [item.start() for item in islice(_ITEM.finditer(body, 0, LONGEST_HEAD), 1)]
    begins += [item.start() for item in islice(_ITEM.finditer(body, begins[0] + 1), MOST_ALONE - 1)] if begins else []
    alone = (body[: begins[0]] + body[begin:end] for begin, end in pairwise([*begins, len(body)]))  # one head for all
    for part in chain([body], alone):
        try:
            yield feedparser.parse(io.BytesIO(part), sanitize_html=False, resolve_relative_uris=False)
        except Exception:  # of any kind: what a feed contains must cost its own item only
            continue
        if part is body:
            return


def _character(reference: re.Match[bytes]) -> bytes:
    """A numeric reference; that to U+FFFD where no character has its number."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return reference[0] if number <= _LAST_CHARACTER and not 0xD800 <= number <= 0xDFFF else b"&#xFFFD;"


def _first_part(body: bytes, length: int, tags: int) -> bytes:
    """What is read of a feed or sitemap: at most so many bytes of it, and so many tags and attributes."""
    part = body[:length]
    beyond = next(islice(_TAG_OR_ATTRIBUTE.finditer(part), tags, None), None)
    return part[: beyond.start()] if beyond else part


def _link(entry: Any) -> str:
    """The URL of the entry's page: the alternate link, HTML before others; where there is none, a permanent id."""
    named = (link for link in entry.get("links", ()) if link.get("href"))
    links = [link for link in named if link.get("rel", "alternate") == "alternate"]
    html = [link for link in links if "html" in (link.get("type") or "text/html")]
    return str(next((link["href"] for link in (*html, *links)), "") or entry.get("link") or _permanent(entry))


def _permanent(entry: Any) -> str:
    name = str(entry.get("id") or "")
    return name if name.startswith(("http://", "https://")) else ""


def _plain(markup: Any) -> str:
    """Text of a title or summary that may be HTML."""
    text = str(markup or "")
    if "<" not in text and "&" not in text:
        return clean(text)
    try:
        return clean("".join(map(str, etree.HTML(f"<div>{text}</div>").itertext())))
    except (etree.LxmlError, AttributeError, ValueError):
        return clean(text)
