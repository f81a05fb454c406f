"""An article from the values of a line of JSON."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.archives.jsonl import article_of_line
from scraper.article import Article, Page
from scraper.pages.parse import article_id
from scraper.platforms import load_platforms
from tests.scraper.archives.made import DAY, SITE, URL

PAGE = Page(f"{URL}?utm_source=x", URL, DAY, 200, {}, b"{}", "5a" * 32)
TEXT = "Sáng 14/5, UBND xã Mẫu họp.\n\nCuộc họp ngắn."


def read(**values: object) -> Article | None:
    return article_of_line(values, PAGE, SITE)


def test_all_values_of_a_line_are_read() -> None:
    article = read(
        title="Xã Mẫu họp",
        lead="Sáng 14/5, xã họp.",
        paragraphs=["Xã Mẫu họp", "Cuộc họp ngắn."],
        captions=["Ảnh cuộc họp"],
        published="2024-05-14T09:30:00+07:00",
        author="Lò Văn Mẫu",
        source="Đài xã",
        section="Tin tức",
    )
    assert article == Article(
        id=article_id(URL, SITE, load_platforms()["nukeviet4"]),
        url=URL,
        site_id="xa-mau",
        title="Xã Mẫu họp",
        lead="Sáng 14/5, xã họp.",
        paragraphs=("Cuộc họp ngắn.",),
        captions=("Ảnh cuộc họp",),
        published_at="2024-05-14T09:30:00+07:00",
        published_precision="second",
        author="Lò Văn Mẫu",
        source="Đài xã",
        section="Tin tức",
        platform="nukeviet4",
        place=SITE.place,
        fetched_at=DAY,
        page_sha256="5a" * 32,
    )


@pytest.mark.parametrize(
    ("values", "title", "paragraphs"),
    [
        ({"title": "Xã họp", "text": TEXT}, "Xã họp", ("Sáng 14/5, UBND xã Mẫu họp.", "Cuộc họp ngắn.")),
        ({"title": "Xã họp", "text": f"Xã họp\n{TEXT}"}, "Xã họp", ("Sáng 14/5, UBND xã Mẫu họp.", "Cuộc họp ngắn.")),
        ({"text": TEXT}, "Sáng 14/5, UBND xã Mẫu họp.", ("Sáng 14/5, UBND xã Mẫu họp.", "Cuộc họp ngắn.")),
        ({"paragraphs": ["a  b\u200b", "", 7, None], "text": "c"}, "a b", ("a b",)),
        ({"title": "Xã họp", "lead": "Sáng 14/5, xã họp."}, "Xã họp", ()),
        ({"title": 7, "lead": "Sáng 14/5, xã họp.", "text": ["Sáng 14/5, xã họp."]}, "Sáng 14/5, xã họp.", ()),
        ({"title": "Xã họp \ud83d", "text": "Xã họp \ude00."}, "Xã họp \ufffd", ("Xã họp \ufffd.",)),
    ],
)
def test_title_and_paragraphs(values: dict[str, object], title: str, paragraphs: tuple[str, ...]) -> None:
    article = read(**values)
    assert article and (article.title, article.paragraphs) == (title, paragraphs)


@pytest.mark.parametrize(
    "values", [{}, {"title": "Xã họp"}, {"title": "Xã họp", "text": "  \n"}, {"title": "Xã họp", "text": "Xã họp"}]
)
def test_a_line_without_text_is_not_an_article(values: dict[str, object]) -> None:
    assert read(**values) is None


@pytest.mark.parametrize(
    ("values", "published", "precision"),
    [
        ({"published": "2024-05-14"}, "2024-05-14", "day"),
        ({"published_at": "14/05/2024 09:30"}, "2024-05-14T09:30:00+07:00", "minute"),
        ({"published": "2024-05-14 09:00", "published_precision": "hour"}, "2024-05-14T09:00:00+07:00", "hour"),
        ({"published": "hôm qua"}, "2024-05-14", "day"),
        ({"published": "đầu tháng"}, None, None),
        ({"published": 1715650200}, None, None),
    ],
)
def test_the_time_of_publication(values: dict[str, object], published: str | None, precision: str | None) -> None:
    article = read(text=TEXT, **values)
    assert article and (article.published_at, article.published_precision) == (published, precision)


def test_a_value_that_is_empty_or_not_text_is_left_out() -> None:
    article = read(text=TEXT, author="\udc00 ", source="", section=["Tin tức"], captions=7)
    assert article and replace(article, author=None) == read(text=TEXT)
