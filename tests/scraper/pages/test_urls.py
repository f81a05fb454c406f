"""Normalisation of URLs."""

from __future__ import annotations

import pytest

from scraper.pages.urls import canonical_url, join, redirect_target, url_key
from scraper.platforms import load_platforms


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("tin-2.html", "http://xa.example/tin/tin-2.html"),
        (" /a b ", "http://xa.example/a%20b"),
        ("//khac.example/x", "http://khac.example/x"),
        ("?page=2", "http://xa.example/tin/?page=2"),
        ("#dau-trang", None),
        ("mailto:a@xa.example", None),
        ("javascript:void(0)", None),
        ("http://xa.example:no/", None),
        ("http://[::1", None),
        ("", None),
    ],
)
def test_the_address_of_a_link(href: str, url: str | None) -> None:
    assert join("http://xa.example/tin/", href) == url


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://xa.example/tin-tuc/hop-123456", "https://www.xa.example/tin-tuc/hop-123456/"),
        ("http://xa.example/tin-tuc/hop-123456?utm_source=x&fbclid=1", "http://xa.example/tin-tuc/hop-123456#a"),
        ("http://xa.example/tin-tuc/hop-123456;jsessionid=9", "http://xa.example/tin-tuc/hop-123456"),
        ("http://xa.example/tin-tuc/hop-123456?page=2", "http://xa.example/tin-tuc/hop-123456"),
        ("http://xa.example/in-bai-viet/hop-123456", "http://xa.example/hop-123456"),
        ("http://XA.example:80/tin-tuc/hop-123456", "http://xa.example/tin-tuc/hop-123456"),
    ],
)
def test_addresses_of_one_article_have_one_key(one: str, other: str) -> None:
    platform = load_platforms()["vnpt"]
    assert url_key(one, platform) == url_key(other, platform)


PLAIN = "http://xa.example/tin-tuc/hop-dan-ban-na-mo-123456.html"


@pytest.mark.parametrize("platform", ["generic", "joomla", "wordpress"])
@pytest.mark.parametrize(
    ("plain", "twin"),
    [
        (PLAIN, "http://xa.example/amp/tin-tuc/hop-dan-ban-na-mo-123456.html"),
        (PLAIN, "http://xa.example/tin-tuc/amp/hop-dan-ban-na-mo-123456.html"),
        (PLAIN, "http://xa.example/tin-tuc/hop-dan-ban-na-mo-123456.amp.html"),
        (PLAIN, f"{PLAIN}/amp"),
        (PLAIN, f"{PLAIN}?amp=1"),
        (PLAIN, f"{PLAIN}?amp"),
        (PLAIN, f"{PLAIN}?outputType=amp"),
        (f"{PLAIN}?b=2", f"{PLAIN}?b=2&amp=1#a"),
    ],
)
def test_the_form_for_telephones_has_the_key_of_its_article(platform: str, plain: str, twin: str) -> None:
    of = load_platforms()[platform]
    assert url_key(twin, of) == url_key(plain, of)
    assert of.classify(twin) == of.classify(plain)


@pytest.mark.parametrize("twin", ["http://xa.example/amp/hop-dan-ban-na-mo-12345", "http://xa.example/a/amp/hop-12345"])
def test_the_form_for_telephones_in_a_folder_is_asked_for_where_it_is(twin: str) -> None:
    assert canonical_url(twin, load_platforms()["generic"]) == twin


@pytest.mark.parametrize("url", ["http://xa.example/amp", "http://xa.example/amp/", "http://xa.example/amp/gioi-thieu"])
def test_a_folder_without_articles_is_no_form_of_another(url: str) -> None:
    of = load_platforms()["generic"]
    assert of.classify(url) != "article" and url_key(url, of) == url.removeprefix("http://").rstrip("/")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://xa.example/tin-tuc/hop-123456", "http://xa.example/tin-tuc/hop-123457"),
        ("http://xa.example/tin-tuc/hop-123456", "http://xa.example/camp/hop-123456"),
        ("http://xa.example/tin-tuc/hop-123456?lamp=1", "http://xa.example/tin-tuc/hop-123456"),
        ("http://xa.example/tin-tuc?page=2", "http://xa.example/tin-tuc?page=3"),  # pages of a listing
        ("http://xa.example/tin-tuc/hop-123456", "http://huyen.example/tin-tuc/hop-123456"),
    ],
)
def test_other_addresses_have_other_keys(one: str, other: str) -> None:
    platform = load_platforms()["vnpt"]
    assert url_key(one, platform) != url_key(other, platform)


def test_a_canonical_address_can_still_be_asked_for() -> None:
    url = canonical_url("https://www.xa.example/tin-tuc/hop-123456?utm_medium=x#c", load_platforms()["vnpt"])
    assert url == "https://www.xa.example/tin-tuc/hop-123456"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        (b"/tin", "http://xa.example/tin"),
        ("/họp".encode(), "http://xa.example/h%E1%BB%8Dp"),
        ("/xã".encode("latin-1"), "http://xa.example/x%E3"),
        ("/tin-t%E1%BB%A9c/xã".encode(), "http://xa.example/tin-t%E1%BB%A9c/x%C3%A3"),
        ("https://khac.example/", "https://khac.example/"),
    ],
)
def test_where_a_redirect_leads(location: bytes | str, target: str) -> None:
    assert redirect_target("http://xa.example/", location) == target
