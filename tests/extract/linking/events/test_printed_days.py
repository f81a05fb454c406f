"""Month and day that an article without a publication prints for an event, without the year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from extract import load
from extract.linking.events.printed_days import days_without_year, month_day_in
from extract.linking.link import link_tables
from tests.extract.linking.reports import event_row

WriteTables = Callable[[Mapping[str, Iterable[Mapping[str, Any]]]], Path]
FAIR = "Hội chợ mắc ca và cà phê vùng Mường Vạc"
SENTENCE = "Sáng 12/5, huyện Mường Vạc khai mạc hội chợ."


@pytest.mark.parametrize(
    ("quote", "month_day"),
    [
        ("sáng 3-7", "07-03"),
        ("chiều nay (12/5)", "05-12"),
        ("15h30 ngày 2/9", "09-02"),
        ("ngày 5 tháng 11", "11-05"),
        ("ngày 27 và 28-2 tới", "02-27"),
        ("từ 25 đến 27/3", "03-25"),
        ("ngày 12/5/2023", None),
        ("hôm nay", None),
        ("ngày 8 tháng Giêng", None),
    ],
)
def test_month_and_day_of_a_quote(quote: str, month_day: str | None) -> None:
    assert month_day_in(quote) == month_day


def _date(number: int, quote: str, **cells: Any) -> dict[str, Any]:
    row = {"article_id": f"a{number:03}", "kind": "event", "precision": "day", "basis": "year_inferred"}
    return {**row, "span_start": 0, "span_end": 9, "quote": quote, "rule": "held_on", **cells}


def _folder(write_tables: WriteTables, dates: list[dict[str, Any]], **cells: Any) -> Path:
    undated = event_row(1, FAIR, start_date=None, span_start=20, span_end=30, quote=SENTENCE, **cells)
    known = event_row(2, FAIR, span_start=20, span_end=30)
    articles = [{"article_id": "a001"}, {"article_id": "a002"}]
    return write_tables({"articles": articles, "events": [undated, known], "dates": dates})


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ([_date(1, "Sáng 12/5")], {"e001": "05-12"}),
        ([_date(1, "Sáng 12/5", kind="other", rule="mentioned")], {"e001": "05-12"}),
        ([_date(1, "Sáng 12/5", kind="other", rule="background")], {}),
        ([_date(1, "Sáng 14/5", kind="other", rule="mentioned")], {}),
        ([_date(1, "Sáng 14/5", start_date="2023-05-14")], {"e001": "05-14"}),
        ([_date(1, "tháng 5", precision="month")], {}),
        ([_date(1, "Sáng 12/5", span_start=900)], {}),
        ([_date(2, "Sáng 12/5")], {}),
    ],
)
def test_the_day_printed_for_an_event(write_tables: WriteTables, dates: list[dict[str, Any]], found: Any) -> None:
    assert days_without_year(_folder(write_tables, dates)) == found


def test_an_article_with_its_publication_needs_no_other(write_tables: WriteTables) -> None:
    published = "2023-05-12T18:00:00+07:00"
    assert days_without_year(_folder(write_tables, [_date(1, "Sáng 12/5")], published_at=published)) == {}


def test_reports_with_and_without_a_year_are_one_occurrence(write_tables: WriteTables) -> None:
    folder = _folder(write_tables, [_date(1, "Sáng 12/5")])
    link_tables(folder)
    (row,) = load(folder).occurrences.to_dict("records")
    assert (row["n_reports"], str(row["start_date"])[:10]) == (2, "2023-05-12")
