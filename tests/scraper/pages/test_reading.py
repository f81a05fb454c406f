"""The fields of the article on a page, each from the most trusted place that has it."""

from __future__ import annotations

import json

import pytest

from scraper.pages.parse import parse_article
from tests.scraper.pages.made import ADDRESS, PLATFORMS, SITE, TEXT, page, read


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


def test_the_stamp_of_a_head_left_over_from_another_page_gives_way_to_the_printed_one() -> None:
    def stamped(named: str) -> str | None:
        head = f'<meta property="og:title" content="{named}">'
        hidden = '<meta itemprop="datePublished" content="2023-01-02">'
        text = f"<div><p>{TEXT}</p><p>{TEXT} Hết.</p></div>"
        shown = f"<h1>Tập huấn cán bộ thôn bản dịp đầu năm</h1><p>16/5/2024</p>{text}"
        url = "http://xamau.example/tap-huan-can-bo-thon-ban-dip-dau-nam"
        one = page(f"<head>{head}</head><body>{hidden}{shown}", url)
        return parse_article(one, SITE, PLATFORMS["generic"]).published_at

    assert stamped("Đề nghị gắn biển hiệu cho xe khách chạy hợp đồng") == "2024-05-16"
    assert stamped("Tập huấn cán bộ thôn bản dịp đầu năm") == "2023-01-02"


def test_what_hides_between_title_and_body_is_no_lead_where_the_platform_shows_the_body() -> None:
    edited = '<span class="d-none" itemprop="datePublished">2024-05-20T16:02:00+07:00</span>'
    hidden = f'<span class="d-none" itemprop="mainEntityOfPage">{ADDRESS}</span>{edited}'
    body = f'<div id="news-bodyhtml"><p>{TEXT}</p></div>'
    article = read(
        f'<h1 class="title">Hội nghị</h1>{hidden}<span class="h5">Thứ ba - 14/05/2024 09:15</span>{body}', "nukeviet4"
    )
    assert (article.lead, article.paragraphs) == ("", (TEXT,))
    assert article.published_at == "2024-05-14T09:15:00+07:00"  # not when it was last edited


def test_json_ld_is_believed_before_other_metadata() -> None:
    article = {"@type": "NewsArticle", "headline": "Hội nghị", "datePublished": "2024-05-14T01:00:00Z"}
    article |= {"author": [{"name": "Lò Văn Mẫu"}], "articleSection": "Tin xã"}
    found = read(f"""<meta property="og:title" content="Khác">
        <meta property="article:published_time" content="2023-01-01">
        <script type="application/ld+json">{json.dumps({"@graph": [article]})}</script>
        <div class="x"><h1>Hội nghị</h1><p>{TEXT}</p></div>""")
    assert (found.title, found.author, found.section) == ("Hội nghị", "Lò Văn Mẫu", "Tin xã")
    assert (found.published_at, found.published_precision) == ("2024-05-14T08:00:00+07:00", "second")


def test_the_clock_of_the_page_is_no_stamp() -> None:
    clock = '<div id="clock">Thứ bảy, 21/11/2026 10:00</div>'
    found = read(f"<body>{clock}<div><h1>Hội nghị triển khai nhiệm vụ</h1><p>{TEXT}</p><p>{TEXT}</p></div></body>")
    assert found.published_at is None and found.published_precision is None


def test_an_unknown_page_is_read_from_title_to_end() -> None:
    lead = "Trong hai ngày 14 và 15/5, UBND xã Mẫu tổ chức lớp tập huấn cho cán bộ các thôn, bản trên địa bàn xã."
    found = read(f"""<body><div>Thứ bảy, 21/11/2026</div><h1>Tập huấn cán bộ thôn</h1>
        <span>16/5/2024 - 08:15</span><div class=m><b>{lead}</b></div><div class=n><p>{TEXT}</p>
        <p>{TEXT} Lớp hai.</p><p>{TEXT} Lớp ba.</p></div>
        <div><h4>Tin liên quan</h4><a href=/x>Tin cũ hơn của xã (01/01/2020)</a></div></body>""")
    assert found.title == "Tập huấn cán bộ thôn"
    assert (found.published_at, found.published_precision) == ("2024-05-16T08:15:00+07:00", "minute")
    assert found.paragraphs == (lead, TEXT, f"{TEXT} Lớp hai.", f"{TEXT} Lớp ba.")
