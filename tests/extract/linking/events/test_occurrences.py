"""Occurrences: their ids, and the row that several reports make together."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from extract.linking.events.grouping import group_reports
from extract.linking.events.occurrences import group_id, occurrence_row, relation_row, report_rows
from extract.linking.events.relations import Relation
from tests.extract.linking.made import COFFEE, REPORTS, Made, made
from tests.extract.linking.reports import event_row, report


def occurrence(*cells: dict[str, Any]) -> dict[str, Any]:
    rows = {f"e{at:03}": event_row(at, COFFEE, **one) for at, one in enumerate(cells)}
    (group,) = group_reports(report(at, COFFEE, **one) for at, one in enumerate(cells))
    return occurrence_row(group, "x1", rows)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ([{"status": "scheduled"}, {"status": "held"}], {"status": "held"}),
        ([{"status": "scheduled"}, {"status": "cancelled"}], {"status": "cancelled"}),
        ([{"mode": "in_person"}, {"mode": "hybrid"}], {"mode": "hybrid"}),
        ([{}, {"commune": "Nà Bủng"}], {"province": "Điện Biên", "commune": "Nà Bủng"}),
        (
            [{"organizers": ["Sở Y tế"]}, {"organizers": ["Sở Y tế", "Tỉnh đoàn"]}],
            {"organizers": ("Sở Y tế", "Tỉnh đoàn")},
        ),
        ([{"venue": "hội trường"}, {}], {"venue": "hội trường"}),
        ([{}, {"article_id": "a9"}, {"article_id": "a8"}], {"n_reports": 3, "n_articles": 3}),
    ],
)
def test_reports_complete_each_other(cells: list[dict[str, Any]], told: dict[str, Any]) -> None:
    assert occurrence(*cells).items() >= told.items()


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([(120, "gt", None), (120, "eq", None), (150, "eq", None)], (120, "eq", 120, 150, 3)),
        ([(120, "gt", None), (130, "eq", None)], (130, "eq", 120, 130, 2)),  # the exact one of equally many
        ([(50, "eq", 60), (None, None, None)], (50, "eq", 50, 60, 1)),
        ([(None, None, None)] * 2, (None, None, None, None, 0)),
    ],
)
def test_the_count_of_most_reports_with_the_lowest_and_highest(
    counts: list[tuple[int | None, str | None, int | None]], told: tuple[Any, ...]
) -> None:
    cells = [{"attendees": count, "attendees_cmp": cmp, "attendees_max": most} for count, cmp, most in counts]
    row = occurrence(*cells)
    columns = ("attendees", "attendees_cmp", "attendees_lowest", "attendees_highest", "n_counts")
    assert tuple(row[column] for column in columns) == told


def test_a_report_has_the_weakest_of_its_links_and_the_first_one_is_named() -> None:
    (group,) = group_reports(report(at, COFFEE) for at in range(3))
    rows = list(report_rows(group, "x1"))
    assert [row["reasons"] == ("first_report",) for row in rows] == [True, False, False]
    assert all(row["relation"] == "same" and 0.5 <= row["score"] <= 1 for row in rows)
    (alone,) = group_reports([report(1, COFFEE)])
    assert [(row["score"], row["reasons"]) for row in report_rows(alone, "x1")] == [(1.0, ("first_report",))]


def test_a_venue_is_a_row_of_the_main_occurrence() -> None:
    row = relation_row(Relation("x1", "e2", "a2", "venue", 0.9, ("remote",)))
    assert (row["occurrence_id"], row["event_id"], row["relation"]) == ("x1", "e2", "venue")


@settings(max_examples=60)
@given(REPORTS)
def test_ids_stay_when_later_reports_are_added(rows: list[Made]) -> None:
    reports = made(rows)
    days = [(one.name, one.start or None) for one in reports]
    later = [report(900 + at, name, start_date=day, published_at="2024-01-01") for at, (name, day) in enumerate(days)]
    before = {group_id(group) for group in group_reports(reports)}
    after = {group_id(group, before) for group in group_reports(reports + later)}
    assert before <= after


def test_an_earlier_report_that_is_found_later_keeps_the_known_id() -> None:
    first, earlier = report(2, COFFEE, published_at="2023-05-13"), report(1, COFFEE, published_at="2023-05-12")
    known = {group_id(group) for group in group_reports([first])}
    assert {group_id(group, known) for group in group_reports([first, earlier])} == known
