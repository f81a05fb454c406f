"""What the tables say of a count: its signs, the names for those without any, and the nouns that are no people.

Each sign weighs as lexicons/weights.toml says, by its name or its feature's; of each group the first that holds counts.
`rule` is the one with the most points for attendance, `reason` the one with the most against it.
"""

from __future__ import annotations

from typing import Any

from extract.declaration.rules import Rule
from extract.mentions.attendance.context import CountContext
from extract.mentions.attendance.signs_around import AROUND
from extract.mentions.attendance.signs_before import BEFORE, OF_NUMBER

SIGNS: tuple[Rule[CountContext], ...] = tuple(sign for group in (*OF_NUMBER, BEFORE, *AROUND) for sign in group)
RULE_NAMES = {sign.weighed_as: sign.name for sign in SIGNS}

# Names of a count on which no sign decides, or whose noun does.
_OTHERS: tuple[Rule[Any], ...] = (
    Rule(
        "count",
        "Nothing speaks for it.",
        "refused",
        ("Sáng 14/5, xã họp. Toàn xã còn 120 người dân nghèo.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
    ),
    Rule(
        "noun",
        "What is counted is not people.",
        "refused",
        ("Sáng 14/5, xã họp và tặng 120 suất quà.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
    ),
    Rule(
        "gift",
        "Gifts are counted.",
        "refused",
        ("Sáng 14/5, xã họp và tặng 120 suất quà.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
    ),
    Rule(
        "money",
        "Money is counted.",
        "refused",
        ("Sáng 14/5, xã họp và tặng 120 triệu đồng.",),
        ("Sáng 14/5, xã họp và tặng 120 suất quà.",),
    ),
    Rule(
        "document",
        "Papers are counted.",
        "refused",
        ("Sáng 14/5, xã họp và bàn 120 ý kiến.",),
        ("Sáng 14/5, xã họp và tặng 120 suất quà.",),
    ),
    Rule(
        "unit",
        "Bodies are counted.",
        "refused",
        ("Sáng 14/5, huyện họp với 120 đơn vị.",),
        ("Sáng 14/5, xã họp và tặng 120 suất quà.",),
    ),
    Rule(
        "venue",
        "Halls are counted.",
        "refused",
        ("Sáng 14/5, huyện họp tại 12 điểm cầu.",),
        ("Sáng 14/5, xã họp và tặng 120 suất quà.",),
    ),
    Rule(
        "seat",
        "Seats are counted.",
        "refused",
        ("Sáng 14/5, xã mở nhà văn hóa 120 chỗ ngồi.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
    ),
    Rule(
        "vote",
        "Votes are counted.",
        "refused",
        ("Sáng 14/5, xã họp, ông Tám được 120 phiếu.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
    ),
    Rule(
        "context",
        "Too little speaks for it.",
        "refused",
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Ông kể về 120 người dân trồng chè.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
    ),
    Rule(
        "no_event",
        "The article reports no event at which they could be counted.",
        "refused",
        ("Quy định mới về lễ hội. Lễ hội có 120 đại biểu tham dự.",),
        ("Sáng 14/5, UBND xã tổ chức hội nghị. Tham dự có 120 đại biểu.",),
    ),
)

RULES: tuple[Rule[Any], ...] = (*SIGNS, *_OTHERS)
