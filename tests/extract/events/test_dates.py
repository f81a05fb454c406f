"""The days of an event: those of its sentence, widened by what the text tells elsewhere."""

from __future__ import annotations

import pytest

from extract.events.dates import EventDates
from tests.extract.events.reading import main_event


@pytest.mark.parametrize(
    ("title", "body", "end"),
    [
        ("Tập huấn nuôi ong", "Lớp tập huấn diễn ra trong 3 ngày.", "2024-05-08"),
        ("Tập huấn nuôi ong", "Lớp tập huấn kéo dài trong hai ngày.", "2024-05-07"),
        ("Tập huấn nuôi ong", "Bà con chăm ong trong 3 ngày 20, 21 và 22.", "2024-05-06"),  # the days are told
        ("Bế mạc lớp tập huấn", "Sáng 6/5, bế mạc lớp tập huấn. Lớp học diễn ra trong 3 ngày.", "2024-05-06"),
        ("Hội nghị nuôi ong", "Các xã báo cáo trong 3 ngày.", "2024-05-06"),  # not a kind that lasts for days
    ],
)
def test_what_lasts_for_days_ends_after_so_many(title: str, body: str, end: str) -> None:
    kind = "hội nghị" if title.startswith("Hội nghị") else "lớp tập huấn"
    held = body if body.startswith("Sáng") else f"Ngày 6/5, Hội Nông dân xã tổ chức {kind} nuôi ong. {body}"
    event = main_event(held, title=title)
    assert event and (event.start_date, event.end_date) == ("2024-05-06", end)


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("Chiều 6/5, HĐND xã họp.", "afternoon"),
        ("Ngày 6/5, HĐND xã tổ chức hội nghị. Thời gian: 8 giờ 00.", "morning"),
        ("Ngày 6/5, HĐND xã tổ chức hội nghị. Chiều cùng ngày, xã dâng hương.", None),
    ],
)
def test_the_part_of_the_day_is_that_of_the_event(body: str, part: str | None) -> None:
    event = main_event(body, title="Hội nghị của HĐND xã")
    assert event and (event.start_date, event.part_of_day) == ("2024-05-06", part)


def test_a_period_reckoned_from_midnight_tells_no_part_of_the_day() -> None:
    counted = "Cuộc tổng điều tra được bắt đầu vào 0h ngày 6/5/2024 đến ngày 25/5/2024."
    event = main_event(f"Ngày 6/5, xã tổ chức lễ ra quân tổng điều tra dân số. {counted}", title="Lễ ra quân")
    assert event and (event.start_date, event.end_date, event.part_of_day) == ("2024-05-06", "2024-05-06", None)


def test_without_a_day_nothing_is_known() -> None:
    assert EventDates.of(None) == EventDates(None, None, None, None, None)


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("Đợt 1 của hội thao diễn ra trong 2 ngày 10 - 11/5; đợt 2 sẽ thi đấu các ngày 13 và 14/5.", "2024-05-14"),
        ("Vòng 1 của giải thi đấu từ ngày 10 đến 12/5, vòng 2 thi đấu các ngày 13 - 14/5.", "2024-05-14"),
        ("Đợt 1 của chiến dịch tiêm từ ngày 20 đến 22/5; đợt 2 từ ngày 25 đến 27/5.", "2024-05-10"),
    ],
)
def test_the_rounds_that_begin_on_the_day_of_the_event_are_its_days(sentence: str, end: str) -> None:
    event = main_event("Ngày 10/5, UBND huyện khai mạc hội thao.", sentence)
    assert event and (event.start_date, event.end_date) == ("2024-05-10", end)


def test_a_printed_day_counts_more_than_the_stamp_of_publication() -> None:
    lead = "Lãnh đạo tỉnh sáng nay dự lễ kỷ niệm 70 năm ngày truyền thống."
    told = main_event(lead, "Sáng 13/5, phát biểu tại lễ kỷ niệm, ông Lò A Pao ôn lại truyền thống.", title="Kỷ niệm")
    assert told and told.start_date == "2024-05-13"
    other = main_event(lead, "Chiều 13/5, ông Lò A Pao dâng hương.", title="Kỷ niệm")
    assert other and other.start_date == "2024-05-15"


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("Dự kiến, giải diễn ra hết ngày 16/5.", "2024-05-16"),
        ("Các trận đấu kéo dài đến 17-5, hứa hẹn sôi nổi.", "2024-05-17"),
        ("Tỷ số chung cuộc là 5-3.", "2024-05-13"),
    ],
)
def test_a_contest_lasts_until_the_day_that_is_told(sentence: str, end: str) -> None:
    event = main_event(f"Tối 13/5, giải bóng chuyền các xã đã khai mạc. {sentence}", title="Khai mạc giải bóng chuyền")
    assert event and event.end_date == end


def test_sessions_on_two_days_are_of_one_congress() -> None:
    said = "Sáng 7/5, Đại hội Đảng bộ xã Hà Lâu lần thứ 3, nhiệm kỳ 2020-2025 đã diễn ra phiên trù bị."
    event = main_event(said, "Trong ngày 8/5, đại hội diễn ra phiên chính thức.", title="Đảng bộ xã Hà Lâu đại hội")
    assert event and (event.start_date, event.end_date, event.part_of_day) == ("2024-05-07", "2024-05-08", "morning")


def test_a_day_in_full_that_begins_the_text_is_the_events_though_the_page_was_moved() -> None:
    held = "Ngày 27/6/2022, tại xã Hà Lâu đã diễn ra buổi lễ hiến máu tình nguyện. Tham dự có 200 đoàn viên."
    event = main_event(held, title="Lễ hiến máu tại xã Hà Lâu")
    assert event and event.start_date == "2022-06-27"
    long_ago = main_event(held.replace("2022", "1998"), title="Lễ hiến máu tại xã Hà Lâu")
    assert long_ago is None or long_ago.start_date is None


@pytest.mark.parametrize(
    ("body", "start"),
    [
        ("Dự kiến đoàn sẽ đi khảo sát vào ngày 21/5/2024.", None),
        ("Cuộc họp được tổ chức vào ngày 10/5/2024.", "2024-05-10"),
    ],
)
def test_a_day_ahead_of_another_kind_of_event_is_not_that_of_what_was_held(body: str, start: str | None) -> None:
    event = main_event(f"Đồng chí Lò A Pao đã phân công nhiệm vụ. {body}", title="HĐND huyện tổ chức họp đoàn giám sát")
    assert event and (event.type, event.start_date) == ("meeting", start)


def test_what_is_signed_by_those_who_meet_has_the_day_of_its_signing() -> None:
    event = main_event("Ngày 10/5, UBND tỉnh và Đại học Đông Đô đã ký kết chương trình phối hợp.", title="Phối hợp")
    assert event and event.start_date == "2024-05-10"
