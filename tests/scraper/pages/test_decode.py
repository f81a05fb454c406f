"""Decoding of pages by their real encoding, whatever they declare."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.article import Page
from scraper.pages.decode import declared_encoding, decode, repair_encoding
from scraper.pages.parse import parse_article
from scraper.platforms import load_platforms
from scraper.sites import Site
from tests.scraper.encodings import in_1258, in_tcvn3, in_vni

TEXT = (
    "Sáng ngày 14/5, Ủy ban nhân dân xã Đồng Tâm tổ chức hội nghị triển khai nhiệm vụ phòng, chống thiên tai; "
    "dự hội nghị có đồng chí Nguyễn Văn Mẫu, Phó Bí thư Đảng ủy, cùng 45 đại biểu của các thôn, bản. "
    "Kết luận, đồng chí yêu cầu giữ vững nền nếp trực, không để người dân ở lại vùng sạt lở; quyết liệt vận động."
)
PAGE = f"<html><head><title>Hội nghị</title></head><body><p>{TEXT}</p></body></html>"


@pytest.mark.parametrize("claimed", [None, "utf-8", "iso-8859-1", "windows-1252", "x-unknown"])
def test_utf_8_is_read_whatever_is_claimed(claimed: str | None) -> None:
    assert decode(PAGE.encode(), claimed) == PAGE
    assert decode(b"\xef\xbb\xbf" + PAGE.encode(), claimed) == PAGE


@pytest.mark.parametrize("bad", [b"\xff", b"\xc3", b"\xe1\xbb"])
def test_one_bad_byte_does_not_cost_the_page(bad: bytes) -> None:
    whole = PAGE.encode()
    text = decode(whole[:200] + bad + whole[200:], "iso-8859-1")
    assert "tổ chức hội nghị triển khai" in text and "quyết liệt vận động" in text


def test_a_cut_tail_does_not_cost_the_page() -> None:
    assert TEXT[:150] in decode(PAGE.encode()[:300])


@pytest.mark.parametrize("claimed", [None, "windows-1258", "utf-8", "iso-8859-1"])
def test_windows_1258_with_its_combining_marks(claimed: str | None) -> None:
    assert decode(b"".join(map(in_1258, PAGE)), claimed) == PAGE


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_with_and_without_its_mark(encoding: str) -> None:
    assert decode(PAGE.encode(encoding)) == PAGE


@pytest.mark.parametrize("claimed", [None, "iso-8859-1", "windows-1252", "utf-8"])
def test_tcvn3_is_told_by_its_syllables(claimed: str | None) -> None:
    assert decode(in_tcvn3(PAGE.lower()), claimed) == PAGE.lower()


@pytest.mark.parametrize("claimed", [None, "iso-8859-1"])
def test_viscii_is_told_by_its_syllables(claimed: str | None) -> None:
    from scraper.pages.decode import _tables

    codes = {entry[2:]: int(entry[:2], 16) for entry in _tables()["viscii"].split()}
    assert decode(bytes(codes.get(letter, ord(letter)) for letter in PAGE), claimed) == PAGE


@pytest.mark.parametrize("claimed", [None, "windows-1252"])
def test_vni_is_told_by_its_syllables(claimed: str | None) -> None:
    assert decode("".join(map(in_vni, PAGE)).encode("windows-1252"), claimed) == PAGE


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: b"".join(map(in_1258, text)),
        lambda text: "".join(map(in_vni, text)).encode("windows-1252", "xmlcharrefreplace"),
        lambda text: text.encode("utf-16"),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: text.encode("ascii", "xmlcharrefreplace"),
        lambda text: text.encode()[:-40] + b"\xff" + text.encode()[-40:],
    ],
    ids=["windows-1258", "vni", "utf-16", "nfd", "entities", "bad byte"],
)
def test_a_page_in_any_encoding_is_the_same_article(encode: Callable[[str], bytes]) -> None:
    platform = load_platforms()["joomla"]
    site = Site(id="mau", name="Mẫu", url="http://mau.example/", platform="joomla")
    html = (
        '<meta charset="utf-8"><div class="item-page"><h2 itemprop="headline">Hội nghị sơ kết</h2>'
        f'<div itemprop="articleBody"><p>{TEXT}</p><p>Đại biểu thảo luận sôi nổi.</p></div></div><p>Hết</p>' + " " * 80
    )
    headers = {"content-type": "text/html; charset=iso-8859-1"}
    url = "http://mau.example/tin/12-hoi-nghi-so-ket.html"
    article = parse_article(Page(url, url, "2026-11-21T03:00:00Z", 200, headers, encode(html), ""), site, platform)
    assert article.title == "Hội nghị sơ kết"
    assert article.paragraphs == (TEXT, "Đại biểu thảo luận sôi nổi.")


def test_decomposed_letters_are_composed() -> None:
    assert decode(unicodedata.normalize("NFD", PAGE).encode()) == PAGE


def test_a_page_in_plain_letters_stays() -> None:
    assert decode(b"<p>Plain</p>", "us-ascii") == "<p>Plain</p>"
    assert decode(b"") == ""


def test_a_line_of_tcvn3_or_vni_in_a_page_of_utf_8_is_mended() -> None:
    line = "đồng chí phó chủ tịch ủy ban nhân dân huyện phát biểu tại hội nghị"
    assert repair_encoding(in_tcvn3(line).decode("latin-1")) == line
    assert repair_encoding("".join(map(in_vni, line))) == line


@pytest.mark.parametrize(
    "line",
    [
        "Hội nghị diễn ra từ 8h đến 11h, nhiệt độ 25°C, diện tích 1,5 ha",
        "Ông Ñúñez Ibáñez, chuyên gia Tây Ban Nha, dự hội nghị",
        "© 2021 Trung tâm Văn hóa – Thể thao « Mẫu »",
        "",
    ],
)
def test_a_line_that_is_unicode_stays(line: str) -> None:
    assert repair_encoding(line) == line


@pytest.mark.parametrize(
    ("header", "body", "claimed"),
    [
        ("text/html; charset=UTF-8", b"", "UTF-8"),
        ("text/html", b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">', "windows-1258"),
        ("text/html", b'<meta charset="utf-8">', "utf-8"),
        ("text/html", b"<p>", None),
    ],
)
def test_what_a_page_claims(header: str, body: bytes, claimed: str | None) -> None:
    assert declared_encoding({"content-type": header}, body) == claimed


@given(st.binary(max_size=400))
def test_no_bytes_raise(body: bytes) -> None:
    text = decode(body, "latin-1")
    assert unicodedata.is_normalized("NFC", text)
