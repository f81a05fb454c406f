"""Days of the lunar calendar as solar ones."""

from __future__ import annotations

import pytest

from extract.mentions.dates.lunar import solar_day


@pytest.mark.parametrize(
    ("year", "month", "day", "iso"),
    [
        (2024, 1, 1, "2024-02-10"),  # the first days of the lunar year
        (2023, 1, 1, "2023-01-22"),
        (2022, 3, 10, "2022-04-10"),  # the day of the Hùng kings
        (2024, 8, 15, "2024-09-17"),
        (2023, 12, 30, "2024-02-09"),
        (2024, 13, 1, None),
        (2024, 1, 31, None),
        (1200, 1, 1, None),
    ],
)
def test_a_lunar_day(year: int, month: int, day: int, iso: str | None) -> None:
    assert solar_day(year, month, day) == iso
