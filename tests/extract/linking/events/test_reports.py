"""The features of a report for the comparison with others."""

from __future__ import annotations

import pytest

from extract.linking.events.reports import anniversary_in, distinctive_words, kind_of, numbers_in
from extract.text.normalize import fold
from tests.extract.linking.reports import report


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Kỳ họp thứ tư, HĐND huyện Mường Vạc khóa XX", {"kỳ họp": 4}),
        ("phiên họp thứ 12 của Thường trực HĐND tỉnh", {"phiên họp": 12}),
        ("Hội nghị lần thứ XV Ban Chấp hành Đảng bộ", {"hội nghị lần": 15}),
        ("Hội chợ cà phê lần 9", {"lần": 9}),
        ("Hội chợ cà phê lần thứ IX", {"lần": 9}),
        ("Hội nghị tổng kết công tác năm 2023", {}),
    ],
)
def test_the_number_of_a_session(name: str, numbers: dict[str, int]) -> None:
    assert numbers_in(fold(name)) == numbers


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Lễ kỷ niệm 70 năm thành lập Bệnh viện huyện Mường Vạc", {"kỷ niệm": 70}),
        ("gặp mặt kỷ niệm tròn 65 năm Ngày Thầy thuốc Việt Nam", {"kỷ niệm": 65}),
        ("Lễ kỷ niệm 30/4", {}),
        ("kỷ niệm ngày thành lập, sau 70 năm", {}),
    ],
)
def test_the_years_of_an_anniversary(name: str, numbers: dict[str, int]) -> None:
    assert anniversary_in(fold(name)) == numbers


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("buổi họp báo quý III", "press"),
        ("Hội nghị tiếp xúc cử tri", "conference"),
        ("tiếp xúc cử tri xã Nà Bủng", "voters"),
        ("Đại hội Đoàn xã Pa Thơm", "congress"),
        ("Chương trình mùa xuân", ""),
    ],
)
def test_the_kind_of_gathering_is_what_the_name_says_first(name: str, kind: str) -> None:
    assert kind_of(fold(name)) == kind


def test_words_of_every_event_and_of_the_place_tell_nothing() -> None:
    assert distinctive_words("Hội nghị của tỉnh về cà phê Mường Vạc năm 2023", ("mường vạc",)) == {"cà", "phê"}


def test_the_day_of_the_event_is_no_word_of_it() -> None:
    assert not {"12", "5", "05"} & report(1, "Lễ ngày 12/5 và 12/05").words


@pytest.mark.parametrize("start", [None, "2023", "2023-05"])
def test_an_event_of_no_day_has_no_first_day(start: str | None) -> None:
    assert report(1, "Hội nghị", start_date=start).start == ""


@pytest.mark.parametrize(
    ("cells", "remote"),
    [
        ({"mode": "hybrid"}, True),
        ({"quote": "Tại điểm cầu huyện Mường Vạc có 40 đại biểu"}, True),
        ({"quote": "Tại hội trường huyện Mường Vạc có 40 đại biểu"}, False),
    ],
)
def test_people_at_other_venues(cells: dict[str, str], remote: bool) -> None:
    assert report(1, "Hội nghị", **cells).remote is remote
