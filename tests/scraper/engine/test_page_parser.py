"""One page parsed: its article, or why there is none, and its links."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from scraper.engine import page_parser
from scraper.engine.page_parser import PageRequest, ParsedPage, read_page
from scraper.pages.evidence import LinkEvidence
from tests.scraper.engine.made import SERVER, page, titles, titles_of


def parsed(body: str, kind: str, **headers: str) -> ParsedPage:
    one = replace(page(1), body=body.encode(), headers={"content-type": "text/html", **headers})
    return read_page(PageRequest(one, SERVER.site(), kind))


def test_an_article_comes_with_its_record() -> None:
    reading = read_page(PageRequest(page(3), SERVER.site(), "article"))
    assert titles([reading]) == titles_of(3) and page(3).body in gzip.decompress(reading.record)
    assert reading.reason is None


@pytest.mark.parametrize(
    ("body", "kind", "reason", "error"),
    [
        ("", "listing", "listing", "empty_listing"),
        ("<p>Trang của xã</p>", "listing", "listing", None),
        ("%PDF-1.4", "attachment", "attachment", None),
        ("<rss><channel><item>", "feed", "feed", None),
        ("không phải", "sitemap", "sitemap", "no_sitemap:"),
        ("<p>Ảnh</p>", "article", "too_short", None),
    ],
)
def test_a_page_without_an_article_says_why(body: str, kind: str, reason: str, error: str | None) -> None:
    found = parsed(body, kind)
    assert found.article is None and found.reason == reason
    assert (found.error or "").startswith(error) if error else found.error is None


ODD_DOCTYPE = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" 2012"http://www.w3.org/TR/html4/loose.dtd">'
STAMP = "2024-11-24T08:30:00+07:00"  # of the third article


@pytest.mark.parametrize(
    "odd", ["123456789123 giờ trước", "2.2250738585072011e-308", "\u2070\u2074/11/2024", "9000 taon"]
)
def test_a_stamp_over_which_readers_of_dates_stumble_costs_no_page(odd: str) -> None:
    html = page(3).body.decode()
    assert STAMP in html
    reading = parsed(html.replace(STAMP, odd), "article")
    assert titles([reading]) == titles_of(3)


def test_a_mangled_document_type_costs_no_page() -> None:
    assert titles([parsed(ODD_DOCTYPE + page(3).body.decode(), "article")]) == titles_of(3)


def test_a_feed_over_which_its_reader_stumbles_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is raised: the listing that a site was promised to have was not read."""
    monkeypatch.setattr(page_parser, "discover", lambda *_: [][0])
    assert parsed("<rss/>", "feed").error == "no_feed:unreadable"


def test_a_listing_that_is_not_a_page_of_text_is_an_error() -> None:
    assert parsed("GIF89a", "listing", **{"content-type": "image/gif"}).error == "not_html"


@pytest.mark.parametrize("kind", ["article", "listing"])
def test_a_page_that_sends_the_reader_on_is_a_redirect(kind: str) -> None:
    found = parsed('<meta http-equiv="refresh" content="0; url=/moi.html"><p>Chuyển trang</p>', kind)
    assert found.moved_to and found.moved_to.endswith("/moi.html") and found.article is None


def test_each_linked_page_comes_once_and_none_of_another_site() -> None:
    path = SERVER.article_path(7)
    away = "https://vi.example.org/hoi-nghi-123.html"
    found = parsed(f'<a href="{path}">Tin 7</a><a href="{path}#anh">Tin 7</a><a href="{away}">Khác</a>', "listing")
    assert [link.url.endswith(path) for link in found.links] == [True]


def test_a_page_nested_too_deeply_is_flagged() -> None:
    found = parsed("<div>" * 5_000 + "Tin" + "</div>" * 5_000, "article")
    assert "nested" in found.flags and found.record


@pytest.mark.parametrize("body", [b"<p>" * 3_000_000, b"<a x=1 y=2 z=3>" * 80_000, b"<p>" + b"ban " * 2_000_000])
def test_a_page_with_more_than_news_can_have_is_not_parsed(body: bytes) -> None:
    reading = read_page(PageRequest(replace(page(1), body=body), SERVER.site(), "article"))
    assert (reading.article, reading.flags) == (None, ("unreadable",))
    assert gzip.decompress(reading.record).rstrip().endswith(body.rstrip())


def test_pictures_within_a_page_do_not_count() -> None:
    picture = b'<img src="data:image/png;base64,' + b"iVBORw0KGgo=" * 1_000_000 + b'">'
    whole = page(1).body.replace(b"</p>", picture + b"</p>", 1)
    reading = read_page(PageRequest(replace(page(1), body=whole), SERVER.site(), "article"))
    assert titles([reading]) == titles_of(1) and picture in gzip.decompress(reading.record)


NAMED = (
    "<h1>Thông báo</h1><h2>Ra quân</h2><div class='item-page'><div itemprop='articleBody'><p>Sáng 9/9, xã Mẫu ra quân "
    "làm thủy lợi với 40 người dân của các bản.</p><p>Bà con nạo vét 2 km mương, mai làm tiếp bản dưới.</p></div></div>"
)


@pytest.mark.parametrize(
    ("path", "title", "found"),
    [
        ("thong-bao/1027-ra-quan", "Ra quân", ["Ra quân"]),
        ("thong-bao/1027-ra-quan", "Trang sau", []),
        ("thong-bao/ra-quan", "Ra quân", []),  # nothing of the URL says that it is an article
        ("8-thong-bao", "Thông báo", []),
    ],
)
def test_a_page_asked_for_as_a_listing_is_the_article_that_a_short_link_names(
    path: str, title: str, found: list[str]
) -> None:
    url = f"{SERVER.site().url}index.php/{path}"
    site = SERVER.site().model_copy(update={"platform": "joomla"})
    one = replace(page(1), url=url, requested_url=url, body=NAMED.encode(), headers={"content-type": "text/html"})
    reading = read_page(PageRequest(one, site, "listing", LinkEvidence(url, title=title)))
    assert ([reading.article.title] if reading.article else []) == found
