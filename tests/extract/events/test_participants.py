"""Who took part in the main event, by the days that are told of them."""

from __future__ import annotations

import pytest

from extract import extract
from scraper.article import Article

LEAD = "Sáng 9/5, UBND huyện tổ chức hội nghị về y tế. Tại hội nghị, bà Hà Thị Xoan, Bí thư Huyện ủy phát biểu. "


def there(text: str, published: str | None = "2024-05-10") -> bool:
    found = extract(Article(id="a", paragraphs=tuple((LEAD + text).split("\n")), published_at=published))
    return next(one.value.participant for one in found.officials if one.value.name == "Lò Văn Khiên")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another day begins the sentence, or is that of an occasion named in it
        ("Hôm qua 8/5, Giám đốc Sở Y tế Lò Văn Khiên cho biết thuốc đã về.", False),
        ("Ngày 4/4, Giám đốc Sở Y tế Lò Văn Khiên nói sẽ xây trạm. Ông Khiên mong bà con ủng hộ.", False),
        ("Giải trình tại phiên thảo luận ngày 23/4, Giám đốc Sở Y tế Lò Văn Khiên đề nghị xây trạm.", False),
        ("Tại kỳ họp tháng 7/2023, Giám đốc Sở Y tế Lò Văn Khiên nói sẽ xây trạm.", False),
        # the day of the event, or a day of which something else is told
        ("Ngày 9/5, Giám đốc Sở Y tế Lò Văn Khiên đề nghị xây trạm.", True),
        ("Trước ngày 30/6, Giám đốc Sở Y tế Lò Văn Khiên yêu cầu xong trạm.", True),
        ("Giám đốc Sở Y tế Lò Văn Khiên đề nghị xong trạm trước ngày 30/6.", True),
        ("Từ ngày 4/4 đến sáng nay, Giám đốc Sở Y tế Lò Văn Khiên yêu cầu trực.", True),
        # another sentence places the person at the event
        ("Ngày 4/4, Giám đốc Sở Y tế Lò Văn Khiên nói sẽ xây trạm. Tại hội nghị, ông Khiên xin lỗi.", True),
    ],
)
def test_who_is_told_of_on_another_day_took_no_part(text: str, expected: bool) -> None:
    assert there(text) is expected


def test_nothing_is_decided_where_the_year_is_unknown() -> None:
    assert there("Ngày 4/4, Giám đốc Sở Y tế Lò Văn Khiên đề nghị xây trạm.", published=None)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # a day in figures before the event is that of another occasion
        ("Xã tặng quà cho các hộ nghèo. Hôm 28/4, khoảng 700 người đã tham gia lễ hội đình Nà Mẫu.", []),
        # of the event's own day, of today, of a later day, or of none
        ("Xã tặng quà cho các hộ nghèo. Hội nghị ngày 9/5 có 120 đại biểu tham dự.", [120]),
        ("Xã tặng quà cho các hộ nghèo. Hôm nay hội nghị có 120 đại biểu tham dự.", [120]),
        ("Xã tặng quà cho các hộ nghèo. Hội nghị có 120 đại biểu tham dự.", [120]),
    ],
)
def test_people_of_an_earlier_day_are_not_counted(text: str, counts: list[int]) -> None:
    found = extract(Article(id="a", paragraphs=(LEAD + text,), published_at="2024-05-10"))
    assert [one.value.count for one in found.attendance] == counts
