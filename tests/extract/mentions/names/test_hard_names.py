"""Difficult names: foreign ones, surnames that are words, namesakes, misprints."""

from __future__ import annotations

import pytest

from tests.extract.mentions.people import posts


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
]

HARD_NAMES += [
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
