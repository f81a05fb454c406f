"""The writer of an article, from all places that name one."""

from __future__ import annotations

import pytest

from tests.scraper.pages.made import TEXT, read

NAMES = ("Lò Mẫu", "Trong Nước")


@pytest.mark.parametrize(
    ("html", "author"),
    [
        ("<div class=article__author>Lò Văn Mẫu</div><p>{0}</p><p>{0} Lớp hai.</p>", "Lò Văn Mẫu"),
        ("<p>{0}</p><p>{0} Lớp hai.</p><h4>Tin liên quan</h4><div class=author>Lò Mẫu</div>", "Lò Mẫu"),
    ],
    ids=["under the title", "behind other articles"],
)
def test_the_author_that_a_class_names(html: str, author: str) -> None:
    assert read(f"<body><h1>Tập huấn cán bộ thôn bản</h1><div>{html.format(TEXT)}</div></body>").author == author


@pytest.mark.parametrize(
    ("byline", "sign", "author"),
    [
        ("<a rel=author href=/nguoi>Tòng Văn Soạn</a>", "", "Tòng Văn Soạn"),
        ("<a rel=author href=/nguoi>By Tòng Văn Soạn</a>", "", "Tòng Văn Soạn"),
        ("<a rel=author href=/nguoi>Tòng Văn Soạn</a>", "<p style='text-align:right'>Cầm Thị Nụ</p>", "Cầm Thị Nụ"),
        ("<p>Submitted by Lò Văn Mẫu on Sun, 02/02/2020 - 08:07</p>", "", "Lò Văn Mẫu"),
        ("<p>Sun, 02/02/2020 - 08:07 — Lò Văn Mẫu</p>", "", "Lò Văn Mẫu"),
        ("<p>Lò Văn Mẫu 02/02/2020 0</p>", "", "Lò Văn Mẫu"),
    ],
)
def test_a_signature_under_the_text_is_believed_before_the_byline_of_the_system(
    byline: str, sign: str, author: str
) -> None:
    html = f"<h1>Tập huấn cán bộ thôn bản</h1>{byline}<div><p>{TEXT}</p><p>{TEXT} Hết.</p>{sign}</div>"
    assert read(f"<body>{html}</body>").author == author


def test_two_writers_in_elements_beside_each_other_are_both_named() -> None:
    one, two = ("<div class=item><a class=name rel=author href=/a>{}</a></div>".format(n) for n in ("Lò Mẫu", "Vi Thử"))
    text = f"<div><p>{TEXT}</p><p>{TEXT} Hết.</p></div>"
    both = read(f"<body><h1>Tập huấn cán bộ thôn bản</h1><div>{one}{two}</div>{text}</body>")
    apart = read(f"<body><h1>Tập huấn cán bộ thôn bản</h1><div>{one}</div>{text}<div><p>{two}</p></div></body>")
    assert (both.author, apart.author) == ("Lò Mẫu, Vi Thử", "Lò Mẫu")


def test_a_section_of_the_menu_under_the_title_is_no_writer() -> None:
    menu = "<ul class=menu><li><a href=/trong>Trong Nước</a></li></ul>"
    text = f"<p>06/04/2024</p><p>{{}}</p><div><p>{TEXT}</p><p>{TEXT} Hết.</p></div>"
    said = [read(f"<body>{menu}<h1>Tập huấn cán bộ thôn bản</h1>{text.format(name)}</body>") for name in NAMES]
    assert [article.author for article in said] == ["Lò Mẫu", None]


def test_the_same_name_is_taken_with_its_marks() -> None:
    byline = "<p>Tác giả: Lò Văn Mẫu</p>"
    html = f"<h1>Tập huấn cán bộ thôn bản</h1>{byline}<div><p>{TEXT}</p><p>{TEXT} Hết.</p><p>Lo Van Mau</p></div>"
    assert read(f"<body>{html}</body>").author == "Lò Văn Mẫu"
