"""Lines of a page by how they are set."""

from __future__ import annotations

import pytest

from scraper.pages.page_block import PageBlock, Style

SENTENCE = (
    "Đại biểu dự hội nghị tổng kết phong trào thi đua của xã trong năm qua và bàn việc của năm sau, chiều 14/5 tại"
    " trụ sở Ủy ban nhân dân xã."
)


@pytest.mark.parametrize(
    ("block", "is_caption"),
    [
        (PageBlock("Đại biểu dự họp", Style(caption=True)), True),
        (PageBlock("Đại biểu dự họp", Style(italic=True), after_picture=True), True),
        (PageBlock("Đại biểu dự họp", Style(italic=True)), False),
        (PageBlock("Đại biểu dự họp", after_picture=True), False),
        (PageBlock(SENTENCE, Style(centred=True), after_picture=True), False),
        (PageBlock(SENTENCE.rstrip("."), Style(centred=True), after_picture=True), True),
        (PageBlock("1. Phần mở đầu", Style(centred=True, bold=True), after_picture=True), False),
        (PageBlock("Đại biểu " * 40, Style(caption=True)), False),
    ],
)
def test_a_caption_is_set_apart_under_a_picture_and_short(block: PageBlock, is_caption: bool) -> None:
    assert block.caption == is_caption


@pytest.mark.parametrize(("text", "ends"), [("Hội nghị đã bế mạc.", True), ("“Cố lên!”", True), ("Ảnh: Lò Mẫu", False)])
def test_sentences_end_with_a_full_stop_or_behind_one(text: str, ends: bool) -> None:
    assert PageBlock(text).is_sentence == ends


def test_a_line_is_a_link_where_most_of_it_is() -> None:
    assert [PageBlock("Xem thêm", linked=length).is_link for length in (4, 8)] == [False, True]
