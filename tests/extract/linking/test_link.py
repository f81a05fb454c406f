"""Linking of a folder of tables: every event has its occurrence, for any order and partition of the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import load
from extract.linking.events.grouping import Group, group_reports
from extract.linking.events.occurrences import group_id
from extract.linking.events.reports import Report
from extract.linking.link import link_tables
from extract.tables.linked import LINKED, is_linked
from tests.extract.linking.reports import event_row, report

COFFEE = "Hội thảo phát triển cây cà phê bền vững"
NAMES = (COFFEE, "Hội thảo cây cà phê bền vững vùng cao", "Lễ giao nhận quân đợt một", "Lễ giao nhận quân", "Hội nghị")
PROVINCES = (None, "Điện Biên", "Lai Châu")
DAYS = ("2023-05-11", "2023-05-12", "2023-05-13", None)
REPORTS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(DAYS), st.sampled_from(PROVINCES), st.integers(0, 2)), max_size=9
)
Made = tuple[str, str | None, str | None, int]
WriteTables = Callable[[Mapping[str, Iterable[Mapping[str, Any]]]], Path]


def made(rows: Iterable[Made]) -> list[Report]:
    return [
        report(at, name, ("Lò Văn Tấn",), start_date=day, province=province, published_at=f"2023-05-1{hours}")
        for at, (name, day, province, hours) in enumerate(rows)
    ]


def members(groups: Iterable[Group]) -> set[tuple[str, ...]]:
    return {tuple(one.event_id for one in group.reports) for group in groups}


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


def folder_of(write_tables: WriteTables, *rows: Mapping[str, Any]) -> Path:
    return write_tables({"articles": [{"article_id": row["article_id"]} for row in rows], "events": rows})


def test_a_folder_gets_its_linked_tables(write_tables: WriteTables) -> None:
    folder = folder_of(
        write_tables,
        event_row(1, COFFEE, attendees=120, attendees_cmp="eq", published_at="2023-05-12T18:00:00+07:00"),
        event_row(2, COFFEE, attendees=150, attendees_cmp="gt", commune="Nà Bủng"),
        event_row(3, "Lễ giao nhận quân", type="ceremony"),
    )
    assert not is_linked(folder)
    counts = link_tables(folder)
    assert is_linked(folder) and set(counts) == {table.name for table in LINKED}
    tables = load(folder)
    (coffee,) = tables.occurrences[tables.occurrences.n_reports == 2].to_dict("records")
    assert (coffee["attendees"], coffee["attendees_lowest"], coffee["attendees_highest"]) == (120, 120, 150)
    assert (coffee["commune"], coffee["first_article_id"]) == ("Nà Bủng", "a001")
    assert (coffee["attendees_event_id"], coffee["n_counts"]) == ("e001", 2)
    assert set(tables.occurrence_reports.event_id) == {"e001", "e002", "e003"}
    assert set(tables.occurrence_reports.relation) == {"same"}


def test_a_second_run_changes_nothing(write_tables: WriteTables) -> None:
    folder = folder_of(write_tables, event_row(1, COFFEE), event_row(2, COFFEE), event_row(3, "Lễ giao nhận quân"))
    link_tables(folder)
    before = {table.name: parquet.read_table(folder / f"{table.name}.parquet") for table in LINKED}
    link_tables(folder)
    assert before == {table.name: parquet.read_table(folder / f"{table.name}.parquet") for table in LINKED}


def test_a_new_extraction_leaves_the_folder_unlinked_until_it_is_linked_again(write_tables: WriteTables) -> None:
    folder = folder_of(write_tables, event_row(1, COFFEE))
    link_tables(folder)
    folder = folder_of(write_tables, event_row(2, COFFEE))
    assert not is_linked(folder)
    assert load(folder).occurrences.empty


def test_ids_and_tables_take_their_place_in_one_step(write_tables: WriteTables) -> None:
    folder = folder_of(write_tables, event_row(1, COFFEE))
    before = folder.stat().st_ino
    link_tables(folder)
    after = folder.stat()
    assert after.st_ino != before  # another folder took its place
    told = parquet.read_table(folder / "linked_ids.parquet")["id"].to_pylist()
    assert set(load(folder).occurrences.occurrence_id) <= set(told)
    assert after.st_mtime_ns == max(after.st_mtime_ns, (folder / "linked_ids.parquet").stat().st_mtime_ns)


def test_ids_outlive_a_new_extraction(write_tables: WriteTables) -> None:
    later = event_row(2, COFFEE, published_at="2023-05-13T08:00:00+07:00")
    folder = folder_of(write_tables, later)
    link_tables(folder)
    before = list(load(folder).occurrences.occurrence_id)
    folder = folder_of(write_tables, later, event_row(1, COFFEE, published_at="2023-05-12T08:00:00+07:00"))
    link_tables(folder)
    assert list(load(folder).occurrences.occurrence_id) == before
