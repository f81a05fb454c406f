"""The functions that notebooks and scripts call: a text, a page, a crawl of a real server, a folder of tables."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from extract import extract
from scraper.pages.parse import NotAnArticle
from sukien import CrawlError, crawl, extract_page, extract_text

TEXT = (
    "Sáng 12/3, UBND xã Vân Nham tổ chức hội nghị triển khai nhiệm vụ. Dự hội nghị có 45 đại biểu; "
    "đồng chí Lò Thị Mẫu, Chủ tịch UBND xã phát biểu."
)


@pytest.mark.parametrize("published", ["2024-03-13", date(2024, 3, 13), "2024-03-13T08:00:00+07:00"])
def test_a_text_with_its_day_gives_the_event(published: str | date) -> None:
    event = extract_text(TEXT, published=published).main_event
    assert event is not None and (event.type, event.start_date) == ("conference", "2024-03-12")


def test_the_site_tells_the_province() -> None:
    event = extract_text(TEXT, published="2024-03-13", site="huulung-langson").main_event
    assert event is not None and event.place.province == "Lạng Sơn"


def test_a_page_is_read_as_a_crawl_reads_it() -> None:
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-13"}</script>'
    html = f"<html><head>{declared}</head><body><h1>Hội nghị</h1><article><p>{TEXT}</p></article></body></html>"
    event = extract_page(html, "http://vannham.example.vn/tin/hoi-nghi-1.html").main_event
    assert event is not None and event.type == "conference"
    with pytest.raises(NotAnArticle):
        extract_page("<html><body></body></html>", "http://vannham.example.vn/")


@pytest.mark.parametrize(
    ("wrong", "error", "said"),
    [
        (lambda: extract_text(TEXT, published="ngày mai"), ValueError, "not an ISO day"),
        (lambda: extract_text(b"abc"), TypeError, "extract_page"),
        (lambda: extract_text(TEXT, site="khong-co"), LookupError, "khong-co"),
        (lambda: extract(TEXT), TypeError, "sukien.extract_text"),
    ],
)
def test_a_wrong_argument_is_told_with_what_to_do(wrong: object, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        wrong()  # type: ignore[operator]


def test_a_crawl_that_cannot_be_done_says_why(tmp_path: Path) -> None:
    with pytest.raises(CrawlError, match="khong-co"):
        crawl("khong-co", data=tmp_path)
    assert "twisted.internet.reactor" not in sys.modules


def test_importing_the_package_is_light() -> None:
    script = "import sukien, sys; assert not {'pandas', 'scrapy', 'extract'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)
