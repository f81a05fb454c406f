"""Venues by the printed name of a hall, house or square, after a word of place."""

from __future__ import annotations

import pytest

from extract.mentions.places.venues import find_opened, find_venues
from tests.extract.texts import document_of


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Tại Hội trường UBND huyện, cuộc họp đã diễn ra.", "Hội trường UBND huyện"),
        ("Lễ mở tại nhà văn hóa thôn Nà Mẫu sáng nay.", "nhà văn hóa thôn Nà Mẫu"),
        ("Lễ mở tại Hội trường Chiều nay.", "Hội trường"),  # the first word of the next sentence
        ("Lễ mở tại Quảng trường sông Hoài.", "Quảng trường sông Hoài"),
        ("Lễ mở tại Quảng trường 10/3.", "Quảng trường 10/3"),
        ("Lễ mở tại Trường Tiểu học Nà Lùng.", "Trường Tiểu học Nà Lùng"),
        ("Lễ mở tại sân vận động tỉnh.", "sân vận động tỉnh"),
        ("Lễ mở ở Trung tâm Hội nghị Quốc gia.", "Trung tâm Hội nghị Quốc gia"),
        ("Lễ mở tại khu vực Quảng trường Hồ Chí Minh.", "khu vực Quảng trường Hồ Chí Minh"),
        ("Lễ mở trong khuôn viên Trường THCS Nà Lùng.", "khuôn viên Trường THCS Nà Lùng"),
        ("Địa điểm: Nhà văn hóa đa chức năng xã Đà Vị.", "Nhà văn hóa đa chức năng xã Đà Vị"),
        ("Lễ mở tại Trụ sở Đảng ủy- HĐND-UBND xã Đà Vị.", "Trụ sở Đảng ủy- HĐND-UBND xã Đà Vị"),
        ("Lễ mở tại Lăng Chủ tịch Hồ Chí Minh.", "Lăng Chủ tịch Hồ Chí Minh"),
        ("Lễ mở tại Bệnh viện Nhi đồng 5.", "Bệnh viện Nhi đồng 5"),  # words of two syllables with one capital
        ("Lễ mở tại Bảo tàng Mỹ thuật Ba Bể sáng nay.", "Bảo tàng Mỹ thuật Ba Bể"),
        ("Lễ mở tại sân bay Quốc tế Nà Mẫu.", "sân bay Quốc tế Nà Mẫu"),
        ("Lễ mở tại Bệnh viện Nà Mẫu đồng thời với hội thi.", "Bệnh viện Nà Mẫu"),
    ],
)
def test_a_venue(text: str, venue: str) -> None:
    document = document_of(text)
    assert [document.quote(span) for span in find_venues(document)] == [venue]


@pytest.mark.parametrize(
    "text",
    [
        "Hội trường UBND huyện mới xây rất đẹp.",  # no word of place
        "Lễ mở tại trường học.",  # needs a name
        "Lễ mở tại Bến Cát.",  # a town
        "Lễ mở tại nhà ông Tám.",
        "Bà công tác tại Trường Tiểu học Nà Lùng.",  # where she works
        "",
    ],
)
def test_no_venue(text: str) -> None:
    assert find_venues(document_of(text)) == []


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Xã cắt băng khánh thành nhà văn hóa thôn Nà Mẫu.", ["nhà văn hóa thôn Nà Mẫu"]),
        ("Huyện khánh thành, đưa vào sử dụng Trường Mầm non Nà Lùng (xã Đà Vị).", ["Trường Mầm non Nà Lùng"]),
        ("Phường bàn giao và đưa vào sử dụng công trình Nhà văn hóa tổ 5.", ["Nhà văn hóa tổ 5"]),
        ("Sở Y tế khánh thành Trạm Y tế xã Đà Vị.", ["Trạm Y tế xã Đà Vị"]),
        ("Huyện khởi công Trường Mầm non Nà Lùng.", []),
        ("Huyện khánh thành cầu Nà Lùng và đường vào Trường Tiểu học Nà Lùng.", []),
        ("Hội bàn giao nhà tình nghĩa cho bà Mây.", []),
        ("Huyện khánh thành trường học mới.", []),
    ],
)
def test_houses_that_are_opened(text: str, house: list[str]) -> None:
    document = document_of(text)
    assert [document.quote(span) for span in find_opened(document)] == house


def test_two_venues_in_reading_order() -> None:
    document = document_of("Lễ mở tại Hội trường UBND huyện, rồi tại sân vận động tỉnh.")
    assert [document.quote(span) for span in find_venues(document)] == ["Hội trường UBND huyện", "sân vận động tỉnh"]
