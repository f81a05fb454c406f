"""Enumerations of persons, whose posts may be printed once for all, and rows of tables."""

from __future__ import annotations

import pytest

from tests.extract.mentions.people import posts


SEVERAL = ["Lò Văn Khiên", "Hà Thị Xoan"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Dự có các đồng chí Lò Văn Khiên, Hà Thị Xoan - các Phó Chủ tịch UBND tỉnh; lãnh đạo các sở.", SEVERAL),
        ("Dự có ông Lò Văn Khiên và bà Hà Thị Xoan - hai Phó Chủ tịch UBND tỉnh.", SEVERAL),
        ("Dự có các ông, bà: Lò Văn Khiên, Hà Thị Xoan (các Phó Chủ tịch UBND tỉnh).", SEVERAL),
        ("Dự có ông Lò Văn Khiên và bà Hà Thị Xoan, đều là Phó Chủ tịch UBND tỉnh.", SEVERAL),
        ("Dự có đồng chí Lò Văn Khiên, các Phó Chủ tịch UBND tỉnh, lãnh đạo các sở.", []),
        ("Dự có ông Lò Văn Khiên, Chủ tịch UBND tỉnh, bà Hà Thị Xoan - các Phó Chủ tịch UBND tỉnh cùng dự.", []),
    ],
)
def test_a_post_in_the_plural_behind_several_names_is_each_of_theirs(sentence: str, names: list[str]) -> None:
    held = posts(sentence)
    assert [name for name in SEVERAL if held.get(name) == ["Phó Chủ tịch UBND tỉnh"]] == names


@pytest.mark.parametrize(
    "row",
    [
        "1, Lò Văn Khiên, Chủ tịch UBND xã",
        "2, Chủ tịch UBND xã, Lò Văn Khiên, 0912 345 678",
        "3, Lò Văn Khiên, 1970, Chủ tịch UBND xã",
        "4, Ông Lò Văn Khiên, 12/3/1970, Chủ tịch UBND xã, xã Nà Mẫu",
        "Chủ tịch UBND xã, Lò Văn Khiên",
        "- Chủ tịch UBND xã: Ông Lò Văn Khiên;",
        "Lò Văn Khiên, 0912 345 678, Chủ tịch UBND xã",
    ],
)
def test_what_stands_in_one_row_of_a_table_belongs_together(row: str) -> None:
    assert posts("STT, Họ và tên, Chức vụ", row, "5, Hà Thị Xoan, 1981") == {"Lò Văn Khiên": ["Chủ tịch UBND xã"]}


@pytest.mark.parametrize(
    "line",
    ["Chủ tịch UBND xã: Bà con làm theo ông Lò Văn Khiên.", "Chủ tịch UBND xã: Lò Văn Khiên và Hà Thị Xoan đều dự"],
)
def test_a_line_with_other_words_is_no_row_of_a_table(line: str) -> None:
    assert "Chủ tịch UBND xã" not in posts(line).get("Lò Văn Khiên", [])


LISTS = [
    (
        "Dự có các đồng chí: Nông Văn Quý, Bí thư Huyện ủy; Ma Thị Hậu, Trưởng Ban Dân vận Huyện ủy; các đồng chí "
        "Ủy viên BTV Huyện ủy; Chủ tịch UBND các xã, thị trấn.",
        {"Nông Văn Quý": ["Bí thư Huyện ủy"], "Ma Thị Hậu": ["Trưởng Ban Dân vận Huyện ủy"]},
    ),
    (
        "Tham dự có các Phó Chủ tịch UBND huyện: Trần Hải An, Lê Thị Bình và Vũ Công Chất.",
        {name: ["Phó Chủ tịch UBND huyện"] for name in ("Trần Hải An", "Lê Thị Bình", "Vũ Công Chất")},
    ),
    (
        "Các đồng chí Phó Bí thư Tỉnh ủy: Phan Đăng Tâm – Chủ tịch UBND tỉnh; Hoàng Thu Vân.",
        {"Phan Đăng Tâm": ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"], "Hoàng Thu Vân": ["Phó Bí thư Tỉnh ủy"]},
    ),
    (
        "Các đồng chí Phạm Văn Lợi và Bùi Đức Minh, Phó Chủ tịch UBND tỉnh dự lễ.",
        {"Phạm Văn Lợi": ["Phó Chủ tịch UBND tỉnh"], "Bùi Đức Minh": ["Phó Chủ tịch UBND tỉnh"]},
    ),
    (
        "Tới dự có Thứ trưởng Bộ Y tế Đinh Thành Nam, Phó Chủ tịch UBND thành phố Lưu Bích Hợp.",
        {"Đinh Thành Nam": ["Thứ trưởng Bộ Y tế"], "Lưu Bích Hợp": ["Phó Chủ tịch UBND thành phố"]},
    ),
    (
        "Dự có các đồng chí là Ủy viên Ban Thường vụ Tỉnh ủy: Trần Hải An, Giám đốc Sở Y tế; Vũ Công Chất.",
        {
            "Trần Hải An": ["Ủy viên Ban Thường vụ Tỉnh ủy", "Giám đốc Sở Y tế"],
            "Vũ Công Chất": ["Ủy viên Ban Thường vụ Tỉnh ủy"],
        },
    ),
    (
        "UBND tỉnh hiện có 3 Phó Chủ tịch, gồm các ông: Trần Hải An, Lê Trung Bình, Vũ Công Chất.",
        {name: ["Phó Chủ tịch"] for name in ("Trần Hải An", "Lê Trung Bình", "Vũ Công Chất")},
    ),
    (
        "Dự có các Ủy viên Bộ Chính trị: Chủ tịch nước Đào Văn Giang, Thủ tướng Chính phủ Tạ Minh Khôi.",
        {
            "Đào Văn Giang": ["Ủy viên Bộ Chính trị", "Chủ tịch nước"],
            "Tạ Minh Khôi": ["Ủy viên Bộ Chính trị", "Thủ tướng Chính phủ"],
        },
    ),
    (
        "Tới dự có các đồng chí: Đinh Thành Nam, Bí thư Huyện ủy; Phan Đình Phùng, Phó Chủ tịch UBND huyện.",
        {"Đinh Thành Nam": ["Bí thư Huyện ủy"], "Phan Đình Phùng": ["Phó Chủ tịch UBND huyện"]},
    ),
]


@pytest.mark.parametrize("sentence, expected", LISTS)
def test_lists_of_officials(sentence: str, expected: dict[str, list[str]]) -> None:
    assert posts(sentence) == expected


def test_standing_members_are_a_group_in_the_plural_and_a_post_in_the_singular() -> None:
    assert posts(
        "Chủ trì có các đồng chí Thường trực Huyện ủy: Lê Sơn Hải, Bí thư Huyện ủy; Vũ Thị Cúc, Phó Bí thư."
    ) == {
        "Lê Sơn Hải": ["Bí thư Huyện ủy"],
        "Vũ Thị Cúc": ["Phó Bí thư"],
    }
    assert posts("Dự có đồng chí Lê Sơn Hải, Thường trực Đảng ủy xã.") == {"Lê Sơn Hải": ["Thường trực Đảng ủy xã"]}
