"""Which bodies are national, and hold their events in any province."""

from __future__ import annotations

import pytest

from extract.events.national import are_national, are_of_province


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


@pytest.mark.parametrize(
    ("bodies", "of_province"),
    [
        (("Sở Y tế",), True),
        (("Sở Lao động, Thương binh và Xã hội",), True),
        (("UBND tỉnh",), True),
        (("Hội Nông dân huyện Ba Bể", "Hội Nông dân tỉnh"), True),
        (("Tỉnh ủy Sơn La",), True),
        (("UBND huyện Ba Bể, tỉnh Bắc Kạn",), False),
        (("Thành ủy",), False),  # of a city of either tier
        (("Bộ Y tế",), False),
        ((), False),
    ],
)
def test_bodies_of_a_province(bodies: tuple[str, ...], of_province: bool) -> None:
    assert are_of_province(bodies) is of_province
