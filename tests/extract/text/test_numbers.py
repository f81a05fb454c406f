"""Whole numbers in figures and in words."""

from __future__ import annotations

import pytest

from extract.text.normalize import fold
from extract.text.numbers import number_in_words, read_number


@pytest.mark.parametrize(
    ("printed", "value", "upper"),
    [
        ("95", 95, None),
        ("05", 5, None),
        ("1.640", 1640, None),
        ("16.212", 16212, None),
        ("1,500", 1500, None),
        ("16 nghìn", 16000, None),
        ("1,5 triệu", 1500000, None),
        ("15 vạn", 150000, None),
        ("50 - 100", 50, 100),
        ("60 đến 70", 60, 70),
        ("hai trăm", 200, None),
        ("một nghìn hai trăm", 1200, None),
        ("1 200", 1200, None),
        ("1'200", 1200, None),
        ("12’500", 12500, None),
        ("2 nghìn 500", 2500, None),
        ("1.2 nghìn", 1200, None),
        ("3.65 vạn", 36500, None),
    ],
)
def test_a_number(printed: str, value: int, upper: int | None) -> None:
    number = read_number(fold(printed), 0)
    assert number is not None
    assert (number.value, number.upper, number.span.end) == (value, upper, len(printed))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("bốn chục", 40),
        ("một trăm linh năm", 105),
        ("ba trăm năm mươi tư", 354),
        ("hai nghìn không trăm hai mươi mốt", 2021),
        ("một triệu hai trăm nghìn", 1200000),
        ("trăm", None),
        ("nghìn", None),
        ("hai hàng", None),
    ],
)
def test_numerals_in_words(words: str, value: int | None) -> None:
    assert number_in_words(words) == value


@pytest.mark.parametrize("printed", ["45/50", "12%", "3,2", "02133.798.989", "hơn", "54/KH-UBND", ""])
def test_what_is_no_whole_number(printed: str) -> None:
    assert read_number(printed, 0) is None


@pytest.mark.parametrize(
    "printed",
    [
        "200,300,600 triệu đồng",
        "1,200,300 nghìn hộ",
        "100,200,300,400 ngàn",
        "120,150,130 hộ dân",
        "100,200,300 - 400 triệu",
        "1,2,3 nghìn",
        "5,10,15 triệu",
        "12,5,6 vạn",
        "200,300 đại biểu",
        "120,150 hộ",
    ],
)
def test_figures_between_commas_that_may_be_a_list(printed: str) -> None:
    assert read_number(fold(printed), 0) is None


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,200,300 hộ", 1200300),
        ("12,345,678 lượt khách", 12345678),
        ("120,000 hộ", 120000),
        ("20,150 hộ", 20150),
        ("1.200.300 nghìn", 1200300000),
        ("1,25 triệu", 1250000),
        ("1,250 triệu", 1250000),
    ],
)
def test_figures_between_commas_that_are_one_number(printed: str, value: int) -> None:
    number = read_number(fold(printed), 0)
    assert number is not None and number.value == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("hơn 1. 200 đại biểu", 1200),
        ("thu hút gần 12. 500 lượt khách", 12500),
        ("có 1 . 200 đoàn viên", 1200),
        ("với 1 .350 người dự", 1350),
        ("Tổng số 1.200. 500 cử tri", 1200500),
        ("tặng quà cho 2. 345 hộ nghèo", 2345),
        ("1. 000 đại biểu", 1000),
        ("Lễ mít tinh, 3. 050 người", 3050),
        ("từ 1. 000 đến 1. 200 người", 1000),
    ],
)
def test_thousands_with_a_blank_beside_their_dot(printed: str, value: int) -> None:
    first = next(at for at, char in enumerate(printed) if char.isdigit())
    number = read_number(fold(printed), first)
    assert number is not None
    assert number.value == value
    assert number.upper == (1200 if "đến" in printed else None)


@pytest.mark.parametrize(
    "printed",
    [
        "Điều 1. 200 hộ",
        "1. 200 hộ nghèo",
        "gồm: 1. 200 hộ; 2. 300 hộ",
        "có 1. 20 đại biểu",
        "khóm 1. 350 hộ dân",
        "có 1. 2000 hộ",
        "theo khoản 2. 150 hộ",
        "với 1. 200/KH-UBND",
        "có 01. 200 hộ",
    ],
)
def test_a_number_of_a_list_or_an_article_is_apart(printed: str) -> None:
    first = next(at for at, char in enumerate(printed) if char.isdigit())
    number = read_number(fold(printed), first)
    assert number is None or number.value in (1, 2)


@pytest.mark.parametrize(
    "printed",
    ["Khu phố 3 250 người", "Ngày 14 200 đại biểu", "khóa 9 180 hội viên", "lớp 4 120 em", "Đội 7 350 dân quân"],
)
def test_a_number_and_a_count_behind_it_are_two(printed: str) -> None:
    first = next(at for at, char in enumerate(printed) if char.isdigit())
    assert read_number(fold(printed), first) is None
    second = read_number(fold(printed), first + 2 if printed[first + 1] == " " else first + 3)
    assert second is not None and second.value < 1000


@pytest.mark.parametrize("printed", ["với 1 200 người", "Đợt này có 2 350 em", "gần 1 500 lượt", "Tổng số 3 120 người"])
def test_thousands_behind_a_blank(printed: str) -> None:
    first = next(at for at, char in enumerate(printed) if char.isdigit())
    number = read_number(fold(printed), first)
    assert number is not None and number.value >= 1000
