"""Features of the comparison of two reports, for and against their being of one event."""

from __future__ import annotations

from typing import Any

import pytest

from extract.linking.events.features import (
    features,
    numbers_differ,
    organizers_differ,
    related_types,
    share_organizer,
    venues_differ,
)
from tests.extract.linking.reports import report

COFFEE = "Hội thảo phát triển cây cà phê bền vững vùng Mường Vạc"


def test_two_press_conferences_of_one_body_on_a_day_are_one() -> None:
    one = report(1, "Họp báo thường kỳ", organizers=["UBND tỉnh Điện Biên"])
    assert "same_once" in features(one, report(2, "buổi họp báo", organizers=["UBND tỉnh Điện Biên"]))
    assert "same_once" not in features(one, report(2, "buổi họp báo", organizers=["Công an tỉnh Điện Biên"]))
    meeting = report(1, "Hội nghị giao ban", organizers=["UBND tỉnh Điện Biên"])
    assert "same_once" not in features(meeting, report(2, "Hội nghị sơ kết", organizers=["UBND tỉnh Điện Biên"]))


def test_the_features_do_not_depend_on_which_came_first() -> None:
    one, other = report(1, COFFEE, ("Lò Văn Tấn",), attendees=120), report(2, "Hội thảo cà phê", venue="Nhà văn hóa")
    assert features(one, other) == features(other, one)


@pytest.mark.parametrize(
    ("one", "other", "feature"),
    [
        ({"name": "Ra mắt tour “Đêm Mường Vạc”"}, {"name": "Khai trương “Đêm Mường Vạc”"}, "same_quoted"),
        ({"name": COFFEE}, {"name": "Khai mạc " + COFFEE}, "name_within"),
        ({"name": "Hội chợ", "end_date": "2023-05-15"}, {"name": "Chợ", "end_date": "2023-05-15"}, "same_long_days"),
        ({"name": COFFEE, "published_at": "2023-05-10"}, {"name": COFFEE}, "one_announced"),
        ({"name": COFFEE, "organizers": ["UBND huyện Mường Vạc"]}, {"name": COFFEE, "organizers": ["UBND huyện"]},
         "like_organizer"),
    ],
)  # fmt: skip
def test_features_of_phrases_days_and_organizers(one: dict[str, Any], other: dict[str, Any], feature: str) -> None:
    assert feature in features(report(1, **one), report(2, **other))
    assert feature not in features(report(1, "Lễ giao nhận quân"), report(2, "Ngày hội đọc sách"))


@pytest.mark.parametrize(
    ("one", "other", "feature", "value"),
    [
        ({"part_of_day": "morning"}, {"part_of_day": "afternoon"}, "other_part_of_day", 1),
        ({"part_of_day": "morning"}, {}, "other_part_of_day", 0),
        ({"district": "Mường Vạc"}, {"district": "Nà Sản"}, "other_district", 1),
        ({"district": "Mường Vạc"}, {}, "other_district", 0),
        ({"attendees": 120}, {"attendees": 120}, "same_count", 1),
        ({"attendees": 12}, {"attendees": 12}, "same_count", 0),  # too common
        ({"attendees": 120}, {"attendees": 400}, "other_count", 1),
        ({"attendees": 120}, {"attendees": 150}, "other_count", 0),
        ({"people": ("Lò Văn Tấn", "Cà Thị Mai")}, {"people": ("Lò Văn Tấn",)}, "shared_people", 0.25),
        ({"people": ("Lò Văn Tấn",)}, {"people": ("Cà Thị Mai",)}, "other_only_person", 1),
        ({"province": None}, {}, "place_unknown", 1),
        ({"organizers": ["Sở Y tế"]}, {"organizers": ["Tỉnh đoàn"]}, "other_organizer", 1),
    ],
)
def test_the_value_of_a_feature(one: dict[str, Any], other: dict[str, Any], feature: str, value: float) -> None:
    assert features(report(1, COFFEE, **one), report(2, COFFEE, **other)).get(feature, 0) == value


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [("Kỳ họp thứ 3", "Kỳ họp thứ 4", True), ("Kỳ họp thứ 3", "Kỳ họp thứ ba", False), ("Kỳ họp thứ 3", "Lễ", False)],
)
def test_numbers_in_a_series(one: str, other: str, differ: bool) -> None:
    assert numbers_differ(report(1, one).numbers, report(2, other).numbers) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Nghĩa trang Mường Vạc", "Tượng đài Bản Sen", True),
        ("Nghĩa trang Mường Vạc", "Nghĩa trang huyện Mường Vạc", False),
        ("Nghĩa trang Mường Vạc", None, False),
        ("Phòng họp Diên Hồng", "Hội trường Diên Hồng", False),
        ("Phòng họp Diên Hồng", "Nhà Quốc hội", False),  # one house
        ("Nghĩa trang liệt sĩ Quốc gia Bản Sen", "Nghĩa trang liệt sĩ Quốc gia Nà Mẫu", True),
        ("Hội trường lớn", "Trung tâm Văn hóa Mường Vạc", False),  # the first may be anywhere
    ],
)
def test_venues_with_most_words_in_common_are_one(one: str, other: str | None, differ: bool) -> None:
    assert venues_differ(report(1, COFFEE, venue=one), report(2, COFFEE, venue=other)) is differ


def test_organizers_in_other_words_are_shared() -> None:
    here = report(1, COFFEE, organizers=["Ban Bí thư"])
    assert share_organizer(here, report(2, COFFEE, organizers=["Ban Bí thư T.Ư Đảng"]))
    assert organizers_differ(here, report(2, COFFEE, organizers=["UBND huyện Mường Vạc"]))
    assert not organizers_differ(here, report(2, COFFEE))


def test_two_kinds_of_a_session_of_one_council_are_no_evidence_against_it() -> None:
    cells = {"type": "council_session", "organizers": ["HĐND tỉnh Điện Biên"]}
    one, other = report(1, "Kỳ họp thứ 9 HĐND tỉnh", **cells), report(2, "Họp HĐND tỉnh", **cells)
    assert features(one, other).keys() >= {"same_council"} and "other_kind" not in features(one, other)


def test_types_that_reports_use_for_one_event() -> None:
    assert related_types("meeting", "conference") and not related_types("festival", "inspection")
