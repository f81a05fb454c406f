"""The country of an event that was held abroad."""

from __future__ import annotations

import pytest

from extract import extract
from tests.extract.articles import article


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Chiều 3/10, ông Phan Bá Lực dự Diễn đàn hợp tác tại thành phố Pakse, Lào.", "Lào"),
        ("Ngày 7/5, bà Lê Thị Ngà dự lễ khai mạc Hội chợ tại thủ đô Seoul của Hàn Quốc.", "Hàn Quốc"),
        ("Ngày 7/5, bà Lê Thị Ngà dự hội thảo tại thủ đô Tokyo.", "Nhật Bản"),
        ("Sáng 3/5, UBND tỉnh tổ chức hội nghị tại thành phố Lào Cai.", None),
        ("Sáng 3/5, Tỉnh ủy tổ chức hội đàm với đoàn đại biểu Lào tại thành phố Sơn La.", None),
        ("Sáng 3/5, UBND huyện tổ chức hội nghị tại thị trấn Kiến Đức, tỉnh Đắk Nông.", None),
        ("Sáng 3/5, UBND huyện tổ chức hội nghị tại xã Minh Đức.", None),
        ("Sáng 3/5, UBND huyện Nga Sơn tổ chức hội nghị tại thị trấn Nga Sơn.", None),
    ],
)
def test_the_country_of_an_event(text: str, country: str | None) -> None:
    main = extract(article(text, published=None)).main_event
    assert main and main.country == country
    assert not (country and main.place.province)
