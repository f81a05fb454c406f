"""Which posts belong to which person."""

from __future__ import annotations

import pytest

from tests.extract.mentions.people import posts, roles


WHERE_POSTS_STAND = [
    ("Phó Giám đốc Sở Y tế, Lò Văn Khiên cho biết trạm thiếu thuốc.", {"Lò Văn Khiên": ["Phó Giám đốc Sở Y tế"]}),
    ("Ông Lò Văn Khiên, đồng Chủ tịch Hội đồng phát biểu.", {"Lò Văn Khiên": ["đồng Chủ tịch Hội đồng"]}),
    (
        "Dự lễ có Đại tá Lò Văn Khiên, Phó Tư lệnh Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh.",
        {"Lò Văn Khiên": ["Đại tá", "Phó Tư lệnh Bộ Tư lệnh Bảo vệ Lăng Chủ tịch Hồ Chí Minh"]},
    ),
    (
        "Ông Lò Văn Khiên, Trưởng Ban tổ chức Festival Hoa Đà Lạt, phát biểu.",
        {"Lò Văn Khiên": ["Trưởng Ban tổ chức Festival Hoa Đà Lạt"]},
    ),
    (
        "Ông Haruto Kitamura - Trưởng đại diện Văn phòng Samwell Hà Nội phát biểu.",
        {"Haruto Kitamura": ["Trưởng đại diện Văn phòng Samwell Hà Nội"]},
    ),
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


def test_a_list_that_begins_with_a_count_introduces_the_persons_behind_it() -> None:
    sentence = "Dự kỳ họp có 31 đại biểu HĐND; đồng chí Chu Văn Đông, Bí thư Huyện ủy; ông Vi Tây, Chủ tịch MTTQ."
    assert roles(sentence) == {"Chu Văn Đông": ["attend"], "Vi Tây": ["attend"]}
