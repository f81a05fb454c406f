"""Articles of several pages."""

from __future__ import annotations

import pytest

from scraper.pages.parts import remove_paging, next_part, part_number
from scraper.pages.selecting import text_of, tree
from scraper.platforms import load_platforms

GENERIC = load_platforms()["generic"]
URL = "http://xa.example/tin-tuc/hop-123456.html"


@pytest.mark.parametrize(
    ("url", "body", "following"),
    [
        (URL, f'<a href="{URL}?page=2">2</a><a href="{URL}?page=3">3</a>', f"{URL}?page=2"),
        (URL, f'<a href="{URL}?PageIndex=2">2</a>', f"{URL}?PageIndex=2"),
        (f"{URL}?page=2", f'<a href="{URL}">1</a><a href="?page=3">3</a>', f"{URL}?page=3"),
        (f"{URL}?page=3", f'<a href="{URL}?page=2">2</a>', None),
        (URL, '<link rel="next" href="/tin-tuc/khac-123457.html">', None),  # the next article
        (URL, "<p>Hết.</p>", None),
        (URL, f'Trang: 1 <a href="{URL[:-5]}-p2.html">2</a>', f"{URL[:-5]}-p2.html"),
        (URL, f'<a href="{URL}/2/">2</a>', f"{URL}/2/"),
        ("http://xa.example/hop/", '<a href="http://xa.example/hop/2/">2</a>', "http://xa.example/hop/2/"),
    ],
)
def test_where_the_article_goes_on(url: str, body: str, following: str | None) -> None:
    assert next_part(url, body.encode(), GENERIC) == following


SECOND = f"{URL[:-5]}_2.html"


@pytest.mark.parametrize(
    ("url", "target", "label", "following"),
    [
        (URL, SECOND, "Xem tiếp trang sau", True),
        (URL, SECOND, "<b>Trang tiếp theo</b> »", True),
        (URL, SECOND, "Xem tiếp...", True),
        (URL, SECOND, "[2]", True),
        (SECOND, f"{URL[:-5]}_3.html", "Trang sau", True),
        (URL, f"{URL[:-5]}-trang-2.html", "Xem tiếp", True),
        (URL, SECOND, "Hội nghị lần hai bàn việc làm đường", False),  # an article of its own
        (URL, SECOND, "", False),
        (URL, SECOND, "Xem thêm", False),
        (URL, f"{URL[:-5]}_3.html", "Xem tiếp", False),
        (URL, "/tin-tuc/khac-123457_2.html", "Xem tiếp", False),
        (URL, f"{URL[:-5]}_2024.html", "Xem tiếp", False),
    ],
)
def test_a_number_behind_an_underscore_is_a_page_where_the_link_says_so(
    url: str, target: str, label: str, following: bool
) -> None:
    html = f'<p>Xã họp.</p><a href="{target}">{label}</a>'
    assert next_part(url, html.encode(), GENERIC) == (target if following else None)


def test_an_article_of_its_own_behind_an_underscore_stays_in_the_text() -> None:
    root = tree(f'<p>Xã họp.</p><p><a href="{SECOND}">Hội nghị lần hai bàn việc làm đường</a></p>')
    remove_paging(root, URL, GENERIC)
    assert "lần hai" in text_of(root)


@pytest.mark.parametrize(
    ("url", "number"), [(URL, 1), (f"{URL}?page=4", 4), (f"{URL}?trang=x", 1), ("http://xa.example/hop/page-2", 2)]
)
def test_the_number_of_a_page(url: str, number: int) -> None:
    assert part_number(url, GENERIC) == number


def test_the_pager_is_no_text() -> None:
    root = tree(
        f'<div><p>Xã họp.</p><a href="{URL}?page=2">Trang sau</a> <a href="/tin-tuc/khac-123457.html?page=2">Khác</a>'
        f'<a href="{URL}?page=2">Hội nghị bàn tiếp về việc làm đường ở bản</a></div>'
    )
    remove_paging(root, URL, GENERIC)
    assert "Trang sau" not in text_of(root) and "Khác" in text_of(root) and "làm đường" in text_of(root)


@pytest.mark.parametrize("href", [f"{URL}?page=2", f"{URL}?PageIndex=2", f"{URL[:-5]}-p2.html", f"{URL}/2/", SECOND])
def test_nothing_is_left_of_the_line_of_a_pager(href: str) -> None:
    root = tree(f'<div><p>Xã họp.</p><div>Trang: <b>1</b> <a href="{href}">2</a></div></div>')
    remove_paging(root, URL, GENERIC)
    assert text_of(root).split() == ["Xã", "họp."]
