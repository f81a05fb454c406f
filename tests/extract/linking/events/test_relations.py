"""Venues of one conference, and sessions of one series: related, and still events of their own."""

from __future__ import annotations

from extract.linking.events.relations import Relation, VenueCandidate, series, session_of, venues
from extract.linking.events.reports import Report
from tests.extract.linking.reports import report

ELECTION = "Hội nghị trực tuyến toàn quốc triển khai công tác bầu cử đại biểu Quốc hội khóa XVI"


def told(*reports: Report) -> list[VenueCandidate]:
    return [VenueCandidate(f"x{one.event_id}", one) for one in reports]


def sessions(*reports: Report) -> list[Relation]:
    found = [session_of(f"x{one.event_id}", one) for one in reports]
    return list(series(session for session in found if session))


def test_venues_of_a_national_conference_belong_to_its_main_hall() -> None:
    main = report(1, ELECTION, mode="hybrid", province=None)
    here = report(2, ELECTION, mode="online", province="Điện Biên")
    there = report(3, ELECTION, mode="online", province="Lai Châu")
    found = list(venues(told(main, here, there)))
    assert [(one.of, one.event_id) for one in found] == [("xe001", "e002"), ("xe001", "e003")]
    assert all(one.kind == "venue" and "remote" in one.reasons for one in found)


def test_two_conferences_of_one_day_are_not_venues_of_each_other() -> None:
    coffee = "Hội nghị trực tuyến xuất khẩu nông sản, cà phê sang thị trường châu Âu"
    here, there = report(1, ELECTION, mode="online"), report(2, coffee, mode="online", province="Lai Châu")
    assert not list(venues(told(here, there)))


def test_halls_without_a_screen_are_no_venues() -> None:
    name = "Hội nghị triển khai công tác bầu cử đại biểu Quốc hội khóa XVI"
    assert not list(venues(told(report(1, name), report(2, name, province="Lai Châu", mode="online"))))


def test_sessions_of_a_council_are_a_series() -> None:
    found = sessions(
        report(1, "Kỳ họp thứ 3, HĐND huyện", type="council_session", district="Mường Vạc"),
        report(2, "Kỳ họp thứ tư, HĐND huyện", type="council_session", district="Mường Vạc", start_date="2023-07-20"),
    )
    assert [(one.of, one.event_id, one.kind) for one in found] == [("xe001", "e002", "series")]
    assert {"other_number", "other_day"} <= set(found[0].reasons)


def test_a_series_is_named_by_what_stands_before_its_number() -> None:
    found = sessions(
        report(1, "Hội thi đua thuyền độc mộc lần thứ 4 của xã Nà Bủng và trao giải", type="competition"),
        report(2, "Hội thi đua thuyền độc mộc lần 5", type="competition", start_date="2024-05-12"),
        report(3, "Hội thi giã gạo lần thứ 5", type="competition", start_date="2024-05-12"),
        report(4, "Hội thi đua thuyền độc mộc lần V", type="competition", start_date="2024-05-14"),
    )
    assert [(one.of, one.event_id) for one in found] == [("xe001", "e002")]


def test_classes_of_one_name_on_other_days_are_a_series_within_a_year() -> None:
    name = "Lớp tập huấn kỹ thuật trồng mắc ca xen cà phê"
    days = ("2023-05-12", "2023-05-20", "2025-05-12", "2025-05-20")
    found = sessions(*(report(at, name, type="training", start_date=day) for at, day in enumerate(days, 1)))
    assert [(one.of, one.event_id) for one in found] == [("xe001", "e002"), ("xe003", "e004")]


def test_what_tells_nothing_is_in_no_series() -> None:
    assert not sessions(report(1, "Hội nghị giao ban"), report(2, "Hội nghị giao ban", start_date="2023-06-12"))


def test_councils_of_two_districts_are_two_series() -> None:
    name = "Kỳ họp thứ 3, HĐND huyện"
    one, other = report(1, name, district="Mường Vạc"), report(2, name, district="Nà Sản", start_date="2023-07-20")
    assert not sessions(one, other)
