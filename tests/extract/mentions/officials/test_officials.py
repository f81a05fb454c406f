"""Officials: sentences as local-government pages print them, with invented persons, and what is read from them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions.officials.find import find_officials
from extract.model import OfficialValue, Rejection
from extract.text.document import read_document
from scraper.article import Article, Place


def officials(*paragraphs: str, place: Place | None = None) -> list[OfficialValue]:
    document = read_document(Article(id="a", paragraphs=paragraphs, place=place or Place()))
    found = find_officials(document)
    for mention in found.mentions:
        assert document.quote(mention.span) == mention.text
    return [mention.value for mention in found.mentions]  # type: ignore[misc]


def posts(*paragraphs: str) -> dict[str, list[str]]:
    return {official.name: [post.text for post in official.positions] for official in officials(*paragraphs)}


def roles(*paragraphs: str) -> dict[str, list[str]]:
    return {official.name: list(official.roles) for official in officials(*paragraphs)}


def refusals(text: str) -> list[Rejection]:
    return list(find_officials(read_document(Article(id="a", paragraphs=(text,)))).rejections)


WHERE_POSTS_STAND = [
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
    ("lãnh đạo thị trấn Nam Phước Ông Văn Sáu – Chủ tịch UBND thị trấn", "Văn Sáu"),
]


@pytest.mark.parametrize("words, name", NAMES)
def test_names_of_all_peoples(words: str, name: str) -> None:
    assert [official.name for official in officials(f"Tham dự có {words}.")] == [name]


POSTS = [
    "Giám đốc Sở Văn hóa, Thể thao và Du lịch",
    "Giám đốc Sở Lao động - Thương binh và Xã hội",
    "Phó Giám đốc Trung tâm xúc tiến đầu tư tỉnh",
    "Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh",
    "Phó trưởng đoàn chuyên trách Đoàn đại biểu Quốc hội tỉnh",
    "Trưởng ban Quản lý các KCN tỉnh",
    "Bí thư Đảng ủy Khối các cơ quan tỉnh",
    "Bí thư Đoàn Thanh niên Bộ Xây dựng",
    "Phó Chủ tịch UBND tỉnh Bà Rịa – Vũng Tàu",
    "Phó Trưởng ban Tuyên giáo và Dân vận Tỉnh ủy",
    "Chủ tịch Ủy ban MTTQ Việt Nam huyện",
    "Phó Chỉ huy trưởng Ban CHQS huyện",
    "Trưởng phòng Lao động - Thương binh và Xã hội",
    "Chủ nhiệm Ủy ban Kiểm tra Huyện ủy",
    "nguyên Phó Chủ tịch HĐND tỉnh",
    "Quyền Giám đốc Sở Y tế",
    "Chánh Văn phòng HĐND và UBND huyện",
    "Đồn trưởng Đồn Biên phòng Sen Thượng",
    "Hiệu trưởng Trường Chính trị tỉnh",
    "CT.UBND xã",
    "PCT.HĐND huyện",
    "UV.BTV Huyện đoàn",
    "Phó Bí thư Xã đoàn",
    "Bí thư Đoàn cơ sở Công an huyện",
    "Chủ tịch Công đoàn các Khu công nghiệp tỉnh",
    "Trưởng Ban vì sự tiến bộ phụ nữ huyện",
    "Trưởng Ban Tổ chức Ngày hội",
    "Chủ nhiệm CLB Doanh nhân trẻ",
    "Thư ký kỳ họp",
    "Phó Chủ tịch UB.MTTQVN phường",
    "giáo viên trường PTDT Bán trú Tiểu học và THCS Nà Lùng",
    "cán bộ tư pháp xã",
    "chuyên viên phòng GD&ĐT huyện",
    "Tổng phụ trách Đội",
    "Trưởng BCĐ bầu cử xã",
    "công chức địa chính - xây dựng xã",
    "Uy viên Ban Thường vụ Đảng ủy",
    "Chủ tịch HDND huyện",
    "Phó Chủ tịch Hội Truyền thống Trường Sơn – Đường Hồ Chí Minh xã",
]


@pytest.mark.parametrize("post", POSTS)
@pytest.mark.parametrize(
    "sentence",
    [
        "Dự có đồng chí Trần Hữu Phúc, {}; đại diện các ban.",
        "{} Trần Hữu Phúc phát biểu.",
        "Đồng chí Trần Hữu Phúc - {} đã trao quà cho các hộ dân.",
    ],
)
def test_a_post_is_read_as_printed(post: str, sentence: str) -> None:
    assert posts(sentence.format(post)) == {"Trần Hữu Phúc": [post]}


def test_a_post_is_split_and_takes_its_level_from_its_words_or_the_site() -> None:
    site = Place(level="district")
    found = officials(
        "Đồng chí Lý A Tủa, Phó Chủ tịch UBND huyện Sìn Hồ; bà Vi Thị Mẩy, Giám đốc Trung tâm Y tế dự.", place=site
    )
    first, second = (official.positions[0] for official in found)
    assert (first.head, first.body, first.unit, first.level) == ("Phó Chủ tịch", "UBND", "huyện Sìn Hồ", "district")
    assert (second.head, second.body, second.unit, second.level) == ("Giám đốc", "Trung tâm Y tế", None, "district")


def test_one_post_in_several_wordings_is_kept_in_its_fullest() -> None:
    assert posts(
        "Giám đốc Sở LĐTB&XH Phùng Hải Yến dự.",
        "Bà Phùng Hải Yến, Giám đốc Sở Lao động - Thương binh và Xã hội phát biểu. Giám đốc Phùng Hải Yến nhấn mạnh.",
    ) == {"Phùng Hải Yến": ["Giám đốc Sở Lao động - Thương binh và Xã hội"]}


def test_terms_of_office_are_dropped_and_reading_goes_on_behind_them() -> None:
    sentence = "Dự có ông Lâm Chí Hiếu, Ủy viên Trung ương Đảng khóa XIII, Chủ tịch HĐND tỉnh nhiệm kỳ 2021 - 2026."
    assert posts(sentence) == {"Lâm Chí Hiếu": ["Ủy viên Trung ương Đảng", "Chủ tịch HĐND tỉnh"]}


def test_one_who_is_elected_has_the_old_post_and_the_new() -> None:
    sentence = "HĐND tỉnh bầu ông Tô Văn Lượng, Giám đốc Sở Tài chính, giữ chức vụ Phó Chủ tịch UBND tỉnh."
    assert posts(sentence) == {"Tô Văn Lượng": ["Giám đốc Sở Tài chính", "Phó Chủ tịch UBND tỉnh"]}
    assert roles(sentence) == {"Tô Văn Lượng": ["other"]}


ROLES = [
    ("Dự và chỉ đạo hội nghị có đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend", "speak"]),
    ("Đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy dự và phát biểu khai mạc.", ["attend", "speak"]),
    ("Hội nghị do đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy chủ trì.", ["chair"]),
    ("Phát biểu tại buổi lễ, Bí thư Huyện ủy Hoàng Sơn Tùng đề nghị các xã báo cáo kịp thời.", ["speak"]),
    ("Hội nghị đã nghe đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy truyền đạt nghị quyết.", ["report"]),
    ("Đoàn công tác do đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy làm trưởng đoàn đã đến xã.", ["lead"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng trao quà cho các hộ nghèo.", ["award"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng đã đến thăm và tặng quà các gia đình.", ["award", "lead"]),
    ("Với sự tham dự của đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Về phía huyện có đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Đến dự chỉ đạo hội nghị có đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend", "speak"]),
    ("Theo dõi, chỉ đạo diễn tập có đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend", "speak"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng chủ trì cuộc họp nhấn mạnh tiến độ.", ["chair", "speak"]),
    ("Phát biểu tại buổi trao nhà, ông Hoàng Sơn Tùng, Bí thư Huyện ủy chúc các hộ vui khỏe.", ["speak"]),
    ("Theo ông Hoàng Sơn Tùng, Bí thư Huyện ủy, xã đã triển khai ba mô hình.", ["speak"]),
    ("Theo chỉ đạo của ông Hoàng Sơn Tùng, Bí thư Huyện ủy, các xã kiểm tra lại hồ đập.", ["other"]),
    ("Tiếp theo đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy trao cờ.", ["award"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy trực tiếp xuống bản và tận tay trao tặng sách.", ["award"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy cùng các đồng chí cùng đi dâng hương.", ["lead"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy thông tin về kết quả thu ngân sách.", ["report"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy đánh trống khai trường.", ["other"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy thay mặt lực lượng tham gia diễn tập cảm ơn bà con.", ["speak"]),
    ("Buổi lễ vinh dự được đón tiếp ông Hoàng Sơn Tùng, Bí thư Huyện ủy về dự và chỉ đạo.", ["attend", "speak"]),
    ("Đến chia vui với bà con có ông Hoàng Sơn Tùng, Bí thư Huyện ủy cùng lãnh đạo xã.", ["attend"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy đánh cồng khai mạc lễ hội.", ["other"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng nhìn nhận việc giải ngân còn chậm.", ["speak"]),
    ("UBND xã tổ chức lễ bàn giao nhà do ông Hoàng Sơn Tùng, Bí thư Huyện ủy chủ trì.", ["chair"]),
    ("Dự và chỉ đạo diễn tập, ông Hoàng Sơn Tùng – Bí thư Huyện ủy.", ["attend", "speak"]),
    ("Đi cùng đoàn có ông Hoàng Sơn Tùng – Bí thư Huyện ủy.", ["attend"]),
    ("Tới tham dự Lễ Khai mạc giải đấu có đồng chí Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Dưới sự chủ trì của ông Hoàng Sơn Tùng, Bí thư Huyện ủy, cuộc họp đã thống nhất năm nội dung.", ["chair"]),
    ("Tổ công tác do ông Hoàng Sơn Tùng, Bí thư Huyện ủy làm Tổ trưởng đã xuống cơ sở.", ["lead"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy ôn lại truyền thống của ngành.", ["speak"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy đọc quyết định khen thưởng.", ["report"]),
    ("Báo cáo với Thường trực Tỉnh ủy, đồng chí Hoàng Sơn Tùng - Bí thư Huyện ủy cho biết tiến độ.", ["report"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng đã có buổi đối thoại với nông dân.", ["attend"]),
    ("Sau khi có buổi đối thoại, Bí thư Huyện ủy Hoàng Sơn Tùng phát biểu cảm ơn bà con.", ["speak"]),
    ("Bí thư Huyện ủy Hoàng Sơn Tùng đã có buổi kiểm tra các công trình.", ["lead"]),
    ("Tham gia cùng đoàn giám sát có ông Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy quán triệt Nghị quyết của Đảng bộ.", ["report"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy tham gia ý kiến vào dự thảo.", ["speak"]),
    ("Ông Hoàng Sơn Tùng, Bí thư Huyện ủy đã TXCT tại ba xã.", ["attend"]),
    ("Thư ký kỳ họp: ông Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["other"]),
    ("Các ứng cử viên gồm: ông Hoàng Sơn Tùng, Bí thư Huyện ủy.", ["attend"]),
    ("Lãnh đạo huyện do ông Hoàng Sơn Tùng, Bí thư Huyện ủy làm trưởng đoàn có chuyến thăm đồn.", ["lead"]),
]


@pytest.mark.parametrize("sentence, expected", ROLES)
def test_roles_come_from_the_verbs(sentence: str, expected: list[str]) -> None:
    assert roles(sentence) == {"Hoàng Sơn Tùng": expected}


def test_enumerated_persons_share_what_is_said_of_them() -> None:
    sentence = "Đồng chí Chu Văn Đông, Bí thư Huyện ủy và đồng chí Vi Thị Tây, Chủ tịch UBND huyện đồng chủ trì."
    assert roles(sentence) == {"Chu Văn Đông": ["chair"], "Vi Thị Tây": ["chair"]}
    listed = "Cùng dự có các đồng chí: Chu Văn Đông, Bí thư Huyện ủy; Vi Thị Tây, Chủ tịch UBND huyện."
    assert roles(listed) == {"Chu Văn Đông": ["attend"], "Vi Thị Tây": ["attend"]}


BOTH = "đồng chí Chu Văn Đông - Bí thư Đảng ủy xã{} đồng chí Vi Thị Tây - Chủ tịch UBND xã"
OF_BOTH = [
    (f"Chủ trì hội nghị {BOTH.format(',')}.", ["chair"]),
    (f"Sáng 3/4, {BOTH.format(';')}; lãnh đạo các bản cùng đông đảo nhân dân đã tới dự.", ["attend"]),
    (f"Sáng 3/4, {BOTH.format(';')}; đại diện các đoàn thể cùng dự và trao 20 suất quà.", ["attend", "award"]),
    (f"Hội nghị biểu dương {BOTH.format(' và')}.", ["other"]),
    ("Ông Chu Văn Đông (Bí thư Đảng ủy) và bà Vi Thị Tây (Chủ tịch UBND xã) đồng chủ trì.", ["chair"]),
    ("Bí thư Huyện ủy Chu Văn Đông và Chủ tịch UBND huyện Vi Thị Tây có buổi đối thoại với bà con.", ["attend"]),
    ("Lãnh đạo huyện có các đồng chí: Chu Văn Đông, Bí thư; Vi Thị Tây, Phó Bí thư.", ["attend"]),
]


@pytest.mark.parametrize("sentence, expected", OF_BOTH)
def test_what_opens_or_closes_a_list_of_persons_is_said_of_all(sentence: str, expected: list[str]) -> None:
    assert roles(sentence) == {"Chu Văn Đông": expected, "Vi Thị Tây": expected}


def test_a_verb_between_two_persons_is_of_the_first() -> None:
    sentence = "Bí thư Huyện ủy Chu Văn Đông chủ trì, ông Vi Bá Tây, Trưởng phòng Nội vụ có mặt."
    assert roles(sentence) == {"Chu Văn Đông": ["chair"], "Vi Bá Tây": ["attend"]}


def test_what_is_handed_over_makes_a_receiver_and_the_sentence_goes_on_with_the_giver() -> None:
    sentence = "Bí thư Huyện ủy Hoàng Sơn Tùng tặng hoa cho các ông Chu Văn Đông, Vi Bá Tây và phát biểu giao nhiệm vụ."
    posts_of_both = "Ông Chu Văn Đông là Trưởng phòng Nội vụ, ông Vi Bá Tây là Chánh Thanh tra huyện."
    assert roles(sentence, posts_of_both) == {
        "Hoàng Sơn Tùng": ["speak", "award"],
        "Chu Văn Đông": ["other"],
        "Vi Bá Tây": ["other"],
    }


def test_one_who_is_answered_does_not_speak() -> None:
    assert roles("Trả lời Bí thư Huyện ủy Chu Văn Đông, Trưởng Công an xã Vi Bá Tây cho biết xã đã lập hai chốt.") == {
        "Chu Văn Đông": ["other"],
        "Vi Bá Tây": ["speak"],
    }


def test_what_was_done_on_another_day_counts_only_where_nothing_else_is_told() -> None:
    today = "Bí thư Huyện ủy Chu Văn Đông dự và phát biểu chỉ đạo hội nghị."
    before = "Trước đó, ngày 3/4, Bí thư Huyện ủy Chu Văn Đông đến thăm Trường Tiểu học Nậm Sỏ."
    assert roles(today, before) == {"Chu Văn Đông": ["attend", "speak"]}
    assert roles(before) == {"Chu Văn Đông": ["lead"]}


def test_a_word_glued_to_a_name_is_no_part_of_it() -> None:
    told = "Bí thư Huyện ủy Chu Văn Đông thăm bản Nà Hừ. Ông Chu Văn Đông tặng quà."
    assert roles(told, "Thượng tá Vi Bá Tây tiếp ông Chu Văn Đông Không để dân thiếu nước.") == {
        "Chu Văn Đông": ["award", "lead"],
        "Vi Bá Tây": ["attend"],
    }


def test_a_list_below_its_heading_has_the_role_of_the_heading() -> None:
    listed = ("Tham dự cuộc họp có:", "• Ông Chu Văn Đông – Bí thư Đảng ủy;", "• Bà Vi Thị Tây – Chủ tịch UBND xã;")
    assert roles(*listed) == {"Chu Văn Đông": ["attend"], "Vi Thị Tây": ["attend"]}


def test_later_short_mentions_are_the_person_named_in_full() -> None:
    found = officials(
        "Dự có đồng chí Chu Văn Đông, Chủ tịch UBND huyện; đồng chí Vi Thị Tây, Bí thư Huyện ủy.",
        "Đồng chí Chủ tịch UBND huyện nhấn mạnh việc giữ rừng. Bà Tây trao giấy khen cho 5 thôn.",
    )
    assert [(official.name, official.roles) for official in found] == [
        ("Chu Văn Đông", ("attend", "speak")),
        ("Vi Thị Tây", ("attend", "award")),
    ]


def test_the_verb_of_one_person_does_not_end_the_list() -> None:
    sentence = "Về dự có ông Chu Văn Đông Bí thư Đảng ủy chủ trì, bà Vi Thị Tây Chủ tịch UBND xã và các đoàn thể."
    assert roles(sentence) == {"Chu Văn Đông": ["chair", "attend"], "Vi Thị Tây": ["attend"]}


def test_a_heading_of_its_own_ends_the_list_before_it() -> None:
    told = ("Chủ tọa kỳ họp: ông Chu Văn Đông, Chủ tịch HĐND xã.", "Thư ký: bà Vi Thị Tây, Đại biểu HĐND xã.")
    found = roles("Có mặt tại kỳ họp là 46 đại biểu HĐND xã.", *told)
    assert found == {"Chu Văn Đông": ["chair"], "Vi Thị Tây": ["other"]}


def test_one_who_stands_for_an_institution_is_an_official_without_a_post() -> None:
    sentence = "Dự có ông Chu Văn Đông – Trung tâm Khuyến nông huyện, ông Vi Bá Tây - thôn Nà Hừ."
    assert posts(sentence) == {"Chu Văn Đông": []}


def test_the_part_that_one_plays_is_not_said_of_those_behind() -> None:
    sentence = "Tổ do ông Chu Văn Đông, Bí thư Đảng ủy làm Tổ trưởng và thành viên gồm ông Vi Bá Tây, Trưởng thôn."
    assert roles(sentence) == {"Chu Văn Đông": ["lead"], "Vi Bá Tây": ["other"]}


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


def test_a_list_that_begins_with_a_count_introduces_the_persons_behind_it() -> None:
    sentence = "Dự kỳ họp có 31 đại biểu HĐND; đồng chí Chu Văn Đông, Bí thư Huyện ủy; ông Vi Tây, Chủ tịch MTTQ."
    assert roles(sentence) == {"Chu Văn Đông": ["attend"], "Vi Tây": ["attend"]}


def test_names_in_capitals_are_joined_to_those_in_small_letters() -> None:
    found = officials(
        "CHỦ TỊCH UBND TỈNH TRẦN HIẾU NGHĨA THĂM LÀNG NGHỀ", "Chủ tịch UBND tỉnh Trần Hiếu Nghĩa đã thăm làng nghề."
    )
    assert [official.name for official in found] == ["Trần Hiếu Nghĩa"]


def test_surer_evidence_gives_more_confidence() -> None:
    (sure,) = officials("Dự có đồng chí Lê Sơn Hải, Bí thư Huyện ủy.")
    (unsure,) = officials("Dự có ông Park Min Soo, Giám đốc Công ty.")
    assert 0.0 < unsure.confidence < sure.confidence < 1.0
