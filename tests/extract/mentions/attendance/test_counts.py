"""Counts of people as printed."""

from __future__ import annotations

import pytest

from extract.mentions.attendance.counts import read_counts
from extract.text.normalize import fold


@pytest.mark.parametrize(
    ("text", "value", "cmp", "unit"),
    [
        ("hơn 40 đại biểu", 40, "gt", "đại biểu"),
        ("gần 1.500 người dân", 1500, "lt", "người dân"),
        ("khoảng 200 hội viên", 200, "approx", "hội viên"),
        ("40 đại biểu", 40, "eq", "đại biểu"),
        ("33/35 đại biểu", 33, "eq", "đại biểu"),
        ("hai trăm đoàn viên", 200, "eq", "đoàn viên"),
        ("40 đại biểu trở lên", 40, "ge", "đại biểu"),
        ("bốn mươi lăm (45) đại biểu", 45, "eq", "đại biểu"),
        ("gần 300đại biểu", 300, "lt", "đại biểu"),
        ("1.200người", 1200, "eq", "người"),
        ("(120) đại biểu", 120, "eq", "đại biểu"),
        ("[120] đại biểu", 120, "eq", "đại biểu"),
        ("45/50 (90%) đại biểu", 45, "eq", "đại biểu"),
        ("45/50 (90,5 %) đại biểu", 45, "eq", "đại biểu"),
        ("hơn 1. 200 đại biểu", 1200, "gt", "đại biểu"),
        ("1. 200 đại biểu", 200, "eq", "đại biểu"),
        ("Điều 1. 200 hội viên", 200, "eq", "hội viên"),
        ("hơn1.000 người", 1000, "gt", "người"),
        ("trên1500người", 1500, "gt", "người"),
        ("khoảng (200) người", 200, "approx", "người"),
        ("gần(150)đoàn viên", 150, "lt", "đoàn viên"),
        ("khoảng hơn300 hội viên", 300, "gt", "hội viên"),
        ("hơn [120] đại biểu", 120, "gt", "đại biểu"),
        ("trên dưới 100 đại biểu", 100, "approx", "đại biểu"),
        ("gần 3 trăm đại biểu", 300, "lt", "đại biểu"),
        ("Năm 2020, 300 đại biểu", 300, "eq", "đại biểu"),
        ("1.5 nghìn lượt khách", 1500, "eq", "lượt khách"),
    ],
)
def test_a_count(text: str, value: int, cmp: str, unit: str) -> None:
    (count,) = read_counts(fold(text))
    assert (count.number.value, count.cmp, text[count.unit.start : count.unit.end]) == (value, cmp, unit)
    assert count.of_all == ("/" in text) and count.refused is None


def test_what_is_counted_where_it_is_no_people() -> None:
    refused = [count.refused for count in read_counts(fold("trao 20 suất quà cho 30 hộ nghèo"))]
    assert refused and refused[0] is not None


@pytest.mark.parametrize(
    "text",
    ["năm 2010\nđại biểu", "hai đồng chí", "ngày 12/3 đại biểu", "54/KH-UBND", "40 km", "đại biểu", "35/33 người"]
    + ["200,300 đại biểu", "200, 300 đại biểu", "hơn13h người", "khoảng (2) người"]
    + ["mục 1 . 200 người", "(1) đại biểu", "(tầng 25) đại biểu", "bốn mươingười"],
)
def test_no_count_of_people(text: str) -> None:
    assert [count for count in read_counts(fold(text)) if count.refused is None] == []
