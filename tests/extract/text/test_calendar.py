"""Calendar days as printed, with omitted months and years taken from their neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.calendar import read_day, read_days
from extract.text.normalize import fold


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("12/3/2021", "2021-03-12"),
        ("ngày 12/03/2021", "2021-03-12"),
        ("12.3.2021", "2021-03-12"),
        ("9-02-2018", "2018-02-09"),
        ("25/7/ 2017", "2017-07-25"),
        ("12/03/21", "2021-03-12"),
        ("22/12/89", "1989-12-22"),
        ("15 tháng 01 năm 2021", "2021-01-15"),
        ("ngày 15/01 năm 2021", "2021-01-15"),
        ("ngày 5 tháng Tư năm 2019", "2019-04-05"),
        ("Ngày mùng 8/3/2022", "2022-03-08"),
        ("ngày 14, 5, 2024", "2024-05-14"),
        ("ngày 4,12,2024", "2024-12-04"),
        ("Ngày 14; 5; 2024", "2024-05-14"),
        ("ngày 14, tháng 5, năm 2024", "2024-05-14"),
        ("ngày mười bốn, tháng năm, năm 2024", "2024-05-14"),
        ("Ngày hai mươi mốt tháng Mười một năm 2023", "2023-11-21"),
        ("ngày năm tháng năm năm 2024", "2024-05-05"),
        ("ngày ba mươi tháng tư năm một nghìn chín trăm bảy mươi lăm", "1975-04-30"),
        ("ngày hai, tháng chín, năm hai nghìn không trăm hai mươi tư", "2024-09-02"),
    ],
)
def test_a_whole_day(printed: str, iso: str) -> None:
    day = read_day(fold(printed), 0)
    assert day is not None
    assert (day.iso, day.span.end) == (iso, len(printed))


@pytest.mark.parametrize(
    ("printed", "month", "number", "lunar"),
    [
        ("12/3", 3, 12, False),
        ("19 - 12", 12, 19, False),
        ("ngày 12-3", 3, 12, False),
        ("ngày mùng 8 tháng Giêng", 1, 8, True),
        ("mồng 10 tháng Chạp", 12, 10, True),
        ("10/3 âm lịch", 3, 10, True),
        ("rằm tháng 7", 7, 15, True),
        ("ngày mười bốn tháng năm", 5, 14, False),
        ("ngày mười bốn, tháng 5", 5, 14, False),
        ("ngày ba mươi mốt tháng mười hai", 12, 31, False),
        ("mùng năm tháng Giêng", 1, 5, True),
    ],
)
def test_a_day_without_its_year(printed: str, month: int, number: int, lunar: bool) -> None:
    day = read_day(fold(printed), 0)
    assert day is not None
    assert (day.year, day.month, day.day, day.lunar, day.iso) == (None, month, number, lunar, None)


@pytest.mark.parametrize(
    "printed",
    [
        "106/106 xã",
        "133/2020/NQ-UBTVQH14",
        "3/2021",
        "9,5 - 10,5 tấn",
        "2.5%",
        "32/1/2021",
        "45/13",
        "8h00",
        "tháng 3",
        "",
        "14, 5, 2024",
        "ngày 45, 5, 2024",
        "ngày 14, 15, 2024",
        "ngày 14, 5, 2024/QĐ",
        "ngày 14, 5, 2.024 hộ",
        "mười bốn tháng năm",
        "mồng mười tháng ba",
        "ngày ba mươi hai tháng năm",
        "ngày hai mốt tháng năm",
        "ngày mười bốn tháng tuổi",
        "ngày hội tháng năm",
    ],
)
def test_what_is_no_day(printed: str) -> None:
    assert read_day(fold(printed), 0) is None


def test_a_day_that_no_calendar_has_has_no_iso_form() -> None:
    day = read_day("30/2/2021", 0)
    assert day is not None and day.iso is None


@pytest.mark.parametrize(
    ("printed", "form", "first", "last"),
    [
        ("23 - 24/02/2021", "range", "2021-02-23", "2021-02-24"),
        ("ngày 25/9-07/10/2020", "range", "2020-09-25", "2020-10-07"),
        ("ngày 28/12 đến 3/1/2021", "range", "2020-12-28", "2021-01-03"),
        ("ngày 28/12/2020 đến hết ngày 3/1", "range", "2020-12-28", "2021-01-03"),
        ("28 đến 2/6/2022", "range", "2022-05-28", "2022-06-02"),
        ("28-29-30/4/2021", "range", "2021-04-28", "2021-04-30"),
        ("23, 24/02/2021", "list", "2021-02-23", "2021-02-24"),
        ("ngày 25, 26 và 27/9/2014", "list", "2014-09-25", "2014-09-27"),
        ("12/3 và 15/3/2021", "list", "2021-03-12", "2021-03-15"),
        ("ngày 15, 16 tháng 3 năm 2019", "list", "2019-03-15", "2019-03-16"),
        ("8-10/5/2018", "range", "2018-05-08", "2018-05-10"),
        ("ngày 13&14/5/2024", "list", "2024-05-13", "2024-05-14"),
        ("ngày 13+14/5/2024", "list", "2024-05-13", "2024-05-14"),
        ("ngày 13;14/5/2024", "list", "2024-05-13", "2024-05-14"),
        ("13 và sáng 14/5/2024", "list", "2024-05-13", "2024-05-14"),
        ("31 và sáng 1/6/2024", "list", "2024-05-31", "2024-06-01"),
        ("30, sáng 1/10/2023", "list", "2023-09-30", "2023-10-01"),
    ],
)
def test_ranges_and_lists_share_what_is_left_out(printed: str, form: str, first: str, last: str) -> None:
    days = read_days(fold(printed), 0)
    assert days is not None
    assert (days.form, days.first.iso, days.last.iso, days.span.end) == (form, first, last, len(printed))


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("12/3, 8/8 huyện", "12/3"),
        ("ngày 15/7, 20 đại biểu", "ngày 15/7"),
        ("20/5 - 3/2 lớp", "20/5 - 3/2"),
        ("24/02/2021 10:33:48", "24/02/2021"),
    ],
)
def test_a_day_ends_where_the_next_number_is_something_else(printed: str, said: str) -> None:
    days = read_days(fold(printed), 0)
    assert days is not None
    assert printed[: days.span.end] == said


@given(st.text(alphabet="0123456789/-., ngàytháđếnmùg", max_size=40), st.integers(0, 40))
def test_any_text_is_read_without_an_error_and_inside_its_bounds(text: str, offset: int) -> None:
    folded = fold(text)
    days = read_days(folded, min(offset, len(folded)))
    if days is not None:
        assert offset <= days.span.start < days.span.end <= len(folded)
        assert all(member.month and 1 <= member.month <= 12 and 1 <= member.day <= 31 for member in days.members)


@pytest.mark.parametrize(
    ("printed", "days", "month", "lunar", "form"),
    [
        ("mùng ba đến mùng năm", [3, 5], None, False, "range"),
        ("ngày mùng 3 tới mùng 5", [3, 5], None, False, "range"),
        ("mùng ba, mùng bốn và mùng năm", [3, 4, 5], None, False, "list"),
        ("mồng hai đến mồng sáu Tết", [2, 6], None, True, "range"),
        ("mùng ba đến mùng năm tháng Giêng", [3, 5], 1, True, "range"),
        ("mùng ba đến mùng năm tháng 5", [3, 5], 5, False, "range"),
        ("ngày mười hai đến ngày mười bốn tháng năm", [12, 14], 5, False, "range"),
        ("ngày ba và ngày bốn tháng năm", [3, 4], 5, False, "list"),
    ],
)
def test_days_in_words(printed: str, days: list[int], month: int | None, lunar: bool, form: str) -> None:
    found = read_days(fold(printed), 0)
    assert found is not None and found.form == form and found.span.end == len(printed)
    assert [day.day for day in found.members] == days
    assert {(day.month, day.lunar) for day in found.members} == {(month, lunar)}


@pytest.mark.parametrize(
    "printed", ["mùng năm đến mùng ba", "mùng ba đến nhà", "ngày một, ngày hai lần", "ngày ba đến ngày năm", "mùng ba"]
)
def test_words_that_are_no_days(printed: str) -> None:
    assert read_days(fold(printed), 0) is None
