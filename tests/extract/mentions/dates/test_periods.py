"""Stretches of time: months, quarters, parts of a year, years and terms; and what only looks like one."""

from __future__ import annotations

import pytest

from extract.mentions.dates.periods import read_periods
from extract.text.normalize import fold


@pytest.mark.parametrize(
    ("text", "form", "years", "months"),
    [
        ("tháng 3/2024", "month", (2024, 2024), (3, 3)),
        ("tháng Mười hai", "month", (None, None), (12, 12)),
        ("quý II năm 2023", "quarter", (2023, 2023), (4, 6)),
        ("quý 4", "quarter", (None, None), (10, 12)),
        ("6 tháng đầu năm 2022", "half", (2022, 2022), (1, 6)),
        ("9 tháng đầu năm", "month", (None, None), (1, 9)),
        ("6 tháng cuối năm 2021", "half", (2021, 2021), (7, 12)),
        ("năm 2020", "year", (2020, 2020), None),
        ("năm học 2023 - 2024", "school_year", (2023, 2024), None),
        ("nhiệm kỳ 2020-2025", "term", (2020, 2025), None),
        ("vừa qua", "vague", (None, None), None),
    ],
)
def test_a_stretch(text: str, form: str, years: tuple[int | None, int | None], months: tuple[int, int] | None) -> None:
    (period,) = read_periods(fold(text))
    assert (period.form, (period.year, period.last_year), period.months) == (form, years, months)
    assert period.refused is None and (period.span.start, period.span.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("giai đoạn 2021 - 2025", "period"),
        ("năm 2021-2025", "period"),
        ("Luật Đất đai năm 2013", "law"),
        ("điện thoại: 0213 3798 989", "phone"),
    ],
)
def test_what_dates_nothing_says_why(text: str, reason: str) -> None:
    assert [period.refused for period in read_periods(fold(text))] == [reason]


@pytest.mark.parametrize("text", ["tháng 13", "năm 20245", "quý 5", "quý vị", "xã 2024", "ngày 12/3/2024"])
def test_no_stretch(text: str) -> None:
    assert list(read_periods(fold(text))) == []
