"""Which bodies are national, and hold their events in any province."""

from __future__ import annotations

import pytest

from extract.events.national import are_national


@pytest.mark.parametrize(
    "bodies",
    [
        ("Bộ Nội vụ",),
        ("Ủy ban Thường vụ Quốc hội",),
        ("Ban Tổ chức Trung ương", "Bộ Y tế"),
        ("Văn phòng Chính phủ",),
        ("BỘ TÀI CHÍNH",),
    ],
)
def test_national_bodies(bodies: tuple[str, ...]) -> None:
    assert are_national(bodies)


@pytest.mark.parametrize(
    "bodies",
    [
        (),
        ("Sở Nội vụ",),
        ("UBND huyện Ba Bể",),
        ("Bộ Nội vụ", "UBND tỉnh Sơn La"),  # one of a province beside it
        ("Bộ Chỉ huy quân sự tỉnh",),  # no ministry
        ("Bộ đội Biên phòng tỉnh",),
    ],
)
def test_bodies_of_a_unit(bodies: tuple[str, ...]) -> None:
    assert not are_national(bodies)
