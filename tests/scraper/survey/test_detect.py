"""Detection of platforms: every theme is told apart from all others, and its entry can be crawled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scraper.article import Page
from scraper.demo.samples import load_articles, load_theme, sample_folder
from scraper.demo.servers import SampleSite, serve_samples
from scraper.platforms import load_platforms
from scraper.policy.guards import URLRefused
from scraper.sites import Site, load_registry, parse_sites
from scraper.survey.check import survey
from scraper.survey.detect import detect
from scraper.survey.fetch import Unreachable, Visitor, visiting
from scraper.survey.toml import entry_toml
from sukien import app
from tests.scraper.servers import NewsServer, Reply, serving

LOOKS = sorted(path.parent.name for path in (sample_folder() / "looks").glob("*/look.toml"))


@pytest.fixture(scope="module")
def visitor() -> Iterator[Visitor]:
    with visiting() as opened:
        yield opened


MARKUP = {"Content-Type": "text/html"}


@pytest.mark.parametrize("headers", [{}, {"Refresh": "0; url=/tin-tuc/"}], ids=["element", "header"])
def test_an_entrance_that_leads_on_by_itself_is_followed(visitor: Visitor, headers: dict[str, str]) -> None:
    body = b"" if headers else b'<meta http-equiv="refresh" content="0;url=/tin-tuc/">'
    reply = Reply(200, body, MARKUP | headers)
    with serving(NewsServer(1, routes={"/vao": lambda _: reply})) as server:
        assert visitor.enter(f"{server.url}vao").url == f"{server.url}tin-tuc/"


def test_an_entrance_that_leads_in_a_circle_by_itself_ends(visitor: Visitor) -> None:
    def answer(request: BaseHTTPRequestHandler) -> Reply:
        other = "/b" if request.path == "/a" else "/a"
        return Reply(200, f'<meta http-equiv="refresh" content="0;url={other}">'.encode(), MARKUP)

    with serving(NewsServer(1, routes={"/a": answer, "/b": answer})) as server:
        with pytest.raises(URLRefused, match="redirects"):
            visitor.enter(f"{server.url}a")
        assert server.requests < 10


def test_no_public_entrance_leads_to_this_machine_by_itself() -> None:
    class Public(Visitor):
        def __init__(self) -> None:
            self.asked: list[str] = []

        def fetch(self, url: str) -> Page:
            self.asked.append(url)
            return page(url, b'<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">')

    visitor = Public()
    with pytest.raises(URLRefused, match="refused"):
        visitor.enter("http://xa.example/")
    assert visitor.asked == ["http://xa.example/"]


def page(url: str, body: bytes, **headers: str) -> Page:
    named = {"content-type": "text/html", **headers}
    return Page(url, url, "2026-11-21T03:00:00+00:00", 200, named, body, hashlib.sha256(body).hexdigest())


@pytest.fixture(scope="module")
def sites() -> Iterator[tuple[Site, ...]]:
    with serve_samples() as served:
        yield served


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


def test_an_entry_says_what_page_address_and_portal_tell_and_no_more() -> None:
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


def test_the_command_writes_an_entry_that_loads(sites: tuple[Site, ...], tmp_path: Path) -> None:
    for site in sites:
        out = tmp_path / f"{site.id}.toml"
        done = CliRunner().invoke(app, ["sites", "detect", str(site.url), "-o", str(out)])
        assert done.exit_code == 0, done.output
        assert f"platform {site.platform}" in done.output and "sukien crawl" in done.output
    loaded = load_registry(tmp_path)
    found = {one.url: one.platform for one in loaded.sites.values() if one.url in {site.url for site in sites}}
    assert found == {site.url: site.platform for site in sites}


def test_the_command_says_what_stands_in_its_way() -> None:
    def said(url: str) -> str:
        done = CliRunner().invoke(app, ["sites", "detect", url])
        assert done.exit_code == 1
        return done.output

    assert "is not public" in said("http://10.0.0.1/")
    assert "only http" in said("file:///etc/passwd")
    assert "robots.txt" in said("http://127.0.0.1:1/")
    with serving(NewsServer(3, robots=Reply(200, b"User-agent: *\nDisallow: /"))) as server:
        assert "robots.txt forbids" in said(server.url)


def test_a_redirect_to_a_private_address_is_not_followed(visitor: Visitor) -> None:
    away = Reply(302, headers={"Location": "http://192.168.1.1/"})
    with serving(NewsServer(1, routes={"/di": lambda _: away})) as server, pytest.raises(
        URLRefused, match="not public"
    ):
        visitor.fetch(f"{server.url}di")


def test_redirects_end(visitor: Visitor) -> None:
    again = Reply(302, headers={"Location": "/lap"})
    with serving(NewsServer(1, routes={"/lap": lambda _: again})) as server, pytest.raises(
        URLRefused, match="redirects"
    ):
        visitor.fetch(f"{server.url}lap")


@pytest.mark.parametrize(
    ("robots", "may"),
    [
        (Reply(404), True),
        (Reply(503), False),
        (Reply(200, b"User-agent: *\nDisallow: /rieng/"), True),
    ],
)
def test_robots_as_rfc_9309_says(visitor: Visitor, robots: Reply, may: bool) -> None:
    with serving(NewsServer(1, robots=robots)) as server:
        try:
            visitor.fetch(server.url)
            asked = True
        except (Unreachable, URLRefused):
            asked = False
        assert asked is may is bool(server.requests)


def test_silence_is_named(visitor: Visitor) -> None:
    with pytest.raises(Unreachable, match="127.0.0.1"):
        visitor.fetch("http://127.0.0.1:1/")


def test_a_survey_finds_the_demo_sites_well(sites: tuple[Site, ...], visitor: Visitor) -> None:
    for site in sites:
        seen = survey(site, visitor, articles=2)
        assert (seen.state, seen.platform) == ("ok", site.platform) and seen.read >= 1
        assert dict(seen.filled)["title"] == dict(seen.filled)["published_at"] == 1.0


def test_a_survey_names_what_is_wrong(sites: tuple[Site, ...], visitor: Visitor) -> None:
    assert survey(sites[0].model_copy(update={"platform": "drupal7"}), visitor).state == "drifted"
    assert survey(Site(id="xa", name="Xã", url="http://127.0.0.1:1/"), visitor).state == "unreachable"
    with serving(NewsServer(1, routes={"/": lambda _: Reply(500)})) as server:
        assert survey(Site(id="xa", name="Xã", url=server.url), visitor).state == "unreachable"
    with serving(NewsServer(1, routes={"/": lambda _: Reply(200, b"<p>...</p>")})) as server:
        assert survey(Site(id="xa", name="Xã", url=server.url), visitor).state == "empty"
    assert set(load_platforms()) >= {site.platform for site in sites}
