"""The demo sites: their responses at every kind of path, over real HTTP."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from scraper.demo.samples import load_articles, load_theme
from scraper.demo.servers import MOVED, SampleSite, serve_samples
from scraper.sites import Site


def shown(platform: str = "nukeviet4", moved: str = "http://khac.example/") -> SampleSite:
    site = Site(id="xa-mau", name="Trang mẫu", url="http://xa-mau.example/", platform=platform)
    return SampleSite(load_theme(platform), load_articles("demo-nukeviet")[:6], site, page_size=4, moved=moved)


@pytest.fixture(scope="module")
def sample() -> SampleSite:
    return shown()


def test_an_article_and_its_print_version_are_shown(sample: SampleSite) -> None:
    article = sample.articles[0]
    for path in (article.url, f"{article.url}?utm_source=x", article.print, article.print.replace("print", "savefile")):
        answer = sample.answer(path)
        assert article.title in answer.body.decode() and answer.modified == article.moment and answer.version


@pytest.mark.parametrize(("index", "count"), [(0, 4), (1, 2)])
def test_a_listing_has_its_articles_and_leads_on(sample: SampleSite, index: int, count: int) -> None:
    body = sample.answer(sample.page_url(index)).body.decode()
    listed = [article for article in sample.articles if f'href="{article.url}"' in body]
    assert listed[-count:] == sample.articles[index * 4 : index * 4 + 4]
    assert (sample.page_url(1) in body) and (MOVED in body) is (index == 0)


def test_the_front_page_is_the_first_page_of_the_listing(sample: SampleSite) -> None:
    assert sample.articles[3].url in sample.answer("/").body.decode()


def test_an_unknown_path_leads_to_the_front_page_and_a_moved_article_to_another_host(sample: SampleSite) -> None:
    assert sample.answer("/khong-co").location == "/"
    assert sample.answer(MOVED).location == "http://khac.example/"


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
def test_feed_and_sitemap_have_all_articles(sample: SampleSite, kind: str) -> None:
    answer = sample.answer(getattr(sample.look, kind))
    assert answer.type.startswith("text/xml") and answer.modified == sample.articles[0].moment
    assert all(article.url in answer.body.decode() for article in sample.articles)


def test_the_version_of_a_page_is_that_of_its_content(sample: SampleSite) -> None:
    versions = [shown(moved=moved).answer("/").version for moved in ("http://a.example/", "http://a.example/", "")]
    assert versions[0] == versions[1] != versions[2]
    assert sample.answer(sample.articles[0].url).version != sample.answer(sample.articles[1].url).version


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[Site, ...]]:
    before = threading.active_count()
    with serve_samples() as sites:
        yield sites
    assert threading.active_count() <= before


def request(site: Site, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(site.url or "").netloc, timeout=30)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, dict(response.getheaders()), body


def test_every_site_has_a_port_and_entry_points(served: tuple[Site, ...]) -> None:
    assert len({site.url for site in served}) == len(served) >= 7
    for site in served:
        assert request(site, "/")[0] == 200 and site.entry_points
        assert all(url.startswith(site.url or "-") for url in site.entry_points)


def test_pages_are_sent_with_their_version_and_not_again_where_it_is_known(served: tuple[Site, ...]) -> None:
    status, headers, body = request(served[0], "/")
    assert status == 200 and body and headers["Content-Type"].startswith("text/html")
    assert request(served[0], "/", If_None_Match=headers["ETag"])[::2] == (304, b"")
    assert request(served[0], "/", If_Modified_Since=headers["Last-Modified"])[0] == 304
    older = "Thu, 01 Jan 1998 00:00:00 GMT"
    assert request(served[0], "/", If_Modified_Since=older)[0] == 200
    assert request(served[0], "/", If_None_Match='"x"', If_Modified_Since=headers["Last-Modified"])[0] == 200


def test_a_head_request_has_no_body(served: tuple[Site, ...]) -> None:
    status, headers, body = request(served[0], "/", "HEAD")
    assert (status, body) == (200, b"") and int(headers["Content-Length"]) > 1_000


def test_robots_txt_and_redirects(served: tuple[Site, ...]) -> None:
    assert b"Disallow" in request(served[0], "/robots.txt")[2]
    assert request(served[0], "/khong-co")[:2] == (302, {**request(served[0], "/khong-co")[1], "Location": "/"})
    moved = request(served[1], MOVED)
    assert moved[0] == 302 and moved[1]["Location"] == served[0].url


def test_one_site_claims_another_encoding(served: tuple[Site, ...]) -> None:
    claims = {site.id: request(site, "/")[1]["Content-Type"] for site in served}
    assert claims["demo-tintuc"] == "text/html; charset=iso-8859-1"
    assert claims["demo-nukeviet"] == "text/html; charset=utf-8"
