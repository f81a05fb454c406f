"""Feeds, sitemaps and lists of URLs, recognised by their content."""

from __future__ import annotations

import gzip

import pytest

from scraper.pages.feeds import (
    MOST_BYTES,
    MOST_CHILDREN,
    MOST_JSON,
    MOST_LISTED,
    MOST_TAGS,
    FeedEntry,
    UnreadableFeed,
    feed_entries,
    looks_like_feed,
    unpacked,
)

BASE = "http://xa.example/rss"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><item><title>Hội &lt;b&gt;nghị&lt;/b&gt;</title>
<link>/tin-1</link><pubDate>Tue, 12 Mar 2024 08:00:00 +0700</pubDate><description>Sáng nay.</description></item>
<item><title>Không có địa chỉ</title></item></channel></rss>""".encode()
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Họp</title><id>urn:1</id>
<link rel="enclosure" href="/a.pdf"/><link href="/tin-2"/><updated>2024-03-12T20:00:00Z</updated>
</entry></feed>""".encode()
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://xa.example/tin-3</loc>
<lastmod>2024-03-12</lastmod></url><url><loc>mailto:a@xa.example</loc></url></urlset>""".encode()
INDEX = b"<sitemapindex><sitemap><loc>http://xa.example/s1.xml</loc></sitemap></sitemapindex>"

JSON = """\ufeff{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "title": "Xã Mẫu", "items": [
{"id": "7", "url": "/tin-7", "title": "Họp &amp; bàn", "date_published": "2024-03-12T20:00:00Z",
"summary": "Sáng nay."},
{"id": "http://xa.example/tin-8", "date_modified": "2024-03-14T08:00:00+07:00", "title": null}, {"id": 9}, null,
{"id": "10", "url": "mailto:a@xa.example"}]}""".encode()


@pytest.mark.parametrize(
    ("body", "entries"),
    [
        (
            JSON,
            [
                FeedEntry("http://xa.example/tin-7", "article", "Họp & bàn", "2024-03-13", "Sáng nay."),
                FeedEntry("http://xa.example/tin-8", "article", "", "2024-03-14"),
            ],
        ),
        (RSS, [FeedEntry("http://xa.example/tin-1", "article", "Hội nghị", "2024-03-12", "Sáng nay.")]),
        (ATOM, [FeedEntry("http://xa.example/tin-2", "article", "Họp", "2024-03-13")]),
        (SITEMAP, [FeedEntry("http://xa.example/tin-3", "article", "", "2024-03-12")]),
        (INDEX, [FeedEntry("http://xa.example/s1.xml", "sitemap")]),
        (
            b"http://xa.example/a\n\nhttp://xa.example/b\n",
            [FeedEntry("http://xa.example/a"), FeedEntry("http://xa.example/b")],
        ),
        (gzip.compress(INDEX), [FeedEntry("http://xa.example/s1.xml", "sitemap")]),
    ],
    ids=["json", "rss", "atom", "sitemap", "index", "list", "packed"],
)
def test_entries(body: bytes, entries: list[FeedEntry]) -> None:
    assert feed_entries(body, BASE) == entries
    assert looks_like_feed(unpacked(body))


OTHER_JSON = [
    (b'{"items": [{"url": "http://xa.example/a"}]}', "unreadable"),
    (b'{"version": "1.1", "feed_url": "https://jsonfeed.org/feed.json"}', "unreadable"),
]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html><body>404</body></html>", "html"),
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"nothing", "unreadable"),
        *OTHER_JSON,
    ],
)
def test_what_is_no_feed_says_what_it_is(body: bytes, said: str) -> None:
    assert not looks_like_feed(body)
    with pytest.raises(UnreadableFeed, match=said):
        feed_entries(body, BASE)


def test_a_json_feed_that_breaks_off_is_one_that_cannot_be_read() -> None:
    body = b'{"version": "https://jsonfeed.org/version/1", "items": ['
    assert looks_like_feed(body)
    with pytest.raises(UnreadableFeed, match="unreadable"):
        feed_entries(body, BASE)


def json_feed(onward: str) -> bytes:
    return f'{{"version": "https://jsonfeed.org/version/1.1", "next_url": {onward}, "items": []}}'.encode()


ATOM_PAGE = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/rss"/><link rel="{}" href="/rss?p=2"/></feed>'
)
RSS_PAGE = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>/</link>
<atom:link rel="next" href="http://xa.example/rss?p=2"/></channel></rss>"""


@pytest.mark.parametrize(
    ("body", "onward"),
    [
        (json_feed('"/rss?p=2"'), ["http://xa.example/rss?p=2"]),
        (json_feed('"http:\\/\\/xa.example\\/rss?p=2"'), ["http://xa.example/rss?p=2"]),
        (json_feed("null"), []),
        (json_feed('["/rss?p=2"]'), []),
        (json_feed('"http://[::1/"'), []),
        (ATOM_PAGE.format("next").encode(), ["http://xa.example/rss?p=2"]),
        (ATOM_PAGE.format("prev-archive").encode(), ["http://xa.example/rss?p=2"]),
        (ATOM_PAGE.format("last").encode(), []),
        (RSS_PAGE.encode(), ["http://xa.example/rss?p=2"]),
    ],
)
def test_the_page_of_older_entries(body: bytes, onward: list[str]) -> None:
    assert [entry.url for entry in feed_entries(body, BASE) if entry.kind == "next"] == onward


def test_a_packing_that_is_broken_is_empty() -> None:
    assert unpacked(gzip.compress(RSS)[:12]) == b"" and unpacked(b"plain") == b"plain"


def test_a_sitemap_packed_twice_and_one_that_is_torn() -> None:
    assert feed_entries(gzip.compress(gzip.compress(INDEX)), "http://xa.example/")[0].url == "http://xa.example/s1.xml"
    urls = b"".join(b"<url><loc>http://xa.example/%d.html</loc></url>" % hash(str(n)) for n in range(3_000))
    torn = gzip.compress(b"<urlset>" + urls + b"</urlset>")
    assert len(feed_entries(torn[:-6], "http://xa.example/")) == 3_000
    assert 100 < len(feed_entries(torn[: len(torn) // 2], "http://xa.example/")) < 2_500


def test_of_a_huge_feed_the_first_entries_are_read() -> None:
    items = "".join(f"<item><title>Tin</title><link>/tin-{number}</link></item>" for number in range(60_000))
    body = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()
    assert len(body) > MOST_BYTES
    urls = [entry.url for entry in feed_entries(body, BASE)]
    assert urls[:2] == ["http://xa.example/tin-0", "http://xa.example/tin-1"] and 10_000 < len(urls) < 60_000


def test_of_a_feed_of_empty_items_so_many_are_read() -> None:
    items = "<item><link>/tin-0</link></item>", "<item/>" * MOST_TAGS, "<item><link>/tin-1</link></item>"
    body = f'<?xml version="1.0"?><rss version="2.0"><channel>{"".join(items)}</channel></rss>'.encode()
    assert len(body) < MOST_BYTES
    assert [entry.url for entry in feed_entries(body, BASE)] == ["http://xa.example/tin-0"]


def test_of_a_huge_list_of_urls_whole_lines_are_read() -> None:
    line = f"http://xa.example/{'tin-' * 60}het\n"
    urls = [entry.url for entry in feed_entries(line.encode() * (MOST_LISTED // len(line) + 2), BASE)]
    assert set(urls) == {line.strip()} and len(urls) == MOST_LISTED // len(line)


def test_a_huge_json_feed_is_said_to_be_too_large() -> None:
    with pytest.raises(UnreadableFeed, match="too_large"):
        feed_entries(json_feed("null").replace(b"[]", b"[" + b"{}," * (MOST_JSON // 3) + b"{}]"), BASE)


def test_of_a_huge_sitemap_so_many_entries_are_read() -> None:
    entries = b"".join(b"<sitemap><loc>/s-%d.xml</loc></sitemap>" % number for number in range(MOST_CHILDREN + 9))
    found = feed_entries(b"<sitemapindex>" + entries + b"</sitemapindex>", BASE)
    assert len(found) == MOST_CHILDREN and {entry.kind for entry in found} == {"sitemap"}


GEORSS = 'xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml"'
PLACE = '<georss:where><gml:Point srsName="EPSG:nơi này"><gml:pos>21 105</gml:pos></gml:Point></georss:where>'


@pytest.mark.parametrize(
    ("title", "more", "urls"),
    [
        ("Xã &#1114112; họp", "", ["a", "b"]),  # numbers that no character has
        ("Xã &#55296; họp", "", ["a", "b"]),
        ("Xã họp", PLACE, ["b"]),  # feedparser raises over it
        ("Xã họp", "<georss:point>21</georss:point>", ["a", "b"]),
    ],
)
def test_what_feedparser_cannot_read_costs_its_item(title: str, more: str, urls: list[str]) -> None:
    items = f"<item><title>{title}</title><link>/a</link>{more}</item><item><title>Hai</title><link>/b</link></item>"
    body = f'<rss version="2.0" {GEORSS}><channel><title>Tin</title>{items}</channel></rss>'.encode()
    assert [entry.url for entry in feed_entries(body, "http://xa.example/")] == [f"http://xa.example/{u}" for u in urls]
