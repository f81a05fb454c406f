"""Names and posts beside each other, through the persons that they make."""

from __future__ import annotations

import pytest

from tests.extract.mentions.people import posts


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Ông Lò Văn Khiên, Giám đốc Công ty Hoàng Gia Phát dự lễ.",
            {"Lò Văn Khiên": ["Giám đốc Công ty Hoàng Gia Phát"]},
        ),
        ("Chủ tịch UBND xã Lò Văn Khiên dự lễ.", {"Lò Văn Khiên": ["Chủ tịch UBND xã"]}),
        (
            "Trưởng ban tổ chức là Phó Chủ tịch UBND huyện Lò Văn Khiên.",
            {"Lò Văn Khiên": ["Phó Chủ tịch UBND huyện", "Trưởng ban tổ chức"]},
        ),
    ],
)
def test_posts_beside_a_name(text: str, held: dict[str, list[str]]) -> None:
    assert posts(text) == held
