"""The running text of an article: which lines of its page are lead, paragraphs and captions."""

from __future__ import annotations

import pytest

from scraper.pages.blocks import read_blocks
from scraper.pages.page_block import PageBlock
from scraper.pages.parse import parse_article
from scraper.pages.segment import best_segment
from scraper.pages.selecting import tree
from scraper.pages.text import ArticleText, Hints, lines_in, read_text
from scraper.pages.title import Title, TitleClaims, find_title
from tests.scraper.pages.made import ADDRESS, PLATFORMS, SITE, TEXT, page, read, reason

LINKED = "Thôn Bốn trồng thêm hai trăm cây xanh ven đường."


def blocks_of(html: str) -> list[PageBlock]:
    return read_blocks(tree(f"<html><body>{html}</body></html>"))


def titled(blocks: list[PageBlock]) -> Title:
    return find_title(blocks, TitleClaims(ADDRESS, "", (), "", ()), best_segment(blocks).start)


def test_the_description_is_the_lead_where_it_is_printed_first_of_several_lines() -> None:
    blocks = blocks_of(f"<h1>Hội nghị triển khai nhiệm vụ</h1><div><p>{TEXT}</p><p>{TEXT} Hết.</p></div>")
    found = read_text(blocks, titled(blocks), Hints(description=TEXT))
    assert (found.lead, found.paragraphs) == (TEXT, (f"{TEXT} Hết.",))
    other = read_text(blocks, titled(blocks), Hints(description="Tin của xã Mẫu"))
    assert (other.lead, other.paragraphs) == ("", (TEXT, f"{TEXT} Hết."))


def test_what_trafilatura_finds_is_taken_only_where_it_is_longer_and_other() -> None:
    blocks = blocks_of("<h1>Hội nghị triển khai nhiệm vụ</h1><div><p>Ảnh: Lò Mẫu</p></div>")
    longer = [TEXT, f"{TEXT} Phần hai.", f"{TEXT} Phần ba."]
    assert read_text(blocks, titled(blocks), Hints(), longer).paragraphs == tuple(longer)
    assert TEXT not in read_text(blocks, titled(blocks), Hints(), [TEXT]).paragraphs
    whole = blocks_of(f"<h1>Hội nghị triển khai nhiệm vụ</h1><div>{''.join(f'<p>{line}</p>' for line in longer)}</div>")
    assert read_text(whole, titled(whole), Hints(), [*longer, "Bản quyền"]).paragraphs == tuple(longer)


def test_the_lines_in_an_element() -> None:
    root = tree(f"<html><body><h1>Hội nghị</h1><div id=a><p>{TEXT}</p><p>Hết.</p></div><div id=b></div></body></html>")
    blocks = read_blocks(root)
    first, second = root.iter("div")
    assert lines_in(blocks, first) == (1, 3)
    assert lines_in(blocks, second) is None


def test_the_length_of_a_text_is_that_of_lead_and_paragraphs() -> None:
    assert ArticleText("Mở đầu", ("một", "hai"), ("ảnh",)).length == 12


def test_titles_of_others_within_the_text_are_none_of_it_though_they_are_sentences() -> None:
    items = f"<li><a href=/x>{LINKED}</a></li><li><a href=/y>{LINKED} Xong.</a></li>"
    others = f"<ul><li>Tin bài liên quan</li>{items}</ul>"
    found = read(f"<body><h1>Tập huấn cán bộ thôn bản</h1><div>{others}<p>{TEXT}</p><p>{TEXT} Hết.</p></div>")
    assert found.paragraphs == (TEXT, f"{TEXT} Hết.")


def test_tags_at_the_end_of_a_text_are_none_of_it() -> None:
    tags = "<p class=x><a rel=tag href=/tag/a>nông thôn</a><a rel=tag href=/tag/b>xã mẫu</a></p>"
    found = read(f"<body><h1>Tập huấn cán bộ thôn bản</h1><div><p>{TEXT}</p><p>{TEXT} Hết.</p>{tags}</div></body>")
    assert found.paragraphs == (TEXT, f"{TEXT} Hết.")


def test_contacts_within_a_text_are_of_it_and_those_after_it_are_not() -> None:
    contact = "<p>Địa chỉ: thôn Đồng Vang, xã Mẫu</p>"
    head = f"<body><h1>Tập huấn cán bộ thôn bản</h1><div><p>{TEXT}</p>"
    assert read(f"{head}{contact}<p>{TEXT} Hết.</p></div></body>").paragraphs[1] == "Địa chỉ: thôn Đồng Vang, xã Mẫu"
    assert read(f"{head}<p>{TEXT} Hết.</p>{contact}</div></body>").paragraphs == (TEXT, f"{TEXT} Hết.")


@pytest.mark.parametrize(("main", "is_read"), [("main", True), ("div", False)])
def test_a_title_beside_the_main_part_may_stand_behind_the_text(main: str, is_read: bool) -> None:
    text = "".join(f"<p>{TEXT} Đợt {n}.</p>" for n in range(3))
    shown = f"<{main}><div>{text}</div></{main}><aside><h1>Tập huấn cán bộ thôn bản dịp đầu năm</h1></aside>"
    one = page(f"<body>{shown}</body>", "http://xamau.example/tap-huan-can-bo-thon-ban-dip-dau-nam")
    if is_read:
        found = parse_article(one, SITE, PLATFORMS["generic"])
        assert (found.title, len(found.paragraphs)) == ("Tập huấn cán bộ thôn bản dịp đầu năm", 3)
    else:
        assert reason(one) == "too_short"
