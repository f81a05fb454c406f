"""The report in a real browser: it loads, filters, shows the right characters, and runs no script from an article."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from extract.report.page import write_page
from extract.tables.writer import read_rows
from scraper.boundary.values import unmarked
from tests.commands import run
from tests.extract.report.conftest import speak
from tests.tables import SAMPLE, WriteTables

pytestmark = pytest.mark.slow


def opened(browser: Chrome, tables: Path, page: Path) -> Chrome:
    write_page(tables, page)
    browser.get(page.as_uri())
    return browser


@pytest.fixture(scope="module")
def sample_page(sample_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the sample articles."""
    return write_page(sample_tables, tmp_path_factory.mktemp("report") / "report.html")


@pytest.fixture()
def sample(browser: Chrome, sample_page: Path) -> Chrome:
    browser.get(sample_page.as_uri())
    return browser


def one(within: Chrome | WebElement, selector: str) -> WebElement:
    return within.find_element(By.CSS_SELECTOR, selector)


def each(within: Chrome | WebElement, selector: str) -> list[WebElement]:
    return within.find_elements(By.CSS_SELECTOR, selector)


def shown_count(browser: Chrome) -> int:
    return int(one(browser, "#count").text.replace(".", "").replace(",", ""))


def becomes(browser: Chrome, true: Callable[[], bool]) -> None:
    WebDriverWait(browser, 10, poll_frequency=0.05).until(lambda _: true())


def search(browser: Chrome, words: str) -> None:
    field = one(browser, "#query")
    field.clear()
    field.send_keys(words)


def test_it_shows_what_the_tables_hold_without_asking_any_network(sample: Chrome, sample_tables: Path) -> None:
    events = list(read_rows(sample_tables, "events"))
    assert shown_count(sample) == len(events)
    assert len(each(sample, "#map .regions path[class^=shade]")) == 63
    assert each(sample, "#timeline .column") and each(sample, "#papers li") and each(sample, "#people li")
    assert sample.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_it_speaks_two_languages_and_remembers(sample: Chrome) -> None:
    assert one(sample, "#people h2").text == "Cán bộ xuất hiện nhiều nhất"
    one(sample, "#language").click()
    assert one(sample, "#people h2").text == "Most active officials"
    sample.refresh()
    assert one(sample, "#people h2").text == "Most active officials"
    assert sample.execute_script("return document.documentElement.lang") == "en"


@pytest.mark.parametrize(
    ("languages", "shown"), [("vi-VN,en", "vi"), ("en-GB,vi", "en"), ("fr-FR,en-US", "en"), ("fr-FR", "vi")]
)
def test_the_language_of_the_browser_comes_first(sample: Chrome, languages: str, shown: str) -> None:
    speak(sample, languages)
    sample.refresh()
    assert sample.execute_script("return document.documentElement.lang") == shown


@pytest.mark.parametrize("words", ['"diễn tập"', '"dien tap"', '"DIỄN tap"', "diễn cuộc"])
def test_search_needs_no_marks_and_reads_the_whole_text(sample: Chrome, sample_tables: Path, words: str) -> None:
    texts = {row["article_id"]: unmarked(row["text"]) for row in read_rows(sample_tables, "articles")}
    terms = [unmarked(words).strip('"')] if '"' in words else unmarked(words).split()
    seen = [(texts[row["article_id"]], unmarked(row["province"] or "")) for row in read_rows(sample_tables, "events")]
    wanted = [text for text, province in seen if all(term in text or term in province for term in terms)]
    search(sample, words)
    becomes(sample, lambda: shown_count(sample) == len(wanted))
    assert wanted


def test_period_type_and_province_filter_together(sample: Chrome, sample_tables: Path) -> None:
    sample.execute_script(
        "for (const [id, value] of [['from', '2021-01-01'], ['to', '2022-12-31'], ['province', 'Điện Biên']]) {"
        " document.getElementById(id).value = value;"
        " document.getElementById(id).dispatchEvent(new Event('change')); }"
    )
    wanted = [
        row
        for row in read_rows(sample_tables, "events")
        if row["province"] == "Điện Biên"
        and row["start_date"]
        and row["start_date"] <= "2022-12-31"
        and row["end_date"] >= "2021-01-01"
    ]
    assert shown_count(sample) == len(wanted) > 0
    one(sample, "#reset").click()
    assert shown_count(sample) == len(list(read_rows(sample_tables, "events")))


def test_bars_and_map_filter(sample: Chrome) -> None:
    total = shown_count(sample)
    one(sample, "#people li button").click()
    chosen = shown_count(sample)
    assert 0 < chosen < total
    one(sample, "#chips button").click()
    assert shown_count(sample) == total
    sample.execute_script("document.querySelector('[data-key=p11]').dispatchEvent(new MouseEvent('click'))")
    assert 0 < shown_count(sample) <= total
    assert each(sample, ".districts path") and one(sample, ".back").is_displayed()


PIECES = """
const prose = document.querySelector('.prose');
return [...prose.querySelectorAll('mark')].map((mark) => [Number(mark.dataset.start), mark.textContent]);
"""


def test_every_mark_of_every_article_is_where_the_tables_say(sample: Chrome, sample_tables: Path) -> None:
    texts = {row["text"].split("\n")[0]: row["text"] for row in read_rows(sample_tables, "articles")}
    for at in range(shown_count(sample)):
        one(sample, "#list").send_keys(Keys.ARROW_DOWN if at else Keys.HOME)
        text = texts[one(sample, ".prose h2").get_attribute("textContent") or ""]
        assert one(sample, ".prose").get_attribute("textContent") == text.replace("\n", "")
        pieces = sample.execute_script(PIECES)
        assert pieces and all(text[start : start + len(words)] == words for start, words in pieces)


EVIDENCE = {"event_id": "e1", "article_id": "a1", "span_start": 0, "span_end": 1, "quote": "x"}


def test_offsets_count_characters_beyond_the_basic_plane_once(
    browser: Chrome, write_tables: WriteTables, tmp_path: Path
) -> None:
    text = "𝐇ội nghị 😀\nSáng 12/3, 𠮷 họp."
    start = text.index("Sáng")
    tables = write_tables(
        {
            "articles": [{"article_id": "a1", "title": "x", "text": text}],
            "events": [{**EVIDENCE, "span_end": 9}],
            "dates": [{**EVIDENCE, "kind": "event", "span_start": start, "span_end": start + 9}],
        }
    )
    opened(browser, tables, tmp_path / "report.html")
    marks = [mark.get_attribute("textContent") for mark in each(browser, ".prose mark")]
    assert marks == [text[:9], "Sáng 12/3"]


HOSTILE = "".join(
    (
        "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'></script><!-- <script>",
        "\u2028\u2029{{ 7*7 }} &lt;b&gt; ]]> ${window.hacked = 3} `",
    )
)


def test_hostile_articles_are_shown_and_never_run(browser: Chrome, write_tables: WriteTables, tmp_path: Path) -> None:
    person = {**EVIDENCE, "official_id": "o1", "name": HOSTILE, "positions": (HOSTILE,)}
    tables = write_tables(
        {
            "articles": [{"article_id": "a1", "title": HOSTILE, "text": HOSTILE, "url": "javascript:window.hacked=4"}],
            "events": [{**EVIDENCE, "type": "drill", "name": HOSTILE, "province": HOSTILE, "organizers": (HOSTILE,)}],
            "officials": [{**person, "span_end": len(HOSTILE)}],
            "documents": [{**EVIDENCE, "citation_id": "c1", "type": HOSTILE, "symbol": HOSTILE}],
            "rejections": [{**EVIDENCE, "kind": "date", "reason": HOSTILE}],
        }
    )
    opened(browser, tables, tmp_path / "report.html")
    assert one(browser, ".prose").get_attribute("textContent") == HOSTILE
    browser.execute_script("document.querySelector('.review').open = true")
    ActionChains(browser).move_to_element(one(browser, ".prose mark")).perform()
    one(browser, "#refused").click()
    search(browser, HOSTILE[:20])
    assert browser.execute_script("return window.hacked") is None
    assert not each(browser, "#article a[target]") and not each(browser, "img")


def test_a_link_leads_to_the_source(browser: Chrome, write_tables: WriteTables, tmp_path: Path) -> None:
    article = {"article_id": "a1", "text": "Họp.", "url": "https://x.example/a?b=1&c=2"}
    opened(browser, write_tables({"articles": [article], "events": [EVIDENCE]}), tmp_path / "report.html")
    assert one(browser, "#article a[target]").get_attribute("href") == "https://x.example/a?b=1&c=2"


def test_evidence_explains_itself_on_hover_and_focus(sample: Chrome) -> None:
    one(sample, "#list").send_keys(Keys.HOME)
    mark = one(sample, ".prose mark.k-official, .prose mark.k-position")
    assert mark.value_of_css_property("background-color") in ("rgba(205, 238, 210, 1)", "rgba(228, 245, 216, 1)")
    ActionChains(sample).move_to_element(mark).perform()
    bubble = one(sample, "#bubble")
    assert bubble.is_displayed() and "Quy tắc" in bubble.text and "Độ tin cậy" in bubble.text
    ActionChains(sample).move_to_element(one(sample, "h1")).perform()
    assert not bubble.is_displayed()
    mark.send_keys("")
    assert bubble.is_displayed()


def test_refused_candidates_appear_on_demand(sample: Chrome) -> None:
    for _ in range(shown_count(sample)):
        if each(sample, "#refused"):
            break
        one(sample, "#list").send_keys(Keys.ARROW_DOWN)
    assert not each(sample, ".prose .k-rejected")
    one(sample, "#refused").click()
    becomes(sample, lambda: bool(each(sample, ".prose .k-rejected")))


def test_the_list_and_the_article_work_from_the_keyboard(sample: Chrome) -> None:
    listed = one(sample, "#list")
    listed.send_keys(Keys.HOME, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    chosen = one(sample, ".event[aria-selected=true]")
    assert chosen.get_attribute("aria-posinset") == "3"
    assert one(chosen, ".name").text == one(sample, ".prose h2").text
    listed.send_keys(Keys.ENTER)
    assert sample.switch_to.active_element.get_attribute("id") == "article"
    sample.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert sample.switch_to.active_element.get_attribute("id") == "list"


def test_a_phone_sees_everything_in_its_width(sample: Chrome) -> None:
    phone = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    sample.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    sample.refresh()
    assert sample.execute_script("return document.documentElement.scrollWidth") == 360
    assert not one(sample, "#article").is_displayed()
    sample.execute_script("document.querySelector('.event').click()")
    assert one(sample, "#article").is_displayed()
    one(sample, ".close").click()
    assert not one(sample, "#article").is_displayed()


def downloaded(browser: Chrome, button: str, file: Path) -> list[dict[str, Any]]:
    one(browser, button).click()
    becomes(browser, file.is_file)
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_marks_become_gold_lines_that_evaluate_reads(sample: Chrome, tmp_path: Path) -> None:
    search(sample, '"diễn tập"')
    time.sleep(0.3)
    one(sample, "#list").send_keys(Keys.HOME)
    sample.execute_script("document.querySelector('.review').open = true")
    event = "[data-aspect=event] "
    one(sample, event + ".item:nth-of-type(3) .corrected").click()
    sample.execute_script("arguments[0].value = 'festival'", one(sample, event + "select[name=type]"))
    one(sample, event + ".save").click()
    for item in range(len(each(sample, event + ".item"))):
        if item != 2:
            each(sample, event + ".item .right")[item].click()
    assert one(sample, event + ".checked").is_selected()
    gold = downloaded(sample, "#download", tmp_path / "gold.jsonl")
    assert len(gold) == 1 and gold[0]["event"]["type"] == "festival" and gold[0]["partial"] == ["event"]
    downloaded(sample, "#download-texts", tmp_path / "gold_articles.jsonl")
    for articles in (SAMPLE, tmp_path / "gold_articles.jsonl"):
        done = run("sukien", "evaluate", tmp_path / "gold.jsonl", articles, "--json")
        figures = json.loads(done.stdout)
        assert (figures["event_found"], figures["event_type"], figures["event_dates"]) == (1.0, 0.0, 1.0)


def test_a_reviewer_adds_removes_and_remembers(sample: Chrome, tmp_path: Path) -> None:
    one(sample, "#list").send_keys(Keys.HOME)
    sample.execute_script("document.querySelector('.review').open = true")
    one(sample, "[data-aspect=event] .item .right").click()
    assert not one(sample, "#download").is_enabled()  # a section that was not seen as a whole is not exported
    counts = "[data-aspect=attendance] "
    for number in range(len(each(sample, counts + ".item"))):
        each(sample, counts + ".item .wrong")[number].click()
    one(sample, counts + ".add").click()
    for name, value in (("n", "1.250"), ("unit", "cử tri")):
        field = one(sample, counts + f".form [name={name}]")
        field.clear()
        field.send_keys(value)
    one(sample, counts + ".form [name=unit]").send_keys(Keys.ENTER)
    if not one(sample, counts + ".checked").is_selected():
        one(sample, counts + ".checked").click()
    sample.refresh()
    (gold,) = downloaded(sample, "#download", tmp_path / "gold.jsonl")
    assert gold["partial"] == ["attendance"]
    assert gold["attendance"] == [{"n": 1250, "cmp": "eq", "unit": "cử tri", "scope": "event"}]


@pytest.fixture(scope="module")
def many_tables(sample_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copies of the sample's articles, with ids of their own, until there are 20,000 events."""
    out = tmp_path_factory.mktemp("many")
    copies = -(-20_000 // pq.read_metadata(sample_tables / "events.parquet").num_rows)
    for file in sample_tables.glob("*.parquet"):
        rows = pq.read_table(file)
        pq.write_table(pa.concat_tables(renamed(rows, copy) for copy in range(copies)), out / file.name)
    return out


def renamed(rows: pa.Table, copy: int) -> pa.Table:
    """The rows with the ids of a copy."""
    for at, name in enumerate(rows.column_names):
        if name.endswith("_id"):
            rows = rows.set_column(at, name, pc.binary_join_element_wise(rows[name], str(copy), "-"))
    return rows


def test_of_20_000_events_only_those_in_sight_are_drawn(browser: Chrome, many_tables: Path, tmp_path: Path) -> None:
    page = write_page(many_tables, tmp_path / "report.html")
    assert page == tmp_path / "report" / "index.html" and not (tmp_path / "report.html").exists()
    browser.get(page.as_uri())
    assert shown_count(browser) >= 20_000
    assert len(each(browser, ".event")) < 40
    one(browser, "#list").send_keys(Keys.END)
    assert one(browser, ".event[aria-selected=true]").get_attribute("aria-posinset") == str(shown_count(browser))
    becomes(browser, lambda: bool(each(browser, ".prose mark")))  # from the last file of texts
    browser.execute_script(
        "const type = document.getElementById('type'); type.value = 'drill'; type.dispatchEvent(new Event('change'))"
    )
    assert 0 < shown_count(browser) < 20_000 and len(each(browser, ".event")) < 40
