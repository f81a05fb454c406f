"""Patterns of the words around a count, each with words that it finds and words that it must not."""

from __future__ import annotations

import pytest

from extract.mentions.attendance import patterns
from extract.text.normalize import fold
from extract.text.patterns import WordPattern


@pytest.mark.parametrize(
    ("pattern", "found", "other"),
    [
        (patterns.CLAUSE_END, "xã họp; dự có", "xã họp, dự có"),
        (patterns.CLAUSE_END, "Thành phần: dự", "Dự có: "),
        (patterns.REPRESENTATIVES, "cùng đại diện ", "cùng đại diện xã "),
        (patterns.ATTENDING, "tham dự hội nghị có ", "tham dự. Xã có "),
        (patterns.COMING, " của các bản tham dự", " của các bản trồng chè"),
        (patterns.OCCASION, "lớp tập huấn có ", "bản Mẫu có "),
        (patterns.TALLY, "đã tổ chức 33 buổi với ", "đã tổ chức buổi họp với "),
        (patterns.YEAR_OF_OCCASION, "hội thi năm 2019 thu hút ", "hội thi lần thứ 19 thu hút "),
        (patterns.YEAR_OF_FIRST, "lần đầu tiên vào năm 2018, thu hút ", "lần thứ hai vào năm 2018, thu hút "),
        (patterns.SCHOOL_CLASS, "lớp 1 với ", "lớp tập huấn với "),
        (patterns.BODIES, "có 194 hợp tác xã với ", "có hợp tác xã với "),
        (patterns.UNIT_HAS, ", tỉnh Lạng Sơn có ", ", hội thi có "),
        (patterns.NUMBERED, "số lượng đại biểu dự kiến ", "chất lượng đại biểu dự kiến "),
        (patterns.ELSEWHERE, "Trước đó, xã họp", "Xã họp trước đó"),
        (patterns.OCCASIONS, "tổ chức 144 cuộc nói chuyện", "tổ chức 01 cuộc nói chuyện"),
        (patterns.SUBJECT, "Sáng 20/5, ", "Xã có chợ, "),
        (patterns.COMMITTEE, "bầu Ban Chấp hành gồm ", "Theo Ban Tổ chức, lớp gồm "),
        (patterns.RECIPIENTS, "khen thưởng ", "phát biểu với "),
        (patterns.HANDED, "trao quà", "trao đổi"),
        (patterns.JOINED, "đại biểu và ", "đại biểu thăm "),
    ],
)
def test_a_pattern_finds_its_words_only(pattern: WordPattern, found: str, other: str) -> None:
    assert pattern.search(fold(found))
    assert not pattern.search(fold(other))


@pytest.mark.parametrize(
    ("pattern", "found", "other"),
    [
        (patterns.STATUS, " bị thương", " được chia thành 2 lớp"),
        (patterns.ATTENDEE_LIST, "Tham dự lễ có ", "Xã Nà Mẫu có "),
        (patterns.YEAR_OF_COMING, " tham gia năm 2013", " tham gia từ sáng"),
        (patterns.RECRUITS, " ưu tú lên đường nhập ngũ", " ưu tú lên đường đi học"),
        (patterns.GIVEN, " đảng viên được trao tặng huy hiệu", " đảng viên dự lễ"),
    ],
)
def test_a_pattern_begins_right_behind_the_count_or_its_sentence(pattern: WordPattern, found: str, other: str) -> None:
    assert pattern.match(fold(found))
    assert not pattern.match(fold(other))


def test_the_year_that_is_read() -> None:
    coming = patterns.YEAR_OF_COMING.match(" dự thi hồi tháng 5/2016")
    assert coming and coming["year"] == "2016"
