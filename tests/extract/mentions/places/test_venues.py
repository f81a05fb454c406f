"""Venues by the printed name of a hall, house or square, after a word of place."""

from __future__ import annotations

import pytest

from extract.mentions.places.venues import find_venues
from tests.extract.texts import document_of


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Tại Hội trường UBND huyện, cuộc họp đã diễn ra.", "Hội trường UBND huyện"),
        ("Lễ mở tại nhà văn hóa thôn Nà Mẫu sáng nay.", "nhà văn hóa thôn Nà Mẫu"),
        ("Lễ mở tại Hội trường Chiều nay.", "Hội trường"),  # the first word of the next sentence
        ("Lễ mở tại Quảng trường 10/3.", "Quảng trường 10/3"),
        ("Lễ mở tại Trường Tiểu học Nà Lùng.", "Trường Tiểu học Nà Lùng"),
        ("Lễ mở tại sân vận động tỉnh.", "sân vận động tỉnh"),
        ("Lễ mở ở Trung tâm Hội nghị Quốc gia.", "Trung tâm Hội nghị Quốc gia"),
        ("Lễ mở tại khu vực Quảng trường Hồ Chí Minh.", "khu vực Quảng trường Hồ Chí Minh"),
        ("Lễ mở trong khuôn viên Trường THCS Nà Lùng.", "khuôn viên Trường THCS Nà Lùng"),
        ("Lễ mở tại Lăng Chủ tịch Hồ Chí Minh.", "Lăng Chủ tịch Hồ Chí Minh"),
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


def test_two_venues_in_reading_order() -> None:
    document = document_of("Lễ mở tại Hội trường UBND huyện, rồi tại sân vận động tỉnh.")
    assert [document.quote(span) for span in find_venues(document)] == ["Hội trường UBND huyện", "sân vận động tỉnh"]
