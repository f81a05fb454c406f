"""Persons of whom a sentence tells what they did on another day."""

from __future__ import annotations

import pytest

from extract.mentions.officials.other_days import PersonTokens, told_of_another_day
from extract.text.document import read_document
from extract.text.tokens import read_tokens
from scraper.article import Article


@pytest.mark.parametrize(
    ("text", "before", "past"),
    [
        ("Trước đó, ông Khiên yêu cầu làm sớm.", set(), {0}),
        ("Cuối năm ngoái, ông Khiên yêu cầu làm sớm.", set(), {0}),
        ("Ông Khiên nhắc lại lời hứa năm ngoái.", set(), set()),
        ("“Phải làm sớm”, ông Khiên yêu cầu.", {0}, {0}),
        ("“Phải làm sớm”, ông Khiên yêu cầu.", set(), set()),
    ],
)
def test_whom_a_sentence_tells_of_on_another_day(text: str, before: set[int], past: set[int]) -> None:
    tokens = read_tokens(read_document(Article(id="a", paragraphs=(text,))))
    at = tokens.folded.index("khiên")
    assert told_of_another_day(tokens, [PersonTokens(at, at + 1, 0)], before) == past
