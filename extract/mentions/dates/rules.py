"""The rules that classify dates, in the order in which they are tried, and those that refuse look-alikes.

The conditions of longer words are functions of `conditions`.
"""

from __future__ import annotations

from typing import Any

from extract.declaration.rules import Rule
from extract.mentions.dates.conditions import (
    ends_commemorated_name,
    follows_document,
    follows_label,
    follows_limit,
    has_clock_of_stamp,
    heads_issue,
    heads_report,
    is_ahead,
    is_background,
    is_held_on,
    is_last_day,
    is_same_day_of_two_years,
    opens_report,
)
from extract.mentions.dates.context import DateContext, PeriodContext
from extract.mentions.dates.false_dates import FALSE_DATES
from extract.mentions.dates.patterns import AS_OF, YEARLY

# The kinds of days, from the most to the least certain.
DATES: tuple[Rule[DateContext], ...] = (
    Rule(
        "until",
        "The date is the last day of what began on the day told before.",
        "event",
        ("Sáng 10/5, UBND xã khai mạc lớp tập huấn. Lớp tập huấn kéo dài đến hết ngày 12/5.",),
        ("Sáng 10/5, UBND xã khai mạc lớp tập huấn. Ngày 12/5, xã bế mạc lớp.",),
        is_last_day,
    ),
    Rule(
        "stamp",
        "A label of publication stands right before the date.",
        "published",
        ("Ngày đăng: 12/03/2024. UBND xã thông báo.",),
        ("Sáng 12/3/2024, UBND xã họp.",),
        follows_label,
    ),
    Rule(
        "stamp_clock",
        "A clock time in colon form stands in or after the date, without a word for the hour.",
        "published",
        ("12/03/2024 08:15 UBND xã Hòa An thông báo.",),
        ("Lúc 8 giờ ngày 12/03/2024, UBND xã Hòa An họp.",),
        has_clock_of_stamp,
    ),
    Rule(
        "anniversary_pair",
        "A range runs from a day to the same day of another year.",
        "commemorated",
        ("Xã dâng hương nhân 77 năm Ngày Thương binh (27/7/1947 - 27/7/2024).",),
        ("Lễ hội kéo dài 25/7/2024 - 27/7/2024.",),
        is_same_day_of_two_years,
    ),
    Rule(
        "anniversary",
        "The date ends the name of what is commemorated.",
        "commemorated",
        ("Hội Phụ nữ xã họp mặt kỷ niệm Ngày Quốc tế Phụ nữ 8/3.",),
        ("Sáng 8/3, Hội Phụ nữ xã tổ chức họp mặt.",),
        ends_commemorated_name,
    ),
    Rule(
        "document_date",
        "A number of a document, or the words of its signing, stand right before the date.",
        "document",
        ("Xã triển khai Kế hoạch số 12/KH-UBND ngày 03/02/2024.",),
        ("Ngày 3/2/2024, xã triển khai nhiệm vụ.",),
        follows_document,
    ),
    Rule(
        "issue_day",
        "The date heads a clause that says that a document was issued.",
        "document",
        ("Ngày 6/2/2024, UBND tỉnh ban hành Kế hoạch số 15/KH-UBND.",),
        ("Ngày 6/2/2024, UBND tỉnh tổ chức họp báo.",),
        heads_issue,
    ),
    Rule(
        "limit",
        "A word for a limit stands right before the date.",
        "as_of",
        ("Tính đến ngày 30/4/2024, xã có 12 hộ nghèo.",),
        ("Sáng ngày 30/4/2024, xã tổ chức hội thao.",),
        follows_limit,
    ),
    Rule(
        "yearly",
        "The date is said to come back every year.",
        "other",
        ("Chợ phiên họp từ ngày 10/3 đến 12/3 hằng năm.",),
        ("Lễ hội khai mạc ngày 10/3/2024.",),
        lambda date: YEARLY.match(date.right),
    ),
    Rule(
        "background",
        "A word for something earlier, or for birth or death, stands before the date.",
        "other",
        ("Bà Lò Thị Mây sinh ngày 5/6/1950.",),
        ("Sáng 5/5/2024, bà Lò Thị Mây dự họp.",),
        is_background,
    ),
    Rule(
        "ahead",
        "The day lies after publication, or the clause speaks of the future.",
        "scheduled",
        ("Hội thi sẽ diễn ra ngày 20/6/2024.",),
        ("Hội thi đã diễn ra ngày 20/4/2024.",),
        is_ahead,
    ),
    Rule(
        "held_on",
        "A verb of holding stands right before the date, or the date ends a clause that has one.",
        "event",
        ("Hội thi được tổ chức vào ngày 20/4/2024.",),
        ("Hội thi sẽ được tổ chức vào ngày 20/6/2024.",),
        is_held_on,
    ),
    Rule(
        "opening",
        "The date heads a clause of the opening that tells what was done.",
        "event",
        ("Sáng 14/5, UBND huyện tổ chức hội nghị tổng kết.",),
        ("Hội nghị do UBND huyện tổ chức có nhắc đến ngày 14/5 vừa rồi.",),
        opens_report,
    ),
    Rule(
        "clause",
        "The date heads a clause further down that tells what was done, not long before publication.",
        "event",
        (
            "UBND xã báo cáo kết quả.\nNông dân phấn khởi.\nMùa màng tốt tươi.\nĐường sá sạch đẹp.\n"
            "Ngày 10/5, đoàn đã kiểm tra các hộ dân.",
        ),
        (
            "UBND xã báo cáo kết quả.\nNông dân phấn khởi.\nMùa màng tốt tươi.\nĐường sá sạch đẹp.\n"
            "Ngày 10/1, đoàn đã kiểm tra các hộ dân.",
        ),
        heads_report,
    ),
    Rule(
        "mentioned",
        "No other rule applies.",
        "other",
        ("Bà con nhớ ngày 5/6/1968 và chuyện xưa.",),
        ("Sáng 14/5, UBND huyện tổ chức hội nghị.",),
        lambda date: True,
    ),
)

# The kinds of months, years and other periods.
PERIODS: tuple[Rule[PeriodContext], ...] = (
    Rule(
        "term",
        "A term of office in years.",
        "term",
        ("Đại hội Đảng bộ xã nhiệm kỳ 2020 - 2025 thành công.",),
        ("Xã thực hiện kế hoạch năm 2024.",),
        lambda period: period.form == "term",
    ),
    Rule(
        "vague",
        "A word for a time not long ago opens its sentence, which tells what was done.",
        "event",
        ("Vừa qua, UBND xã tổ chức lễ phát động trồng cây.",),
        ("Ngày 4/5, UBND xã tổ chức lễ phát động trồng cây.",),
        lambda period: period.form == "vague" and not period.left and period.reports_action,
    ),
    Rule(
        "vague",
        "A word for a time not long ago stands elsewhere.",
        "other",
        ("Bà con phấn khởi vì mùa màng vừa qua tốt tươi.",),
        ("Bà con phấn khởi vì mùa màng tốt tươi.",),
        lambda period: period.form == "vague",
    ),
    Rule(
        "limit",
        "A word for a limit stands right before a period.",
        "as_of",
        ("Tính đến tháng 4/2024, xã có 12 hộ nghèo.",),
        ("Trong tháng 4/2024, xã có 12 hộ nghèo.",),
        lambda period: AS_OF.search(period.left),
    ),
    Rule(
        "mentioned",
        "No other rule of periods applies.",
        "other",
        ("Ông kể nhiều chuyện của năm 1968.",),
        ("Đại hội nhiệm kỳ 2020 - 2025.",),
        lambda period: True,
    ),
)

# What the form of a period says by itself: `periods` reads the form, and nothing more is tested.
_FORMS: tuple[Rule[PeriodContext], ...] = (
    Rule(
        "period",
        "Years that a plan or a count covers.",
        "refused",
        ("Xã thực hiện đề án giai đoạn 2021 - 2025.",),
        ("Đại hội nhiệm kỳ 2020 - 2025.",),
    ),
    Rule(
        "law",
        "The year of a law is part of its name.",
        "refused",
        ("Theo Luật Đất đai năm 2024.",),
        ("Năm 2024.",),
    ),
    Rule(
        "phone",
        "A telephone number.",
        "refused",
        ("Điện thoại 0912 345 678.",),
        ("Năm 2024, xã lắp điện thoại.",),
    ),
)

_LOOKALIKE: Rule[DateContext] = Rule(
    "lookalike",
    "Figures that look like a day; the reason says what they are.",
    "refused",
    ("Có 8/12 huyện hoàn thành chỉ tiêu.",),
    ("Sáng 8/12, huyện hoàn thành chỉ tiêu.",),
)

RULES: tuple[Rule[Any], ...] = (*DATES, *PERIODS, _LOOKALIKE, *FALSE_DATES, *_FORMS)
