"""Patterns of the words around a date, each with words that it finds and words that it must not."""

from __future__ import annotations

import pytest

from extract.mentions.dates import patterns
from extract.text.normalize import fold
from extract.text.patterns import WordPattern


@pytest.mark.parametrize(
    ("pattern", "found", "other"),
    [
        (patterns.GOES_ON, "lớp học kéo dài đến hết ", "lớp học đến "),
        (patterns.HELD, "hội nghị được tổ chức vào ", "hội nghị bàn việc "),
        (patterns.HELD, "khai mạc ", "khai mạc lớp "),
        (patterns.CLAUSE, "xã họp; ", "xã họp "),
        (patterns.NUMBER_BEFORE, "theo quyết định số 12/QĐ-UBND ", "theo quyết định của xã, sáng "),
        (patterns.NUMBER_BEFORE, "thông tư 12/2021/TT-BNV ", "12 hộ dân xã nà mẫu "),
        (patterns.ON, "xã họp vào ", "xã họp "),
        (patterns.PUBLISHED, "ngày đăng: ", "đăng ký họp "),
        (patterns.BORN, "sinh ", "học sinh họp "),
        (patterns.COMMEMORATED, "kỷ niệm 70 năm chiến thắng ", "kỷ niệm. Xã họp "),
    ],
)
def test_a_pattern_ends_right_before_the_date(pattern: WordPattern, found: str, other: str) -> None:
    assert pattern.search(fold(found))
    assert not pattern.search(fold(other))


@pytest.mark.parametrize(
    ("pattern", "found", "other"),
    [
        (patterns.YEARLY, " hằng năm", " năm nay"),
        (patterns.CLAUSE_END, ", xã họp", " xã họp"),
        (patterns.PLACE_OR_END, ", tại bản", ", xã họp"),
    ],
)
def test_a_pattern_begins_right_behind_the_date(pattern: WordPattern, found: str, other: str) -> None:
    assert pattern.match(fold(found))
    assert not pattern.match(fold(other))
