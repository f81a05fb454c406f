"""Whether an article reports an event, by the features for it and against it."""

from __future__ import annotations

import pytest

from extract import extract
from tests.extract.articles import article


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Sáng 12/3, UBND huyện tổ chức hội nghị tổng kết công tác năm.", True),
        ("Ngày 4/10, tại hội nghị, ông Giàng A Pó cho biết xã đã hoàn thành kế hoạch.", True),
        # said to a newspaper on a day on which nobody gathered
        ("Ngày 4/10, ông Giàng A Pó, Chủ tịch UBND xã, cho biết sẽ kiểm tra việc thu phí.", False),
        ("Trưa 13/4, ông Giàng A Pó xác nhận đang rà soát để họp với các hộ.", False),
        ("Kế hoạch nêu rõ nội dung tập huấn cho cán bộ xã.", False),
    ],
)
def test_what_reports_an_event(text: str, reported: bool) -> None:
    assert (extract(article(text, published=None)).main_event is not None) is reported
