"""Whether a page is an article or a listing."""

from __future__ import annotations

import pytest
from lxml import etree

from scraper.pages.kinds import PROSE, is_article_page, is_headed, is_heading_of, linked_headings, prose
from scraper.pages.selecting import tree
from tests.scraper.pages.made import PLATFORMS, TEXT

GENERIC = PLATFORMS["generic"]


def root_of(html: str) -> etree._Element:
    return tree(f"<html><body>{html}</body></html>")


def is_article(html: str, told: bool, has_stamp: bool = False, announced: bool = False) -> bool:
    root = root_of(html)
    return is_article_page(root, GENERIC.selectors, GENERIC, told, lambda: has_stamp, announced=announced)


RUNNING = f"<h1>Hội nghị</h1><p>{TEXT}</p><p>{TEXT} Hết.</p><p>{TEXT} Xong.</p>"


@pytest.mark.parametrize(
    ("html", "told", "has_stamp", "announced", "expected"),
    [
        (RUNNING, True, False, False, True),
        (RUNNING, False, True, False, True),
        (RUNNING, False, False, True, True),
        (RUNNING, False, False, False, False),  # neither a stamp nor a link that announces it
        ("<h1>Hội nghị</h1><p>Ảnh</p>", False, True, False, False),  # no running text
    ],
)
def test_running_text_is_an_article_where_something_says_so(
    html: str, told: bool, has_stamp: bool, announced: bool, expected: bool
) -> None:
    assert is_article(html, told, has_stamp, announced) is expected


@pytest.mark.parametrize(
    ("title", "heads", "announces"),
    [
        ("Xã Mẫu khánh thành nhà văn hóa", True, True),
        ("XÃ MẪU  KHÁNH THÀNH NHÀ VĂN HÓA", True, True),
        ("Xã Mẫu khánh thành", False, False),
        ("", False, False),
    ],
)
def test_a_page_is_headed_by_the_text_of_a_link(title: str, heads: bool, announces: bool) -> None:
    root = root_of("<h1>Xã Mẫu khánh thành nhà văn hóa</h1>")
    assert (is_headed(root, title), is_heading_of(root, title)) == (heads, announces)


@pytest.mark.parametrize("name", ["Thông báo", "Tin tức sự kiện"])
def test_the_name_of_a_section_is_a_heading_and_no_title(name: str) -> None:
    root = root_of(f"<h1>{name}</h1>")
    assert is_headed(root, name) and not is_heading_of(root, name)


def test_headings_with_links_are_those_of_a_listing() -> None:
    items = [f"<h3><a href=/{n}>Xã Mẫu trồng thêm hai trăm cây {n}</a></h3>" for n in range(3)]
    assert linked_headings(root_of("".join(items)))
    assert not linked_headings(root_of("".join(items[:2])))
    assert not linked_headings(root_of("".join(items) + f"<p>{TEXT}</p>" * (3 * PROSE // len(TEXT) + 1)))


def test_running_text_is_long_paragraphs_that_are_not_links() -> None:
    root = root_of(f"<p>{TEXT}</p><p>Ngắn.</p><p><a href=/>{TEXT}</a></p><div><p>{TEXT}</p></div>")
    assert prose(root) == 2 * len(TEXT)


@pytest.mark.parametrize("beside", [1, 7, 40])
def test_running_text_within_what_is_left_out_does_not_count(beside: int) -> None:
    root = root_of(f"<div><p>{TEXT}</p><p>{TEXT}</p></div>" + f"<p>{TEXT}</p>" * beside)
    assert prose(root) == (beside + 2) * len(TEXT) and prose(root, [root.find(".//div")]) == beside * len(TEXT)
