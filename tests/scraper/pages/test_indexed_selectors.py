"""Selectors that the index of a page answers: they find what XPath finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsel.csstranslator import HTMLTranslator

from scraper.pages.indexed_selectors import indexed_selector
from scraper.pages.page_index import index_of
from scraper.pages.selecting import drop, tree

HTML = """<div id=a class="x y"><!-- --><p class=y title="Tin mới">1<b class=z>2</b></p>tin<p class="z y" lang=vi>3</p>
<ul class=x><li class="y z">4</li><li class=y><a href="/tin-2.html" class=z>5</a></li></ul></div>"""
INDEXED = [
    ".y",
    "P.y",
    "#a",
    "#a .z",
    ".x .y",
    ".x > .y",
    ".x .x > .y",
    "p ~ .y",
    "p + p.y",
    "li + .y a.z",
    "p.y:not(.z)",
    ".y:not([lang])",
    ".y:not([class*='z'])",
    "[title='Tin mới']",
    ".z[href$='.html']",
    ".z[HREF^='/tin']",
    ".y.z",
    "a.z::attr(href)",
    ".z::attr(href)",
]


def _by_path(html: str, css: str) -> list[object]:
    root = tree(html)
    found = root.xpath(HTMLTranslator().css_to_xpath(css))
    assert isinstance(found, list)
    return [one if isinstance(one, str) else root.getroottree().getpath(one) for one in found]


def _by_index(html: str, css: str) -> list[object] | None:
    root, selector = tree(html), indexed_selector(css)
    if selector is None:
        return None
    found = selector.found_in(root, index_of(root))
    return [one if isinstance(one, str) else root.getroottree().getpath(one) for one in found]


@pytest.mark.parametrize("css", INDEXED)
def test_what_the_index_finds_is_what_xpath_finds(css: str) -> None:
    found = _by_index(HTML, css)
    assert found is not None and found == _by_path(HTML, css)


LEFT = ["p", ".x p", ".x, .y", ".y::text", ".y:first-child", ".y:not(.x > .z)", "[id^=a]", ".z[href^='']", ".a[b=c i]"]


@pytest.mark.parametrize("css", LEFT)
def test_what_the_index_cannot_answer_is_left_to_xpath(css: str) -> None:
    assert indexed_selector(css) is None


def test_elements_removed_since_are_not_found() -> None:
    root, selector = tree(HTML), indexed_selector(".z")
    assert selector is not None
    index = index_of(root)
    drop(next(root.iter("ul")))
    assert [one.text for one in selector.found_in(root, index) if not isinstance(one, str)] == ["2", "3"]


_TESTS = st.sampled_from([".x", ".y", "#a", "[lang]", "[lang=vi]", "[class~=x]", ":not(.y)", "[lang*=i]"])
_COMPOUNDS = st.tuples(st.sampled_from(["*", "p", "b"]), st.lists(_TESTS, max_size=2).map("".join)).map("".join)
_SELECTORS = st.tuples(_COMPOUNDS, st.sampled_from([" ", " > ", " + ", " ~ "]), _COMPOUNDS).map("".join)
_TREES = st.recursive(
    st.sampled_from(["tin", "<!-- -->", "<b class=x></b>"]),
    lambda inner: st.tuples(
        st.sampled_from(["div", "p", "b"]),
        st.sampled_from(["", " class=x", " class='y x'", " id=a", " lang=vi", " class=y lang=vi-VN"]),
        st.lists(inner, max_size=3).map("".join),
    ).map(lambda parts: f"<{parts[0]}{parts[1]}>{parts[2]}</{parts[0]}>"),
    max_leaves=12,
)


@given(_TREES, _SELECTORS)
def test_any_selector_finds_the_same_both_ways(html: str, css: str) -> None:
    found = _by_index(html, css)
    assert found is None or found == _by_path(html, css)
