"""How an event is found: with a day of its own, or without."""

from __future__ import annotations

from typing import Any

from extract.declaration.rules import Rule

RULES: tuple[Rule[Any], ...] = (
    Rule(
        "dated_frame",
        "A sentence reports an occasion and its day.",
        "event",
        ("Sáng 14/5, UBND huyện tổ chức hội nghị tổng kết.",),
        ("UBND huyện vừa tổ chức hội nghị tổng kết. Tham dự có 120 đại biểu.",),
    ),
    Rule(
        "undated_frame",
        "A sentence reports an occasion; its day is not told there.",
        "event",
        ("UBND huyện long trọng tổ chức hội nghị tổng kết. Tham dự có 120 đại biểu.",),
        ("Sáng 14/5, UBND huyện tổ chức hội nghị tổng kết.",),
    ),
)
