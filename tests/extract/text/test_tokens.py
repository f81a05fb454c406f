"""Tokens of a document: their spans, their shapes, their sentences."""

from __future__ import annotations

import pytest

from extract.text.document import read_document
from extract.text.tokens import Tokens, read_tokens
from scraper.article import Article


def tokens(text: str) -> Tokens:
    return read_tokens(read_document(Article(id="a", paragraphs=(text,))))


@pytest.mark.parametrize(
    ("text", "folded", "shapes"),
    [
        ("Ông Vừ A Tủa", ["ông", "vừ", "a", "tủa"], ["capital"] * 4),
        ("UBND xã Hoà An", ["ubnd", "xã", "hòa", "an"], ["upper", "lower", "capital", "capital"]),
        ("Đ/c Lò Văn Hặc", ["đ/c", "lò", "văn", "hặc"], ["capital"] * 4),
        ("GS.TS Mai, T.Ư Hội", ["gs.ts", "mai", ",", "t.ư", "hội"], ["upper", "capital", "mark", "upper", "capital"]),
        ("CT.UBND", ["ct", ".", "ubnd"], ["upper", "mark", "upper"]),  # an abbreviation of a post is a token of its own
        ("H’Ngọc Niê – 40", ["h'ngọc", "niê", "-", "40"], ["capital", "capital", "mark", "digit"]),
        ("LĐ&TBXH", ["lđ&tbxh"], ["upper"]),
        ("", [], []),
    ],
)
def test_words_and_how_they_are_written(text: str, folded: list[str], shapes: list[str]) -> None:
    read = tokens(text)
    assert (read.folded, read.shape) == (folded, shapes)
    assert read.capital == [shape in ("capital", "upper") for shape in shapes]
    assert len(read) == len(folded)


def test_words_keep_their_place() -> None:
    text = "Ông A dự.Bà B (phó)"
    read = tokens(text)
    assert [text[start:end] for start, end in zip(read.start, read.end)] == "Ông A dự . Bà B ( phó )".split()
    assert [place for place, glued in enumerate(read.glued) if glued] == [0, 3, 4, 7, 8]


def test_the_sentence_around_a_word() -> None:
    read = tokens("Ông An dự họp. Bà Bình phát biểu tại đó.")
    assert read.sentence_around(1) == (0, 5)
    assert read.sentence_around(7) == (5, len(read))
