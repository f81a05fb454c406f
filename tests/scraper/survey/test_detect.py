"""Detection of platforms: every theme is told apart from all others, and its entry can be crawled."""

from __future__ import annotations

import hashlib

import pytest

from scraper.article import Page
from scraper.demo.samples import load_articles, load_theme, sample_folder
from scraper.demo.servers import SampleSite
from scraper.sites import Site, parse_sites
from scraper.survey.detect import detect
from scraper.survey.toml import entry_toml

LOOKS = sorted(path.parent.name for path in (sample_folder() / "looks").glob("*/look.toml"))


def page(url: str, body: bytes, **headers: str) -> Page:
    named = {"content-type": "text/html", **headers}
    return Page(url, url, "2026-11-21T03:00:00+00:00", 200, named, body, hashlib.sha256(body).hexdigest())


@pytest.mark.parametrize("platform", LOOKS)
def test_a_platform_is_told_by_its_articles_and_its_listings(platform: str) -> None:
    look = load_theme(platform)
    site = Site(id="mau", name="Trang mẫu", url="http://mau.example/", platform=platform)
    sample = SampleSite(look, load_articles("demo-nukeviet")[:6], site, page_size=3)
    listing = detect(page(f"http://mau.example{look.listing}", sample.answer(look.listing).body))
    assert listing.platform == platform
    assert bool(listing.reasons) == (platform != "generic")
    article = sample.articles[0]
    shown = detect(page(f"http://mau.example{article.url}", sample.page(article)))
    assert shown.platform in (platform, "generic")  # a lone article may have no mark, but never one of another platform


@pytest.mark.parametrize(
    ("headers", "body", "platform"),
    [
        ({"x-generator": "Drupal 7 (http://drupal.org)"}, b"<p>Tin</p>", "drupal7"),
        ({"set-cookie": "GUEST_LANGUAGE_ID=vi_VN; COOKIE_SUPPORT=true"}, b"<p>Tin</p>", "liferay"),
        ({"microsoftsharepointteamservices": "15.0.0.4420"}, b"<p>Tin</p>", "sharepoint"),
        ({}, b'<meta name="generator" content="WordPress 5.8">', "wordpress"),
        ({}, b'<meta name="Generator" content="Joomla! 1.5 - Open Source Content Management">', "joomla"),
        ({}, b'<img src="/uploads/news/2021_03/anh.jpg">', "generic"),
        ({}, b"", "generic"),
    ],
)
def test_marks_in_headers_cookies_and_the_head(headers: dict[str, str], body: bytes, platform: str) -> None:
    assert detect(page("http://mau.example/tin", body, **headers)).platform == platform


def test_an_entry_has_what_page_url_and_portal_show_and_no_more() -> None:
    body = b"<title>Trang th\xc3\xb4ng tin \xc4\x91i\xe1\xbb\x87n t\xe1\xbb\xad x\xc3\xa3 M\xe1\xba\xabu</title>"
    entry = detect(page("https://xamau.laichau.gov.vn/tin-tuc", body)).entry
    assert (entry.id, entry.level, entry.province, entry.province_code) == (
        "xamau-laichau-gov-vn",
        "commune",
        "Lai Châu",
        "12",
    )
    assert (entry.district, entry.commune) == (None, None)
    assert detect(page("http://127.0.0.1:8080/", b"<title>Tin</title>")).entry.level is None


def test_an_entry_is_read_back_as_it_was_written() -> None:
    entry = detect(page("http://mau.example:81/tin", '<title>Trang "mẫu" \\ của xã</title>'.encode())).entry
    assert parse_sites("mau.toml", entry_toml(entry, "Vì sao:\n- dấu hiệu")) == (entry,)
