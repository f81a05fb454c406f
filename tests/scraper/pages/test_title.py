"""The title of a page: the printed line that agrees best with the evidence on it."""

from __future__ import annotations

import pytest

from scraper.pages.blocks import read_blocks
from scraper.pages.profile import SiteProfile
from scraper.pages.segment import best_segment
from scraper.pages.selecting import tree
from scraper.pages.title import Title, TitleClaims, find_title, head_parts

TITLE = "Xã Mẫu ra quân làm đường giao thông nông thôn"
SLUG = "http://xamau.example/xa-mau-ra-quan-lam-duong-giao-thong-nong-thon-12.html"
TEXT = "<p>Sáng 6/4, UBND xã Mẫu tổ chức ra quân làm đường tại thôn Đồng Vang với sự tham gia của 180 người.</p>" * 3


def title_of(html: str, profile: SiteProfile | None = None, **claims: object) -> Title:
    blocks = read_blocks(tree(f"<html><body>{html}</body></html>"))
    told = TitleClaims(**{"url": "http://xamau.example/xem?id=12", **claims})  # type: ignore[arg-type]
    return find_title(blocks, told, best_segment(blocks).start, profile)


@pytest.mark.parametrize(
    ("html", "claims"),
    [
        (f"<h1>Trang thông tin xã Mẫu</h1><div>{TITLE}</div>{TEXT}", {"url": SLUG}),
        (f"<h1>Trang thông tin xã Mẫu</h1><h3>{TITLE}</h3>{TEXT}<h2>Văn bản mới</h2>", {"head": f"{TITLE} - Xã Mẫu"}),
        (f"<h2>Tin trong tỉnh</h2><div>{TITLE}</div>{TEXT}", {"link": TITLE}),
        (f"<h1>{TITLE}</h1>{TEXT}", {"named": ("Magz",)}),
        (f"<h2>Chuyên mục</h2><p><b>{TITLE}</b></p>{TEXT}", {}),
        (f"<h1>Xã Mẫu ra quân làm đường<br>giao thông nông thôn</h1>{TEXT}", {}),
        (f"<a href=/>Trang chủ » {TITLE}</a><h1>{TITLE}</h1>{TEXT}", {"url": SLUG}),
        (f"<h1>{TITLE} ( )</h1>{TEXT}", {}),
        (f"<h1>{TITLE} (12/03/2024)</h1>{TEXT}", {}),
        (f"<div><h1 class='title'>{TITLE}</h1><h2 class='sub-title'>Chung tay vì xã nhà</h2></div>{TEXT}", {}),
        (f"<h2 class='title'>{TITLE}</h2>{TEXT[:len(TEXT) // 3]}<p><b>Cần thêm vật liệu?</b></p>{TEXT}", {}),
        (TEXT, {"named": (TITLE,)}),
    ],
)
def test_titles(html: str, claims: dict[str, object]) -> None:
    assert title_of(html, **claims).text == TITLE


def test_what_many_pages_have_is_no_title() -> None:
    html = f"<h1>Trang thông tin xã Mẫu</h1><p>{TITLE}</p>{TEXT}"
    profile = SiteProfile(9, titles=frozenset(("trang thông tin xã mẫu",)))
    assert title_of(html).text != TITLE
    assert title_of(html, profile, head=TITLE).text == TITLE


def test_a_title_is_sure_where_several_things_agree() -> None:
    assert title_of(f"<h1>{TITLE}</h1>{TEXT}", url=SLUG, head=TITLE).is_sure
    assert title_of(f"<h1>{TITLE}</h1>{TEXT}", url=SLUG).has_slug
    assert not title_of(f"<div>{TITLE}</div>{TEXT}").is_sure


def test_the_parts_of_a_head() -> None:
    assert {"hội nghị xã mẫu", "hội nghị xã mẫu - tin tức"} <= head_parts("Hội nghị xã Mẫu - Tin tức | Xã Mẫu")


def test_a_line_that_only_resembles_the_slug_gives_way_to_the_one_that_is_it() -> None:
    html = (
        "<p><b>Xã Mẫu chủ trì cuộc họp qua hệ thống mới</b></p>"
        "<h1>Chủ tịch xã Mẫu chủ trì cuộc họp qua hệ thống mới</h1>"
        "<p>Sáng 6/4, UBND xã Mẫu tổ chức cuộc họp tại thôn Đồng Vang với sự tham gia của 180 người dân trong xã.</p>"
    )
    found = title_of(html, url="http://xa.example/xa-mau-chu-tri-cuoc-hop-qua-he-thong-moi/")
    assert found.text == "Xã Mẫu chủ trì cuộc họp qua hệ thống mới"


def test_a_heading_after_the_first_line_is_one_within_the_text() -> None:
    html = f"<h1>Xã Mẫu</h1><p>{'Người dân trong xã cùng nhau làm đường. ' * 9}</p><h2>Vì sao làm đường?</h2>{TEXT}"
    assert title_of(html).text == "Xã Mẫu"
    assert title_of(html.replace("h1", "div")).text == "Vì sao làm đường?"


def test_the_heading_of_other_articles_is_no_title() -> None:
    others = "<h2>Tin tức khác</h2><p><a href=/2>Tin</a></p>"
    html = f"<div><h1>Bản tin của xã</h1></div><div><h1>{TITLE}</h1>{TEXT}</div>{others}"
    assert title_of(html).text == TITLE


def test_a_heading_of_two_words_is_the_title_where_the_link_has_them_too() -> None:
    page = f"<h1>Bài viết</h1><h2>Ra quân</h2>{TEXT}"
    assert title_of(page, link="Ra quân", head="Ra quân - Xã Mẫu").text == "Ra quân"


def test_a_question_in_plain_print_is_the_title_where_the_url_has_its_words() -> None:
    question = "Ai được hưởng lợi từ việc khai thác khoáng sản ở các bản vùng cao?"
    url = "http://xa.example/ai-duoc-huong-loi-tu-viec-khai-thac-khoang-san-o-cac-ban-vung-cao-77.html"
    assert title_of(f"<h2>Tin xem nhiều</h2><div class=tieu-de>{question}</div>{TEXT}", url=url).is_sure


def test_the_title_of_a_document_is_the_cell_that_the_head_has() -> None:
    rows = "<tr><th>Số văn bản</th><td>45/KH-UBND</td></tr><tr><th>Trích yếu</th><td>Kế hoạch thu năm học mới</td></tr>"
    found = title_of(f"<table border=1>{rows}</table>", head="Kế hoạch thu năm học mới")
    assert found.text == "Kế hoạch thu năm học mới"
