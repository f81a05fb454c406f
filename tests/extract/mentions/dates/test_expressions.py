"""Printed expressions of time: clock, part of day, weekday and days as one."""

from __future__ import annotations

import pytest

from extract.mentions.dates.expressions import read_expressions
from extract.text.normalize import fold


@pytest.mark.parametrize(
    ("text", "day", "part", "clock"),
    [
        ("Vào lúc 8h00 sáng thứ Hai, ngày 5/4/2021", "2021-04-05", "morning", "08:00"),
        ("14 giờ 30 phút ngày 5/4/2021", "2021-04-05", "afternoon", "14:30"),
        ("chiều 5/4/2021", "2021-04-05", "afternoon", None),
        ("2 giờ chiều ngày 5/4/2021", "2021-04-05", "afternoon", "14:00"),
        ("ngày 5/4/2021, lúc 19h", "2021-04-05", "evening", "19:00"),
        ("sáng nay (5/4/2021)", "2021-04-05", "morning", None),
        ("Trong 2 ngày 23 - 24/02/2021", "2021-02-24", None, None),
        ("7 đến 9 giờ ngày 5/4/2021", "2021-04-05", "morning", "07:00"),
        ("14 - 16h ngày 5/4/2021", "2021-04-05", "afternoon", "14:00"),
        ("chiều 31/3 và sáng 1/4/2021", "2021-04-01", "afternoon", None),
        ("chiều 31 và sáng 1/4/2021", "2021-04-01", "afternoon", None),
    ],
)
def test_an_expression(text: str, day: str, part: str | None, clock: str | None) -> None:
    (found,) = read_expressions(fold(text))
    assert found.days is not None
    assert (found.days.last.iso, found.part, found.clock) == (day, part, clock)
    assert found.named


@pytest.mark.parametrize(
    ("text", "shift", "same_day"), [("hôm qua", -1, False), ("sáng nay", 0, False), ("chiều cùng ngày", None, True)]
)
def test_a_day_told_from_another(text: str, shift: int | None, same_day: bool) -> None:
    (found,) = read_expressions(fold(text))
    assert found.days is None and (found.shift, found.same_day) == (shift, same_day)


def test_of_a_lunar_day_and_a_solar_one_the_solar_one_counts() -> None:
    (found,) = read_expressions(fold("ngày 5/2/2022 (tức mùng 5 tháng Giêng)"))
    assert found.days is not None and not found.days.last.lunar and found.days.last.iso == "2022-02-05"
    assert found.span.end == len("ngày 5/2/2022 (tức mùng 5 tháng Giêng)")


def test_bare_figures_are_not_named() -> None:
    assert [found.named for found in read_expressions("12/3")] == [False]


@pytest.mark.parametrize("text", ["sáng tạo", "54/KH-UBND", "1.640 đại biểu", "chiều dài 12 m", "Đội 7 đến 9 giờ tối"])
def test_no_expression(text: str) -> None:
    assert list(read_expressions(fold(text))) == []
