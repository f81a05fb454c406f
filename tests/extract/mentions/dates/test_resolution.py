"""The year of a day that is printed without one."""

from __future__ import annotations

from datetime import date

import pytest

from extract.mentions.dates.periods import read_periods
from extract.mentions.dates.resolution import Anchor, anchor_of, parse_day, place, place_period, shifted
from extract.text.calendar import read_days
from extract.text.normalize import fold

MARCH = Anchor(date(2024, 3, 13), True)


@pytest.mark.parametrize(
    ("text", "anchor", "ahead", "start", "end"),
    [
        ("12/3", MARCH, False, "2024-03-12", "2024-03-12"),
        ("20/12", MARCH, False, "2023-12-20", "2023-12-20"),
        ("20/12", MARCH, True, "2023-12-20", "2023-12-20"),  # the nearer one
        ("20/5", MARCH, True, "2024-05-20", "2024-05-20"),
        ("20/5", MARCH, False, "2023-05-20", "2023-05-20"),
        ("5/4", MARCH, False, "2024-04-05", "2024-04-05"),  # within thirty days of the stamp
        ("28/12 đến 3/1", MARCH, False, "2023-12-28", "2024-01-03"),
        ("12/3/2020", MARCH, False, "2020-03-12", "2020-03-12"),
        ("29/2", MARCH, False, "2024-02-29", "2024-02-29"),
        ("29/2", Anchor(date(2023, 3, 13), True), False, "2020-02-29", "2020-02-29"),
        ("30/2", MARCH, False, "", ""),
        ("12/3", None, False, "", ""),
    ],
)
def test_days_in_their_year(text: str, anchor: Anchor | None, ahead: bool, start: str, end: str) -> None:
    days = read_days(fold(text), 0)
    assert days is not None
    placed = place(days, anchor, ahead)
    assert (placed.start, placed.end) == (start, end)
    assert placed.basis == ("explicit" if "2020" in text else "year_inferred")


@pytest.mark.parametrize(
    ("published", "days", "years", "anchor"),
    [
        ("2024-03-13T08:00:00+07:00", ["2020-01-01"], [], (date(2024, 3, 13), True)),
        (None, ["2020-01-01", "2021-06-05"], [], (date(2021, 6, 5), False)),
        (None, [], [2019], (date(2019, 7, 1), False)),
        (None, [], [2019, 2018], (date(2019, 4, 1), False)),  # around the turn of the year
        ("0001-01-01", [], [], None),  # an error of the page
        (None, [], [], None),
    ],
)
def test_what_days_are_told_from(
    published: str | None, days: list[str], years: list[int], anchor: tuple[date, bool] | None
) -> None:
    found = anchor_of(published, days, years)
    assert (found and (found.day, found.published)) == anchor


def test_a_full_day_of_an_old_document_places_only_what_is_near() -> None:
    anchor = anchor_of(None, ["2021-06-05"], [])
    near, far = read_days("12/3", 0), read_days("20/12", 0)
    assert near is not None and far is not None
    assert (place(near, anchor, False).start, place(far, anchor, False).start) == ("2021-03-12", "")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("quý II", "2024-04", "2024-06"),
        ("quý III", "2023-07", "2023-09"),
        ("quý I năm 2020", "2020-01", "2020-03"),
        ("tháng 3", "2024-03", "2024-03"),
        ("năm học 2022 - 2023", "2022", "2023"),
    ],
)
def test_months_and_years(text: str, start: str, end: str) -> None:
    (period,) = read_periods(fold(text))
    placed = place_period(period, MARCH, ahead=False)
    assert (placed.start, placed.end) == (start, end)


def test_yesterday_is_told_from_a_publication_only() -> None:
    assert shifted(MARCH, -1).start == "2024-03-12"
    assert shifted(anchor_of(None, ["2024-03-13"], []), -1).start == "" and shifted(None, 0).start == ""


@pytest.mark.parametrize(
    ("iso", "day"),
    [("2024-03-12T08:00", date(2024, 3, 12)), ("2024-02-30", None), ("1066-10-14", None), ("", None), (None, None)],
)
def test_a_day_that_an_article_can_have(iso: str | None, day: date | None) -> None:
    assert parse_day(iso) == day


@pytest.mark.parametrize(
    ("text", "published", "ahead", "days"),
    [
        ("mùng ba đến mùng năm", date(2024, 5, 20), False, ("2024-05-03", "2024-05-05")),
        ("mùng ba đến mùng năm", date(2024, 5, 1), False, ("2024-04-03", "2024-04-05")),
        ("mùng ba đến mùng năm", date(2024, 5, 1), True, ("2024-05-03", "2024-05-05")),
        ("mùng ba đến mùng năm", date(2024, 12, 20), True, ("2025-01-03", "2025-01-05")),
        ("mùng ba đến mùng năm", date(2024, 2, 15), False, ("2024-02-12", "2024-02-14")),  # the lunar new year
        ("mùng ba đến mùng năm Tết", date(2024, 5, 20), False, ("2024-02-12", "2024-02-14")),
        ("mùng ba đến mùng năm", None, False, ("", "")),
    ],
)
def test_first_days_of_a_month_that_is_not_printed(
    text: str, published: date | None, ahead: bool, days: tuple[str, str]
) -> None:
    told = read_days(fold(text), 0)
    assert told is not None
    placed = place(told, published and Anchor(published, True), ahead)
    assert (placed.start, placed.end) == days
