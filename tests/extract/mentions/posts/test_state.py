"""The context and the state of reading a complement."""

from __future__ import annotations

import pytest

from extract.mentions.posts.state import PartialComplement, PostContext, addressed, surname_of_body, unit_at
from extract.mentions.posts.vocabulary import bodies
from tests.extract.texts import bracketed_words, tokens_of


def test_what_is_inside_a_sentence_and_what_is_taken() -> None:
    context = PostContext(tokens_of("Chủ tịch gặp ông Lò. Họp."), {0: (2, "usual")}, {4})
    assert [context.inside(at, 0) for at in (0, 5, 6, 99)] == [True, True, False, False]
    assert [context.taken(at) for at in range(5)] == [True, False, False, True, True]


def test_a_complement_grows() -> None:
    read = PartialComplement(2, 2, 2, loose=2)
    read.take(4, unit=True)
    assert (read.end, read.solid, read.unit, read.closed, read.loose) == (4, 4, True, False, 0)
    read.take(5, closed=True)
    assert (read.end, read.unit, read.closed) == (5, True, True)
    read.reopen(7)
    assert (read.begin, read.end, read.unit, read.closed) == (2, 7, False, False)


@pytest.mark.parametrize(("text", "begins"), [("huyện Mường Chà", True), ("xã hội", False), ("bà con", False)])
def test_a_tier_of_units(text: str, begins: bool) -> None:
    assert unit_at(tokens_of(text), 0) is begins


@pytest.mark.parametrize(("text", "begins"), [("ông Khiên", True), ("bác sĩ Khiên", False), ("huyện Khiên", False)])
def test_an_honorific_that_is_no_degree(text: str, begins: bool) -> None:
    assert addressed(tokens_of(text), 0) is begins


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Phó Chủ tịch HĐND [tỉnh Đoàn] Minh Khiên", True),
        ("Bí thư Đảng ủy [xã Đoàn] Thị Sen", True),
        ("Bí thư Đảng ủy [Xã Đoàn] Thị Sen", False),  # a tier in lower case precedes a surname
        ("Bí thư Đảng ủy [xã Đoàn] dự", False),
        ("Bí thư Đảng ủy [xã Đoàn]", False),
        ("Bí thư kiêm [xã Đoàn] Thị Sen", False),  # after no body that takes a tier
    ],
)
def test_the_last_word_of_a_body_as_a_surname(text: str, surname: bool) -> None:
    tokens, start, _ = bracketed_words(text)
    found = bodies().match_at(tokens, start)
    assert found is not None
    assert surname_of_body(tokens, start, found, 2) is surname


def test_no_surname_at_the_beginning_of_the_complement() -> None:
    tokens, start, _ = bracketed_words("Phó Chủ tịch HĐND [tỉnh Đoàn] Minh Khiên")
    assert not surname_of_body(tokens, start, (2, "open"), start)
