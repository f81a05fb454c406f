"""The functions of the report: search, sort, filter, link, save, print, and maps with user-supplied boundaries."""

from __future__ import annotations

import base64
import csv
import json
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, Keys

from extract.report.page import Look, write_page
from extract.tables.datacard import write_card
from tests.extract.report.test_report import EVIDENCE, becomes, each, one, search, shown_count
from tests.tables import WriteTables

pytestmark = pytest.mark.slow


def event(number: int, **cells: Any) -> dict[str, Any]:
    """An event of its own article."""
    return {**EVIDENCE, "event_id": f"e{number}", "article_id": f"a{number}", "type": "meeting", **cells}


def article(number: int, title: str, text: str, **cells: Any) -> dict[str, Any]:
    of_site = {"article_id": f"a{number}", "site_id": f"trang-{number}", **cells}
    return {**of_site, "title": title, "text": f"{title}\n{text}"}


ARTICLES = [
    article(1, "Hội nghị đầu tư công", "Bàn về vốn đầu tư của huyện.", published_at="2024-03-12"),
    article(2, "Đầu tư cho thủy lợi", "Công trình hồ chứa.", published_at="2024-05-02"),
    article(3, "Lễ hội mùa xuân", "Có nói đến đầu tư công.", published_at="2025-08-20"),
    article(4, "=HYPERLINK(1)", "Họp.", published_at="2025-08-20"),
]
EVENTS = [
    event(1, start_date="2024-03-12", province="Điện Biên", province_code_2025="11", status="held", attendees=40),
    event(2, start_date="2024-06-01", province="Yên Bái", province_code_2025="15", status="held", attendees=900),
    event(3, start_date="2025-08-19", province="Lào Cai", province_code_2025="15", organizers=("UBND xã Mường Lai",)),
    event(4, start_date="2025-09-01", province="Lào Cai", province_code_2025="15", status="scheduled"),
]
OFFICIALS = [{**EVIDENCE, "official_id": "o1", "name": "Lò Văn Pản", "level": "central", "participant": True}]


@pytest.fixture()
def tables(write_tables: WriteTables) -> Path:
    return write_tables({"articles": ARTICLES, "events": EVENTS, "officials": OFFICIALS})


@pytest.fixture()
def page(browser: Chrome, tables: Path, tmp_path: Path) -> Chrome:
    browser.get(write_page(tables, tmp_path / "report.html").as_uri())
    return browser


def titles(browser: Chrome) -> list[str]:
    return [row.text for row in each(browser, "#runway .name")]


def choose(browser: Chrome, control: str, value: str) -> None:
    browser.execute_script(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))",
        one(browser, control),
        value,
    )


def test_titles_that_say_the_phrase_come_first_and_hits_are_marked(page: Chrome) -> None:
    search(page, "đầu tư công")
    becomes(page, lambda: shown_count(page) == 3)
    assert titles(page) == ["Hội nghị đầu tư công", "Lễ hội mùa xuân", "Đầu tư cho thủy lợi"]
    marked = page.execute_script("return [...CSS.highlights.get('hit')].map(String)")
    assert "đầu" in marked and "Đầu" in marked and "công" in marked
    search(page, '"dau tu cong"')
    becomes(page, lambda: shown_count(page) == 2)
    assert "đầu tư công" in page.execute_script("return [...CSS.highlights.get('hit')].map(String)")


@pytest.mark.parametrize(
    ("control", "value", "found"),
    [
        ("#site", "trang-2", ["Đầu tư cho thủy lợi"]),
        ("#status", "scheduled", ["=HYPERLINK(1)"]),
        ("#status", "after_publication", ["Đầu tư cho thủy lợi"]),
        ("#organizer", "UBND xã Mường Lai", ["Lễ hội mùa xuân"]),
        ("#level", "central", ["Hội nghị đầu tư công"]),
    ],
)
def test_it_filters_and_every_state_is_a_link(page: Chrome, control: str, value: str, found: list[str]) -> None:
    choose(page, control, value)
    assert titles(page) == found
    address = page.current_url
    page.get("about:blank")
    page.get(address)
    assert titles(page) == found


def test_every_event_is_a_link(page: Chrome) -> None:
    base = page.current_url.split("#")[0]
    page.get("about:blank")
    page.get(f"{base}#event=e2")
    assert one(page, ".prose h2").text == "Đầu tư cho thủy lợi"
    assert one(page, ".permanent").get_attribute("href") == f"{base}#event=e2"
    assert one(page, ".event[aria-selected=true] .name").text == "Đầu tư cho thủy lợi"


def test_it_sorts(page: Chrome) -> None:
    assert titles(page)[0] == "=HYPERLINK(1)"
    choose(page, "#sort", "attendees")
    assert titles(page)[:2] == ["Đầu tư cho thủy lợi", "Hội nghị đầu tư công"]
    choose(page, "#sort", "oldest")
    assert titles(page)[0] == "Hội nghị đầu tư công"


def test_days_after_the_publication_are_flagged(page: Chrome) -> None:
    flags = [[flag.text for flag in each(row, ".flag")] for row in each(page, ".event")]
    assert flags == [["sắp diễn ra"], [], ["ngày sau ngày đăng"], []]


def test_the_selection_is_saved_as_csv(page: Chrome, tmp_path: Path) -> None:
    choose(page, "#province", "Lào Cai")
    one(page, "#save").click()
    becomes(page, (tmp_path / "events.csv").is_file)
    with (tmp_path / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["event_id"] for row in rows] == ["e4", "e3"]
    assert rows[1]["organizers"] == "UBND xã Mường Lai" and rows[1]["url"] == ""
    assert rows[0]["title"] == "'=HYPERLINK(1)"  # no formula of an article is evaluated in a spreadsheet


def test_the_map_has_both_sets_of_provinces(page: Chrome) -> None:
    assert one(page, "[data-key=p10]").get_attribute("aria-label") == "Lào Cai: 2 sự kiện"
    one(page, "[data-units='34']").click()
    assert len(each(page, "#map .regions path")) == 34
    assert one(page, "[data-key=p15]").get_attribute("aria-label") == "Lào Cai: 3 sự kiện"
    page.execute_script("document.querySelector('[data-key=p15]').dispatchEvent(new MouseEvent('click'))")
    assert shown_count(page) == 3
    assert one(page, "#province").get_attribute("value") == "15"


def test_the_focus_stays_where_it_was(page: Chrome) -> None:
    one(page, "#types button").send_keys(Keys.ENTER)
    assert page.switch_to.active_element.get_attribute("data-key") == "meeting"
    one(page, "#reset").send_keys(Keys.ENTER)
    one(page, "#people button").send_keys(Keys.ENTER)
    one(page, "#chips button").send_keys(Keys.ENTER)
    assert shown_count(page) == 4
    column = one(page, "#timeline .column[tabindex]")
    page.execute_script("arguments[0].focus()", column)
    page.switch_to.active_element.send_keys(Keys.ENTER)
    assert page.switch_to.active_element.get_attribute("data-key") == "2024-03"


def test_the_axis_has_months_and_years(page: Chrome) -> None:
    assert [label.text for label in each(page, "#timeline .year")] == ["2024", "2025"]
    assert "3" in [label.text for label in each(page, "#timeline .month")]


def test_nothing_found_is_said(browser: Chrome, write_tables: WriteTables, tmp_path: Path) -> None:
    browser.get(write_page(write_tables({"articles": ARTICLES[:1]}), tmp_path / "report.html").as_uri())
    assert "Không tìm thấy sự kiện nào" in one(browser, "#standfirst").text
    assert len([hint for hint in each(browser, ".hint") if hint.text == "Không có gì để hiện."]) == 4
    assert not one(browser, "#save").is_enabled()


def test_a_title_of_ones_own(browser: Chrome, tables: Path, tmp_path: Path) -> None:
    look = Look(title="Tin huyện <Điện Biên>")
    browser.get(write_page(tables, tmp_path / "report.html", look).as_uri())
    assert one(browser, "h1").text == browser.title == "Tin huyện <Điện Biên>"


def square(west: float, south: float) -> dict[str, Any]:
    corners = [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]
    return {"type": "Polygon", "coordinates": [corners]}


def boundaries(file: Path, *names: str) -> Path:
    features = [
        {"type": "Feature", "properties": {"id": f"VN-{at}", "ten_tinh": name}, "geometry": square(103 + at, 21)}
        for at, name in enumerate(names)
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return file


def test_the_map_is_drawn_from_boundaries_of_ones_own(browser: Chrome, tables: Path, tmp_path: Path) -> None:
    look = Look(boundaries=boundaries(tmp_path / "own.geojson", "Tỉnh Điện Biên", "LaoCai"))
    browser.get(write_page(tables, tmp_path / "report.html", look).as_uri())
    labels = [path.get_attribute("aria-label") for path in each(browser, "#map .regions path")]
    assert labels == ["Điện Biên: 1 sự kiện", "Lào Cai: 2 sự kiện"]
    browser.execute_script("document.querySelector('#map .regions path').dispatchEvent(new MouseEvent('click'))")
    assert titles(browser) == ["Hội nghị đầu tư công"]


def test_on_paper_there_are_the_selection_and_the_article(page: Chrome, tmp_path: Path) -> None:
    choose(page, "#province", "Lào Cai")
    printed = page.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"]
    assert base64.b64decode(printed).startswith(b"%PDF")
    assert len(each(page, "#printed tr")) == 2 and "Lào Cai" in (
        one(page, "#printed p").get_attribute("textContent") or ""
    )
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert one(page, "#printed").is_displayed() and one(page, "#article").is_displayed()
        assert not one(page, "#filters").is_displayed() and not one(page, "#list").is_displayed()
        boxes = [box.rect for box in each(page, ".panel")]
        assert all(a["y"] + a["height"] <= b["y"] for a, b in zip(boxes, boxes[1:]))
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_the_footer_speaks_vietnamese(browser: Chrome, sample_tables: Path, tmp_path: Path) -> None:
    write_card(sample_tables)
    browser.get(write_page(sample_tables, tmp_path / "report.html").as_uri())
    card = one(browser, "#card").get_attribute("textContent") or ""
    assert "bài thật" in card and "tên cán bộ" in card and "event_found" not in card and "articles" not in card


def test_texts_apart_are_fetched_by_need(browser: Chrome, tables: Path, tmp_path: Path) -> None:
    page = write_page(tables, tmp_path / "report.html", Look(single_file=1_000))
    assert [file.name for file in (page.parent / "texts").iterdir()] == ["0.js"]
    browser.get(page.as_uri())
    becomes(browser, lambda: bool(each(browser, ".prose")))
    search(browser, "hồ chứa")
    becomes(browser, lambda: shown_count(browser) == 0)
    one(browser, "#reach button").click()
    becomes(browser, lambda: titles(browser) == ["Đầu tư cho thủy lợi"])
