"""The scope of a count: all attendees, a part of them, several sessions; never a sum."""

from __future__ import annotations

import pytest

from extract.mentions.attendance import find_attendance
from extract.text.document import read_document
from tests.extract.articles import article

E, G, S = "event", "group", "series"


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        # a single number counts all, also with other people named beside it
        ("Tham dự hội nghị có 120 đại biểu.", {120: E}),
        ("Dự lễ có bà Tòng Thị Mẩy, Chủ tịch UBND xã và 120 đoàn viên.", {120: E}),
        ("Dự họp có lãnh đạo các phòng, ban; 45 trưởng bản.", {45: E}),
        ("Hội thi có 22 thí sinh.", {22: E}),
        ("Hội nghị thu hút hơn 300 đại biểu tham dự trực tiếp.", {300: E}),
        ("Tại điểm cầu huyện có 140 đại biểu dự hội nghị trực tuyến.", {140: E}),
        # a whole and its parts
        ("Dự lễ có 150 đại biểu, trong đó có 65 đại biểu là bí thư chi bộ.", {150: E, 65: G}),
        ("Tham dự có 90 đại biểu (50 nhà khoa học và 40 nông dân).", {90: E, 50: G, 40: G}),
        ("Dự kiến có 500 đại biểu tham dự. Trong đó có 200 đại biểu khối trường học.", {500: E, 200: G}),
        ("Hội nghị trực tuyến có hơn 9.000 đại biểu tham dự. Tại điểm cầu xã có 40 đại biểu dự.", {9000: E, 40: G}),
        # numbers of different people, none of all
        ("Dự hội nghị có 35 cán bộ xã và 70 hộ kinh doanh.", {35: G, 70: G}),
        ("Dự buổi lễ gồm 50 đại biểu và hơn 80 khách mời.", {50: G, 80: G}),
        ("Dự lễ có lãnh đạo tỉnh, cùng 200 đại biểu. Đặc biệt, dự lễ còn có 90 đại biểu là kiều bào.", {200: G, 90: G}),
        # beside a crowd that nobody counted; delegates only where the same sentence says so
        ("Giải có 80 vận động viên tham gia. Hàng nghìn người dân đã có mặt cổ vũ.", {80: G}),
        ("Dự lễ có 80 đại biểu. Buổi lễ có đông đảo nhân dân tham dự.", {80: E}),
        ("Dự lễ có 80 đại biểu cùng đông đảo nhân dân.", {80: G}),
        ("Có 1.500 đại biểu dự Đại lễ. Ngoài ra, dự kiến có 20.000 phật tử tham dự.", {1500: G, 20000: G}),
        # from abroad and of the country; a whole of both
        ("Dự lễ có 120 đại biểu quốc tế. Hơn 900 đại biểu trong nước cũng có mặt.", {120: G, 900: G}),
        ("Dự lễ có 900 đại biểu trong nước và quốc tế. Có 120 đại biểu quốc tế dự.", {900: E, 120: G}),
        # a whole that is split into groups of one day, or into sessions
        ("Chiều nay, 1.000 đại biểu chia thành 8 tổ thảo luận.", {1000: E}),
        ("Lớp tập huấn có 90 học viên, chia làm 2 đợt.", {90: S}),
        # volunteers for whom an event is held, and those who help at one
        ("Ngày hội hiến máu thu hút khoảng 250 tình nguyện viên.", {250: E}),
        ("Giải chạy có 80 vận động viên và 25 tình nguyện viên tham gia.", {80: E, 25: G}),
        # performers, halls, sessions
        ("Đêm nhạc có sự tham gia của 60 diễn viên, nghệ sĩ.", {60: G}),
        ("Lễ hội có tiết mục múa xòe với sự tham gia của 500 phụ nữ.", {500: G}),
        ("Lễ hội xòe có sự tham gia của 500 phụ nữ.", {500: E}),
        ("Dự hội nghị trực tuyến có 50 đại biểu tại hội trường. Mỗi điểm cầu 20 người.", {50: G, 20: G}),
        ("Khóa bồi dưỡng có tổng số 84 học viên được chia thành 3 lớp.", {84: S}),
    ],
)
def test_scopes(text: str, scopes: dict[int, str]) -> None:
    found = find_attendance(read_document(article(text))).mentions
    assert {count.value.count: count.value.scope for count in found} == scopes  # type: ignore[attr-defined]


def test_those_whom_the_title_counts_are_all() -> None:
    text = ("Hàng nghìn người đã có mặt tại ngày hội.", "Buổi chiều có khoảng 2.000 nông dân tham gia trò chơi.")
    (count,) = find_attendance(read_document(article(*text, title="2.000 nông dân dự ngày hội chè"))).mentions
    assert count.value.scope == "event"  # type: ignore[attr-defined]
    (count,) = find_attendance(read_document(article(*text, title="Ngày hội chè"))).mentions
    assert count.value.scope == "group"  # type: ignore[attr-defined]
