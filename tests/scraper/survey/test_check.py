"""The present state of a registered site, from a front page and a few articles."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from scraper.article import Page
from scraper.demo.samples import load_articles, load_theme
from scraper.demo.servers import SampleSite
from scraper.policy.guards import URLRefused
from scraper.policy.obstacles import ADVICE
from scraper.sites import Site
from scraper.survey.check import Survey, survey
from scraper.survey.fetch import Unreachable, Visitor

ROOT = "http://xa-mau.example"
GATE = b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"
COOKIE = b"<html><script>document.cookie='D1N=5f2a; path=/';location.reload(true);</script></html>"
CAPTCHA = b"<html><body><form><div class='h-captcha' data-sitekey=a></div></form></body></html>"
WAF = {"content-type": "text/html", "x-amzn-waf-action": "challenge"}


class FromSite(Visitor):
    """Takes pages from a sample site instead of a server; `given` are pages or errors in their place, by path."""

    def __init__(self, sample: SampleSite, given: dict[str, Page | Exception]) -> None:
        self._sample = sample
        self._given = given
        self.asked: list[str] = []

    def fetch(self, url: str) -> Page:
        self.asked.append(url)
        path = url.removeprefix(ROOT) or "/"
        given = self._given.get(path)
        if isinstance(given, Exception):
            raise given
        return given or page(path, self._sample.answer(path).body)


def page(path: str, body: bytes, status: int = 200, root: str = ROOT) -> Page:
    url = root + path
    headers = {"content-type": "text/html; charset=utf-8"}
    return Page(url, url, "2026-11-21T03:00:00Z", status, headers, body, hashlib.sha256(body).hexdigest())


def sample_of(platform: str = "nukeviet4") -> SampleSite:
    look = load_theme(platform)
    listings = (ROOT + look.listing,)
    site = Site(id="xa-mau", name="Trang mẫu", url=f"{ROOT}/", platform=platform, listings=listings)
    return SampleSite(look, load_articles("demo-nukeviet")[:6], site, page_size=5)


def looked(site: Site | None = None, articles: int = 3, **given: Page | Exception) -> tuple[Survey, list[str]]:
    """The survey of a site, and the paths requested; `given` has the responses at the listing and at the articles."""
    sample = sample_of()
    paths = {"listing": sample.look.listing} | {f"a{n}": one.url for n, one in enumerate(sample.articles)}
    visitor = FromSite(sample, {paths[name]: answer for name, answer in given.items()})
    found = survey(site or sample.site, visitor, articles)
    return found, [urlsplit(url).path for url in visitor.asked]


@pytest.mark.parametrize("platform", ["nukeviet4", "drupal7", "tintuc_mvc", "joomla", "wordpress", "sharepoint"])
def test_a_site_of_every_platform_is_well(platform: str) -> None:
    sample = sample_of(platform)
    found = survey(sample.site, FromSite(sample, {}), articles=2)
    assert (found.state, found.platform, found.read) == ("ok", platform, 2) and found.listed == 5
    assert dict(found.filled)["title"] == dict(found.filled)["published_at"] == 1.0


def test_only_so_many_articles_are_requested() -> None:
    found, asked = looked(articles=1)
    assert (found.read, len(asked)) == (1, 2)


def test_the_share_of_articles_with_each_field_is_found() -> None:
    sample = sample_of()
    unsigned = replace(sample.articles[0], author="")
    found, _ = looked(a0=page(unsigned.url, sample.page(unsigned)), articles=2)
    shares = dict(found.filled)
    assert found.read == 2 and shares["title"] == shares["paragraphs"] == 1.0 and shares["author"] == 0.5


def test_articles_that_cannot_be_had_are_left_out() -> None:
    found, _ = looked(a0=Unreachable("timeout"), a1=URLRefused("robots"), a2=page("/x", b"<p>x</p>", 404))
    assert (found.state, found.read, found.filled) == ("empty", 0, ())


@pytest.mark.parametrize(
    ("answer", "state", "note"),
    [
        (URLRefused("robots", "robots.txt forbids it"), "forbidden", "robots: robots.txt forbids it"),
        (URLRefused("refused", "10.0.0.1 is not public"), "unreachable", "refused: 10.0.0.1 is not public"),
        (Unreachable("timeout"), "unreachable", "timeout"),
        (page("/", b"<p>x</p>", 500), "unreachable", f"{ROOT}/tin-tuc-su-kien/: status 500"),
        (page("/", GATE, 403), "challenge", ADVICE["challenge"]),
        (page("/", COOKIE, 503), "challenge", ADVICE["challenge"]),
        (page("/", CAPTCHA, 429), "challenge", ADVICE["challenge"]),
        (page("/", CAPTCHA), "challenge", ADVICE["challenge"]),
        (replace(page("/", b"<script>x</script>", 202), headers=WAF), "challenge", ADVICE["challenge"]),
        (page("/", b"<div id=root></div><script src=a.js></script>"), "javascript", ADVICE["javascript"]),
        (page("/", b"<form><input name=u><input type=password></form>"), "login", ADVICE["login"]),
        (page("/", b"<p>x</p>", root="http://khac.example"), "moved", "http://khac.example/"),
    ],
)
def test_an_entry_point_that_gives_no_listing(answer: Page | Exception, state: str, note: str) -> None:
    found, asked = looked(listing=answer)
    assert (found.state, found.note, len(asked)) == (state, note, 1)


def test_articles_behind_a_challenge_are_named() -> None:
    gates: dict[str, Page | Exception] = {f"a{number}": page("/x", GATE, 403) for number in range(3)}
    found, _ = looked(**gates)
    assert (found.state, found.note, found.read) == ("challenge", ADVICE["challenge"], 0) and found.listed == 5


def test_another_platform_than_the_registered_one_is_named() -> None:
    found, _ = looked(sample_of().site.model_copy(update={"platform": "drupal7"}))
    assert (found.state, found.platform) == ("drifted", "nukeviet4")
    assert found.note == "the page looks like nukeviet4, the registry says drupal7"


def test_a_site_without_a_url_is_not_requested() -> None:
    found, asked = looked(Site(id="xa", name="Xã"))
    assert (found.state, found.note, asked) == ("unreachable", "the registry has no URL", [])
