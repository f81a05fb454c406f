"""`sukien link`: the line that it prints, its exports, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.tables.linked import is_linked
from sukien.linking import linked_line
from tests.commands import invoke
from tests.tables import WriteTables

EVIDENCE = {"event_id": "e1", "article_id": "a1", "span_start": 0, "span_end": 4, "quote": "Sáng", "rule": "opening"}


@pytest.fixture()
def tables(write_tables: WriteTables) -> Path:
    """The tables of an article with one event."""
    day = {"start_date": "2024-03-12", "end_date": "2024-03-12", "date_precision": "day"}
    event = {**EVIDENCE, **day, "type": "meeting", "status": "held", "name": "Họp bàn thủy lợi", "is_main": True}
    article = {"article_id": "a1", "site_id": "xa", "title": "Xã họp", "text": "Sáng 12/3, xã họp."}
    return write_tables({"articles": [article], "events": [event]})


def test_a_folder_is_linked_counted_and_exported(tables: Path, tmp_path: Path) -> None:
    feed, people = tmp_path / "events.ics", tmp_path / "people.json"
    done = invoke("-q", "link", tables, "--export", f"ics={feed}", "--export", f"popolo={people}")
    assert (done.returncode, done.stderr) == (0, "") and is_linked(tables)
    assert "1 occurrences, 1 occurrence reports, " in done.stdout
    assert f"ics in {feed}\npopolo in {people}\n" in done.stdout
    assert "BEGIN:VEVENT" in feed.read_text(encoding="utf-8") and json.loads(people.read_text(encoding="utf-8"))


@pytest.mark.parametrize("export", ["csv=a.csv", "popolo", "popolo="])
def test_a_wrong_export_is_refused_before_anything_is_linked(export: str, tables: Path) -> None:
    done = invoke("-q", "link", tables, "--export", export)
    assert done.returncode == 2 and f"{export}: not FORMAT=FILE with a format of popolo, " in done.stderr
    assert not is_linked(tables)


def test_what_is_no_folder_of_tables_is_named(tmp_path: Path) -> None:
    done = invoke("-q", "link", tmp_path / "none")
    assert done.returncode == 1 and "none is not a folder" in done.stderr


def test_the_line_of_counts() -> None:
    assert linked_line({"laws": 2, "law_citations": 5}) == "2 laws, 5 law citations"
