"""Further events that an article reports, with a day of their own."""

from __future__ import annotations

import pytest

from extract import extract
from tests.extract.articles import article

MAIN = "Sáng 14/5, UBND huyện Tân Phú tổ chức lễ khánh thành nhà văn hóa."


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("Cùng ngày, UBND huyện Thống Nhất cũng tổ chức lễ phát động thi đua.", [("campaign", "2024-05-14")]),
        ("* Ngày 13/5, đoàn công tác của tỉnh đã đến thăm các gia đình chính sách.", [("visit", "2024-05-13")]),
        ("* Ngày 14/5, đoàn công tác của tỉnh đã đến thăm các gia đình chính sách.", [("visit", "2024-05-14")]),
        ("Trước đó, ngày 2/5, Đoàn kiểm tra của tỉnh đã kiểm tra công trình.", [("inspection", "2024-05-02")]),
        ("Cuộc bầu cử đại biểu HĐND sẽ diễn ra vào ngày 23/6/2024.", [("election", "2024-06-23")]),
        ("Ngày 1/6/2024, huyện sẽ tổ chức hội thi văn nghệ.", [("competition", "2024-06-01")]),
        ("Tại phiên họp ngày 8/5, Thường trực HĐND huyện đã thống nhất nội dung.", [("meeting", "2024-05-08")]),
        ("Ngày 7/5, trong buổi làm việc với huyện, ông Lò A Pao đã nêu việc này.", [("meeting", "2024-05-07")]),
        ("Ngày 26/5/2024, cử tri cả nước sẽ đi bầu đại biểu HĐND.", [("election", "2024-05-26")]),
        ("Chiều cùng ngày, Chủ tịch UBND huyện kiểm tra tiến độ làm cầu.", [("inspection", "2024-05-14")]),
        ("Cũng trong sáng 14/5, Huyện đoàn tổ chức lễ phát động Tháng thanh niên.", [("campaign", "2024-05-14")]),
        ("Ngày 21/4, Ban Chỉ huy Quân sự đã ký kết quy chế phối hợp với công an.", []),  # of the main one's kind
        ("Ngày 21/4, lãnh đạo huyện đã thăm các chiến sĩ biên phòng.", [("visit", "2024-04-21")]),
        ("Đoàn sẽ khảo sát tại ba xã từ ngày 20/5 đến ngày 22/5.", [("inspection", "2024-05-20")]),
        (
            "Dự kiến đoàn giám sát sẽ khảo sát vào ngày 21/5 và làm việc trực tiếp với xã vào ngày 23/5.",
            [("inspection", "2024-05-21"), ("inspection", "2024-05-23")],
        ),
        ("Kỳ họp thứ nhất dự kiến tổ chức 01 ngày, trong khoảng từ ngày 28/5 đến 6/6.", []),
        ("Ngày bầu cử là Chủ nhật, ngày 23/6/2024.", [("election", "2024-06-23")]),
        # called off, told of by its time to another, a part of the main event
        ("Ngày 10/5, UBND huyện có thông báo về việc hoãn tổ chức hội thi.", []),
        ("Cử tri được tiếp xúc sau kỳ họp là từ ngày 26/5 đến ngày 28/5.", []),
        ("Cùng ngày, UBND huyện Định Quán tổ chức lễ ra quân tình nguyện hè.", [("campaign", "2024-05-14")]),
        ("Buổi sáng cùng ngày, cũng tại thôn, phần lễ diễn ra trang trọng.", []),
        # the main event again, its acts, papers, history and what has no full day
        ("Buổi lễ diễn ra vào ngày 14/5 trong không khí vui tươi.", []),
        ("Tại buổi lễ, ông Lò A Pao trao 10 suất quà.", []),
        ("Nhà văn hóa được xây theo Quyết định số 5/QĐ-UBND ngày 2/1/2024 của UBND huyện.", []),
        ("Ngày 2/9/1945, Bác Hồ dự lễ mít tinh tại Quảng trường Ba Đình.", []),
        ("Tháng 8 tới, huyện sẽ tổ chức hội thi văn nghệ.", []),
    ],
)
def test_further_events(text: str, further: list[tuple[str, str]]) -> None:
    main, *others = extract(article(MAIN, text)).events
    assert main.start_date == "2024-05-14"
    assert [(event.type, event.start_date) for event in others] == further


def test_what_the_sentence_of_the_main_event_says_lies_ahead() -> None:
    text = "Sáng 14/5, Bí thư Huyện ủy kiểm tra công tác chuẩn bị lễ khởi công cầu, dự kiến diễn ra vào sáng 23/5."
    main, *others = extract(article(text, title="Bí thư Huyện ủy kiểm tra công tác chuẩn bị")).events
    assert (main.type, main.start_date) == ("inspection", "2024-05-14")
    assert [(event.type, event.start_date) for event in others] == [("ceremony", "2024-05-23")]


def test_the_programme_of_what_is_announced_is_one_event() -> None:
    programme = ("- 15 giờ ngày 24/5/2024: Lễ dâng hương.", "- 15 giờ ngày 26/5/2024: Khai mạc lễ công bố xã mới.")
    held = "UBND xã Hòa An long trọng tổ chức lễ hội mừng xã mới, chương trình như sau:"
    (main,) = extract(article(held, *programme, title="UBND xã Hòa An tổ chức lễ hội")).events
    assert (main.start_date, main.end_date, main.status) == ("2024-05-24", "2024-05-26", "scheduled")
