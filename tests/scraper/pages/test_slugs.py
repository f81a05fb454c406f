"""The words of slugs, and titles as slugs write them."""

from __future__ import annotations

import pytest

from scraper.pages.slugs import plain_words, slug_words


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://xamau.example/tin/ra-quan-lam-duong-thon-ban-1207.html", "ra quan lam duong thon ban"),
        ("http://xamau.example/-/view_content/204511-hoi-nghi-tong-ket-nam", "hoi nghi tong ket nam"),
        ("https://baomau.example/le-hoi-xuan-ban-mau-post88213.html", "le hoi xuan ban mau"),
        ("http://xamau.example/hop-mat-gia-dinh-chinh-sach/", "hop mat gia dinh chinh sach"),
        ("http://xamau.example/tin-tuc", ""),
        ("http://xamau.example/Pages/xem.aspx?ItemID=7", ""),
    ],
)
def test_the_words_of_a_slug(url: str, words: str) -> None:
    assert slug_words(url) == words.split()


def test_a_title_in_the_words_of_slugs() -> None:
    assert plain_words("Đồng bào Mông “đón Tết” 2024") == ["dong", "bao", "mong", "don", "tet", "2024"]
