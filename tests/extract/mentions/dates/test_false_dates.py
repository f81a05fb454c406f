"""Figures that look like a date but are not."""

from __future__ import annotations

import pytest

from extract.mentions.dates.expressions import read_expressions
from extract.mentions.dates.false_dates import is_false_date
from extract.text.normalize import fold


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("có 10/12 xã đạt chuẩn", "fraction"),
        ("5/11 tiêu chí", "fraction"),
        ("trực 24/7", "always"),
        ("thắng với tỷ số 3-1", "score"),
        ("tệp bao-cao 12-3.pdf", "file"),
        ("cao 9-12 m", "number"),
    ],
)
def test_a_look_alike(text: str, reason: str) -> None:
    (expression,) = read_expressions(fold(text))
    assert is_false_date(fold(text), expression) == reason


@pytest.mark.parametrize(
    "text",
    [
        "ngày 10/12",
        "từ 20/3",
        "dịp lễ 30/4",
        "12/3/2024",
        "hôm qua",
        "Mường Nhé (15/3)",
        "sáng 10/12, xã họp",
        "kéo dài đến 21-10",
    ],
)
def test_a_date(text: str) -> None:
    (expression,) = read_expressions(fold(text))
    assert is_false_date(fold(text), expression) is None
