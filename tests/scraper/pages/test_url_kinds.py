"""Kinds of URLs, and whether more than the words of a slug decided."""

import pytest

from scraper.pages.url_kinds import kind_by_rules
from scraper.platforms import load_platforms

HOST = "http://xa-mau.example"


@pytest.mark.parametrize(
    ("path", "kind", "sure"),
    [
        ("/tin/le-khai-giang-123456.html", "article", True),
        ("/xa-mau-ra-quan-lam-thuy-loi", "article", False),
        ("/hop-dan", "listing", False),
        ("/2024/03/", "listing", True),
        ("/rss.html", "other", True),
    ],
)
def test_a_number_or_a_folder_makes_a_kind_sure_and_words_do_not(path: str, kind: str, sure: bool) -> None:
    assert kind_by_rules(HOST + path, load_platforms()["generic"], {}) == (kind, sure)


def test_what_pages_taught_makes_a_kind_sure() -> None:
    platform = load_platforms()["generic"]
    assert kind_by_rules(f"{HOST}/hop-dan", platform, {"/a": "article"}) == ("article", True)


@pytest.mark.parametrize(
    ("path", "kind", "sure"),
    [
        ("/tin-tuc/xa-mau-ra-quan-lam-thuy-loi", "article", False),
        ("/tin-tuc/xa-mau-ra-quan-123456.html", "article", False),
        ("/tin/2024/03", "listing", True),
        ("/Pages/xa-mau.aspx?ItemID=12", "article", True),
        ("/_layouts/Authenticate.aspx", "other", True),
    ],
)
def test_what_no_rule_of_a_platform_knows_is_judged_as_on_an_unknown_system(path: str, kind: str, sure: bool) -> None:
    assert kind_by_rules(HOST + path, load_platforms()["sharepoint"], {}) == (kind, sure)
