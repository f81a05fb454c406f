"""The words that all platforms share, as patterns: each with a line that it matches and one that it must not."""

from __future__ import annotations

import pytest

from scraper.pages.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("name", "line", "other"),
    [
        ("related", "Tin liên quan:", "Tin liên quan đến mưa lũ"),
        ("comments", "Bình luận (0)", "Bà con bình luận sôi nổi"),
        ("collectives", "Nhóm PV", "Nhóm hộ nghèo"),
        ("contacts", "Điện thoại: 0200 000 000", "Bà con gọi điện thoại"),
        ("bodies", "UBND xã Mẫu", "Lò Văn Mẫu"),
        ("done_by", " thực hiện", " thực hiện nghị quyết"),
        ("credit_separator", " | ", " và "),
    ],
)
def test_a_pattern_matches_its_lines_only(name: str, line: str, other: str) -> None:
    pattern = getattr(vocabulary(), name)
    assert (pattern.fullmatch if name == "related" else pattern.match)(line)
    assert not (pattern.fullmatch if name == "related" else pattern.match)(other)


@pytest.mark.parametrize(
    ("label", "line", "name"),
    [
        ("author", "Tác giả: Lò Văn Mẫu", "Lò Văn Mẫu"),
        ("author", "Tác giả của bài thơ", None),
        ("source", "Nguồn: Báo Mẫu", "Báo Mẫu"),
        ("source", "Theo Báo Mẫu", "Báo Mẫu"),
        ("source", "Nguồn nước sạch", None),
        ("account", "Người đăng: admin", "admin"),
    ],
)
def test_a_label_names_what_follows_it(label: str, line: str, name: str | None) -> None:
    found = getattr(vocabulary(), label).match(line)
    assert (found and found["name"]) == name


def test_it_is_read_once() -> None:
    assert vocabulary() is vocabulary()


def test_days_and_months_are_complete() -> None:
    words = vocabulary()
    assert set(words.english_months.values()) == set(words.months.values()) == set(range(1, 13))
    assert len(set(words.weekdays.values())) == 7
