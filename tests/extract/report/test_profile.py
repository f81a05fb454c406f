"""The page of a person and of a document, and the reports of one event side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from extract.linking.link import link_tables
from extract.report.page import write_page
from tests.extract.report.test_links import SPAN, TITLES, official, report_of
from tests.extract.report.test_report import each, one
from tests.tables import WriteTables

pytestmark = pytest.mark.slow

SYMBOL = "100/2019/NĐ-CP"
CITED = {**SPAN, "type": "Nghị định", "number": "100", "year": "2019", "symbol": SYMBOL, "issuer": "Chính phủ"}


def citation(number: int, **cells: Any) -> dict[str, Any]:
    return {**CITED, "citation_id": f"c{number}", "article_id": f"a{number}", "event_id": f"e{number}", **cells}


@pytest.fixture()
def page(browser: Chrome, write_tables: WriteTables, tmp_path: Path) -> Chrome:
    people = [official(1, "Chủ tịch|UBND|huyện Hữu Lũng"), official(2, "Chủ tịch|UBND|huyện Hữu Lũng")]
    others = [{**people[0][0], "official_id": "o3", "name": "Đàm Quốc Tuyển", "positions": ("Chủ tịch UBND xã",)}]
    articles = [
        {"article_id": f"a{number}", "site_id": f"trang-{number}", "title": title, "text": f"{title}\nSáng 12/3"}
        for number, title in enumerate(TITLES, start=1)
    ]
    folder = write_tables(
        {
            "articles": articles,
            "events": [report_of(1, attendees=45, attendees_cmp="eq"), report_of(2, attendees=50, attendees_cmp="eq")],
            "officials": [*(row for row, _ in people), *others],
            "positions": [position for _, position in people],
            "documents": [citation(1, issued_date="2019-12-30"), citation(2)],
        }
    )
    link_tables(folder)
    browser.get(write_page(folder, tmp_path / "report.html").as_uri())
    return browser


def choose_bar(page: Chrome, panel: str, label: str) -> None:
    [bar] = [bar for bar in each(page, f"#{panel} .bars button") if label in bar.text]
    press(page, bar)


def press(page: Chrome, button: WebElement) -> None:
    page.execute_script("arguments[0].click()", button)


def test_there_is_no_page_before_one_is_chosen(page: Chrome) -> None:
    assert not one(page, "#profile").is_displayed()


def test_a_person_has_posts_over_time_and_those_who_were_there_too(page: Chrome) -> None:
    choose_bar(page, "people", "Vi Nguyên Khoát")
    profile = one(page, "#profile")
    assert one(profile, "h2").text == "Vi Nguyên Khoát"
    assert "Chủ tịch Ủy ban nhân dân Hữu Lũng" in one(profile, ".spans").text
    [met] = each(profile, ".bars button")
    assert met.text.startswith("Đàm Quốc Tuyển") and met.text.endswith("1")
    press(page, met)
    assert one(page, "#profile h2").text == "Đàm Quốc Tuyển"
    one(page, "#chips button").click()
    assert not one(page, "#profile").is_displayed()


def test_a_document_shows_who_cited_it_when_at_which_level(page: Chrome) -> None:
    choose_bar(page, "papers", SYMBOL)
    profile = one(page, "#profile")
    assert "Chính phủ" in profile.text and "30/12/2019" in profile.text
    assert "xã (2)" in one(profile, ".spans").text
    dots = each(profile, ".dot")
    assert len(dots) == 2
    dots[0].send_keys(Keys.ENTER)
    assert "họp bàn thủy lợi" in one(page, "#article h2").text.lower()


def test_reports_of_one_event_stand_side_by_side_with_what_differs(page: Chrome) -> None:
    one(page, "#runway .event").click()
    reports = one(page, "#article .reports")
    assert "trang-1" in reports.text and "trang-2" in reports.text
    assert sorted(cell.text for cell in each(reports, ".differs")) == ["45", "50"]
    before = one(page, "#article h2").text
    one(reports, "button").click()
    assert one(page, "#article h2").text != before
