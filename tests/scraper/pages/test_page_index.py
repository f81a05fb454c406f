"""The index of a page's tags, attributes and values."""

from __future__ import annotations

import pytest

from scraper.pages.page_index import CLASSES, index_of
from scraper.pages.selecting import drop, tree

ROOT = tree(
    "<div id=a class='x y'><p class=y lang=vi>1</p></div><p class=' y\n' lang=vi>2</p><!-- --><b class='y y'>3</b>"
)


def test_names_are_of_tags_attributes_classes_and_ids() -> None:
    names = {"a", "x", "y", "<html", "<body", "<div", "<p", "<b", "[id", "[class", "[lang"}
    assert index_of(ROOT).names - {""} == names


@pytest.mark.parametrize(
    ("attribute", "value", "texts"),
    [
        ("lang", "vi", ["1", "2"]),
        (CLASSES, "y", [None, "1", "2", "3"]),
        (CLASSES, "x", [None]),
        ("class", "y", ["1"]),
        ("id", "a", [None]),
        ("id", "b", []),
        ("href", "b", []),
        (CLASSES, "z", []),
    ],
)
def test_holders_of_a_value_in_document_order(attribute: str, value: str, texts: list[str | None]) -> None:
    index = index_of(ROOT)
    assert [element.text for element in index.holders(attribute, value)] == texts
    assert (value in index.values(attribute)) is bool(texts)


def test_an_index_is_made_once_and_keeps_what_is_removed() -> None:
    root = tree("<p class=a>1</p><p>2</p>")
    index = index_of(root)
    drop(index.holders(CLASSES, "a")[0])
    assert index_of(root) is index and len(index.holders(CLASSES, "a")) == 1
