"""Normalisation of URLs."""

from __future__ import annotations

from urllib.parse import urljoin

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


SLUG = "ra-quan-lam-thuy-loi-o-xa-mau"
CONTENT = f"/chi-tiet-tin/-/asset_publisher/Ab1/content/{SLUG}"
OPTION = "/index.php?option=com_content&view=article&id=12:ra-quan"


@pytest.mark.parametrize(
    ("platform", "path", "twin"),
    [
        ("generic", f"/tin/{SLUG}-12345.html", f"http://m.xa.example/tin/{SLUG}-12345.html"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/index.php/tin/{SLUG}-12345.html"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/vi/tin/{SLUG}-12345.html"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/vi-VN/tin/{SLUG}-12345.html"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/print/tin/{SLUG}-12345.html"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/in-bai/tin/{SLUG}-12345.html"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/ban-in/tin/{SLUG}-12345.html"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/tin/{SLUG}-12345.html?print=true"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/tin/{SLUG}-12345.html?view=print"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/tin/{SLUG}-12345.html?tmpl=component&print=1"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/tin/{SLUG}-12345.html?p=2"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/tin/{SLUG}-12345.html?from=homepage&mobile=1"),
        ("generic", f"/tin/{SLUG}-12345.html", f"/tin/{SLUG}-12345.html?gidzl=abc&_x_tr_sl=vi&spm=1.2"),
        ("generic", "/tin/họp-dân-bản-mơ-12345.html", "/tin/ho\u0323p-da\u0302n-ba\u0309n-mo\u031b-12345.html"),
        ("generic", "/chi-tiet?id=12", "/chi-tiet?ID=12"),
        ("generic", f"/Pages/{SLUG}-12345.aspx", "/PAGES/Ra-Quan-Lam-Thuy-Loi-O-Xa-Mau-12345.ASPX"),
        ("liferay", CONTENT, f"{CONTENT}/pop_up?_101_INSTANCE_Ab1_viewMode=print"),
        ("liferay", CONTENT, f"/web/guest{CONTENT}?inheritRedirect=true"),
        ("liferay", CONTENT, f"/vi/web/guest{CONTENT};jsessionid=1A"),
        ("liferay", f"/w/{SLUG}", f"/vi/w/{SLUG}?p_l_back_url=%2Ftin&p_l_back_url_title=Tin"),
        ("sharepoint", "/Pages/tin.aspx?ItemID=12", "/pages/Tin.aspx?CateID=3&itemid=12"),
        ("sharepoint", f"/tin/{SLUG}-12345.html", f"/amp/tin/{SLUG}-12345.html"),
        ("nukeviet4", f"/tin/{SLUG}-412.html", f"/index.php/vi/tin/{SLUG}-412.html"),
        ("nukeviet4", f"/news/tin/{SLUG}-412.html", f"/vi/news/print/tin/{SLUG}-412.html"),
        ("joomla", f"/tin/12-{SLUG}", f"/index.php/tin/12-{SLUG}.html;jsessionid=1A"),
        ("joomla", f"/tin/12-{SLUG}", f"/tin/12-{SLUG}?showall=&limitstart=1"),
        ("joomla", OPTION, "/index.php?view=article&Itemid=7&id=12&option=com_content"),
        ("dotnetnuke", "/tabid/7/title/12/default.aspx", "/Tabid/7/Title/12/language/vi-VN/Default.aspx"),
        ("drupal", "/node/12", "/vi/node/12"),
        ("drupal", "/node/12", "/print/12"),
        ("vnpt", f"/tin/{SLUG}-123456", f"/chi-dao/{SLUG}-123456"),
        ("tintuc_mvc", "/TINTUC/View/Ra-quan", "/tintuc/view/ra-quan?PageIndex=11"),
        ("onecms", f"/{SLUG}-12345.html", f"/{SLUG}-12345.html?page=2"),
    ],
)
def test_an_article_has_one_key_whatever_a_site_hangs_on_its_url(platform: str, path: str, twin: str) -> None:
    of = load_platforms()[platform]
    assert url_key(urljoin("http://xa.example/", twin), of) == url_key(f"https://www.xa.example{path}", of)


@pytest.mark.parametrize(
    ("platform", "one", "other"),
    [
        ("generic", f"/tin/{SLUG}-12345.html", f"/tin/{SLUG}-12346.html"),
        ("generic", f"/tin/{SLUG}~12345", f"/tin/{SLUG}~12346"),
        ("generic", f"/tin/{SLUG}_12345", f"/tin/{SLUG}_12346"),
        ("generic", f"/tin/{SLUG}-2025", f"/tin/{SLUG}-2026"),
        ("generic", f"/vi/tin/{SLUG}-12345.html", "/en/news/mau-commune-cleans-its-canals-12345.html"),
        ("generic", f"/tin/{SLUG}-2025", f"/truong/{SLUG}-2025"),  # two schools under one title
        ("generic", "/chi-tiet?id=12", "/chi-tiet?id=13"),
        ("generic", "/xem?src=tin-12.htm", "/xem?src=tin-13.htm"),
        ("generic", f"/tin/{SLUG}-12345.html?view=print", f"/tin/{SLUG}-12345.html?view=chuyen-muc"),
        ("liferay", CONTENT, f"/en{CONTENT}"),
        ("liferay", f"/web/xa-mau/w/{SLUG}", f"/web/xa-khac/w/{SLUG}"),
        ("sharepoint", "/Pages/tin.aspx?ItemID=12", "/Pages/van-ban.aspx?ItemID=12"),
        ("nukeviet4", f"/vi/news/tin/{SLUG}-412.html", "/en/news/commune/mau-cleans-its-canals-412.html"),
        ("joomla", "/index.php?option=com_content&view=article&id=12", "/index.php?option=com_k2&view=item&id=12"),
        ("joomla", OPTION, OPTION.replace("12:", "13:")),
        ("wordpress", f"/{SLUG}/", f"/{SLUG}-2/"),
        ("vnpt", f"/tin/{SLUG}-123456", f"/tin/{SLUG}-123457"),
        ("vnpt", "/xa-mau/hop-123456", "/xa-khac/hop-123456"),
    ],
)
def test_two_articles_have_two_keys(platform: str, one: str, other: str) -> None:
    of = load_platforms()[platform]
    assert url_key(f"http://xa.example{one}", of) != url_key(f"http://xa.example{other}", of)


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
