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
