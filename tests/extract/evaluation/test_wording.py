"""Which wordings count as the same, or as alike."""

from __future__ import annotations

import pytest

from extract.evaluation.wording import alike, paired_with, same_wording


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Phó Bí thư Thường trực Thị uỷ", "phó bí thư TT thị ủy", True),
        ("Chủ tịch UBND TP. Vinh", "Chủ tịch Ủy ban nhân dân thành phố Vinh", True),
        ("Hoàng Thuý Quý", "hoàng thúy quý", True),
        ("Trưởng ban", "Trưởng bàn", False),
        ("Phó Chủ tịch", "Chủ tịch", False),
    ],
)
def test_wordings(one: str, other: str, same: bool) -> None:
    assert (same_wording(one) == same_wording(other)) is same


def test_names_that_are_alike_are_paired_one_to_one() -> None:
    assert alike("hội trường", "hội trường ủy ban") and not alike("sở y tế", "sở nội vụ")
    assert paired_with(["a b"], ["a", "b"]) == ["a b", "b"]
    assert paired_with(["a b", "a"], ["a", "a b c"]) == ["a", "a b"]
