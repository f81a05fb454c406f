"""The run of lines that is most like an article, on pages without selectors."""

from __future__ import annotations

import pytest

from scraper.pages.blocks import read_blocks
from scraper.pages.page_block import PageBlock
from scraper.pages.segment import best_segment, is_over, is_text, is_tool
from scraper.pages.selecting import tree

ONE = "Sáng 6/4, UBND xã Mẫu tổ chức ra quân làm đường tại thôn Đồng Vang với sự tham gia của 180 người."
TWO = "Đến cuối ngày, bà con đã đổ xong 120 mét bê tông đầu tiên; công trình hoàn thành trước ngày 30/4."
CARD = (
    "<div class=o><h4><a href=/x>Tin khác của xã Mẫu</a></h4>"
    "<p>Xã Mẫu vừa tổ chức hội nghị bàn về việc khác của xã.</p></div>"
)
ARTICLE = f"<div><p>{ONE}</p><p>{TWO}</p></div>"


def run_of(html: str) -> list[str]:
    blocks = read_blocks(tree(f"<html><body>{html}</body></html>"))
    found = best_segment(blocks, stops=True)
    return [block.text for block in blocks[found.start : found.end]]


@pytest.mark.parametrize(
    "html",
    [
        f"<ul><li><a href=/>Trang chủ</a></li></ul>{ARTICLE}<div><a href=/x>Tin khác của xã</a></div>",
        f"{ARTICLE}<h3>Tin liên quan</h3>{CARD * 3}",
        f"{ARTICLE}<div><div>{CARD * 3}</div></div>",
        f"<table><tr><td>Tin</td></tr><tr><td><p>{ONE}</p><p>{TWO}</p></td></tr></table><div><p>Số 88/KH-UBND: Kế hoạch"
        " tổ chức các hoạt động kỷ niệm 30 năm ngày tái lập huyện (1992 - 2022)</p></div>",
        f"{ARTICLE}<div id=footer><p>Chịu trách nhiệm: Lò Văn Mẫu, Chủ tịch UBND xã Mẫu.</p></div>",
    ],
)
def test_the_run_of_an_article(html: str) -> None:
    assert run_of(html) == [ONE, TWO]


def test_a_list_within_the_text_does_not_end_it() -> None:
    found = run_of(f"<div><p>{ONE}</p><b>Tin liên quan</b><ul><li><a href=/x>Tin cũ</a></li></ul><p>{TWO}</p></div>")
    assert found[0] == ONE and found[-1] == TWO


@pytest.mark.parametrize(
    "line",
    [
        "Lượt xem: 1.204",
        "Số lượt người xem: 10 Bản in Quay lại",
        "Xem chi tiết tại đây",
        "In bài viết",
        "Chia sẻ",
        "Hôm nay: 427",
        "Từ khóa: thiên tai, đê điều",
        "Tải file đính kèm tại đây",
        "Bản quyền thuộc xã Mẫu",
        "Điện thoại: 0200 000 000",
    ],
)
def test_tools(line: str) -> None:
    assert is_tool(PageBlock(line))


@pytest.mark.parametrize(
    "line",
    [
        "Các tin khác:",
        "TIN ĐÃ ĐƯA",
        "Có thể bạn quan tâm",
        "Bình luận (0)",
        "Leave a Comment",
        "Ý kiến bạn đọc",
        "Độc giả bình luận",
    ],
)
def test_what_opens_other_things(line: str) -> None:
    assert is_over(PageBlock(line))


@pytest.mark.parametrize(
    "line", [ONE, "Xem xét các tờ trình của UBND xã.", "Hôm nay: 12 hộ nhận nhà mới tại thôn Đồng Vang."]
)
def test_text_is_none_of_these(line: str) -> None:
    block = PageBlock(line)
    assert is_text(block) and not is_tool(block) and not is_over(block)


@pytest.mark.parametrize(
    "heading", ["<h4>Ý kiến bạn đọc (1)</h4>", "<p>Độc giả bình luận</p>", "<h3>Leave a Reply</h3>"]
)
def test_a_short_text_ends_at_the_heading_of_what_readers_write(heading: str) -> None:
    card = f"<div><h5><a href=/{{}}>Bản tin số {{}} của xã Mẫu</a></h5><p>{TWO} {ONE} {TWO}</p></div>"
    others = "".join(card.format(number, number) for number in "12")
    assert run_of(f"<div><p>{ONE} {ONE}</p></div>{heading}<h4>Cùng chuyên mục</h4>{others}") == [f"{ONE} {ONE}"]


def test_a_link_to_what_readers_write_ends_no_text() -> None:
    bar = "<p><a href=#y>Ý kiến bạn đọc</a></p>"
    assert run_of(f"<div><p>{ONE} {ONE}</p>{bar}<p>{TWO}</p></div>")[-1] == TWO
