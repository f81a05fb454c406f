"""Which signs around a count are taken: of each group the first that holds, none where nothing is said."""

from __future__ import annotations

import pytest

from extract.declaration.rules import first_applying
from extract.mentions.attendance.signs_around import AROUND
from tests.extract.mentions.attendance.counting import context


def signs(text: str) -> list[str]:
    found = (first_applying(group, context(text)) for group in AROUND)
    return [sign.weighed_as for sign in found if sign]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lớp có 45 nông dân tham gia.", ["attend_after"]),
        ("Bản Mẫu vắng tin của 45 nông dân.", []),
        ("Đại hội bầu Ban Chấp hành gồm 15 đồng chí.", ["committee"]),
        ("Bà Nga là một trong 45 nông dân.", ["one_of"]),
        ("Ông đại diện cho 45 nông dân.", ["represented"]),
        ("Xã khen thưởng 45 nông dân.", ["recipients"]),
        ("Có 45 nông dân bị thương.", ["status"]),
        ("Có 45 nông dân không tham dự.", ["absent"]),
        ("Có 45 nông dân mỗi năm.", ["period", "another_year"]),
    ],
)
def test_the_signs_of_a_sentence(text: str, expected: list[str]) -> None:
    assert signs(text) == expected


def test_a_word_of_attending_does_not_hide_what_else_is_said() -> None:
    assert set(signs("Kỳ thi có 45 thí sinh dự thi.")) > {"exam"}
