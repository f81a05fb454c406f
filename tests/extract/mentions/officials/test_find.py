"""Which persons are officials, which are rejected, and properties that hold for every text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.mentions.people import officials, posts, refusals


def test_one_who_stands_for_an_institution_is_an_official_without_a_post() -> None:
    sentence = "Dự có ông Chu Văn Đông – Trung tâm Khuyến nông huyện, ông Vi Bá Tây - thôn Nà Hừ."
    assert posts(sentence) == {"Chu Văn Đông": []}


@pytest.mark.parametrize("joint", [", Chức vụ: ", "; chức vụ: ", " - Chức vụ: ", ", Chức danh: "])
def test_a_labelled_post_is_that_of_the_name_before_it(joint: str) -> None:
    assert posts(f"Họ và tên: Vi Bá Tây{joint}Chủ tịch UBND xã", "Xã họp bàn.") == {"Vi Bá Tây": ["Chủ tịch UBND xã"]}


def test_a_labelled_post_without_a_name_is_of_nobody() -> None:
    assert posts("Họ và tên: chưa rõ, Chức vụ: Chủ tịch UBND xã", "Xã họp bàn.") == {}


def test_one_who_signs_the_last_line_is_no_official() -> None:
    told = "Bí thư Đảng ủy xã Chu Văn Đông chủ trì."
    assert list(posts(told, "Vi Thị Tây- Công chức Văn hóa xã")) == ["Chu Văn Đông"]
    assert list(posts(told, "Ông Vi Bá Tây - Công chức Văn hóa xã")) == ["Chu Văn Đông", "Vi Bá Tây"]


def test_one_who_was_not_there_is_no_participant() -> None:
    (found,) = officials("Ông Lại Thế Vinh, Bí thư Thành ủy, vắng mặt tại buổi tiếp xúc.")
    assert not found.participant


NOBODY = [
    "Ảnh: Vũ Hoài Nam",
    "Tác giả: Lường Thị Hoa",
    "Trường THCS Nguyễn Trãi nằm trên đường Trần Phú.",
    "Cử tri Đỗ Thị Cam kiến nghị sửa đường.",
    "Thí sinh Phạm Quốc Bảo đạt giải nhất.",
    "Đoàn đến thăm gia đình ông Lò Văn Sáng ở bản Nà Luông.",
    "Bị cáo Trần Văn Tý lĩnh án 3 năm tù.",
    "Chủ tịch Hồ Chí Minh đọc Tuyên ngôn Độc lập.",
    "Chủ tịch UBND các xã, Bí thư Đảng ủy các phường cùng dự.",
    "Đại diện lãnh đạo Sở Nội vụ, UBND huyện Lâm Bình tham dự.",
    "Lễ kỷ niệm 110 năm ngày sinh đồng chí Lại Đình Sỹ, nguyên Bí thư Tỉnh ủy, được tổ chức trọng thể.",
    "Chủ tịch Hội Kiến trúc sư Việt Nam sẽ tham dự.",
    "Tổng Giám đốc Công ty Xi măng Thành Công Group gửi lời chúc.",
    "Nhân dân dâng hoa trước tượng đồng chí Lê Hồng Phong.",
    "Ba Phó Chủ tịch UBND huyện cùng dự.",
    "Các bậc tiền bối như: Trần Phú, Tổng Bí thư đầu tiên; Lê Hồng Phong, Tổng Bí thư.",
    "CT.35 là số hiệu của một tuyến kênh.",
    "Bộ trưởng Công Thương Việt Nam dự kiến trao giải.",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_these_name_no_official(sentence: str) -> None:
    assert officials(sentence) == []


@pytest.mark.parametrize(
    "sentence, reason",
    [
        ("Trường THCS Nguyễn Trãi khai giảng.", "school"),
        ("Tuyến đường Trần Phú đã thông xe.", "street"),
        ("Ảnh: Vũ Hoài Nam", "credit"),
        ("Bị cáo Trần Văn Tý kháng cáo.", "suspect"),
        ("Viếng mộ liệt sĩ Phan Văn Kính.", "hero"),
    ],
)
def test_what_is_refused_says_why(sentence: str, reason: str) -> None:
    assert [rejection.reason for rejection in refusals(sentence)] == [reason]


PROSE = "Dự có đồng chí Lò Văn Khiên, Phó Bí thư Huyện uỷ. Đồng chí Hoà Thị Thuý, Giám đốc Sở Y tế phát biểu."


def test_both_unicode_forms_give_the_same_values() -> None:
    decomposed = unicodedata.normalize("NFD", PROSE)
    assert decomposed != PROSE
    assert officials(decomposed) == officials(PROSE)


PIECES = st.sampled_from(
    "đồng chí|các đồng chí:|Nguyễn Văn An|LÊ VĂN B|Y|-|H'|,|;|(|)|.|:|và|kiêm|Chủ tịch|Phó|UBND|tỉnh|huyện Na Hang|"
    "khóa|XV|Ban|Sở Nội vụ|phát biểu|dự|có|do|“|Đại tá|PGS.TS|Ảnh:|trường|12/3|\n|nhiệm kỳ|các|bổ nhiệm|làm".split("|")
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=40))
@settings(max_examples=300, deadline=None)
def test_no_text_raises_and_every_span_quotes_it(pieces: list[str]) -> None:
    for official in officials(" ".join(pieces)):
        assert 0.0 <= official.confidence <= 1.0
        assert official.roles


def test_one_who_is_only_quoted_took_part_in_nothing() -> None:
    (quoted,) = officials("Ông Lê Thái Sâm, Giám đốc Sở Y tế cho biết, tỉnh đã tiêm 12.000 liều vắc xin.")
    assert not quoted.participant
    (speaker,) = officials("Phát biểu tại hội nghị, ông Lê Thái Sâm, Giám đốc Sở Y tế cho biết, tỉnh đã tiêm đủ.")
    assert speaker.participant


@pytest.mark.parametrize("above", [("Vi Bá Tây, Chủ tịch UBND xã",), ("1, Vi Bá Tây, Chủ tịch UBND xã", "Công an xã")])
def test_the_last_person_of_a_list_signs_nothing(above: tuple[str, ...]) -> None:
    assert "Chu Văn Đông" in posts("Dự hội nghị có:", *above, "Chu Văn Đông, Trưởng Công an xã")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Đặc phái viên Tổng thống Nga, ông Marko Vidalski.", {"Marko Vidalski": ["Đặc phái viên Tổng thống Nga"]}),
        ("Thủ tướng Anh Helena Brooke dự họp.", {"Helena Brooke": ["Thủ tướng Anh"]}),
        ("Chính quyền Tổng thống Armel Duvaljean họp.", {"Armel Duvaljean": ["Tổng thống"]}),
        ("Thủ tướng nước CHDCND Lào Somchay Vongkham dự.", {"Somchay Vongkham": ["Thủ tướng nước CHDCND Lào"]}),
        ("Gặp Thứ trưởng Y tế Vi Bá Tây, Ngoại trưởng Mỹ cho rằng tốt.", {"Vi Bá Tây": ["Thứ trưởng Y tế"]}),
        (
            "Đồng chí Sổm-phon Phăn-xay, Ủy viên Ban Chấp hành Trung ương Đảng Nhân dân Cách mạng Lào, Tỉnh trưởng dự.",
            {"Sổm-phon Phăn-xay": ["Ủy viên Ban Chấp hành Trung ương Đảng Nhân dân Cách mạng Lào", "Tỉnh trưởng"]},
        ),
        ("Dự có đ/c Vi Bá Tây - Phó BTTT Huyện ủy.", {"Vi Bá Tây": ["Phó BTTT Huyện ủy"]}),
        ("Vi Bá Tây, Chủ tịch UBND huyện ủy quyền họp.", {"Vi Bá Tây": ["Chủ tịch UBND huyện"]}),
        ("Chủ tịch Hội Nhà báo Vi Bá Tây chủ trì.", {"Vi Bá Tây": ["Chủ tịch Hội Nhà báo"]}),
        ("Ông Vi Bá Tây, Giám đốc Cục Công nghệ thông tin.", {"Vi Bá Tây": ["Giám đốc Cục Công nghệ thông tin"]}),
        ("Pháp chủ Giáo hội Thích Thiện Tây dự.", {"Thích Thiện Tây": ["Pháp chủ Giáo hội"]}),
    ],
)
def test_posts_of_other_countries_end_before_the_name(text: str, held: dict[str, list[str]]) -> None:
    assert posts(text) == held
