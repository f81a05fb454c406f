"""Patterns of URLs, and the kinds that pages teach of them."""

import pytest

from scraper.pages.url_patterns import FEWEST_DECIDED, learn_kinds, url_pattern


@pytest.mark.parametrize(
    ("url", "pattern"),
    [
        ("http://xa.example/tin-tuc/ra-quan-lam-duong", "/tin-tuc/a"),
        ("http://xa.example/tin-tuc/ra-quan-lam-duong-123.html", "/tin-tuc/a-0.html"),
        ("http://xa.example/Tin-Tuc/9/", "/tin-tuc/0"),
        ("http://xa.example/2024/03/ra-quan", "/0/0/a"),
        ("http://xa.example/xem.aspx?id=12&Muc=5", "/a.aspx?id&muc"),
        ("http://xa.example/", "/"),
    ],
)
def test_folders_stay_words_and_numbers_do_not(url: str, pattern: str) -> None:
    assert url_pattern(url) == pattern


def test_a_pattern_is_of_a_kind_where_its_pages_are() -> None:
    articles = [(f"http://xa.example/tin-tuc/ra-quan-dot-{word}", "article") for word in "bcdefg"]
    mixed = [(f"http://xa.example/ra-quan-{word}", "article") for word in "bcdef"]
    mixed.append(("http://xa.example/tin", "listing"))
    few = [(f"http://xa.example/muc/{word}", "listing") for word in "bcdefg"[: FEWEST_DECIDED - 1]]
    none = [(f"http://xa.example/gioi-thieu/{word}", "none") for word in "bcdefg"]
    assert learn_kinds([*articles, *mixed, *few, *none]) == {"/tin-tuc/a": "article"}
