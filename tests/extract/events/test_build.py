"""The name and the mode of an event, by the sentence that reports it."""

from __future__ import annotations

import pytest

from tests.extract.events.reading import main_event


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Sáng 13/5, UBND huyện tổ chức hội nghị tổng kết năm học; dự có các trường.", "hội nghị tổng kết năm học"),
        ("Sáng 13/5, Huyện đoàn khai mạc hội trại (lần thứ ba).", "hội trại"),
        ("Sáng 13/5, Hội Nông dân xã tổ chức lớp tập huấn nuôi ong trong 2 ngày cho 30 hộ.", "lớp tập huấn nuôi ong"),
        ("Sáng 13/5, UBND xã tổ chức lễ ra quân làm thủy lợi.", "lễ ra quân làm thủy lợi"),
        ("UBND huyện tổ chức hội thi cồng chiêng từ ngày 13/5 đến ngày 15/5/2024.", "hội thi cồng chiêng"),
        ("Sáng 13/5, UBND huyện tổ chức hội thi nấu ăn là hoạt động thứ hai của tháng.", "hội thi nấu ăn"),
    ],
)
def test_the_name_goes_from_the_trigger_to_the_end_of_its_clause(body: str, name: str) -> None:
    event = main_event(body)
    assert event and event.name == name


def test_a_long_name_ends_at_a_word() -> None:
    told = "hội nghị triển khai nhiệm vụ " + "phòng chống cháy rừng và " * 12 + "mùa khô"
    event = main_event(f"Sáng 13/5, UBND huyện tổ chức {told}.")
    assert event and len(event.name) <= 200 and told.startswith(f"{event.name} ")


@pytest.mark.parametrize(
    ("body", "mode"),
    [
        ("Sáng 13/5, UBND huyện tổ chức hội nghị trực tuyến triển khai Luật Đất đai.", "online"),
        ("Sáng 13/5, UBND huyện tổ chức hội nghị trực tiếp tại hội trường, kết nối với 12 điểm cầu xã.", "hybrid"),
        ("Sáng 13/5, UBND huyện tổ chức hội nghị về dịch vụ công.", "in_person"),
        ("Sáng 13/5, UBND huyện khánh thành dự án thí điểm cầu đi bộ.", "in_person"),
        (
            "Sáng 13/5, Sở Y tế họp trực tuyến. Dự tại điểm cầu tỉnh có lãnh đạo sở. Tại điểm cầu 9 huyện có các trạm.",
            "hybrid",
        ),
        ("Sáng 13/5, UBND huyện họp trực tuyến từ điểm cầu huyện đến các điểm cầu xã.", "hybrid"),
        ("Sáng 13/5, UBND huyện họp trực tuyến từ các điểm cầu xã.", "online"),
    ],
)
def test_the_mode_is_that_of_the_event_not_of_its_topic(body: str, mode: str) -> None:
    event = main_event(body, "Các xã đẩy mạnh dịch vụ công trực tuyến.", title="Hội nghị của UBND huyện")
    assert event is not None and event.mode == mode


def test_initials_of_a_newspaper_make_no_event_an_online_one() -> None:
    event = main_event("(LĐ online) - Sáng 9/5, UBND tỉnh tổ chức họp báo.", "")
    assert event and event.mode == "in_person"
