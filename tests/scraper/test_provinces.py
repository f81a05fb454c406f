"""The provinces before and after the reform."""

from __future__ import annotations

import pytest

from scraper.provinces import load_provinces


def test_63_provinces_became_34() -> None:
    provinces = load_provinces()
    assert len({one.code for one in provinces}) == len({one.name for one in provinces}) == 63
    assert len({one.code_2025 for one in provinces}) == len({one.name_2025 for one in provinces}) == 34


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("dienbien.gov.vn", "Điện Biên"),
        ("muonglay.dienbien.gov.vn", "Điện Biên"),
        ("xdienbien.gov.vn", None),
        ("gov.vn", None),
    ],
)
def test_the_province_of_a_host(host: str, name: str | None) -> None:
    assert next((one.name for one in load_provinces() if one.has_host(host)), None) == name
