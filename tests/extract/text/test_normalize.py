"""Normal forms: canonical characters, one placement of the tone mark."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.normalize import fold, plain


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("ngày\u00a025/02", "ngày 25/02"),
        ("Uỷ\u200b ban", "Uỷ ban"),
        ("họp   tại\thuyện", "họp tại huyện"),
        (unicodedata.normalize("NFD", "Đắk Lắk"), "Đắk Lắk"),
        ("dòng một\r\ndòng hai", "dòng một\ndòng hai"),
        ("một\u2003hai\ufeff", "một hai"),
        ("ho\u200b\u0323p", "họp"),
        ("năm\ud800 2024", "năm\ufffd 2024"),
    ],
)
def test_spaces_marks_and_line_ends_are_made_plain(printed: str, canonical: str) -> None:
    assert plain(printed) == canonical


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hoà Bình", "hòa bình"),
        ("UỶ BAN", "ủy ban"),
        ("Thuý, Quý, quỳ", "thúy, quý, quỳ"),
        ("khoẻ mạnh", "khỏe mạnh"),
        ("hoàn toàn", "hoàn toàn"),
        ("H\xd0ND, \xd0ảng ủy", "hđnd, đảng ủy"),  # the capital of an Icelandic letter, as some keyboards print it
    ],
)
def test_folding_places_the_tone_mark_one_way(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
