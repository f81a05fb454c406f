"""Posts as values: which are one post, in full and in short, and the union of those of several mentions."""

from __future__ import annotations

import pytest

from extract.mentions.posts.values import same_post, spelled_out, union
from extract.model import Position, Span


def held(*printed: str) -> list[Position]:
    return [Position(text, Span(at, at + 1)) for at, text in enumerate(printed)]


@pytest.mark.parametrize(
    ("full", "short", "same"),
    [
        ("Chủ tịch UBND huyện Nà Mẫu", "Chủ tịch UBND huyện", True),
        ("Chủ tịch UBND huyện", "CHỦ TỊCH UBND HUYỆN", True),
        ("Chủ tịch UBND huyện", "Chủ tịch HĐND huyện", False),
        ("Phó Chủ tịch UBND huyện", "Chủ tịch UBND huyện", False),
        ("Bí thư Huyện ủy", "Chủ tịch UBND huyện", False),
    ],
)
def test_a_post_in_full_and_in_short(full: str, short: str, same: bool) -> None:
    assert same_post(full, short) is same


def test_abbreviations_are_spelled_out() -> None:
    assert spelled_out("Chủ tịch UBND xã") == spelled_out("Chủ tịch Ủy ban nhân dân xã")
    assert spelled_out("Chủ tịch UBND xã") != spelled_out("Chủ tịch HĐND xã")


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        (("Bí thư Huyện ủy", "Bí thư Huyện ủy"), ["Bí thư Huyện ủy"]),
        (("Bí thư Huyện ủy", "Chủ tịch HĐND huyện"), ["Bí thư Huyện ủy", "Chủ tịch HĐND huyện"]),
        (("Chủ tịch UBND huyện", "Bí thư", "Chủ tịch UBND huyện Nà Mẫu"), ["Chủ tịch UBND huyện Nà Mẫu", "Bí thư"]),
    ],
)
def test_a_post_that_is_named_again_is_kept_once_in_full(printed: tuple[str, ...], kept: list[str]) -> None:
    assert [one.text for one in union(held(*printed))] == kept
