"""Heads and bodies of posts in one spelling."""

from __future__ import annotations

import pytest

from extract.mentions.posts.canonical import canonical_body, canonical_head


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("PCT", "Phó chủ tịch"),
        ("Phó Chủ tịch", "Phó chủ tịch"),
        ("nguyên Chủ tịch", "Nguyên chủ tịch"),
        ("BÍ THƯ", "Bí thư"),
        (None, None),
    ],
)
def test_a_head(printed: str | None, canonical: str | None) -> None:
    assert canonical_head(printed) == canonical


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("UBND", "Ủy ban nhân dân"),
        ("UBND.", "Ủy ban nhân dân"),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("Sở NN&PTNT", "Sở nông nghiệp và phát triển nông thôn"),
        ("Sở LĐ - TB & XH", "Sở lao động thương binh và xã hội"),
        ("HĐND", "Hội đồng nhân dân"),
        ("Hội Nông dân", "Hội nông dân"),
        (None, None),
    ],
)
def test_a_body(printed: str | None, canonical: str | None) -> None:
    assert canonical_body(printed) == canonical


def test_a_contracted_head_names_its_body() -> None:
    assert canonical_head("BTTU") == "Bí thư"
    assert canonical_body(None, "BTTU") == "Tỉnh ủy"
    assert canonical_body(None, "Bí thư") is None
