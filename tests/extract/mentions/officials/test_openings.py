"""What the words before a person say of it."""

from __future__ import annotations

import pytest

from extract.mentions.officials.openings import opening
from tests.extract.mentions.people import roles
from tests.extract.texts import tokens_of


@pytest.mark.parametrize(
    ("before", "introduces", "alone"),
    [
        ("Dự hội nghị có ông", {"attend"}, set()),
        ("Chủ trì và phát biểu tại buổi lễ có ông", {"chair", "speak"}, set()),
        ("Về phía huyện có ông", {"attend"}, set()),
        ("Đoàn công tác do ông", set(), {"lead"}),
        ("Báo cáo do ông", set(), {"report"}),
        ("Phát biểu tại hội nghị, ông", None, {"speak"}),
        ("Hôm nay trời đẹp, ông", None, set()),
        ("Hội nghị bầu ông", set(), {"other"}),
    ],
)
def test_what_the_words_before_a_person_say(before: str, introduces: set[str] | None, alone: set[str]) -> None:
    read = tokens_of(f"{before} Mè Văn Toàn.")
    found = opening(read, 0, read.folded.index("ông"))
    assert (found.introduces, found.alone) == (introduces, alone)


def test_the_part_that_one_plays_is_not_said_of_those_behind() -> None:
    sentence = "Tổ do ông Chu Văn Đông, Bí thư Đảng ủy làm Tổ trưởng và thành viên gồm ông Vi Bá Tây, Trưởng thôn."
    assert roles(sentence) == {"Chu Văn Đông": ["lead"], "Vi Bá Tây": ["other"]}


def test_a_heading_of_its_own_ends_the_list_before_it() -> None:
    told = ("Chủ tọa kỳ họp: ông Chu Văn Đông, Chủ tịch HĐND xã.", "Thư ký: bà Vi Thị Tây, Đại biểu HĐND xã.")
    found = roles("Có mặt tại kỳ họp là 46 đại biểu HĐND xã.", *told)
    assert found == {"Chu Văn Đông": ["chair"], "Vi Thị Tây": ["other"]}
