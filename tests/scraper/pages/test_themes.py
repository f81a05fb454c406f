"""Pages in the markup of every platform: every field is exact, and without the text around the article."""

from __future__ import annotations

import hashlib

import pytest

from scraper.article import Article, Page
from scraper.demo.samples import SampleArticle, load_articles, load_theme, sample_folder
from scraper.demo.servers import MOVED, SampleSite
from scraper.pages.blocks import clean
from scraper.pages.discover import discover
from scraper.pages.parse import NotAnArticle, article_id, parse_article
from scraper.pages.urls import canonical_url
from scraper.platforms import load_platforms
from scraper.sites import Site

LOOKS = sorted(path.parent.name for path in (sample_folder() / "looks").glob("*/look.toml"))
ARTICLES = [*load_articles("demo-nukeviet"), *load_articles("demo-tintuc"), *load_articles("demo-lacviet")[:3]]
FETCHED = "2026-11-21T03:00:00+00:00"


def shown(platform: str, articles: list[SampleArticle]) -> SampleSite:
    look = load_theme(platform)
    root = "http://xa-mau.example"
    listings = (root + look.listing,)
    site = Site(id="xa-mau", name="Trang mẫu", url=f"{root}/", level="district", platform=platform, listings=listings)
    return SampleSite(look, articles, site, page_size=4, moved="http://other.example/")


def page(sample: SampleSite, address: str, body: bytes, kind: str = "text/html") -> Page:
    url = sample.site.url.rstrip("/") + address
    return Page(url, url, FETCHED, 200, {"content-type": kind}, body, hashlib.sha256(body).hexdigest())


def parsed(sample: SampleSite, article: SampleArticle, kind: str = "article") -> Article:
    address = article.url if kind == "article" else article.print
    one = page(sample, address, sample.page(article, kind))
    return parse_article(one, sample.site, load_platforms()[sample.look.platform])


@pytest.fixture(scope="module", params=LOOKS)
def sample(request: pytest.FixtureRequest) -> SampleSite:
    return shown(request.param, ARTICLES)


def test_every_platform_has_a_look() -> None:
    assert set(LOOKS) == set(load_platforms())


def test_every_field_of_an_article_is_read(sample: SampleSite) -> None:
    shows = sample.look.shows
    for article in sample.articles:
        found = parsed(sample, article)
        lead, body = clean(article.lead), tuple(map(clean, article.body))
        assert found.title == clean(article.title)
        assert found.lead == (lead if "lead" in shows else "")
        assert found.paragraphs == (body if "lead" in shows or not lead else (lead, *body))
        assert found.captions == (tuple(map(clean, article.captions)) if "captions" in shows else ())
        assert found.author == (clean(article.author) if "author" in shows and article.author else None)
        assert found.source == (clean(article.source) if "source" in shows and article.source else None)
        assert found.section == (clean(article.section) if "section" in shows else None)


def test_every_stamp_is_read_with_the_precision_it_has(sample: SampleSite) -> None:
    for article in sample.articles:
        found, moment, told = parsed(sample, article), article.moment, sample.look.precision
        if told == "day" or (moment.hour, moment.minute) == (0, 0):
            assert (found.published_at, found.published_precision) == (moment.date().isoformat(), "day")
        else:
            second = moment.second if told == "second" else 0
            assert (found.published_at, found.published_precision) == (moment.replace(second=second).isoformat(), told)


def test_nothing_of_the_related_block_and_the_header_is_read(sample: SampleSite) -> None:
    for article in sample.articles:
        found = parsed(sample, article)
        text = "\n".join([found.title, found.lead, *found.paragraphs, *found.captions])
        others = [other.title for other in sample.articles if other.title != article.title]
        assert not [title for title in others if clean(title) in text]
        assert "Lượt xem" not in text and "Tổng số điểm" not in text and "Trang chủ" not in text


def test_the_print_twin_is_the_same_article(sample: SampleSite) -> None:
    if not sample.look.print:
        pytest.skip("the platform has no print twin with an address")
    article = sample.articles[0]
    twin, platform = parsed(sample, article, "print"), load_platforms()[sample.look.platform]
    assert platform.classify(article.print) == "print"
    assert twin.id == parsed(sample, article).id
    assert twin.title == clean(article.title)
    assert clean(article.body[-1]) in twin.paragraphs


def test_a_crawl_of_the_listing_finds_every_article_once(sample: SampleSite) -> None:
    platform, root = load_platforms()[sample.look.platform], sample.site.url.rstrip("/")
    todo, seen, found = [sample.look.listing], set(), []
    while todo:
        address = todo.pop(0)
        seen.add(address)
        links = discover(page(sample, address, sample.answer(address).body), sample.site, platform)
        found += [link for link in links if link.kind == "article" and MOVED not in link.url]
        todo += {link.url.removeprefix(root) for link in links if link.kind in ("next", "listing")} - seen - set(todo)
        assert len(seen) < 30, "the listing leads on and on"
    expected = {article_id(root + article.url, sample.site, platform) for article in sample.articles}
    assert {article_id(link.url, sample.site, platform) for link in found} == expected
    days = {article_id(link.url, sample.site, platform): link.published for link in found if link.published}
    told = {article_id(root + one.url, sample.site, platform): one.moment.date().isoformat() for one in sample.articles}
    assert days == (told if sample.look.platform != "generic" else {})


def test_a_listing_is_no_article(sample: SampleSite) -> None:
    for address in ("/", *(sample.page_url(index) for index in range(3))):
        one = page(sample, address, sample.answer(address).body)
        with pytest.raises(NotAnArticle, match="listing"):
            parse_article(one, sample.site, load_platforms()[sample.look.platform])


def test_feeds_and_sitemaps_lead_to_every_article(sample: SampleSite) -> None:
    addresses = [address for address in (sample.look.feed, sample.look.sitemap) if address]
    platform, root = load_platforms()[sample.look.platform], sample.site.url.rstrip("/")
    for address in addresses:
        assert platform.classify(root + address) in ("feed", "sitemap")
        links = discover(page(sample, address, sample.answer(address).body, "text/xml"), sample.site, platform)
        days = {link.url: link.published for link in links if link.kind == "article"}
        wanted = {canonical_url(root + one.url, platform): one.moment.date().isoformat() for one in sample.articles}
        assert days == wanted


def test_the_addresses_of_a_look_are_what_they_are(sample: SampleSite) -> None:
    platform = load_platforms()[sample.look.platform]
    assert {platform.classify(article.url) for article in sample.articles} == {"article"}
    listings = [sample.page_url(index) for index in range(2)]
    assert {platform.classify(address) for address in listings} <= {"listing", "other"}
