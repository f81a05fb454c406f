"""Which posts belong to which person."""

from __future__ import annotations

import pytest

from tests.extract.mentions.people import posts, roles


WHERE_POSTS_STAND = [
    (
        "Ông Lò Văn Khiên, Giám đốc Sở Y tế, từng giữ chức Chủ tịch UBND huyện Nà Mẫu, được bầu bổ sung.",
        {"Lò Văn Khiên": ["Giám đốc Sở Y tế"]},
    ),
    ("Bí thư Huyện ủy Hà Thị Xoan trao huy hiệu cho đồng chí Lò Văn Khiên.", {"Hà Thị Xoan": ["Bí thư Huyện ủy"]}),
    ("Dự lễ có lãnh đạo bộ…Về phía xã, có bà Hà Thị Xoan, Bí thư Đảng ủy.", {"Hà Thị Xoan": ["Bí thư Đảng ủy"]}),
    (
        "Đại hội bầu bà Hà Thị Xoan, ông Lò Văn Khiên giữ chức Phó Chủ tịch Hội Nông dân huyện.",
        {"Hà Thị Xoan": ["Phó Chủ tịch Hội Nông dân huyện"], "Lò Văn Khiên": ["Phó Chủ tịch Hội Nông dân huyện"]},
    ),
    (
        "Theo quyết định của Chủ tịch UBND tỉnh, đồng chí Lò Văn Khiên giữ chức Giám đốc Sở Y tế.",
        {"Lò Văn Khiên": ["Giám đốc Sở Y tế"]},
    ),
    (
        "Hội đồng bầu ông Lò Văn Khiên (52 tuổi, Giám đốc Sở Y tế) và bà Hà Thị Xoan giữ chức Phó Chủ tịch UBND tỉnh.",
        {
            "Lò Văn Khiên": ["Giám đốc Sở Y tế", "Phó Chủ tịch UBND tỉnh"],
            "Hà Thị Xoan": ["Phó Chủ tịch UBND tỉnh"],
        },
    ),
    (
        "Thừa ủy quyền của Chủ tịch UBND tỉnh, Bí thư Huyện ủy Lò Văn Khiên trao bằng.",
        {"Lò Văn Khiên": ["Bí thư Huyện ủy"]},
    ),
    (
        "Đoàn do ông Lò Văn Khiên, Cục trưởng Cục Chống tham nhũng làm trưởng đoàn.",
        {"Lò Văn Khiên": ["Cục trưởng Cục Chống tham nhũng"]},
    ),
    (
        "Dự lễ có bà Hà Thị Xoan, Trưởng Văn phòng đại diện Bộ Tài chính tại TP Cần Thơ.",
        {"Hà Thị Xoan": ["Trưởng Văn phòng đại diện Bộ Tài chính tại TP Cần Thơ"]},
    ),
    (
        "Dự lễ có ông Lò Văn Khiên, Trưởng Cơ quan thường trực Ban Dân vận Trung ương tại Đà Nẵng.",
        {"Lò Văn Khiên": ["Trưởng Cơ quan thường trực Ban Dân vận Trung ương tại Đà Nẵng"]},
    ),
    ("Ông Lò Văn Khiên, Chủ tịch UBND xã tại hội nghị nhấn mạnh.", {"Lò Văn Khiên": ["Chủ tịch UBND xã"]}),
    (
        "Bà Hà Thị Xoan, Trưởng ban Tạp chí Cộng sản điện tử trình bày.",
        {"Hà Thị Xoan": ["Trưởng ban Tạp chí Cộng sản điện tử"]},
    ),
    (
        "Giải Nhất thuộc về thí sinh Hà Thị Xoan, Chủ tịch Hội LHPN xã Nà Lốc.",
        {"Hà Thị Xoan": ["Chủ tịch Hội LHPN xã Nà Lốc"]},
    ),
    ("Giải Nhất thuộc về thí sinh Hà Thị Xoan, đến từ xã Nà Lốc.", {}),
    (
        "Tham dự có ngài Bernard Lacroix, Đại sứ Vương quốc Bỉ tại Việt Nam.",
        {"Bernard Lacroix": ["Đại sứ Vương quốc Bỉ tại Việt Nam"]},
    ),
    (
        "Dự hội nghị có đồng chí Lò Văn Khiên, Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện.",
        {"Lò Văn Khiên": ["Phó Bí thư Thường trực Huyện ủy", "Chủ tịch HĐND huyện"]},
    ),
    ("Ông Hà Sỹ Đạt - Chủ tịch UBND thành phố Bắc Sơn chủ trì.", {"Hà Sỹ Đạt": ["Chủ tịch UBND thành phố Bắc Sơn"]}),
    ("Bà Mai Thị Út (Phó Giám đốc Sở Nội vụ) dự họp.", {"Mai Thị Út": ["Phó Giám đốc Sở Nội vụ"]}),
    (
        "Đồng chí Tống Duy Lâm Phó Bí thư Thường trực - Chủ tịch HĐND thị xã phát biểu.",
        {"Tống Duy Lâm": ["Phó Bí thư Thường trực", "Chủ tịch HĐND thị xã"]},
    ),
    (
        "Ủy viên BCH Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Đỗ Đình Sáng kết luận.",
        {"Đỗ Đình Sáng": ["Ủy viên BCH Trung ương Đảng", "Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"]},
    ),
    (
        "Chủ tịch UBND tỉnh Cao Tiến Hưng – Trưởng Ban Chỉ đạo chuyển đổi số tỉnh chủ trì.",
        {"Cao Tiến Hưng": ["Chủ tịch UBND tỉnh", "Trưởng Ban Chỉ đạo chuyển đổi số tỉnh"]},
    ),
    ("Bí thư Đảng ủy xã, ông Vàng A Lử đề nghị.", {"Vàng A Lử": ["Bí thư Đảng ủy xã"]}),
    (
        "Đại tá Ngô Tấn Hải, Chỉ huy trưởng Bộ CHQS tỉnh kiểm tra.",
        {"Ngô Tấn Hải": ["Đại tá", "Chỉ huy trưởng Bộ CHQS tỉnh"]},
    ),
    (
        "Thiếu tướng Lý Xuân Thắng, Phó Tư lệnh, kiêm Tham mưu trưởng Bộ Tư lệnh Quân khu 2 dự.",
        {"Lý Xuân Thắng": ["Thiếu tướng", "Phó Tư lệnh", "Tham mưu trưởng Bộ Tư lệnh Quân khu 2"]},
    ),
    ("Đ/c Kiều Thị Út – ĐUV/ Phó Chủ tịch UBND phường.", {"Kiều Thị Út": ["ĐUV", "Phó Chủ tịch UBND phường"]}),
    (
        "Đến dự có ông Vũ Tấn Lực – UVTT, Chủ tịch Hội CCB huyện.",
        {"Vũ Tấn Lực": ["UVTT", "Chủ tịch Hội CCB huyện"]},
    ),
    (
        "Đồng chí Nguyễn Thành Ba Phó Bí thư Huyện ủy-Chủ tịch UBND huyện phát biểu.",
        {"Nguyễn Thành Ba": ["Phó Bí thư Huyện ủy", "Chủ tịch UBND huyện"]},
    ),
    ("Dự có đ/c Tạ Quang Đệ, Phó BT xã Đoàn; đại diện Công an xã.", {"Tạ Quang Đệ": ["Phó BT xã Đoàn"]}),
    ("Ông Tạ Quang Đệ - Chủ tịch UBND phường Báo cáo kết quả.", {"Tạ Quang Đệ": ["Chủ tịch UBND phường"]}),
    (
        "Báo cáo với Thường trực Huyện ủy, đồng chí Trịnh Văn Hòe – HUV, Trưởng Ban Dân vận cho biết đã lập 12 tổ.",
        {"Trịnh Văn Hòe": ["HUV", "Trưởng Ban Dân vận"]},
    ),
    (
        "Đoàn do ông Hồ Văn Thạnh, Bí thư Đảng ủy làm Trưởng đoàn, ông Lê Quý Sự, Chủ tịch UBND xã đến thăm.",
        {"Hồ Văn Thạnh": ["Bí thư Đảng ủy"], "Lê Quý Sự": ["Chủ tịch UBND xã"]},
    ),
    (
        "Trước khi làm Phó Giám đốc Sở Y tế, ông Hồ Văn Thạnh dạy học.",
        {"Hồ Văn Thạnh": ["Phó Giám đốc Sở Y tế"]},
    ),
    ("Tới dự có ông Tạ Quang Đệ –, Phó Chủ tịch UBND thị xã.", {"Tạ Quang Đệ": ["Phó Chủ tịch UBND thị xã"]}),
    (
        "Đ/c Tạ Quang Đệ- PBT Đảng ủy-CT. HĐND phường phát biểu.",
        {"Tạ Quang Đệ": ["PBT Đảng ủy", "CT. HĐND phường"]},
    ),
    ("Dự giải có đồng chí Tạ Quang Đệ BTĐU xã.", {"Tạ Quang Đệ": ["BTĐU xã"]}),
    (
        "Có mặt bà Kiều Thị Út Phó Bí thư Chủ tịch HĐND xã ông Tạ Quang Đệ Trưởng Công an xã.",
        {"Kiều Thị Út": ["Phó Bí thư", "Chủ tịch HĐND xã"], "Tạ Quang Đệ": ["Trưởng Công an xã"]},
    ),
    ("Đ/c Kiều Thị Út - HUV, Bí thư Huyện đoàn Khai mạc hội trại.", {"Kiều Thị Út": ["HUV", "Bí thư Huyện đoàn"]}),
    (
        "Chỉ định 02 đại biểu do ông Tạ Quang Đệ, Bí thư Đảng ủy xã làm Trưởng đoàn.",
        {"Tạ Quang Đệ": ["Bí thư Đảng ủy xã"]},
    ),
]


@pytest.mark.parametrize("sentence, expected", WHERE_POSTS_STAND)
def test_posts_stand_before_or_after_the_name(sentence: str, expected: dict[str, list[str]]) -> None:
    assert posts(sentence) == expected


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


def test_one_who_is_elected_has_the_old_post_and_the_new() -> None:
    sentence = "HĐND tỉnh bầu ông Tô Văn Lượng, Giám đốc Sở Tài chính, giữ chức vụ Phó Chủ tịch UBND tỉnh."
    assert posts(sentence) == {"Tô Văn Lượng": ["Giám đốc Sở Tài chính", "Phó Chủ tịch UBND tỉnh"]}
    assert roles(sentence) == {"Tô Văn Lượng": ["other"]}


ELECTED = [
    ("Ông Bùi Tấn Phát và bà Hà Thị Xoan được bầu làm Phó Chủ tịch UBND xã.", ["Bùi Tấn Phát", "Hà Thị Xoan"]),
    ("Ông Bùi Tấn Phát vừa được miễn nhiệm chức vụ Phó Chủ tịch UBND xã.", ["Bùi Tấn Phát"]),
    ("Ông Bùi Tấn Phát tái đắc cử chức Phó Chủ tịch UBND xã.", ["Bùi Tấn Phát"]),
    ("Ông Bùi Tấn Phát được tín nhiệm bầu tái cử chức danh Phó Chủ tịch UBND xã.", ["Bùi Tấn Phát"]),
    ("Ông Bùi Tấn Phát trúng cử chức vụ Phó Chủ tịch UBND xã.", ["Bùi Tấn Phát"]),
    ("Ông Bùi Tấn Phát được tín nhiệm được bầu là Phó Chủ tịch UBND xã.", ["Bùi Tấn Phát"]),
]


@pytest.mark.parametrize("sentence, names", ELECTED)
def test_a_post_goes_to_all_who_are_elected_to_it(sentence: str, names: list[str]) -> None:
    assert posts(sentence) == {name: ["Phó Chủ tịch UBND xã"] for name in names}


def test_standing_members_are_a_group_in_the_plural_and_a_post_in_the_singular() -> None:
    assert posts(
        "Chủ trì có các đồng chí Thường trực Huyện ủy: Lê Sơn Hải, Bí thư Huyện ủy; Vũ Thị Cúc, Phó Bí thư."
    ) == {
        "Lê Sơn Hải": ["Bí thư Huyện ủy"],
        "Vũ Thị Cúc": ["Phó Bí thư"],
    }
    assert posts("Dự có đồng chí Lê Sơn Hải, Thường trực Đảng ủy xã.") == {"Lê Sơn Hải": ["Thường trực Đảng ủy xã"]}


def test_a_list_that_begins_with_a_count_introduces_the_persons_behind_it() -> None:
    sentence = "Dự kỳ họp có 31 đại biểu HĐND; đồng chí Chu Văn Đông, Bí thư Huyện ủy; ông Vi Tây, Chủ tịch MTTQ."
    assert roles(sentence) == {"Chu Văn Đông": ["attend"], "Vi Tây": ["attend"]}
