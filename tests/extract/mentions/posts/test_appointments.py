"""Posts to which somebody is elected or appointed, and temporary functions."""

from __future__ import annotations

import pytest

from extract.mentions.posts.appointments import appoints, plays_part
from extract.mentions.posts.find import find_bodies, find_chains, find_heads
from tests.extract.texts import tokens_of


@pytest.mark.parametrize(
    ("text", "appointed", "temporary"),
    [
        ("Ông được bầu giữ chức Chủ tịch UBND xã.", True, False),
        ("HĐND bầu ông Lò Văn Khiên làm Chủ tịch UBND xã.", True, False),
        ("Đoàn do ông Lò Văn Khiên làm Trưởng đoàn đến thăm.", False, True),
        ("Ông từng giữ chức Chủ tịch UBND xã.", False, False),
        ("Ông làm Chủ tịch UBND xã.", False, False),
        ("HĐND đã bầu xong. Ông làm Chủ tịch UBND xã.", False, False),  # elected in another sentence
        ("Ông Lò Văn Khiên, Chủ tịch UBND xã dự.", False, False),
    ],
)
def test_the_words_before_a_post(text: str, appointed: bool, temporary: bool) -> None:
    tokens = tokens_of(text)
    (chain,) = find_chains(tokens, find_heads(tokens, find_bodies(tokens)))
    assert (appoints(tokens, chain), plays_part(tokens, chain)) == (appointed, temporary)
