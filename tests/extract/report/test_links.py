"""What the linked tables add to the report's data: one person over two provinces, one document over two spellings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extract.linking.link import link_tables
from extract.report.links import read_links
from extract.report.summary import Summary, summarise
from extract.tables.grouped import rows_by_article
from tests.tables import WriteTables

SPAN = {"span_start": 0, "span_end": 4, "quote": "Sáng", "rule": "opening", "confidence": 0.9}
TITLES = ("Xã Vân Nham họp bàn thủy lợi", "Họp bàn thủy lợi ở xã Vân Nham")


def report_of(number: int, **cells: Any) -> dict[str, Any]:
    place = {"province": "Lạng Sơn", "province_code": "20", "district": "Hữu Lũng", "commune": "Vân Nham"}
    day = {"start_date": "2024-03-12", "end_date": "2024-03-12", "date_precision": "day", "part_of_day": "morning"}
    own = {"event_id": f"e{number}", "article_id": f"a{number}", "title": TITLES[number - 1], "is_main": True}
    return {**SPAN, **place, **day, **own, "type": "meeting", "status": "held", "name": "Họp bàn thủy lợi", **cells}


def official(number: int, post: str) -> tuple[dict[str, Any], dict[str, Any]]:
    own = {"official_id": f"o{number}", "article_id": f"a{number}", "name": "Vi Nguyên Khoát", **SPAN}
    head, body, unit = post.split("|")
    parts = {"position": post.replace("|", " "), "head": head, "body": body, "unit": unit, "level": "district"}
    canonical = {"head_canonical": head, "body_canonical": body, "unit_code": "186"}
    row = {**own, "event_id": f"e{number}", "positions": (parts["position"],), "level": "district", "participant": True}
    return row, {**own, **parts, **canonical}


@pytest.fixture()
def folder(write_tables: WriteTables) -> Path:
    first, second = official(1, "Chủ tịch|UBND|huyện Hữu Lũng"), official(2, "Chủ tịch|UBND|huyện Hữu Lũng")
    articles = [
        {"article_id": f"a{number}", "site_id": f"trang-{number}", "title": title, "text": f"{title}\nSáng 12/3"}
        for number, title in enumerate(TITLES, start=1)
    ]
    return write_tables(
        {
            "articles": articles,
            "events": [report_of(1, attendees=45), report_of(2, attendees=50, province=None)],
            "officials": [first[0], second[0]],
            "positions": [first[1], second[1]],
        }
    )


def test_without_links_every_report_and_name_in_a_province_stands_for_itself(folder: Path) -> None:
    summary = Summary(read_links(folder))
    assert len(list(summarise(summary, rows_by_article(folder)))) == 2
    assert len(summary.people) == 2 and not summary.tenures
    assert [event[-1] for event in summary.events] == [None, None]


def test_with_links_a_person_is_one_and_has_tenures(folder: Path) -> None:
    link_tables(folder)
    summary = Summary(read_links(folder))
    assert len(list(summarise(summary, rows_by_article(folder)))) == 2
    assert [name for name, _, _ in summary.people] == ["Vi Nguyên Khoát"]
    [tenure] = summary.tenures[0]
    assert tenure[0] == "Chủ tịch Ủy ban nhân dân Hữu Lũng" and tenure[2:4] == ["2024-03-12", "2024-03-12"]


def test_reports_of_one_occurrence_share_a_number(folder: Path) -> None:
    link_tables(folder)
    summary = Summary(read_links(folder))
    assert len(list(summarise(summary, rows_by_article(folder)))) == 2
    one, other = (event[-1] for event in summary.events)
    assert one is not None and one == other
