"""The phrases that name occasions, and their role in the sentence."""

from __future__ import annotations

import pytest

from extract.events.triggers import find_triggers
from extract.text.document import read_document
from tests.extract.articles import article


def triggers(sentence: str) -> list[tuple[str, str, str]]:
    document = read_document(article(sentence))
    return [(found.type, found.standing, document.quote(found.span)) for found in find_triggers(document)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("UBND huyện tổ chức hội nghị sơ kết.", [("conference", "held", "hội nghị")]),
        ("Huyện ủy tổ chức Hội nghị tập huấn nghiệp vụ.", [("training", "held", "Hội nghị tập huấn nghiệp vụ")]),
        ("Xã tổ chức họp mặt tuyên truyền về biên giới.", [("campaign", "held", "họp mặt tuyên truyền")]),
        ("Phường tổ chức lễ phát động trồng cây.", [("campaign", "held", "lễ phát động")]),
        ("Đoàn giám sát của HĐND tỉnh đến xã.", [("inspection", "held", "Đoàn giám sát")]),
        ("Thành ủy tổ chức trao quyết định nghỉ hưu.", [("ceremony", "held", "trao quyết định")]),
        ("HĐND huyện tổ chức họp đoàn giám sát.", [("meeting", "held", "họp đoàn giám sát")]),
        ("Thường trực HĐND tổ chức phiên giải trình.", [("meeting", "held", "phiên giải trình")]),
        ("Thành ủy tổ chức hội nghị kiểm tra đánh giá.", [("conference", "held", "hội nghị kiểm tra đánh giá")]),
        ("Dự thảo sẽ trình HĐND thông qua tại kỳ họp.", [("council_session", "topic", "kỳ họp")]),
        ("Tàu huấn luyện cập cảng; Đại hội đồng Liên Hợp Quốc ra thông báo.", []),
        ("Quỹ Khuyến học trao 50 suất học bổng.", [("ceremony", "plain", "trao")]),
        ("Ban Chỉ đạo 35 họp phiên thứ hai.", [("meeting", "plain", "họp phiên thứ")]),
        ("Cổ động viên cổ vũ hội thi.", [("competition", "plain", "hội thi")]),
        ("Sáng nay diễn ra kỳ họp thứ 7 HĐND huyện.", [("council_session", "held", "kỳ họp thứ")]),
        ("Lãnh đạo huyện đến thăm gia đình chính sách.", [("visit", "plain", "đến thăm")]),
        ("Phát biểu tại buổi lễ, ông nhấn mạnh.", [("ceremony", "anaphor", "buổi lễ")]),
        ("Nâng cao chất lượng công tác kiểm tra.", [("inspection", "topic", "kiểm tra")]),
        ("Quy chế về đối thoại với nhân dân.", [("dialogue", "topic", "đối thoại")]),
        (
            "Công tác chuẩn bị Hội trại tòng quân và Lễ giao nhận quân.",
            [("festival", "topic", "Hội trại"), ("ceremony", "topic", "Lễ giao nhận quân")],
        ),
        (
            "Thủ tướng hội kiến Chủ tịch nước bạn nhân dịp dự Diễn đàn.",
            [("meeting", "plain", "hội kiến"), ("conference", "topic", "Diễn đàn")],
        ),
        ("Nhân dịp khai mạc lễ hội.", [("festival", "held", "lễ hội")]),
        ("Nhân dịp đầu xuân và lễ hội đền Đông.", [("festival", "topic", "lễ hội")]),
        ("Ủy ban Kiểm tra Huyện ủy họp kỳ thứ 30.", [("meeting", "plain", "họp")]),
        ("HĐND huyện họp kỳ thứ 3.", [("council_session", "plain", "họp kỳ thứ")]),
        # a ceremony and what was done besides are two; what is still prepared will be held; a term within the name
        (
            "Thứ trưởng đến dự lễ giao nhận quân và động viên tân binh.",
            [("ceremony", "held", "lễ giao nhận quân"), ("visit", "plain", "động viên")],
        ),
        ("Kế hoạch tổ chức lễ bàn giao, sẽ diễn ra ngày 11/2.", [("ceremony", "held", "lễ bàn giao")]),
        ("Đại hội lần thứ 3, nhiệm kỳ 2020-2025 đã diễn ra phiên trù bị.", [("congress", "held", "Đại hội")]),
        # what a rite belongs to, what is only quoted or aimed at, and what was carried out
        (
            "Lễ ký kết nằm trong khuôn khổ Lễ hội diễn ra từ ngày 5/9.",
            [("ceremony", "plain", "Lễ ký kết"), ("festival", "topic", "Lễ hội")],
        ),
        ("Xã hưởng ứng “Ngày hội văn hóa” của tỉnh.", [("festival", "topic", "Ngày hội văn hóa")]),
        ("Bệnh viện đã thực hiện khám bệnh miễn phí.", [("campaign", "held", "khám bệnh miễn phí")]),
        # a tally of work done; a contest that somebody has won; a count of days is none
        ("Năm qua, hội mở gần 180 lớp tập huấn.", [("training", "topic", "lớp tập huấn")]),
        ("Xã đã tổ chức 35 buổi đối thoại.", [("dialogue", "topic", "đối thoại")]),
        ("Huyện tổ chức 02 lớp tập huấn.", [("training", "held", "lớp tập huấn")]),
        ("Em đoạt huy chương vàng tại cuộc thi tin học.", [("competition", "topic", "cuộc thi")]),
        ("Phát biểu tại hội thi, ông khen các đội.", [("competition", "anaphor", "hội thi")]),
        # at the homes and places to which somebody came
        ("Tại các nơi đến thăm, đoàn hỏi han sức khỏe.", [("visit", "anaphor", "đến thăm")]),
    ],
)
def test_an_occasion_has_its_type_and_its_standing(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert triggers(sentence) == expected


@pytest.mark.parametrize("sentence", ["Giá hồ tiêu tăng cao.", "Tổ chức bộ máy tinh gọn.", "Công ty Lễ Môn mở rộng."])
def test_other_words_name_no_occasion_that_is_held(sentence: str) -> None:
    assert not [found for found in triggers(sentence) if found[1] == "held"]
