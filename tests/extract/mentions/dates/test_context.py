"""What the words around a date say: that it shows the present, an aim, the future, or the end of what went on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.mentions.dates.context import (
    indicates_present,
    indicates_today,
    is_aim,
    is_labelled_stamp,
    lasts_until,
    looks_ahead,
    opens_term,
)
from extract.model import Span
from extract.text.document import Document
from tests.extract.texts import bracketed

Asked = Callable[[Document, Span], bool]


@pytest.mark.parametrize(
    ("asked", "holds", "fails"),
    [
        (looks_ahead, "Hội nghị sẽ diễn ra [ngày 20/5].", "Hội nghị đã diễn ra [ngày 20/5]."),
        (lasts_until, "Lớp học kéo dài đến hết [ngày 18/5].", "Lớp học khai giảng [ngày 18/5]."),
        (opens_term, "Đại hội Đảng bộ xã nhiệm kỳ [2025-2030].", "Xã đạt chuẩn trong giai đoạn [2025-2030]."),
        (indicates_today, "Xã họp [chiều nay (6/12)].", "Xã họp [chiều 6/12]."),
    ],
)
def test_what_the_sentence_says_of_a_date(asked: Asked, holds: str, fails: str) -> None:
    assert asked(*bracketed(holds))
    assert not asked(*bracketed(fails))


@pytest.mark.parametrize(
    ("asked", "holds", "fails"),
    [
        (is_labelled_stamp, "ngày đăng: [ngày 16/5/2024]", "đăng ký họp [ngày 16/5/2024]"),
        (is_aim, "phấn đấu đến năm [2030]", "tổng kết năm [2023]"),
        (indicates_present, "xã họp [ngày 16/5/2024]", "ông sinh [ngày 16/5/1970]"),
    ],
)
def test_what_the_words_before_a_date_say(asked: Callable[[str, Span], bool], holds: str, fails: str) -> None:
    for text, expected in ((holds, True), (fails, False)):
        document, span = bracketed(text)
        assert asked(document.folded, span) is expected
