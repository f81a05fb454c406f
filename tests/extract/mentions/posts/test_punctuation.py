"""Marks inside a post: which belong to the name of its body, and which end it."""

from __future__ import annotations

import pytest

from extract.mentions.posts.punctuation import skip_brackets
from extract.text.document import read_document
from extract.text.tokens import read_tokens
from tests.extract.articles import article
from tests.extract.mentions.people import posts


@pytest.mark.parametrize(
    ("text", "place", "behind"),
    [
        ("Toàn (Bí thư) họp", 1, 5),
        ("Toàn họp", 1, 1),  # no bracket
        ("Toàn (Bí thư họp", 1, 1),  # not closed
        (f"Toàn ({'xã ' * 20}) họp", 1, 1),  # too long
        ("Toàn", 5, 5),
    ],
)
def test_the_word_behind_a_bracket(text: str, place: int, behind: int) -> None:
    assert skip_brackets(read_tokens(read_document(article(text))), place) == behind


@pytest.mark.parametrize(
    "post",
    [
        "Trưởng Ban Văn hóa - Xã hội HĐND huyện",
        "Giám đốc Sở Lao động, Thương binh và Xã hội",
        "Phó Vụ trưởng, Vụ Tổ chức cán bộ, Bộ Y tế",
        "Giám đốc Sở LĐ-TB&XH tỉnh",
    ],
)
def test_a_mark_within_the_name_of_a_body(post: str) -> None:
    assert posts(f"Ông Mè Văn Toàn, {post} dự lễ.") == {"Mè Văn Toàn": [post]}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Chủ tịch UBND xã, các trưởng bản dự lễ.", ["Chủ tịch UBND xã"]),
        ("Giám đốc Sở Y tế - Trưởng ban chủ trì.", ["Giám đốc Sở Y tế", "Trưởng ban"]),
        ("Chủ tịch UBND xã (ảnh) dự lễ.", ["Chủ tịch UBND xã"]),
    ],
)
def test_a_mark_behind_the_name_of_a_body(text: str, held: list[str]) -> None:
    assert posts(f"Ông Mè Văn Toàn, {text}") == {"Mè Văn Toàn": held}
