"""The vocabulary of personal names: its lists folded, and its phrases with their labels."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pytest

from extract.mentions.names import vocabulary
from extract.text.phrases import PhraseMatcher
from tests.extract.texts import tokens_of


@pytest.mark.parametrize(
    ("words", "member", "other"),
    [
        (vocabulary.families, "lò", "hội"),
        (vocabulary.families, "ksor", "Lò"),  # folded
        (vocabulary.weak_families, "danh", "lò"),
        (vocabulary.strong_families, "lò", "danh"),
        (vocabulary.highland, "niê", "nguyễn"),
        (vocabulary.particles, "thị", "lò"),
        (vocabulary.unions, "đoàn", "hội"),
        (vocabulary.middle, "đình", "đức"),
        (vocabulary.communes, "phường", "huyện"),
        (vocabulary.committees, "ủy", "xã"),
        (vocabulary.inner, "hồ", "lò"),
        (vocabulary.not_names, "trưởng", "lò"),
        (vocabulary.refusals, "street", "unit"),
    ],
)
def test_a_list_of_words(words: Callable[[], Collection[str]], member: str, other: str) -> None:
    assert member in words() and other not in words()


def test_persons_and_units_are_lists_of_syllables() -> None:
    assert ("lê", "hồng", "phong") in vocabulary.historical()
    assert ("lâm", "bình") in vocabulary.namesakes("upper") and ("lâm", "bình") not in vocabulary.namesakes("lower")
    assert ("bàn", "đạt") in vocabulary.namesakes("lower") and ("bàn", "đạt") not in vocabulary.namesakes("upper")


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (vocabulary.honorifics, "đồng chí Lò Văn Khiên", (2, "official")),
        (vocabulary.honorifics, "các ông Lò Văn Khiên", (2, "persons")),
        (vocabulary.honorifics, "tiến sĩ Lò Văn Khiên", (2, "degree")),
        (vocabulary.honorifics, "huyện Mường Chà", None),
        (vocabulary.contexts, "các đồng chí Lò Văn Khiên", (3, "plural")),
        (vocabulary.contexts, "huyện Mường Chà", (1, "unit")),
        (vocabulary.contexts, "hội trường huyện", (2, "none")),
        (vocabulary.contexts, "sở Công Thương", (1, "body")),
        (vocabulary.contexts, "liệt sĩ Lò Văn Khiên", (2, "hero")),
        (vocabulary.glued_openers, "Tham dự buổi lễ", (2, "sure")),
        (vocabulary.glued_openers, "Sáng nay", (1, "ambiguous")),
        (vocabulary.verbs_after, "phát biểu khai mạc", (2, "verb")),
        (vocabulary.verbs_after, "và nhân dân", (3, "stop")),
        (vocabulary.verbs_after, "xã Nà Mẫu", None),
        (vocabulary.union_tiers, "Trung ương Đoàn", (2, "tier")),
        (vocabulary.countries, "Nhật Bản", (2, "country")),
    ],
)
def test_phrases_have_labels(
    phrases: Callable[[], PhraseMatcher], text: str, found: tuple[int, str] | None
) -> None:
    assert phrases().match_at(tokens_of(text), 0) == found
