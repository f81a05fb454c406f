"""Days in the forms that sites print: glued datelines, half days, lists across the end of a month, misprinted years."""

from __future__ import annotations

import pytest

from extract import extract
from tests.extract.articles import article


@pytest.mark.parametrize(
    ("text", "start", "end", "part"),
    [
        ("LẠNG SƠN–Chiều 12-5, UBND huyện tổ chức lễ bàn giao nhà.", "2024-05-12", "2024-05-12", "afternoon"),
        ("QNO-Sáng 12-5, UBND huyện tổ chức lễ bàn giao nhà.", "2024-05-12", "2024-05-12", "morning"),
        ("Chiều 13 và sáng 14/5, HĐND huyện tổ chức kỳ họp thứ 9.", "2024-05-13", "2024-05-14", "afternoon"),
        ("Từ 8h-10h30 ngày 3,4/5, Trung tâm Y tế huyện tổ chức tập huấn.", "2024-05-03", "2024-05-04", "morning"),
        ("Buổi chiều 13, buổi sáng 14/5, Trung tâm Y tế huyện tập huấn.", "2024-05-13", "2024-05-14", "afternoon"),
        ("Từ 7h30' đến 11h00' ngày 3,4/5, Trung tâm Y tế huyện tập huấn.", "2024-05-03", "2024-05-04", "morning"),
        ("Sáng ngày 14, tháng 5, năm 2024, UBND xã tổ chức hội nghị.", "2024-05-14", "2024-05-14", "morning"),
        ("Trong 2 ngày 30 và 01/5/2024, UBND huyện tổ chức giải bóng chuyền.", "2024-04-30", "2024-05-01", None),
        ("Chiều ngày 12/5/20244, Hội LHPN huyện tổ chức hội nghị.", "2024-05-12", "2024-05-12", "afternoon"),
        ("Sáng 4/5, xã khai mạc lớp tập huấn. Thời gian tập huấn 03 ngày.", "2024-05-04", "2024-05-06", "morning"),
        ("Ngày 12/5, xã tổ chức hội thi. Hội thi bắt đầu lúc 14 giờ.", "2024-05-12", "2024-05-12", "afternoon"),
        ("Ngày 12/5, xã tổ chức hội thi. Thời gian: 7 giờ 30 phút.", "2024-05-12", "2024-05-12", "morning"),
        ("Ngày 12/5, xã khai mạc giải cờ. Sau 3 ngày tranh tài, giải kết thúc.", "2024-05-12", "2024-05-14", None),
        ("Ngày 12/5, xã khai mạc giải cờ. Qua 2,5 ngày thi đấu, các đội cống hiến.", "2024-05-12", "2024-05-14", None),
        ("Ngày 12/5, xã khai mạc giải cờ. Sau 3 ngày nữa, giải sẽ khép lại.", "2024-05-12", "2024-05-12", None),
        ("Sáng 12/5, xã khai mạc hội chợ. Hội chợ mở cửa đến hết ngày 15/5.", "2024-05-12", "2024-05-15", "morning"),
        ("Sáng 12/5, xã tổ chức họp. Các hộ nộp hồ sơ đến hết ngày 15/5.", "2024-05-12", "2024-05-12", "morning"),
    ],
)
def test_the_days_of_an_event(text: str, start: str, end: str, part: str | None) -> None:
    main = extract(article(text)).main_event
    assert main and (main.start_date, main.end_date, main.part_of_day) == (start, end, part)


def test_today_is_the_day_that_is_printed_beside_it() -> None:
    found = extract(article("Chiều nay (12/5), HĐND huyện tổ chức phiên họp.", "Chiều nay, HĐND huyện nghe báo cáo."))
    assert {day.value.start for day in found.dates if day.value.kind == "event"} == {"2024-05-12"}
