"""The first and the last day of a partial date."""

from __future__ import annotations

import pytest

from extract.text.partial_dates import first_day, last_day


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2024-05-14", "2024-05-14", "2024-05-14"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-13", None, None),
        ("2024-02-30", None, None),
        ("2024-05-14T08:00", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_the_days_of_a_period(partial: str | None, first: str | None, last: str | None) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)
