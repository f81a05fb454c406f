"""Canonical text: its contents, their order, and the validity of offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.document import read_document
from scraper.article import Article


def test_title_lead_body_and_captions_stand_one_block_a_line() -> None:
    article = Article(
        id="a", title="Tin mới", lead="Tóm tắt.", paragraphs=("Một.", "Hai.\nBa."), captions=("Toàn cảnh",)
    )
    document = read_document(article)
    assert document.text == "Tin mới\nTóm tắt.\nMột.\nHai.\nBa.\nToàn cảnh"
    assert [block.kind for block in document.blocks] == ["title", "lead", "body", "body", "body", "caption"]


def test_a_title_that_the_text_begins_with_is_said_once() -> None:
    document = read_document(Article(id="a", title="Tin mới", paragraphs=("Tin mới", "Nội dung.")))
    assert document.text == "Tin mới\nNội dung."


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ông A dự. Bà B phát biểu.", ["Ông A dự.", "Bà B phát biểu."]),
        ("TP. Vinh họp. Xong!", ["TP. Vinh họp.", "Xong!"]),
        ("Đ/c Trần V. An nói: “Tốt.” Hết.", ["Đ/c Trần V. An nói: “Tốt.”", "Hết."]),
        ("Có 1.640 đại biểu.", ["Có 1.640 đại biểu."]),
        ("Chiều ngày 24/7/2023. Xã tổ chức họp.", ["Chiều ngày 24/7/2023. Xã tổ chức họp."]),
        ("Dự có ông A, ông B… và hơn 50 đại biểu.", ["Dự có ông A, ông B… và hơn 50 đại biểu."]),
        ("Họp ngày 24/7/2023. Xã đã dự.", ["Họp ngày 24/7/2023.", "Xã đã dự."]),
        ("Hội thi mở từ ngày 22-26/4. Dự kiến có 90 em.", ["Hội thi mở từ ngày 22-26/4.", "Dự kiến có 90 em."]),
        ("Xã thu được 18 túi máu.Theo kế hoạch, xã mở nữa.", ["Xã thu được 18 túi máu.", "Theo kế hoạch, xã mở nữa."]),
        ("Đọc tại Baonaloc.vn và TP.Nà Lốc hôm nay.", ["Đọc tại Baonaloc.vn và TP.Nà Lốc hôm nay."]),
        ("Đoàn đến bản Mòn chiều 8/2. Ảnh: A Tủa", ["Đoàn đến bản Mòn chiều 8/2. Ảnh: A Tủa"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    document = read_document(Article(id="a", paragraphs=(text,)))
    assert [document.quote(span) for span in document.sentences] == sentences


@pytest.mark.parametrize(
    ("lines", "sentences"),
    [
        (("Sáng 4/5, UBND huyện", "tổ chức hội nghị."), ["Sáng 4/5, UBND huyện\ntổ chức hội nghị."]),
        (("Tham dự có:", "ông Vừ A Tủa."), ["Tham dự có:", "ông Vừ A Tủa."]),
        (("Sáng 4/5, tại TP.", "Vinh, Sở Y tế họp."), ["Sáng 4/5, tại TP.\nVinh, Sở Y tế họp."]),
        (("Đó là chủ trương của TP.", "Ông Vừ A Tủa nói."), ["Đó là chủ trương của TP.", "Ông Vừ A Tủa nói."]),
        (("Nội dung gồm", "a) khai mạc"), ["Nội dung gồm", "a) khai mạc"]),
        (("Toàn cảnh hội nghị", "Phát biểu tại hội nghị."), ["Toàn cảnh hội nghị", "Phát biểu tại hội nghị."]),
    ],
)
def test_a_sentence_goes_on_over_a_line_that_breaks_off(lines: tuple[str, ...], sentences: list[str]) -> None:
    document = read_document(Article(id="a", paragraphs=lines))
    assert [document.quote(span) for span in document.sentences] == sentences


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Lễ hội thu hút hơn 125. 500 lượt khách. Xã cảm ơn.", 2),
        ("Phố có số nhà 125. 500 lượt khách đã đến.", 2),
        ("Xã có 125. Số còn lại ở thôn.", 2),
    ],
)
def test_thousands_with_a_blank_after_their_dot_end_no_sentence(line: str, count: int) -> None:
    assert len(read_document(Article(id="a", paragraphs=(line,))).sentences) == count


def test_a_body_wrapped_at_a_width_is_put_together_again() -> None:
    lines = (
        "Hội Nông dân xã mở lớp tập huấn",
        "Sáng ngày 12/3, Hội Nông dân xã phối",
        "hợp với Trạm Khuyến nông mở lớp tập",
        "huấn cho 40 hội viên. Dự có đồng chí Giàng",
        "A Chớ, Chủ tịch Hội Nông dân huyện",
        "cùng đại diện các chi hội.",
    )
    text = read_document(Article(id="a", paragraphs=lines)).text
    assert text.split("\n")[0] == lines[0]
    assert "đồng chí Giàng A Chớ, Chủ tịch Hội Nông dân huyện cùng" in text


@given(st.lists(st.text(max_size=80), max_size=6), st.text(max_size=30), st.text(max_size=30))
def test_blocks_and_sentences_lie_in_the_text_in_order(paragraphs: list[str], title: str, lead: str) -> None:
    document = read_document(Article(id="a", title=title, lead=lead, paragraphs=tuple(paragraphs)))
    assert "\n".join(document.quote(block.span) for block in document.blocks) == document.text
    ends = [0, *(span.end for span in document.sentences)]
    assert all(span.start >= end for span, end in zip(document.sentences, ends))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 5/3, xã Vân Nham họp; kỳ trước họp ngày 12/02/2024 và 13/02/2024.", "2024-02-12"),
        ("Sáng 5/3, xã Vân Nham họp.", None),
    ],
)
def test_the_first_day_that_is_printed_with_its_year(text: str, day: str | None) -> None:
    assert read_document(Article("a1", paragraphs=(text,))).first_full_day == day
