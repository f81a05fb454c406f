"""Which sign in the words before a count is taken, where several may hold: the most certain one."""

from __future__ import annotations

import pytest

from extract.declaration.rules import first_applying
from extract.mentions.attendance.signs_before import BEFORE, OF_NUMBER
from tests.extract.mentions.attendance.counting import context


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Tham dự lớp tập huấn có 45 học viên.", "attend_before"),  # not "occasion", which holds too
        (
            "Dự lễ có bà Lò Thị Nga, Chủ tịch UBND xã; lãnh đạo các bản vùng cao, vùng sâu và 45 nông dân.",
            "attendee_list",
        ),
        ("Xã mở lớp tập huấn cho 45 nông dân.", "taught_at_opening"),
        ("Trời đẹp.\n" * 6 + "Xã mở lớp tập huấn cho 45 nông dân.", "taught"),
        ("Đại biểu HĐND huyện tiếp xúc 45 cử tri.", "met"),
        ("Sáng 20/5, 45 nông dân đi thăm đồng.", "subject"),
        ("Xã diễn tập với quy mô 45 người.", "scale"),
        ("45 đại biểu nghe báo cáo.", "guests_as_subject"),
        ("Toàn cụm cử 7 xã với 45 thí sinh.", "linked"),
        ("Bản Mẫu có 45 nông dân.", None),
        ("Ông Mè Văn Toàn thăm 45 nông dân.", None),
    ],
)
def test_the_most_certain_sign_is_taken(text: str, sign: str | None) -> None:
    found = first_applying(BEFORE, context(text))
    assert (found.weighed_as if found else None) == sign


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Bản Mẫu có 45 đại biểu.", ["guests"]),
        ("Bản Mẫu có 45 nông dân.", []),
        ("Bản Mẫu có 2 nông dân.", ["few"]),
        ("Có 20/22 đại biểu biểu quyết tán thành.", ["guests", "fraction_of_votes"]),
        ("Xã có 20/22 cán bộ.", ["fraction"]),
    ],
)
def test_signs_of_the_number_and_its_noun(text: str, signs: list[str]) -> None:
    found = [first_applying(group, context(text)) for group in OF_NUMBER]
    assert [sign.weighed_as for sign in found if sign] == signs
