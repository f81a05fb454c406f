"""Groups of the reports of one event, for any order of the reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.linking.events.grouping import Group, group_reports
from tests.extract.linking.made import COFFEE, REPORTS, Made, made
from tests.extract.linking.reports import report


def members(groups: Iterable[Group]) -> set[tuple[str, ...]]:
    return {tuple(one.event_id for one in group.reports) for group in groups}


@pytest.mark.parametrize(
    ("cells", "groups"),
    [
        ([{}, {}], {("e000", "e001")}),
        ([{}, {"start_date": "2023-05-14"}], {("e000",), ("e001",)}),  # another day
        ([{"end_date": "2023-05-14"}, {"start_date": "2023-05-13"}], {("e000", "e001")}),  # while it goes on
        ([{"start_date": None}, {"start_date": None}], {("e000",), ("e001",)}),  # no day, no group
        ([{"published_at": "2023-05-14"}, {"published_at": "2023-05-13"}], {("e001", "e000")}),  # the earliest first
    ],
)
def test_groups_by_the_days_of_two_reports(cells: list[dict[str, Any]], groups: set[tuple[str, ...]]) -> None:
    assert members(group_reports(report(at, COFFEE, **one) for at, one in enumerate(cells))) == groups


def test_a_misread_place_keeps_no_report_out_that_shares_a_person_with_another() -> None:
    chairs = ("Lò Văn Tấn", "Cà Thị Mai")
    told = [report(1, COFFEE, chairs), report(2, COFFEE, chairs[:1], province="Lai Châu"), report(3, COFFEE)]
    assert members(group_reports(told)) == {("e001", "e002", "e003")}
    assert members(group_reports(told[1:])) == {("e002",), ("e003",)}  # nothing tells that the place was misread
    elsewhere = report(4, COFFEE, province=None)
    assert ("e002", "e003", "e004") not in members(group_reports([*told[1:], elsewhere]))


@settings(max_examples=60)
@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(rows: list[Made], random: Any) -> None:
    reports = made(rows)
    shuffled = random.sample(reports, len(reports))
    assert members(group_reports(reports)) == members(group_reports(shuffled))


@settings(max_examples=60)
@given(REPORTS)
def test_every_report_is_of_one_occurrence_and_every_pair_of_one_is_linked(rows: list[Made]) -> None:
    groups = list(group_reports(made(rows)))
    assert sorted(one.event_id for group in groups for one in group.reports) == [f"e{at:03}" for at in range(len(rows))]
    for group in groups:
        assert all(group.similarity(a, b).score >= 0.5 for a in group.reports for b in group.reports if a is not b)
