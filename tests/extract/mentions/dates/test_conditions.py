"""Conditions of the rules for dates: what the words around the date in brackets say of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.mentions.dates import conditions
from extract.mentions.dates.context import DateContext, context_of
from extract.mentions.dates.expressions import read_expressions
from extract.mentions.dates.resolution import anchor_of, place
from tests.extract.texts import bracketed

Condition = Callable[[DateContext], bool]
PUBLISHED = "2024-05-15"


def context(text: str, published: str | None = PUBLISHED) -> DateContext:
    """The date in brackets in its sentence; the date before it, if there is one, is an event's."""
    document, span = bracketed(text)
    anchor = anchor_of(published, (), ())
    expressions = [one for one in read_expressions(document.folded) if one.span.start <= span.start]
    dated = [place(one.days, anchor, False) for one in expressions if one.days]
    assert (expressions[-1].span, len(dated)) == (span, len(expressions))
    previous = dated[-2] if len(dated) > 1 else None
    return context_of(document, expressions[-1], dated[-1], anchor, previous)


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (conditions.is_last_day, "Ngày 12/5, xã mở hội chợ. Hội chợ kéo dài đến hết [ngày 18/5]."),
        (conditions.follows_label, "Ngày đăng: [12/03/2024]"),
        (conditions.has_clock_of_stamp, "[Thứ sáu, 01/03/2024] 09:30"),
        (conditions.has_clock_of_stamp, "Cập nhật [09:30 ngày 01/03/2024]"),
        (conditions.is_same_day_of_two_years, "Kỷ niệm 50 năm ([12/3/1974 - 12/3/2024])."),
        (conditions.ends_commemorated_name, "Xã mít tinh kỷ niệm Ngày Quốc tế Phụ nữ [8/3]."),
        (conditions.follows_document, "Theo Quyết định số 15/QĐ-UBND [ngày 12/3/2024] của UBND huyện."),
        (conditions.follows_document, "Theo Quyết định [ngày 12/3/2024] của UBND huyện."),
        (conditions.heads_issue, "[Ngày 12/3/2024], UBND tỉnh ban hành Quyết định số 15/QĐ-UBND."),
        (conditions.follows_limit, "Các hộ nộp hồ sơ trước [ngày 20/5]."),
        (conditions.is_background, "Ông Lò Văn Khiên sinh [ngày 12/3/1960] tại bản Nà Mẫu."),
        (conditions.is_ahead, "Hội nghị sẽ diễn ra vào [ngày 20/5]."),
        (conditions.is_ahead, "Hội nghị họp [ngày 20/5]."),  # after publication
        (conditions.is_held_on, "Hội nghị được tổ chức vào [ngày 12/5] tại xã."),
        (conditions.is_held_on, "Xã tổ chức lễ bàn giao nhà vào [sáng 12/5]."),
        (conditions.opens_report, "[Ngày 12/5], UBND xã tổ chức hội nghị."),
        (conditions.opens_report, "[Sáng 12/5], tại xã Nà Mẫu, hội nghị khai mạc."),
        (conditions.opens_report, "[Ngày 12/5/2023], UBND xã tổ chức hội nghị."),  # on a page that was moved
        (conditions.heads_report, "[Ngày 12/5], UBND xã tổ chức hội nghị."),
    ],
)
def test_a_condition_holds(condition: Condition, text: str) -> None:
    assert condition(context(text))


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (conditions.is_last_day, "Hội chợ kéo dài đến hết [ngày 18/5]."),  # no day before it
        (conditions.is_last_day, "Ngày 12/5, xã mở hội chợ. Hội chợ khai mạc [ngày 18/5]."),
        (conditions.is_last_day, "Ngày 20/4, xã mở hội chợ. Hội chợ kéo dài đến hết [ngày 18/4]."),  # before it
        (conditions.follows_label, "Xã họp [ngày 12/03/2024]"),
        (conditions.has_clock_of_stamp, "Xã họp [9 giờ ngày 01/03/2024]."),
        (conditions.has_clock_of_stamp, "Xã họp lúc [09:30 ngày 01/03/2024]."),
        (conditions.is_same_day_of_two_years, "Hội thi mở [12/3/2024 - 14/3/2024]."),
        (conditions.is_same_day_of_two_years, "Hội thi mở [ngày 12/3/2024]."),
        (conditions.ends_commemorated_name, "Xã mít tinh [ngày 8/3]."),
        (conditions.ends_commemorated_name, "Kỷ niệm Ngày Quốc tế Phụ nữ, [ngày 8/3] xã mít tinh."),
        (conditions.ends_commemorated_name, "Kỷ niệm Ngày Quốc tế Phụ nữ [sáng 8/3]."),  # with a part of day
        (conditions.ends_commemorated_name, "Kỷ niệm Ngày Quốc tế Phụ nữ. [Ngày 8/3], xã mít tinh."),
        (conditions.follows_document, "Hội nghị họp [ngày 12/3/2024]."),
        (conditions.follows_document, "Theo Quyết định [sáng 12/3/2024]."),
        (conditions.heads_issue, "[Ngày 12/3/2024], UBND tỉnh họp và ban hành Quyết định số 15/QĐ-UBND."),
        (conditions.heads_issue, "UBND tỉnh [ngày 12/3/2024] ban hành Quyết định số 15/QĐ-UBND."),
        (conditions.follows_limit, "Các hộ nộp hồ sơ [ngày 20/5]."),
        (conditions.follows_limit, "Các hộ nộp hồ sơ trước [sáng 20/5]."),
        (conditions.is_background, "Ông Lò Văn Khiên phát biểu [ngày 12/3/2024]."),
        (conditions.is_ahead, "Hội nghị đã họp [ngày 12/5]."),
        (conditions.is_ahead, "Theo kế hoạch, hội nghị sẽ họp [ngày 12/5/2023]."),  # publication says otherwise
        (conditions.is_held_on, "Bà con gặt lúa [ngày 12/5]."),
        (conditions.is_held_on, "Hội nghị được tổ chức vào [ngày 12/5/2023] tại xã."),  # long ago
        (conditions.opens_report, "Bà con gặt lúa [ngày 12/5], trời nắng."),
        (conditions.opens_report, "[Ngày 12/5/2020], UBND xã tổ chức hội nghị."),
        (conditions.opens_report, "Trời nắng. [Ngày 12/5/2023], UBND xã tổ chức hội nghị."),
        (conditions.opens_report, "Tin.\nTin.\nTin.\n[Ngày 12/5], UBND xã tổ chức hội nghị."),
        (conditions.heads_report, "[Ngày 12/4], UBND xã tổ chức hội nghị."),  # more than twenty days ago
        (conditions.heads_report, "[Ngày 12/5], trời nắng."),
        (conditions.heads_report, "bà con gặt lúa [ngày 12/5] và tổ chức hội nghị."),
    ],
)
def test_a_condition_fails(condition: Condition, text: str) -> None:
    assert not condition(context(text))


def test_without_a_day_of_publication_a_date_counts_as_recent() -> None:
    assert conditions.heads_report(context("[Ngày 12/4/2019], UBND xã tổ chức hội nghị.", published=None))
    assert not conditions.is_ahead(context("Hội nghị họp [ngày 20/5/2030].", published=None))
