"""Where a text names a person; difficult names, such as foreign ones, surnames that are words, and namesakes."""

from __future__ import annotations

import pytest

from tests.extract.mentions.people import officials, posts, roles


NAMES = [
    ("đồng chí Vừ A Páo, Bí thư Đảng ủy xã", "Vừ A Páo"),
    ("bà Lò Thị H', Phó Chủ tịch HĐND xã", "Lò Thị H'"),
    ("ông Y Thuyên Niê Kđăm, Phó Giám đốc Sở Y tế", "Y Thuyên Niê Kđăm"),
    ("bà H'Lơi Êban, Phó Chủ tịch Hội LHPN huyện", "H'Lơi Êban"),
    ("ông K'Brêu, Phó Trưởng ban Dân tộc tỉnh", "K'Brêu"),
    ("ông Rơ Châm Hyi, Bí thư Đảng ủy xã", "Rơ Châm Hyi"),
    ("đồng chí Lê Bảy, Chủ tịch UBND phường", "Lê Bảy"),
    ("bà Nguyễn Phan Thị Hoài Thu, Phó Bí thư Quận ủy", "Nguyễn Phan Thị Hoài Thu"),
    ("ông Park Min Soo, Tổng Giám đốc Công ty", "Park Min Soo"),
    ("đồng chí ĐẶNG QUỐC TRỌNG, Bí thư Huyện ủy", "Đặng Quốc Trọng"),
    ("đồng chí Quàng thị Hương, Chủ tịch Hội Phụ nữ xã", "Quàng thị Hương"),
    ("Chủ tịch UBND huyện Lâm Bình Đặng Văn Nhàn", "Đặng Văn Nhàn"),
    ("Chủ tịch UBND tỉnh Quảng Ninh Đoàn Đức Tuệ", "Đoàn Đức Tuệ"),
    ("Bí thư Tỉnh ủy Hà Giang Trịnh Quốc Huân", "Trịnh Quốc Huân"),
    ("Chủ tịch UBND tỉnh Trần Hiếu Nghĩa", "Trần Hiếu Nghĩa"),
    ("Phó Chủ tịch UBND huyện Tân Phước Đỗ Hà Quang Vinh", "Đỗ Hà Quang Vinh"),
    ("Bí thư Huyện ủy Phú Tân Ngô Đặng Bảo Khánh", "Ngô Đặng Bảo Khánh"),
    ("bà Nguyễn Thị Hải Yến Phượng Hoàng - Phó Hiệu trưởng Trường THCS", "Nguyễn Thị Hải Yến Phượng Hoàng"),
    ("đ/c Lê Hồng Phong – Trưởng phòng Nội vụ huyện", "Lê Hồng Phong"),
    ("đồng chí Lường Thị Ba Phó Chủ tịch HĐND huyện", "Lường Thị Ba"),
    ("Đ/c Mạc Văn Thới_Phó Bí thư Đoàn xã", "Mạc Văn Thới"),
    ("ông Lê Bá Tòng – Phó Chủ tịch UBND huyện Lộc Hà", "Lê Bá Tòng"),
    ("ông Lê Bá Tòng - Phó Chủ tịch UBND xã Trà Mun", "Lê Bá Tòng"),
    ("bà Hà Thị Sen, Giám đốc Công ty Chế biến dừa Hoàng Gia Phát", "Hà Thị Sen"),
    ("ông Lê Bá Tòng, Bí thư Tỉnh ủy Bà Rịa - Vũng Tàu", "Lê Bá Tòng"),
    ("ông Lê Bá Tòng - Giám đốc Sở Công Thương Bắc Giang", "Lê Bá Tòng"),
    ("đồng chí Hà Minh Chính Ủy viên BTV Huyện ủy", "Hà Minh Chính"),
    ("Phó Chủ tịch Hội Nông dân xã Nậm Nèn, huyện Mường Chà – Lê Bá Tòng", "Lê Bá Tòng"),
    ("đồng chí Vàng A Và – Bí thư Đảng ủy xã", "Vàng A Và"),
    ("Phó Chủ tịch UBND tỉnh Thao Ngọc Bưn", "Thao Ngọc Bưn"),
    ("Ông Ông Văn Sáu, Chủ tịch UBND xã", "Ông Văn Sáu"),
    ("ông O'Neil, Trưởng đại diện Quỹ Trẻ em", "O'Neil"),
    ("ông Peter D’Souza, Giám đốc Tổ chức Đông Tây", "Peter D’Souza"),
    ("ông Anton F. Becker, Đại sứ Đức tại Việt Nam", "Anton F. Becker"),
    ("ông Lý Văn A-Lềng, Trưởng ban quản lý chợ", "Lý Văn A-Lềng"),
    ("bà Đỗ Thị Mai-Anh (Phó Trưởng phòng Nội vụ)", "Đỗ Thị Mai-Anh"),
    ("ông Xẻn-đa Phôm-mạ-ly Vông-xa-vẳn-thoong, Huyện trưởng huyện Mường Ét", "Xẻn-đa Phôm-mạ-ly Vông-xa-vẳn-thoong"),
    ("Chủ tịch UBND xã Y Phương Sa Niê", "Y Phương Sa Niê"),
    ("Chủ tịch UBND xã Y Tý Vừ A Páo", "Vừ A Páo"),
    ("lãnh đạo thị trấn Nam Phước Ông Văn Sáu – Chủ tịch UBND thị trấn", "Văn Sáu"),
]


@pytest.mark.parametrize("words, name", NAMES)
def test_names_of_all_peoples(words: str, name: str) -> None:
    assert [official.name for official in officials(f"Tham dự có {words}.")] == [name]


def test_a_word_glued_to_a_name_is_no_part_of_it() -> None:
    told = "Bí thư Huyện ủy Chu Văn Đông thăm bản Nà Hừ. Ông Chu Văn Đông tặng quà."
    assert roles(told, "Thượng tá Vi Bá Tây tiếp ông Chu Văn Đông Không để dân thiếu nước.") == {
        "Chu Văn Đông": ["award", "lead"],
        "Vi Bá Tây": ["attend"],
    }


PLACES_BEFORE_PERSONS = [
    ("Chủ tịch UBND tỉnh Bình Dương Trần Minh Thái dự.", "Trần Minh Thái"),
    ("Chủ tịch UBND huyện Nam Trà My Hồ Quang Biên dự.", "Hồ Quang Biên"),
    ("Chủ tịch UBND quận Hai Bà Trưng Vũ Đại Thắng Lợi dự.", "Vũ Đại Thắng Lợi"),
    ("Bộ trưởng Bộ Công Thương Trần Đức Anh dự.", "Trần Đức Anh"),
    ("Giám đốc Trung tâm Nguyễn Văn Khải dự.", "Nguyễn Văn Khải"),
    ("Trưởng phòng Tài nguyên và Môi trường Hà Quốc Sinh dự.", "Hà Quốc Sinh"),
]


@pytest.mark.parametrize("sentence, name", PLACES_BEFORE_PERSONS)
def test_a_person_begins_behind_the_name_of_a_place_or_a_field(sentence: str, name: str) -> None:
    assert [official.name for official in officials(sentence)] == [name]


def test_names_in_capitals_are_joined_to_those_in_small_letters() -> None:
    found = officials(
        "CHỦ TỊCH UBND TỈNH TRẦN HIẾU NGHĨA THĂM LÀNG NGHỀ", "Chủ tịch UBND tỉnh Trần Hiếu Nghĩa đã thăm làng nghề."
    )
    assert [official.name for official in found] == ["Trần Hiếu Nghĩa"]


HARD_NAMES = [
    (
        "Dự lễ có ông Khăm-bun Vông-phạ-chăn, Phó Tỉnh trưởng tỉnh Hủa-phăn.",
        {"Khăm-bun Vông-phạ-chăn": ["Phó Tỉnh trưởng tỉnh Hủa-phăn"]},
    ),
    (
        "Bà Xu-li-phon Kẹo-ma-ny, Giám đốc Sở Ngoại vụ phát biểu.",
        {"Xu-li-phon Kẹo-ma-ny": ["Giám đốc Sở Ngoại vụ"]},
    ),
    ("Chủ tịch UBND huyện Đoàn Văn Khiên chủ trì.", {"Đoàn Văn Khiên": ["Chủ tịch UBND huyện"]}),
    ("Phó Chủ tịch HĐND xã Đoàn Thị Xoan dự.", {"Đoàn Thị Xoan": ["Phó Chủ tịch HĐND xã"]}),
    ("Bí thư Đảng ủy phường Đoàn Quốc Tảo dự.", {"Đoàn Quốc Tảo": ["Bí thư Đảng ủy phường"]}),
    ("Bí thư xã Đoàn Lò Văn Khiên dự.", {"Lò Văn Khiên": ["Bí thư xã Đoàn"]}),
    ("Ủy viên BCH Tỉnh đoàn Lò Văn Khiên dự.", {"Lò Văn Khiên": ["Ủy viên BCH Tỉnh đoàn"]}),
    ("Dự có ông Trường Thị Xoan - Chủ tịch UBND xã.", {"Trường Thị Xoan": ["Chủ tịch UBND xã"]}),
    ("Phó Chủ tịch UBND huyện Trần Quang Khải phát biểu.", {"Trần Quang Khải": ["Phó Chủ tịch UBND huyện"]}),
    ("Phó Chủ tịch UBND xã Lê Hồng Phong phát biểu.", {"Lê Hồng Phong": ["Phó Chủ tịch UBND xã"]}),
    (
        "Chủ tịch UBND xã Lò Văn khiên dự. Ông Lò Văn Khiên phát biểu.",
        {"Lò Văn Khiên": ["Chủ tịch UBND xã"]},
    ),
    ("Bí thư Huyện đoàn Tạ Đình khuê trao quà.", {"Tạ Đình khuê": ["Bí thư Huyện đoàn"]}),
    (
        "Đồng chí Nhã Khanh, Bí thư Huyện ủy dự. Nhã Khanh, Chủ tịch Hội đồng, trao quà.",
        {"Nhã Khanh": ["Bí thư Huyện ủy", "Chủ tịch Hội đồng"]},
    ),
    (
        "Phó Chủ tịch UBND huyện Cao Văn Sáu ghi nhận cống hiến của bà Quàng Thị Hịa, Hiệu trưởng Trường Tiểu học.",
        {
            "Cao Văn Sáu": ["Phó Chủ tịch UBND huyện"],
            "Quàng Thị Hịa": ["Hiệu trưởng Trường Tiểu học"],
        },
    ),
    ("Bà Nông Thị Thu - P.CT UBND huyện dự.", {"Nông Thị Thu": ["P.CT UBND huyện"]}),
    ("Bà Anne-Claire Maubert, Giám đốc Sở Y tế phát biểu.", {"Anne-Claire Maubert": ["Giám đốc Sở Y tế"]}),
    ("Dự có ông Hoàng Mẫu-Sơn, Giám đốc Sở Y tế.", {"Hoàng Mẫu-Sơn": ["Giám đốc Sở Y tế"]}),
    ("Ông Lò Văn Khiên-Chủ tịch UBND xã dự.", {"Lò Văn Khiên": ["Chủ tịch UBND xã"]}),
    ("Bí thư T.Ư Đoàn Lò Mạnh Khiên phát biểu tại lễ.", {"Lò Mạnh Khiên": ["Bí thư T.Ư Đoàn"]}),
    ("Bí thư Trung ương Đoàn Ngô Minh Sáng phát biểu.", {"Ngô Minh Sáng": ["Bí thư Trung ương Đoàn"]}),
    ("Chủ tịch UBND huyện Đoàn Văn Sáng phát biểu.", {"Đoàn Văn Sáng": ["Chủ tịch UBND huyện"]}),
    (
        "Dự có bà Lò Thị Sen, Chủ tịch Hội; ông Vừ A Dế, Phó Chủ tịch Hội; Trượng Sáng, Ủy viên Ban Chấp hành Hội.",
        {
            "Lò Thị Sen": ["Chủ tịch Hội"],
            "Vừ A Dế": ["Phó Chủ tịch Hội"],
            "Trượng Sáng": ["Ủy viên Ban Chấp hành Hội"],
        },
    ),
]


@pytest.mark.parametrize("sentence, expected", HARD_NAMES, ids=[sentence for sentence, _ in HARD_NAMES])
def test_a_hard_name_is_found(sentence: str, expected: dict[str, list[str]]) -> None:
    assert posts(sentence) == expected


NO_NAMES = [
    "Xe chạy trên đường Phan Đình Phùng và đường Lê Hồng Phong.",
    "Phát triển kinh tế-xã hội của tỉnh Sa-la-van là việc chung.",
    "Lễ kỷ niệm ngày sinh của đồng chí Nhã Khanh, Bí thư đầu tiên của Đảng bộ.",
    "UBND phường Lê Hồng Phong thông báo. UBND phường Lê Hồng Phong phát biểu.",
]


@pytest.mark.parametrize("sentence", NO_NAMES)
def test_no_official_is_named(sentence: str) -> None:
    assert posts(sentence) == {}
