"""Lexicons are read by name, and a list of words is one expression."""

from __future__ import annotations

import re

import pytest

from extract.text.lexicon import any_of, load


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["xã", "xã hội"], "xã hội hóa", "xã hội"),  # the longer one first
        (["Thị uỷ"], "thị ủy", "thị ủy"),  # compared folded
        (["ban chỉ đạo"], "ban  chỉ\nđạo", "ban  chỉ\nđạo"),  # blanks stretch
        (["a.b"], "axb", None),  # words are escaped
        (["bản", "bon"], "thôn", None),
    ],
)
def test_any_of(words: list[str], text: str, found: str | None) -> None:
    match = re.match(any_of(words), text)
    assert (match and match.group()) == found


def test_a_lexicon_is_read_once() -> None:
    assert load("dates") is load("dates") and load("dates")["parts"]


def test_a_lexicon_that_is_not_there_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        load("unheard_of")
