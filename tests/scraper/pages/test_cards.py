"""Cards of other articles between the lines of a text."""

from __future__ import annotations

from tests.scraper.pages.made import TEXT, read


def test_the_card_of_another_article_within_the_text_is_none_of_it() -> None:
    card = (
        "<div class=news-relate><a href=/x><img src=x.jpg></a><div><a href=/x>Xã Mẫu trồng thêm hai trăm cây xanh</a>"
        "<p>Sáng qua, bà con thôn Bốn đã trồng thêm hai trăm cây xanh dọc theo con đường mới mở.</p></div></div>"
    )
    found = read(f"<body><h1>Tập huấn cán bộ thôn bản</h1><div><p>{TEXT}</p>{card}<p>{TEXT} Hết.</p></div></body>")
    assert found.paragraphs == (TEXT, f"{TEXT} Hết.")


def test_the_link_of_an_advertisement_goes_with_the_line_that_calls_it_one() -> None:
    link = "<a href=https://ban.example>Chữa đau lưng mãi không khỏi, hãy thử cách này xem sao!</a>"
    advert = f"<div><div>{link}</div><div><span>Tin tài trợ</span></div></div>"
    text = f"<p>{TEXT}</p>{advert}<p>{TEXT} Hết.</p>"
    found = read(f"<body><h1>Tập huấn cán bộ thôn bản</h1><div>{text}</div>")
    assert found.paragraphs == (TEXT, f"{TEXT} Hết.")
