"""Reading of units from the lists of packages."""

from __future__ import annotations

import pytest

from extract.gazetteer.compilation.sources import Listed, listed


@pytest.mark.parametrize(
    ("full_name", "unit"),
    [
        ("Thị Xã Buôn Hồ", Listed("Thị xã", "Buôn Hồ", "66")),
        ("Phường 01", Listed("Phường", "1", "66")),
        ("Tỉnh Hoà Bình", Listed("Tỉnh", "Hòa Bình", "66")),
        ("Xã Ea H’Leo", Listed("Xã", "Ea H'Leo", "66")),
    ],
)
def test_a_full_name_has_a_tier_and_a_bare_name(full_name: str, unit: Listed) -> None:
    assert listed(full_name, "66") == unit


def test_a_name_without_a_tier_is_refused() -> None:
    with pytest.raises(ValueError, match="Trung tâm"):
        listed("Trung tâm huấn luyện", "66")
