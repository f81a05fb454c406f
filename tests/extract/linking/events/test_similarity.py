"""Features that exclude that two reports are of one event, and features for it."""

from __future__ import annotations

from typing import Any

import pytest

from extract.linking.events.features import features
from extract.linking.events.similarity import refusal, similarity, similarity_by_features
from tests.extract.linking.reports import report

COFFEE = "Hội thảo phát triển cây cà phê bền vững vùng Mường Vạc"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"start_date": "2023-05-13"}, "other_days"),
        ({"province": "Lai Châu"}, "other_province"),
        ({"article_id": "a001"}, "one_article"),
        ({}, None),
        ({"province": None}, None),
        ({"start_date": "2023-05-11", "end_date": "2023-05-13"}, None),
    ],
)
def test_what_rules_a_pair_out(cells: dict[str, Any], reason: str | None) -> None:
    assert refusal(report(1, COFFEE), report(2, COFFEE, **cells)) == reason


def test_another_number_of_a_session_rules_a_pair_out() -> None:
    assert refusal(report(1, "Kỳ họp thứ 3 HĐND"), report(2, "Kỳ họp thứ 4 HĐND")) == "other_number"


def test_two_venues_with_nobody_in_common_are_two_events() -> None:
    here = report(1, "Dâng hương", ("Lò Văn Tấn",), venue="Nghĩa trang Mường Vạc")
    there = {"venue": "Tượng đài Bản Sen"}
    assert refusal(here, report(2, "Dâng hương", ("Cà Thị Mai",), **there)) == "elsewhere"
    assert refusal(here, report(2, "Dâng hương", ("Lò Văn Tấn",), **there)) is None
    assert refusal(here, report(2, "Dâng hương", venue="Nghĩa trang huyện Mường Vạc")) is None


def test_one_quoted_name_is_told_of_two_venues() -> None:
    here = report(1, 'Ra mắt tour đêm "Dấu xưa Mường Vạc"', venue="Đình Bản Sen")
    assert refusal(here, report(2, 'Tour "Dấu xưa Mường Vạc" mở cửa', venue="Khu di tích cổ")) is None


def test_a_place_that_is_not_sure_tells_no_two_events_apart() -> None:
    here, there = report(1, COFFEE), {"province": "Lai Châu", "place_confidence": 0.7}
    assert refusal(here, report(2, COFFEE, **there)) is None
    assert refusal(here, report(2, COFFEE, **{**there, "place_confidence": 0.9})) == "other_province"


def test_two_tellings_of_one_event_are_alike_and_say_why() -> None:
    one = report(1, COFFEE, ("Lò Văn Tấn", "Cà Thị Mai"), part_of_day="morning")
    other = report(2, "Hội thảo cây cà phê bền vững", ("Lò Văn Tấn",), part_of_day="morning", type="meeting")
    found = similarity(one, other)
    assert found and found.score > 0.5
    assert {"shared_words", "contained_people"} <= set(found.reasons)


def test_two_events_of_one_day_and_province_are_not_alike() -> None:
    found = similarity(report(1, COFFEE), report(2, "Lễ giao nhận quân năm 2023", type="ceremony"))
    assert found and found.score < 0.1


def test_without_features_two_reports_are_hardly_of_one_event() -> None:
    assert similarity_by_features({}).score < 0.1


NATIONAL = "Hội nghị trực tuyến toàn quốc triển khai công tác cà phê"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"province": "Điện Biên"}, {"province": None}, "other_venue"),
        ({"province": "Điện Biên"}, {"province": "Lai Châu"}, "other_venue"),
        ({"province": "Hà Nội"}, {"province": None}, None),
        ({"province": "Điện Biên"}, {"province": "Điện Biên"}, None),
        ({"province": "Điện Biên", "name": COFFEE}, {"province": None, "name": COFFEE}, None),
    ],
)
def test_venues_of_a_conference_of_the_nation_are_not_one(
    one: dict[str, Any], other: dict[str, Any], reason: str | None
) -> None:
    cells = ({"name": NATIONAL, **side} for side in (one, other))
    assert refusal(*(report(at, **side) for at, side in enumerate(cells))) == reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"local_people": ("Lò Văn Tấn",)}, {}, "other_venue"),
        ({"local_people": ("Lò Văn Tấn",)}, {"local_people": ("Cà Thị Mai",)}, "other_venue"),
        ({"local_people": ("Lò Văn Tấn",)}, {"local_people": ("Lò Văn Tấn",)}, None),
        ({"name": COFFEE, "local_people": ("Lò Văn Tấn",)}, {"name": COFFEE}, None),
        ({"organizers": ["Ban Bí thư"]}, {"organizers": ["Đảng bộ Nhà máy Mắc ca"]}, "other_venue"),
        ({"organizers": ["Ban Bí thư"]}, {"organizers": ["Ban Bí thư Trung ương Đảng"]}, None),
    ],
)
def test_a_report_from_a_province_is_of_its_venue_though_it_names_the_capital(
    one: dict[str, Any], other: dict[str, Any], reason: str | None
) -> None:
    cells = ({"name": NATIONAL, "province": "Hà Nội", **side} for side in (one, other))
    assert refusal(*(report(at, **side) for at, side in enumerate(cells))) == reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"part_of_day": "morning"}, {"part_of_day": "afternoon"}, "other_half"),
        ({"part_of_day": "afternoon"}, {"part_of_day": "evening"}, None),
        ({"part_of_day": "morning"}, {}, None),
        ({"part_of_day": "morning", "people": ("Lò Văn Tấn",)},
         {"part_of_day": "afternoon", "people": ("Lò Văn Tấn",)}, None),
        ({"part_of_day": "morning", "people": ("Lò Văn Tấn",), "organizers": ["Sở Mắc ca"]},
         {"part_of_day": "afternoon", "people": ("Lò Văn Tấn",), "organizers": ["Tỉnh đoàn"]}, "other_half"),
        ({"part_of_day": "morning", "people": ("Lò Văn Tấn",), "district": "Mường Vạc"},
         {"part_of_day": "afternoon", "people": ("Lò Văn Tấn",), "district": "Bản Sen"}, "other_half"),
        ({"part_of_day": "morning", "name": "Hội nghị Huyện ủy lần thứ 17"},
         {"part_of_day": "afternoon", "name": "Bế mạc Hội nghị Huyện ủy lần thứ 17"}, None),
        ({"organizers": ["UBND tỉnh Điện Biên"]}, {"organizers": ["UBND tỉnh Lai Châu"]}, "other_body"),
        ({"organizers": ["UBND tỉnh Điện Biên"]}, {"organizers": ["UBND tỉnh"]}, None),
        ({"organizers": ["Sở Mắc ca"]}, {"organizers": ["Sở Cà phê"]}, None),
        ({"title": "Hoa ban 2017", "date_basis": "year_inferred"}, {"title": "Hoa ban 2018"}, "other_year"),
        ({"title": "Tổng kết năm 2017"}, {"title": "Kế hoạch năm 2018"}, None),  # both days are told in full
        ({"title": "Hoa ban 2017", "date_basis": "year_inferred"}, {"title": "Hoa ban"}, None),
        ({"name": "Trao giải Bông ban vàng năm 2018 và tổng kết năm 2017", "date_basis": "year_inferred"},
         {"name": "Trao giải Bông ban vàng năm 2017"}, "other_year"),
    ],
)  # fmt: skip
def test_halves_of_a_day_bodies_of_two_units_and_years_that_are_named(
    one: dict[str, Any], other: dict[str, Any], reason: str | None
) -> None:
    cells = ({"name": COFFEE, **side} for side in (one, other))
    assert refusal(*(report(at, **side) for at, side in enumerate(cells))) == reason


@pytest.mark.parametrize(
    ("name", "other", "reason"),
    [
        ("Mít tinh chào mừng thành công Đại hội Mắc ca vùng Mường Vạc", "Đại hội Mắc ca vùng Mường Vạc", "beside"),
        ("Gặp gỡ bên lề Hội nghị thượng đỉnh Mắc ca", "Hội nghị thượng đỉnh Mắc ca Bản Sen", "beside"),
        ("Ra quân hưởng ứng Ngày hội Mắc ca", "Lễ ra quân hưởng ứng Ngày hội Mắc ca", None),  # both are for it
        ("Khánh thành nhà máy mắc ca chào mừng Quốc khánh", "Khánh thành nhà máy mắc ca Bản Sen", None),
    ],
)
def test_what_is_held_beside_an_event_is_another(name: str, other: str, reason: str | None) -> None:
    assert refusal(report(1, name), report(2, other)) == reason
    assert refusal(report(2, other), report(1, name)) == reason


def test_a_conference_of_the_nation_at_one_place_is_in_no_province() -> None:
    name = "Hội nghị toàn quốc về cây mắc ca"
    assert refusal(report(1, name), report(2, name, province="Lai Châu")) is None
    assert refusal(report(1, "Hội nghị mắc ca"), report(2, "Hội nghị mắc ca", province="Lai Châu")) == "other_province"


def test_names_that_tell_nothing_are_no_evidence() -> None:
    found = features(report(1, "Cuộc họp"), report(2, "Cuộc họp"))
    assert "similar_name" not in found and found["one_nameless"] == 1


def test_sessions_of_one_council_are_one_wherever_their_reports_place_them() -> None:
    here = report(1, "Kỳ họp thứ 9 Quốc hội khóa XV", type="council_session", province="Hà Nội", venue="Nhà Quốc hội")
    there = {"type": "council_session", "province": "Lai Châu", "venue": "Rạp Bản Sen"}
    assert refusal(here, report(2, "Kỳ họp thứ 9 Quốc hội khóa XV", **there)) is None


def test_provinces_that_differ_count_only_against_reports_that_share_a_person() -> None:
    one, other = report(1, COFFEE, ("Lò Văn Tấn",)), report(2, COFFEE, ("Lò Văn Tấn",), province="Lai Châu")
    assert refusal(one, other) is None
    assert "other_province" in features(one, other)
