"""Linking of a folder of tables: the tables that it adds, and the ids that outlive a new extraction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet

from extract import load
from extract.linking.link import link_tables
from extract.tables.linked import LINKED, is_linked
from tests.extract.linking.made import COFFEE
from tests.extract.linking.reports import event_row

WriteTables = Callable[[Mapping[str, Iterable[Mapping[str, Any]]]], Path]


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
