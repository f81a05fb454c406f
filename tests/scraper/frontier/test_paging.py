"""Which links of a listing lead to its own further pages."""

from __future__ import annotations

import pytest

from scraper.frontier.links import FoundLink
from scraper.frontier.paging import as_paging

OWN = "xa.example/tin"


def link(key: str, kind: str = "listing") -> FoundLink:
    return FoundLink(key, f"http://{key}", "xa.example", kind)


@pytest.mark.parametrize(
    ("own", "keys", "every", "paging"),
    [
        (OWN, ["xa.example/tin?page=2", "xa.example/tin?page=3"], True, {2, 3}),
        (OWN, ["xa.example/tin?page=2", "xa.example/tin?page=3"], False, {2}),
        ("xa.example/tin?page=2", ["xa.example/tin?page=1", "xa.example/tin?page=3"], False, {3}),
        (OWN, ["xa.example/tin/page-2", "xa.example/khac/page-2"], True, {2}),
        (OWN, ["xa.example/khac?page=2"], True, set()),
    ],
)
def test_pages_of_a_listing(own: str, keys: list[str], every: bool, paging: set[int]) -> None:
    found = as_paging([link(key) for key in keys], own, every)
    assert {int(one.key[-1]) for one in found if one.kind == "next"} == paging


def test_a_link_that_says_next_is_enough() -> None:
    found = as_paging([link("xa.example/tin?page=2"), link("xa.example/tin?page=9", "next")], OWN, False)
    assert [one.key[-1] for one in found if one.kind == "next"] == ["9"]


def test_articles_stay_what_they_are() -> None:
    article = link("xa.example/tin/hop-2", "article")
    assert as_paging([article], OWN, True) == [article]
