"""The context of a capitalised run: the words before it, the units and surnames in it, the letters it is set in."""

from __future__ import annotations

import pytest

from extract.mentions.names.context import (
    begins_sentence,
    context_at,
    context_before,
    end_of_capitals,
    is_capital_name,
    leads,
    namesake,
    surname_inside,
    syllables,
)
from tests.extract.texts import bracketed_words, tokens_of


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Dự lễ có ông [Vi Văn Đại].", "common"),
        ("Đến dự có các đồng chí [Vi Văn Đại] và", "plural"),
        ("Dự có các đồng chí: [Vi Văn Đại]", "plural"),
        ("Dự có đồng chí: [Vi Văn Đại]", "none"),  # a colon is allowed after a plural word only
        ("Xe đi trên đường [Lê Hồng Phong]", "street"),
        ("Trường THPT [Lê Quý Đôn]", "school"),
        ("UBND huyện [Mường Chà] họp", "unit"),
        ("Tại TP. [Lai Châu]", "unit"),
        ("Sở [Công Thương] họp", "body"),
        ("Cử tri [Vi Văn Đại] hỏi", "voter"),
        ("Cán bộ quản lý thị trường [Vi Văn Đại]", "none"),  # "trường" ends another word
        ("Ảnh: [Vi Văn Đại]", "credit"),
        ("Ảnh: TTXVN/[Vi Văn Đại]", "credit"),
        ("Tin, ảnh: Hải Yến - [Văn Tám]", "credit"),
        ("Ảnh [Vi Văn Đại]", "none"),  # a credit has a colon
        ("Xã họp cùng ông. [Vi Văn Đại] nói", "none"),  # of the sentence before
        ("Mời lãnh đạo của TP. [Ông Vi Văn Đại] nói", "none"),
        ("[Vi Văn Đại] nói cùng ông", "none"),
    ],
)
def test_the_words_before_a_run(text: str, context: str) -> None:
    tokens, start, _ = bracketed_words(text)
    assert context_before(tokens, start) == context


@pytest.mark.parametrize(
    ("text", "context", "found"),
    [
        ("[Ông Vi Văn Đại] nói", "none", (1, "common")),
        ("Tại huyện Mường Chà [Ông Vừ A Dế] nói", "unit", (1, "common")),
        ("Tại huyện Mường [Trường Sơn Hải]", "unit", None),
        ("Ông [Ông Bùi Văn Đại]", "common", (1, "common")),  # a surname follows: the honorific is printed twice
        ("Ông [Ông Văn Sáu]", "common", None),  # Ông is his surname
        ("[Trường THPT Lê Quý Đôn]", "none", (1, "institution")),
        ("Họp xong\n[Trường THPT Lê Quý Đôn]", "none", (1, "institution")),
        ("Gặp ông [Trường Văn Sáu]", "common", None),
        ("Nhà thơ Lê [Trường Sơn Hải]", "none", None),  # within a name
        ("[Đường Văn Sáu] dự", "none", None),  # a family name
        ("[Vi Văn Đại] dự", "none", None),
    ],
)
def test_a_context_at_the_head_of_the_run_itself(text: str, context: str, found: tuple[int, str] | None) -> None:
    assert context_at(*bracketed_words(text), context) == found


@pytest.mark.parametrize(
    ("text", "context", "words"),
    [
        ("UBND huyện [Lâm Bình Đặng Văn Nhàn]", "unit", 2),
        ("Tại [Lâm Bình]", "none", 2),
        ("Tại [Lâm Bình Sơn]", "none", 0),  # one word more is no surname with a given name
        ("Tại xã [Bàn Đạt]", "unit", 2),
        ("Tại huyện [Bàn Đạt]", "unit", 0),  # a commune
        ("Tại huyện [Mường Chà]", "unit", 2),
        ("Thăm [Mường Chà]", "none", 0),  # the name begins like no person's
        ("Dự có [Vi Văn Đại]", "none", 0),
    ],
)
def test_the_words_of_a_unit_that_a_run_begins_with(text: str, context: str, words: int) -> None:
    assert namesake(*bracketed_words(text), context) == words


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Bí thư xã [Đoàn Lò Văn Khiên]", True),
        ("Bí thư T.Ư [Đoàn Lò Mạnh Khiên]", True),
        ("Chủ tịch UBND huyện [Đoàn Văn Khiên]", False),
        ("Lãnh đạo Hội [Văn Trần Sáu Tám]", True),  # after a weak family name
        ("Tại Sen [Thượng Trần Văn Sáu]", True),
        ("Tại Hua [Nậm Trần Văn Sáu]", True),  # after the first word of an unknown place
        ("Tại Hua [Lùng Trần Văn Sáu]", True),
        ("Tại hua [Nậm Trần Văn Sáu]", False),
        ("Tại huyện Chợ Mới [Lê Trần Sáu] dự", False),
        ("[Hà Lò Văn Sáu]", False),  # nothing before it, though the text ends in a capital
        ("Dự có [Vi Văn Đại]", False),
    ],
)
def test_a_surname_that_begins_later_in_the_run(text: str, inside: bool) -> None:
    assert surname_inside(*bracketed_words(text)) is inside


@pytest.mark.parametrize(
    ("name", "is_head"),
    [("Vi Văn Đại", True), ("Vi Đại", False), ("Xuân Văn Đại", False), ("Lê Hồng Phong", False)],
)
def test_the_head_of_an_institution(name: str, is_head: bool) -> None:
    assert leads(*bracketed_words(f"Giám đốc Trung tâm [{name}]")) is is_head


def test_an_opener_that_ends_a_name_begins_no_sentence() -> None:
    tokens = tokens_of("Ông Vừ A Và, bà Lò Thị Và Hội nghị")
    assert [begins_sentence(tokens, at, 1) for at, word in enumerate(tokens.folded) if word == "và"] == [False, True]
    assert begins_sentence(tokens, 3, 2)


def test_a_name_in_two_spellings_has_the_same_syllables() -> None:
    tokens = tokens_of("Y - Vinh Niê và Y-Vinh Niê")
    assert syllables(tokens, 0, 4) == syllables(tokens, 5, 9) == ("y", "vinh", "niê")


@pytest.mark.parametrize(
    ("text", "capitals", "is_name"),
    [
        ("Gặp đồng chí [VI VĂN ĐẠI] hôm nay", 3, True),
        ("[VI VĂN ĐẠI] dự", 3, True),
        ("CHỦ TỊCH [VI VĂN ĐẠI] DỰ", 3, False),  # a heading
        ("Gặp [HỘI NGHỊ TỔNG] hôm nay", 3, False),  # no family name
        ("Gặp [VI VĂN Đại] hôm nay", 2, False),
        ("Gặp [VI] hôm nay", 1, False),
    ],
)
def test_a_name_set_in_capitals(text: str, capitals: int, is_name: bool) -> None:
    tokens, start, end = bracketed_words(text)
    assert end_of_capitals(tokens, start, end) == start + capitals
    assert is_capital_name(tokens, start, end) is is_name
