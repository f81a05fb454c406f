"""The event that an article reports, from short articles in the style of real ones."""

from __future__ import annotations

import pytest

from extract import extract
from tests.extract.articles import article
from tests.extract.events.reading import main_event


@pytest.mark.parametrize(
    ("title", "body", "kind", "start", "end", "part_of_day", "status"),
    [
        (
            "Tập huấn công tác văn thư",
            "Trong 2 ngày 13 - 14/5/2024, Sở Nội vụ tổ chức lớp tập huấn công tác văn thư.",
            "training",
            "2024-05-13",
            "2024-05-14",
            None,
            "held",
        ),
        (
            "Tiếp xúc cử tri xã Thanh Tương",
            "Chiều 13/5, Tổ đại biểu HĐND huyện tiếp xúc cử tri xã Thanh Tương.",
            "voter_meeting",
            "2024-05-13",
            "2024-05-13",
            "afternoon",
            "held",
        ),
        (
            "Đoàn kiểm tra làm việc tại Lai Châu",
            "Ngày 10/5, Đoàn kiểm tra của Bộ Nội vụ có buổi làm việc với UBND tỉnh.",
            "inspection",
            "2024-05-10",
            "2024-05-10",
            None,
            "held",
        ),
        (
            "Sắp diễn ra lễ hội",
            "Lễ hội sẽ diễn ra vào ngày 20/5/2024 tại sân vận động huyện.",
            "festival",
            "2024-05-20",
            "2024-05-20",
            None,
            "scheduled",
        ),
        (
            "Thông báo hoãn hội nghị",
            "UBND huyện tạm hoãn tổ chức hội nghị đối thoại dự kiến ngày 17/5/2024.",
            "dialogue",
            "2024-05-17",
            "2024-05-17",
            None,
            "cancelled",
        ),
    ],
)
def test_the_main_event_has_its_type_days_and_status(
    title: str, body: str, kind: str, start: str, end: str, part_of_day: str | None, status: str
) -> None:
    event = main_event(body, "Dự hội nghị có đồng chí Ma Văn Tích, Phó Chủ tịch UBND huyện.", title=title)
    assert event is not None
    assert (event.type, event.start_date, event.end_date, event.part_of_day, event.status) == (
        kind,
        start,
        end,
        part_of_day,
        status,
    )


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Khuyến cáo phòng, chống rét cho vật nuôi",
            "Theo dự báo, từ ngày 20/1 có rét đậm; bà con cần che chắn chuồng trại.",
        ),
        ("Kế hoạch tuyển dụng viên chức năm 2024", "Ngày 10/5/2024, UBND huyện ban hành Kế hoạch số 45/KH-UBND."),
        ("Tiểu sử đồng chí Vàng A Sử", "Đồng chí sinh ngày 12/3/1970, từng là Phó Chủ tịch UBND huyện."),
        ("Đình làng Trung", "Đình xây từ lâu, hằng năm mở lễ hội vào ngày 25/2 âm lịch. Dân làng về dự lễ hội."),
        ("Tỉnh chỉ đạo dừng các lễ hội đang diễn ra", "Theo đó, UBND tỉnh yêu cầu Sở Văn hóa hướng dẫn các huyện."),
        ("Vì sao dự án chậm", "Tại buổi làm việc với phóng viên ngày 10/5, Giám đốc Ban Quản lý nói thiếu vật liệu."),
        ("Bắt giữ nhóm đánh bạc", "Ngày 10/5, Công an huyện kiểm tra và bắt quả tang 5 đối tượng."),
        ("Mua đất phải nộp thuế thế nào?", "Ngày 10/5, cơ quan thuế đã công bố cách tính thuế."),
        ("Giá hồ tiêu tăng", "Đến ngày 10/5, giá hồ tiêu đạt 120.000 đồng/kg, tăng 30% so với đầu năm."),
        ("", ""),
    ],
)
def test_plans_forecasts_and_biographies_report_no_event(title: str, body: str) -> None:
    assert main_event(body, title=title) is None


def test_counts_of_an_article_without_event_are_refused_not_lost() -> None:
    found = extract(
        article("Năm 2023, toàn huyện có 120 học viên tham gia các lớp dạy nghề.", title="Kết quả dạy nghề")
    )
    assert found.events == () and found.attendance == ()


def test_an_earlier_event_that_the_article_also_tells_is_a_row_of_its_own() -> None:
    found = extract(
        article(
            "Sáng 13/5/2024, UBND huyện tổ chức hội nghị tổng kết phong trào thi đua.",
            "Trước đó, ngày 10/5/2024, Huyện đoàn đã tổ chức lễ ra quân làm đường giao thông.",
            title="Hội nghị tổng kết phong trào thi đua",
        )
    )
    assert [(event.is_main, event.type, event.start_date) for event in found.events] == [
        (True, "conference", "2024-05-13"),
        (False, "campaign", "2024-05-10"),
    ]


@pytest.mark.parametrize(
    ("title", "body", "reported"),
    [
        ("Giới thiệu người ứng cử", "Ủy ban MTTQ huyện Ba Bể vừa tổ chức hội nghị về người ứng cử.", True),
        ("Trao giải cho bạn đọc", "Thư viện huyện Ba Bể vừa làm lễ trao giải cho 20 bạn đọc.", True),
        ("Nét đẹp đi lễ", "Từng đoàn người vừa làm lễ, vừa giữ lễ vật dâng Thánh.", False),
        ("Nuôi cá lồng", "Xã Nà Lốc vừa ban hành kế hoạch nuôi cá lồng.", False),
    ],
)
def test_what_was_just_held_needs_no_day(title: str, body: str, reported: bool) -> None:
    assert (main_event(body, "Theo đó, mỗi xã có một tổ.", title=title) is not None) is reported


def test_a_caption_in_the_text_tells_less_than_another_sentence() -> None:
    caption = "Đoàn kiểm tra tại Sở Xây dựng, sáng ngày 8/5. Ảnh: Lò Pao."
    said = "Theo đó, trong 2 ngày 7 và 8/5, Đoàn liên ngành đã đến kiểm tra tại huyện Ba Bể."
    event = main_event("Đoàn liên ngành của tỉnh đã kiểm tra nhiều cơ quan.", f"{caption} {said}", title="Kỷ luật")
    assert event and (event.start_date, event.end_date, event.part_of_day) == ("2024-05-07", "2024-05-08", None)
    event = main_event("Nhiều cơ quan chấp hành tốt.", caption, title="Kiểm tra kỷ luật, kỷ cương")
    assert event and (event.start_date, event.part_of_day) == ("2024-05-08", "morning")


def test_days_told_at_a_voter_meeting_are_those_of_the_session() -> None:
    body = "Tại hội nghị, đại biểu thông báo kỳ họp thứ 2 sẽ diễn ra từ ngày 20/10/2024. Cử tri kiến nghị làm đường."
    event = main_event("", body, title="Đại biểu Quốc hội tiếp xúc cử tri huyện Ba Bể")
    assert event and (event.type, event.status, event.start_date) == ("voter_meeting", "held", None)


def test_a_day_in_brackets_is_not_joined_to_the_next_one() -> None:
    event = main_event("Nhân kỷ niệm (06/6/1941 - 06/6/2024), sáng 9/5/2024, xã Hà Lâu tổ chức lễ mừng thọ.", "")
    assert event and (event.start_date, event.part_of_day) == ("2024-05-09", "morning")


def test_a_foreign_province_is_no_province_of_the_same_name() -> None:
    said = "Sáng 9/5, Sở Du lịch tỉnh Bình Dương có buổi làm việc với đoàn của tỉnh Hà Nam (Trung Quốc)."
    event = main_event(said, "")
    assert event and event.place.province == "Bình Dương"


def test_a_conference_is_what_its_title_names() -> None:
    said = "Chiều 9/5, hai sở tổ chức hội nghị trao đổi kinh nghiệm và ký kết hợp tác."
    body = "Dự hội nghị có lãnh đạo hai sở. Phát biểu tại hội nghị, ông chúc mừng."
    event = main_event(said, body, title="Ký kết hợp tác")
    assert event and event.type == "ceremony"
