"""Whether the people counted attended, by the points of the signs around the count."""

from __future__ import annotations

import pytest

from extract.mentions.attendance.find import judge_counts
from extract.mentions.attendance.judgement import JudgedCount
from extract.text.document import read_document
from extract.weights import weights
from tests.extract.articles import article


def judged(text: str) -> JudgedCount:
    (only,) = judge_counts(read_document(article(text)))
    return only


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Sáng 14/5, xã họp. Tham dự có 45 nông dân.", "attend_before"),
        ("Sáng 14/5, xã mở lớp tập huấn cho 45 nông dân.", "taught"),
        ("Sáng 14/5, xã họp. Có 45 nông dân tham dự.", "attend_after"),
    ],
)
def test_the_strongest_sign_for_attending_is_the_rule(text: str, rule: str) -> None:
    found = judged(text)
    assert found.came and found.rule == rule
    assert found.points == sum(points for _, points in found.weighed) >= weights().attendance.needed


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Sáng 14/5, xã họp. Đại hội bầu Ban Chấp hành gồm 15 đồng chí.", "committee"),
        ("Sáng 14/5, xã họp. Mưa lũ khiến 12 người bị thương.", "status"),
        ("Sáng 14/5, xã họp. Bản có 45 hộ dân.", "context"),  # no sign at all against it
    ],
)
def test_the_strongest_sign_against_it_is_the_reason(text: str, reason: str) -> None:
    found = judged(text)
    assert not found.came and found.reason == reason


def test_a_noun_of_other_things_decides_without_any_sign() -> None:
    found = judged("Sáng 14/5, xã họp. Tham dự có 45 điểm cầu.")
    assert (found.came, found.rule, found.reason, found.features) == (False, "noun", "venue", {})


def test_who_is_named_after_people_who_are_represented_is_represented_too() -> None:
    text = "Dự có các đại biểu đại diện cho 1.200 đảng viên và 300 hội viên."
    assert [one.reason for one in judge_counts(read_document(article(text)))] == ["represented", "represented"]
    apart = "Ông thay mặt cho 1.200 đảng viên. Tham dự có 300 hội viên."
    assert [one.came for one in judge_counts(read_document(article(apart)))] == [False, True]
