"""Names of foreigners behind their office, without an honorific."""

from __future__ import annotations

import pytest

from extract.mentions.names.find import find_names
from extract.mentions.names.foreign import called_in_office, is_foreign, names_in_office
from extract.mentions.posts.find import find_bodies, find_heads
from tests.extract.texts import tokens_of


def names_of(text: str) -> list[str]:
    """The names behind offices in a text."""
    tokens = tokens_of(text)
    heads = find_heads(tokens, find_bodies(tokens))
    return [" ".join(tokens.folded[one.start : one.end]) for one in names_in_office(tokens, heads, ())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tổng thống Pháp Armel Duvaljean phát biểu.", ["armel duvaljean"]),
        ("Tổng thống Armel Duvaljean phát biểu.", ["armel duvaljean"]),
        ("Đại tá Chea Rithy và Trưởng đại diện UNICEF Laura Brooke dự.", ["chea rithy", "laura brooke"]),
        ("Chủ tịch Trung Quốc Tần Vĩnh Khải tiếp đoàn.", ["tần vĩnh khải"]),
        ("Chủ tịch Quốc hội Hàn Quốc Shim Kyu-sang dự lễ.", ["shim kyu - sang"]),
        ("Tổng thống Hàn Quốc Shim Jae - in nói.", ["shim jae - in"]),
        ("Chủ tịch Quốc hội nước CHDCND Lào Somchay Vongkhamsay dự.", ["somchay vongkhamsay"]),
        ("Thủ tướng Anh Helena Brooke gặp Ngoại trưởng Đức Emil Brandtner.", ["helena brooke", "emil brandtner"]),
        ("Đại sứ Mỹ tại Việt Nam Robert Whitlock dự.", ["robert whitlock"]),
        ("Người phát ngôn Nhà Trắng Laura Whitlock cho biết.", ["laura whitlock"]),
        ("Thái tử Saudi Arabia Hamid bin Rashid đến dự.", ["hamid bin rashid"]),
        ("Người phát ngôn Bộ Y tế Gaza Omar al - Nasser xác nhận.", ["omar al - nasser"]),
        ("Bộ trưởng Tài chính George T. Whitlock nói.", ["george t . whitlock"]),
        ("Thủ tướng Nepal K.P Sharva Onil dự lễ.", ["k.p sharva onil"]),
        ("Tổng thống Ấn Độ A.P.J. Abdil Karam dự lễ.", ["a.p.j . abdil karam"]),
        ("Chủ tịch FIFA Marco Bellandi phát biểu.", ["marco bellandi"]),
        ("Chủ tịch Phòng Thương mại Nhật Bản (JCCI) Kenji Morimoto nói.", ["kenji morimoto"]),
        ("Tổng lãnh sự Hàn Quốc tại TP.HCM Kang Myong Su dự.", ["kang myong su"]),
        ("Ngoại trưởng Ri Myong Su dự họp.", ["ri myong su"]),
        ("Thống đốc bang Texas George Whitlock nói.", ["george whitlock"]),
        ("Thống đốc Ohio Laura Brooke nói.", ["laura brooke"]),
        ("Thủ tướng Campuchia Samdech Techo Sok Vann dự lễ.", ["sok vann"]),
        ("Tư lệnh bộ Chỉ huy châu Âu của Mỹ George Whitlock cho biết.", ["george whitlock"]),
    ],
)
def test_foreign_names_behind_offices_are_found(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Trưởng đại diện Văn phòng Samwell Hà Nội cho biết.",
        "Tổng giám đốc Vietjet Cargo cho biết.",
        "Chủ tịch Tập đoàn Samwell Electronics nói.",
        "Giám đốc Công ty TNHH Samwell Textile dự.",
        "Đại sứ thương hiệu Samwell Galaxy đến dự.",
        "Chủ tịch UBND tỉnh Lào Cai phát biểu.",
        "Bí thư Huyện ủy Mỹ Đức dự.",
        "Thủ tướng thăm Vinwell Center.",
        "Bộ trưởng làm việc với Samwell Vietnam.",
        "Phát ngôn viên của nhà thầu Korwell Power Co nói.",
        "Ứng cử viên tổng thống Mỹ Laura Whitlock nói.",
        "Tổng thống Putinski nói.",
        "Các Bộ trưởng Ngoại giao ASEAN họp.",
    ],
)
def test_firms_units_and_bodies_are_no_persons(text: str) -> None:
    assert not names_of(text)


def test_the_last_word_alone_is_the_same_person() -> None:
    tokens = tokens_of("Tổng thống Duvaljean nói. Tổng thống Pháp nói.")
    heads = find_heads(tokens, find_bodies(tokens))
    found = list(called_in_office(tokens, heads, {("armel", "duvaljean")}, ()))
    assert [tokens.folded[one.start] for one in found] == ["duvaljean"]


def test_a_country_is_no_surname() -> None:
    tokens = tokens_of("Thủ tướng Đức Angela Brandtner gặp Chủ tịch UBND huyện Đức Thọ Lò Văn Tám.")
    heads = find_heads(tokens, find_bodies(tokens))
    names, _ = find_names(tokens, heads, ())
    assert [" ".join(tokens.folded[one.start : one.end]) for one in names] == ["angela brandtner", "lò văn tám"]


@pytest.mark.parametrize(
    ("word", "foreign"),
    [("nghiêng", False), ("khuya", False), ("uyên", False), ("đắk", False), ("putinski", True), ("mike", True)],
)
def test_syllables_of_vietnamese_are_not_foreign(word: str, foreign: bool) -> None:
    assert is_foreign(word) is foreign
