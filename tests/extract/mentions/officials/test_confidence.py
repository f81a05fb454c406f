"""How sure a row of officials is, by what speaks for the name and the posts."""

from __future__ import annotations

import pytest

from tests.extract.mentions.people import officials


def confidence(text: str) -> float:
    (only,) = officials(text)
    return only.confidence


def features(text: str) -> set[str]:
    (only,) = officials(text)
    return {name for name, points in only.weighed if points}


def test_surer_evidence_gives_more_confidence() -> None:
    (sure,) = officials("Dự có đồng chí Lê Sơn Hải, Bí thư Huyện ủy.")
    (unsure,) = officials("Dự có ông Park Min Soo, Giám đốc Công ty.")
    assert 0.0 < unsure.confidence < sure.confidence < 1.0


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        # a post with a capital, and one in small letters
        ("Dự có ông Mè Văn Toàn, Trưởng thôn.", "Dự có ông Mè Văn Toàn, trưởng thôn."),
        # named twice, and once
        (
            "Dự có ông Mè Văn Toàn, Bí thư Huyện ủy. Ông Mè Văn Toàn phát biểu.",
            "Dự có ông Mè Văn Toàn, Bí thư Huyện ủy. Mọi người phát biểu.",
        ),
        # posts after the name, and before and after it
        ("Ông Mè Văn Toàn, Bí thư Huyện ủy dự.", "Bí thư Huyện ủy Mè Văn Toàn, Chủ tịch HĐND huyện dự."),
    ],
)
def test_what_makes_a_row_surer(surer: str, less_sure: str) -> None:
    assert confidence(less_sure) < confidence(surer)


@pytest.mark.parametrize(
    ("text", "feature", "told"),
    [
        ("Dự có ông Mè Văn Toàn, Bí thư Huyện ủy.", "after", True),
        ("Dự có Bí thư Huyện ủy Mè Văn Toàn.", "before", True),
        ("Dự có ông Mè Văn Toàn, Bí thư Huyện ủy.", "several", False),
        ("Dự có ông Mè Văn Toàn, Bí thư Huyện ủy, Chủ tịch HĐND huyện.", "several", True),
        ("Dự có ông Mè Văn Toàn, Bí thư Huyện ủy.", "no_deed", False),
    ],
)
def test_the_features_of_a_row(text: str, feature: str, told: bool) -> None:
    assert (feature in features(text)) is told
