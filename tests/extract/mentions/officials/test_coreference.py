"""Coreference: several mentions of one person."""

from __future__ import annotations

from tests.extract.mentions.people import officials, posts


def test_later_short_mentions_are_the_person_named_in_full() -> None:
    found = officials(
        "Dự có đồng chí Chu Văn Đông, Chủ tịch UBND huyện; đồng chí Vi Thị Tây, Bí thư Huyện ủy.",
        "Đồng chí Chủ tịch UBND huyện nhấn mạnh việc giữ rừng. Bà Tây trao giấy khen cho 5 thôn.",
    )
    assert [(official.name, official.roles) for official in found] == [
        ("Chu Văn Đông", ("attend", "speak")),
        ("Vi Thị Tây", ("attend", "award")),
    ]


def test_one_addressed_by_the_last_two_syllables_is_the_person_named_in_full() -> None:
    held = posts("Ông Lê Phước Hoài Bão, Giám đốc Sở Công Thương vắng mặt.", "Việc của ông Hoài Bão chưa được bàn.")
    assert held == {"Lê Phước Hoài Bão": ["Giám đốc Sở Công Thương"]}
    others = posts("Ông Lê Phước Hoài Bão, Giám đốc Sở Công Thương; bà Phước Thị Hoài, Phó Giám đốc Sở Công Thương dự.")
    assert list(others) == ["Lê Phước Hoài Bão", "Phước Thị Hoài"]
