"""Patterns of calendar days: what each of them takes in."""

from __future__ import annotations

import pytest

from extract.text.day_patterns import DAY, FULL_DAY, HEAD, JOINT, LAST_OF_FIRST_TEN
from extract.text.normalize import fold
from extract.text.patterns import WordPattern


@pytest.mark.parametrize(
    ("pattern", "printed", "taken"),
    [
        (DAY, "ngày 12/3/2021, xã họp", "ngày 12/3/2021"),
        (DAY, "ngày 12, 3, 2021, xã họp", "ngày 12, 3, 2021"),
        (DAY, "ngày mười hai tháng ba, xã họp", "ngày mười hai tháng ba"),
        (DAY, "ngày họp", None),
        (JOINT, " đến 14/3", " đến "),
        (JOINT, " của 14/3", None),
        (HEAD, "ngày 12, 14/3", "ngày 12, "),
        (HEAD, "ngày họp 14/3", None),
        (HEAD, "mùng ba đến mùng năm", "mùng ba đến "),
        (HEAD, "ngày một, hai lần", None),
        (LAST_OF_FIRST_TEN, "mùng năm tại xã", "mùng năm"),
        (LAST_OF_FIRST_TEN, "mùng 5 Tết", "mùng 5 Tết"),
        (LAST_OF_FIRST_TEN, "mùng năm tháng Giêng", None),
        (LAST_OF_FIRST_TEN, "mùng 5/3", None),
        (FULL_DAY, "12 tháng 3 năm 2021", "12 tháng 3 năm 2021"),
        (FULL_DAY, "12 tháng 3", None),
    ],
)
def test_what_a_pattern_takes_in(pattern: WordPattern, printed: str, taken: str | None) -> None:
    match = pattern.match(fold(printed), 0)
    assert (match and printed[: match.end()]) == taken
