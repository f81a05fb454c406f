"""What the words around a count say of the people counted: each condition with what meets it and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.mentions.attendance import conditions
from extract.mentions.attendance.context import CountContext
from tests.extract.mentions.attendance.counting import context, contexts

Condition = Callable[[CountContext], object]


@pytest.mark.parametrize(
    ("condition", "holds", "fails"),
    [
        (conditions.are_recruits, "Đợt này, xã có 18 thanh niên nhập ngũ.", "Đợt này, xã có 18 thanh niên nghèo."),
        (
            conditions.is_of_another_year,
            "Hội thi năm 2018 thu hút 45 thí sinh.",
            "Hội thi năm 2024 thu hút 45 thí sinh.",
        ),
        (conditions.is_of_another_year, "Có 45 nông dân mỗi năm.", "Có 45 nông dân mỗi bản."),
        (conditions.is_of_votes, "Có 20/22 đại biểu biểu quyết tán thành.", "Có 20/22 đại biểu tham dự, đạt 90%."),
        (
            conditions.closes_attendee_list,
            "Dự lễ có bà Lò Thị Nga, Chủ tịch xã và 45 nông dân.",
            "Bà Lò Thị Nga thăm bản Mẫu và 45 nông dân.",
        ),
        (conditions.is_taught, "Xã mở lớp tập huấn cho 45 nông dân.", "Xã trao quà Tết cho 45 nông dân."),
        (conditions.is_subject_of_coming, "45 đại biểu nghe báo cáo.", "45 hộ dân nghe báo cáo."),
        (conditions.is_of_each_hall, "Họp trực tuyến, mỗi điểm cầu 45 người.", "Họp trực tuyến, điểm cầu có 45 người."),
        (conditions.is_linked, "Toàn cụm có 7 xã với 45 thí sinh.", "Toàn cụm có 45 thí sinh."),
        (conditions.are_chosen, "Đại hội bầu Ban Chấp hành gồm 15 đồng chí.", "Đại hội có 15 đồng chí."),
        (conditions.are_of_school_class, "Trường có lớp 5 với 32 học sinh.", "Dự lễ khai giảng có 32 học sinh."),
        (conditions.are_represented, "Ông đại diện cho 450 hội viên.", "Ông gặp 450 hội viên."),
        (conditions.are_represented, "Ông đại diện cho 450 hội viên.", "Dự lễ có đại diện 45 hộ dân."),
        (conditions.have_spoken, "Có 12 cử tri phát biểu ý kiến.", "Có 12 cử tri dự họp."),
        (conditions.were_met, "Đại biểu tiếp xúc 120 cử tri.", "Xã có 120 cử tri."),
        (conditions.were_given, "Có 12 đảng viên được trao tặng huy hiệu.", "Có 12 đảng viên dự lễ."),
        (
            conditions.were_given,
            "Có 43 học viên được cấp giấy chứng nhận.",
            "Có 43 học viên tham gia lớp được cấp giấy chứng nhận.",
        ),
        (conditions.has_unit, "Năm nay, tỉnh Sơn La có 900 thí sinh.", "Năm nay, hội thi có 900 thí sinh."),
    ],
)
def test_a_condition_holds_for_one_sentence_and_not_for_the_other(condition: Condition, holds: str, fails: str) -> None:
    assert condition(context(holds))
    assert not condition(context(fails))


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Dự có 45 đại biểu và 60 nông dân.", True),
        ("Dự có 45 đại biểu, cùng 60 nông dân.", True),
        ("Dự có 45 đại biểu. Xã có 60 nông dân.", False),
        (f"Dự có 45 đại biểu {'của các bản xa xôi ' * 10}và 60 nông dân.", False),  # too far away
    ],
)
def test_a_count_goes_on_from_one_that_is_near(text: str, goes_on: bool) -> None:
    assert conditions.goes_on(contexts(text)[1]) is goes_on


@pytest.mark.parametrize(("lines", "elsewhere"), [(0, False), (6, True)])
def test_another_occasion_is_told_of_behind_the_opening(lines: int, elsewhere: bool) -> None:
    found = context("Trời đẹp.\n" * lines + "Trước đó, 45 đại biểu dự lễ dâng hương.")
    assert conditions.is_elsewhere(found) is elsewhere


@pytest.mark.parametrize(
    ("told", "elsewhere"),
    [
        ("Ngày 22/5 tới, xã sẽ tổ chức lễ hội. Dự kiến có 450 đại biểu tham dự.", True),
        ("Sắp tới, huyện sẽ mở hội thi với 450 thí sinh tham gia.", True),
        ("Xã sẽ tổ chức trao quà. Tham dự có 450 đại biểu.", False),
    ],
)
def test_an_occasion_to_come_is_another_one(told: str, elsewhere: bool) -> None:
    assert conditions.is_elsewhere(context("Trời đẹp.\n" * 6 + told)) is elsewhere


def test_occasions_that_are_summed_up() -> None:
    opening = "Trời đẹp.\n" * 6
    assert conditions.is_tally(context(f"{opening}Hội đã tổ chức 30 lớp với 900 người."))
    assert conditions.is_tally(context(f"{opening}Hội tổ chức 30 cuộc nói chuyện. Kết quả có 900 người dự."))
    assert not conditions.is_tally(context(f"{opening}Hội mở lớp với 900 người."))
