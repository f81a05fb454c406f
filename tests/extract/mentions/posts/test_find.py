"""Where a post begins and ends, and its wordings."""

from __future__ import annotations

import pytest

from scraper.article import Place
from tests.extract.mentions.people import officials, posts


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
    "Bộ trưởng Lao động, Thương binh và Xã hội",
    "Giám đốc Trung tâm dự báo khí tượng tỉnh",
    "Phó Giám đốc Học viện Cán bộ tỉnh",
    "Trưởng Ban Chỉ đạo Trung ương về phòng, chống tham nhũng",
    "Chủ tịch Hội đồng thẩm định xã nông thôn mới tỉnh",
    "Bí thư Đoàn Đại học Tây Bắc",
    "Giám đốc Công ty Tài nguyên miền Nam",
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


@pytest.mark.parametrize("deed", ["chiếm đoạt 203 tỷ đồng", "lừa đảo nhiều người", "bỏ trốn ra nước ngoài"])
def test_a_post_ends_before_a_crime(deed: str) -> None:
    post = "Chủ tịch HĐTD ngân hàng TMCP Bắc Hải"
    assert posts(f"Ông Trần Hữu Phúc, {post} {deed}, tòa kết luận.") == {"Trần Hữu Phúc": [post]}


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
