"""The kind of a date where several rules may hold: the first of the list decides."""

from __future__ import annotations

import pytest

from extract.mentions.dates.find import find_dates
from extract.text.document import read_document
from tests.extract.articles import article


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        ("Ngày đăng: 13/5/2024 sáng xã họp.", "published", "stamp"),
        ("Sáng 13/5, UBND xã tổ chức hội nghị.", "event", "opening"),
        ("Hội nghị được tổ chức vào ngày 13/5/2024.", "event", "held_on"),
        ("Hội nghị sẽ được tổ chức vào ngày 23/5/2024.", "scheduled", "ahead"),  # not "held_on", which holds too
        ("Kế hoạch số 12/KH-UBND ngày 13/5/2024 của UBND xã nêu rõ.", "document", "document_date"),
        ("Tính đến ngày 13/5/2024, xã có 12 hộ nghèo.", "as_of", "limit"),
        ("Ông Mè Văn Toàn sinh ngày 13/5/1970 tại xã Nà Mẫu.", "other", "background"),
        ("Lễ hội diễn ra ngày 13/5 hằng năm.", "other", "yearly"),
        ("Bà con nhớ mãi hôm 13/5/2024 ấy.", "other", "mentioned"),
    ],
)
def test_the_first_rule_that_holds_decides(text: str, kind: str, rule: str) -> None:
    first = find_dates(read_document(article(text))).mentions[0]
    assert (first.value.kind, first.rule) == (kind, rule)  # type: ignore[attr-defined]
