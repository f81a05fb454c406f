"""Posts end between words, never within a word."""

from __future__ import annotations

import pytest

from tests.extract.mentions.people import posts


WHOLE = [
    "Trưởng khoa Thận nhân tạo",
    "Cục trưởng Cục Bản quyền tác giả",
    "Giám đốc Cảng vụ hàng không miền Bắc",
    "Phó Trưởng phòng Khám bệnh ngoại trú",
    "Viện trưởng Viện Năng lượng hạt nhân",
    "Giám đốc Công ty CP phân bón Mây Xanh",
    "PGĐ Bưu điện tỉnh",
    "Đại sứ Việt Nam tại Thái Lan",
]


@pytest.mark.parametrize("post", WHOLE)
def test_a_post_is_whole(post: str) -> None:
    assert posts(f"Ông Lò Văn Khiên, {post} phát biểu.") == {"Lò Văn Khiên": [post]}


BEFORE_A_NAME = ["Phó Trưởng phòng Quản lý phương tiện người lái", "Phó Trưởng phòng Khám bệnh ngoại trú"]


@pytest.mark.parametrize("post", BEFORE_A_NAME)
def test_a_post_before_a_bare_name_is_whole(post: str) -> None:
    assert posts(f"{post} Lò Văn Khiên phát biểu.") == {"Lò Văn Khiên": [post]}


ENDED = [
    ("Chủ tịch UBND xã nhân dịp này tặng quà.", "Chủ tịch UBND xã"),
    ("Giám đốc Sở Y tế điện cho các huyện.", "Giám đốc Sở Y tế"),
    ("Trưởng thôn Nà Mẫu thông tin thêm.", "Trưởng thôn Nà Mẫu"),
]


@pytest.mark.parametrize("rest, post", ENDED, ids=[post for _, post in ENDED])
def test_a_post_still_ends_before_a_verb(rest: str, post: str) -> None:
    assert posts(f"Ông Lò Văn Khiên, {rest}") == {"Lò Văn Khiên": [post]}


def test_a_second_post_behind_a_semicolon_where_a_verb_follows() -> None:
    text = "Đ/c Lò Văn Khiên - Giám đốc Sở Y tế; Trưởng Ban Tổ chức Hội thi trao giải."
    assert posts(text) == {"Lò Văn Khiên": ["Giám đốc Sở Y tế", "Trưởng Ban Tổ chức Hội thi"]}
    text = "Dự có ông Lò Văn Khiên, Giám đốc Sở Y tế; Chủ tịch UBND huyện Ma Thị Hậu."
    assert posts(text) == {"Lò Văn Khiên": ["Giám đốc Sở Y tế"], "Ma Thị Hậu": ["Chủ tịch UBND huyện"]}
