"""The fields of the article on a page, each from the most trusted place that has it."""

from __future__ import annotations

import json

from scraper.pages.parse import parse_article
from tests.scraper.pages.made import ADDRESS, PLATFORMS, SITE, TEXT, page, read


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
