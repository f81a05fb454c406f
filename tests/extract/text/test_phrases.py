"""Phrases of a lexicon, matched word by word: the longest, within a sentence."""

from __future__ import annotations

import pytest

from extract.text.document import read_document
from extract.text.phrases import PhraseMatcher, split_phrase
from extract.text.tokens import Tokens, read_tokens
from scraper.article import Article

BODIES = PhraseMatcher({"party": ["Thị uỷ", "Ban Thường vụ"], "front": ["Ủy ban", "Ủy ban Mặt trận", "ban thường vụ"]})


def tokens(text: str) -> Tokens:
    return read_tokens(read_document(Article(id="a", paragraphs=(text,))))


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("Uỷ ban Mặt trận xã", 0, (4, "front")),
        ("Ủy ban Mặt nạ", 0, (2, "front")),  # the longest that is there
        ("Ủy ban", 1, None),
        ("thị ủy", 0, (2, "party")),
        ("BAN THƯỜNG VỤ", 0, (3, "party")),  # of two labels the first is kept
        ("Ủy viên", 0, None),
        ("Ủy ban", 9, None),
    ],
)
def test_the_longest_phrase_that_begins_at_a_word(text: str, place: int, found: tuple[int, str] | None) -> None:
    assert BODIES.match_at(tokens(text), place) == found


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("tại Ủy ban Mặt trận", 5, (4, "front")),
        ("tại Ủy ban Mặt trận", 3, (2, "front")),
        ("tại Ủy ban Mặt trận", 4, None),
        ("tại", 0, None),
    ],
)
def test_the_longest_phrase_that_ends_before_a_word(text: str, place: int, found: tuple[int, str] | None) -> None:
    assert BODIES.match_before(tokens(text), place) == found
    assert BODIES.match_before(tokens(text), place, longest=1) is None


def test_no_phrase_reaches_over_the_end_of_a_sentence() -> None:
    read = tokens("Ông dự tại thị. Ủy ban họp.")
    assert PhraseMatcher({"x": ["thị . ủy"]}).match_at(read, 3) is None


def test_all_phrases_of_a_text() -> None:
    read = tokens("Thị ủy, Ủy ban và Ban Thường vụ Thị uỷ")
    found = BODIES.find_all(read)
    assert {place: length for place, (length, _) in found.items()} == {0: 2, 3: 2, 6: 3, 9: 2}
    assert BODIES.is_phrase(read, 6, 9) and not BODIES.is_phrase(read, 6, 8)
    assert set(BODIES.first_words) == {"thị", "ban", "ủy"}


def test_a_phrase_is_read_as_a_text_is() -> None:
    assert split_phrase("Sở LĐ–TBXH, H’Mông") == ("sở", "lđ", "-", "tbxh", ",", "h'mông")


def test_whether_a_phrase_begins_among_some_words() -> None:
    read = tokens("Ông dự tại Thị ủy. Ban họp.")
    assert BODIES.begins_in(read, 0, 4) and BODIES.begins_in(read, 3, 4)
    assert not BODIES.begins_in(read, 0, 3) and not BODIES.begins_in(read, 4, 4)
    assert not BODIES.begins_in(read, 6, 8)  # a first word alone is no phrase


def test_where_phrases_begin_among_some_words() -> None:
    read = tokens("Ban họp tại Thị ủy. Ủy ban Mặt trận dự.")
    assert BODIES.begun_in(read, 0, 11) == [0, 3, 4, 6, 7]
    assert BODIES.begun_in(read, 1, 3) == BODIES.begun_in(read, 1, 1) == []
    assert BODIES.first_place(read, 0, 11) == 3 and BODIES.first_place(read, 4, 11) == 6
    assert BODIES.first_place(read, 0, 3) is None
    assert BODIES.labels_in(read, 0, 11) == [(3, "party"), (6, "front")]
