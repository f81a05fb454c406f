"""The status of an event (held, scheduled, cancelled, postponed) in wordings of real sites."""

from __future__ import annotations

import pytest

from extract import extract
from tests.extract.articles import article


@pytest.mark.parametrize(
    ("text", "status", "start"),
    [
        ("UBND huyện Ba Bể thông báo hủy Giải đua thuyền ngày 19/5/2024.", "cancelled", "2024-05-19"),
        ("UBND thị trấn hoãn các hoạt động Ngày hội Văn hóa ngày 19/5/2024 do mưa lũ.", "cancelled", "2024-05-19"),
        ("Huyện đoàn quyết định không tổ chức Hội trại ngày 19/5/2024.", "cancelled", "2024-05-19"),
        ("Do mưa lớn, huyện dời Hội thi văn nghệ từ ngày 19/5/2024 sang ngày 26/5/2024.", "scheduled", "2024-05-26"),
        ("UBND xã chuyển thời gian tổ chức Lễ hội từ ngày 19/5/2024 sang ngày 2/6/2024.", "scheduled", "2024-06-02"),
        (
            "UBND tỉnh thay đổi ngày tiếp công dân. Ngày 19/5/2024 là chủ nhật nên được chuyển sang thứ hai, "
            "ngày 20/5/2024.",
            "scheduled",
            "2024-05-20",
        ),
        ("Bốn công trình sẽ được đồng loạt khởi công ngày 19/5/2024.", "scheduled", "2024-05-19"),
        ("Tối 15/5, UBND quận sẽ khai trương phố đi bộ.", "scheduled", "2024-05-15"),
        ("Ngày 19/5/2024, UBND huyện sẽ tổ chức Lễ hội.", "scheduled", "2024-05-19"),
        ("Lễ khai giảng dự kiến ngày 19/5/2024 phải lùi sang ngày 26/5/2024 do bão.", "scheduled", "2024-05-26"),
        ("UBND huyện đang chuẩn bị tổ chức Ngày hội Văn hóa vào ngày 25/5/2024.", "scheduled", "2024-05-25"),
        ("UBND huyện quyết định tạm ngưng tổ chức Lễ hội ngày 19/5/2024.", "cancelled", "2024-05-19"),
        ("Giải đua bè ngày 19/5/2024 của huyện bị hủy vì mưa lớn.", "cancelled", "2024-05-19"),
        ("Lễ hội dự kiến diễn ra ngày 19/5/2024 tại huyện sẽ không được tổ chức.", "cancelled", "2024-05-19"),
        ("Sáng 12/5, Chủ tịch UBND tỉnh kiểm tra và yêu cầu nhà máy tạm ngưng hoạt động.", "held", "2024-05-12"),
        ("Sáng 12/5, UBND huyện đã tổ chức hội nghị thông báo dự kiến thời gian kỳ họp.", "held", "2024-05-12"),
        ("Sáng 12/5, UBND xã tổ chức lễ ra quân tiêu hủy gia cầm.", "held", "2024-05-12"),
    ],
)
def test_the_status_of_an_event(text: str, status: str, start: str) -> None:
    main = extract(article(text)).main_event
    assert main and (main.status, main.start_date) == (status, start)
