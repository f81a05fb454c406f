"""The words that name an event: each is one head, and what the lexicon says of it is read."""

from __future__ import annotations

import pytest

from extract.events.heads import Head, heads, longest_head, openings
from extract.text import lexicon


def test_no_word_is_in_two_heads() -> None:
    words = [word for entry in lexicon.load("events")["head"] for word in entry["words"]]
    assert len(words) == len(set(words)) == len(heads())


@pytest.mark.parametrize(
    ("word", "kind", "rank"),
    [("hội nghị", "conference", 1), ("tập huấn", "training", 3), ("lễ khai mạc", "ceremony", 2)],
)
def test_a_head_has_the_type_and_the_rank_of_its_entry(word: str, kind: str, rank: int) -> None:
    head = heads()[word]
    assert (head.type, head.rank) == (kind, rank)


def test_what_a_head_requires_is_read() -> None:
    session = heads()["phiên bế mạc"]
    assert session == Head("council_session", 3, None, ahead=("hđnd", "hội đồng nhân dân"))
    assert heads()["hiến máu"].governs
    assert "trực" in heads()["tiếp ông"].unless


def test_openings_are_heads_and_no_head_is_longer_than_the_longest() -> None:
    assert openings() <= set(heads())
    assert max(len(word.split()) for word in heads()) == longest_head()
