"""Posts divided into head, body and unit, and the canonical form of each."""

from __future__ import annotations

import pytest

from extract.mentions.officials.find import find_officials
from extract.mentions.posts.canonical import canonical_body, canonical_head
from extract.model import OfficialValue, Position
from extract.text.document import read_document
from scraper.article import Article


def position(post: str) -> Position:
    """The only post of a person who is introduced with it."""
    found = find_officials(read_document(Article(id="a", paragraphs=(f"Dự họp có ông Lò Văn Khiên, {post}; các xã.",))))
    value = found.mentions[0].value
    assert isinstance(value, OfficialValue)
    (only,) = value.positions
    assert only.text == post
    return only


DIVIDED = [
    ("Bộ trưởng Quốc phòng Trung Quốc", "Bộ trưởng", "Quốc phòng", "Trung Quốc"),
    ("Thứ trưởng Bộ Ngoại giao Nhật Bản", "Thứ trưởng", "Bộ Ngoại giao", "Nhật Bản"),
    ("Giám đốc Sở Tư pháp", "Giám đốc", "Sở Tư pháp", None),
    ("Giám đốc Công ty Lào", "Giám đốc", "Công ty Lào", None),
    ("Phó Giám đốc phụ trách Sở Y tế tỉnh", "Phó Giám đốc phụ trách", "Sở Y tế", "tỉnh"),
    ("Phó Trưởng phòng phụ trách Phòng Nội vụ huyện", "Phó Trưởng phòng phụ trách", "Phòng Nội vụ", "huyện"),
    ("Phó Chủ tịch phụ trách kinh tế UBND huyện", "Phó Chủ tịch", None, None),
    ("Phó Chủ tịch Thường trực UBND huyện Sìn Hồ", "Phó Chủ tịch Thường trực", "UBND", "huyện Sìn Hồ"),
    ("Phó Bí thư Thường trực Thị uỷ", "Phó Bí thư Thường trực", "Thị uỷ", None),
    ("Bí thư Tỉnh ủy Lai Châu", "Bí thư", "Tỉnh ủy", "Lai Châu"),
    ("Bí thư Huyện ủy Mường Tè", "Bí thư", "Huyện ủy", "Mường Tè"),
    ("Trưởng Ban Tuyên giáo Tỉnh ủy", "Trưởng Ban", "Ban Tuyên giáo Tỉnh ủy", None),
    ("Phó Trưởng ban Dân vận Huyện ủy", "Phó Trưởng ban", "ban Dân vận Huyện ủy", None),
    ("Trưởng phòng Nội vụ huyện Sìn Hồ", "Trưởng phòng", "phòng Nội vụ", "huyện Sìn Hồ"),
    ("Trưởng phòng Phòng cháy chữa cháy Công an tỉnh", "Trưởng phòng", "phòng Phòng cháy chữa cháy Công an", "tỉnh"),
    ("Trưởng ban Ban Tuyên giáo Tỉnh ủy", "Trưởng ban", "Ban Tuyên giáo Tỉnh ủy", None),
    ("Phó Trưởng ban Thường trực Ban Chỉ đạo tỉnh", "Phó Trưởng ban Thường trực", "Ban Chỉ đạo", "tỉnh"),
    ("Chánh Văn phòng Huyện ủy", "Chánh Văn phòng", "Văn phòng Huyện ủy", None),
    ("Chánh Thanh tra tỉnh", "Chánh Thanh tra", "Thanh tra", "tỉnh"),
    ("Trưởng Công an xã Nà Mẫu", "Trưởng Công an", "Công an", "xã Nà Mẫu"),
    ("Trưởng đoàn ĐBQH tỉnh", "Trưởng đoàn", "đoàn ĐBQH", "tỉnh"),
    ("Đại biểu HĐND tỉnh", "Đại biểu", "HĐND", "tỉnh"),
    ("Ủy viên Bộ Chính trị", "Ủy viên", "Bộ Chính trị", None),
    ("Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng", "Ủy viên dự khuyết", "Ban Chấp hành Trung ương Đảng", None),
    ("Phó Thủ tướng Thường trực Chính phủ", "Phó Thủ tướng Thường trực", "Chính phủ", None),
    ("Chủ tịch nước", "Chủ tịch nước", None, None),
    ("nguyên Chủ tịch UBND tỉnh Hà Giang", "nguyên Chủ tịch", "UBND", "tỉnh Hà Giang"),
    ("Giám đốc Sở Nông nghiệp và Phát triển nông thôn", "Giám đốc", "Sở Nông nghiệp và Phát triển nông thôn", None),
    ("Giám đốc Sở Tài chính TP Hải Phòng", "Giám đốc", "Sở Tài chính", "TP Hải Phòng"),
    ("Tổng Giám đốc Thông tấn xã Việt Nam", "Tổng Giám đốc", "Thông tấn xã Việt Nam", None),
    ("Giám đốc Công an Hà Tĩnh", "Giám đốc", "Công an", "Hà Tĩnh"),
    ("Bí thư Thành ủy TPHCM", "Bí thư", "Thành ủy", "TPHCM"),
    ("Chính ủy Quân khu 2", "Chính ủy", "Quân khu 2", None),
    ("Trưởng thôn Nà Mẫu", "Trưởng thôn", None, "thôn Nà Mẫu"),
    ("Hiệu trưởng Trường Đại học Quy Nhơn", "Hiệu trưởng", "Trường Đại học Quy Nhơn", None),
    ("Giám đốc Bệnh viện đa khoa tỉnh Sơn La", "Giám đốc", "Bệnh viện đa khoa", "tỉnh Sơn La"),
    ("Trợ lý Dân quân Ban CHQS huyện", "Trợ lý Dân quân", "Ban CHQS", "huyện"),
    ("Phó Cục trưởng, Cục Kiểm ngư, Bộ Nông nghiệp", "Phó Cục trưởng", "Cục Kiểm ngư, Bộ Nông nghiệp", None),
    ("Tỉnh ủy viên", "Tỉnh ủy viên", None, None),
]


@pytest.mark.parametrize("post, head, body, unit", DIVIDED, ids=[post for post, *_ in DIVIDED])
def test_a_post_is_divided(post: str, head: str, body: str | None, unit: str | None) -> None:
    found = position(post)
    assert (found.head, found.body, found.unit) == (head, body, unit)


SAME_BODY = [
    ("UBND", "Ủy ban nhân dân"),
    ("Uỷ ban Nhân dân", "Ủy ban nhân dân"),
    ("Sở NN&PTNT", "Sở nông nghiệp và phát triển nông thôn"),
    ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ("Sở VH, TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"),
    ("Ủy ban MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ("Trung ương Đảng", "BCH Trung ương Đảng"),
    ("đoàn ĐBQH", "Đoàn đại biểu Quốc hội"),
    ("Hội LHPN", "Hội Liên hiệp Phụ nữ Việt Nam"),
    ("CATP", "Công an"),
]


@pytest.mark.parametrize("one, other", SAME_BODY, ids=[one for one, _ in SAME_BODY])
def test_two_spellings_of_a_body_are_one(one: str, other: str) -> None:
    assert canonical_body(one) == canonical_body(other) is not None


def test_other_bodies_stay_apart() -> None:
    assert canonical_body("Ban Tổ chức Huyện ủy") != canonical_body("Ban Tổ chức Tỉnh ủy")
    assert canonical_body("Sở Kế hoạch và Đầu tư") == "Sở kế hoạch và đầu tư"
    assert canonical_body("Bộ Tư lệnh") == "Bộ tư lệnh"


SPELLED_OUT = [
    ("PCT", "Phó chủ tịch", None),
    ("Phó Ban", "Phó trưởng ban", None),
    ("Nguyên Phó Chủ tịch", "Nguyên phó chủ tịch", None),
    ("BTHU", "Bí thư", "Huyện ủy"),
    ("HUV", "Huyện ủy viên", "Huyện ủy"),
    ("UVBTV", "Ủy viên", "Ban thường vụ"),
]


@pytest.mark.parametrize("head, canonical, body", SPELLED_OUT, ids=[head for head, *_ in SPELLED_OUT])
def test_a_head_is_written_out(head: str, canonical: str, body: str | None) -> None:
    assert canonical_head(head) == canonical
    assert canonical_body(None, head) == body


def test_a_contracted_head_completes_its_body() -> None:
    assert canonical_body("Huyện ủy", "UVBTV") == "Ban thường vụ huyện ủy"
