"""`sukien report` and `sukien review`: what they write, print and refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.tables.linked import is_linked
from tests.commands import invoke
from tests.tables import WriteTables


def test_a_report_is_written_beside_tables_which_are_linked_first(write_tables: WriteTables) -> None:
    tables = write_tables({"articles": [{"article_id": "a1", "title": "Xã họp", "text": "Sáng 12/3, xã họp."}]})
    done = invoke("-q", "report", tables)
    assert (done.returncode, done.stdout) == (0, f"report in {tables / 'report.html'}: open it in a browser\n")
    assert is_linked(tables) and (tables / "report.html").is_file()


def test_a_report_has_the_place_and_the_title_that_are_given(linked_tables: Path, tmp_path: Path) -> None:
    page = tmp_path / "out" / "tin.html"
    done = invoke("-q", "report", linked_tables, "--out", page, "--title", "Tin huyện")
    assert (done.returncode, done.stdout) == (0, f"report in {page}: open it in a browser\n")
    assert '"title":"Tin huyện"' in page.read_text(encoding="utf-8")


def test_boundaries_that_are_none_are_refused(linked_tables: Path, tmp_path: Path) -> None:
    (tmp_path / "own.json").write_text("{}", encoding="utf-8")
    done = invoke("-q", "report", linked_tables, "--out", tmp_path / "x.html", "--boundaries", tmp_path / "own.json")
    assert done.returncode == 1 and f"sukien: {tmp_path / 'own.json'}: " in done.stderr
    assert is_linked(linked_tables) and not (tmp_path / "x.html").exists()


def test_tasks_are_written_with_the_setup_beside_them(sample_tables: Path, tmp_path: Path) -> None:
    tasks, setup = tmp_path / "tasks.json", tmp_path / "tasks.setup.xml"
    done = invoke("review", "export", sample_tables, "--out", tasks)
    count = len(json.loads(tasks.read_text(encoding="utf-8")))
    assert done.stdout == f"{count} tasks in {tasks}; labelling setup in {setup}\n" and count > 60
    assert setup.read_text(encoding="utf-8").startswith("<View")
    unchecked = invoke("review", "import", tasks, "--out", tmp_path / "gold.jsonl")
    assert unchecked.returncode == 1 and "no annotated task has a section ticked" in unchecked.stderr
    assert not (tmp_path / "gold.jsonl").exists()


def test_checked_annotations_become_gold_lines(tmp_path: Path) -> None:
    checked = {"from_name": "checked", "to_name": "text", "type": "choices", "value": {"choices": ["event"]}}
    task = {"data": {"id": "a1", "text": "Họp."}, "annotations": [{"result": [checked]}]}
    (tmp_path / "annotated.json").write_text(json.dumps([task]), encoding="utf-8")
    done = invoke("review", "import", tmp_path / "annotated.json", "--out", tmp_path / "gold.jsonl")
    assert done.stdout == f"1 gold lines in {tmp_path / 'gold.jsonl'}\n", done.stderr
    (line,) = (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["id"] == "a1" and json.loads(line)["partial"] == ["event"]


@pytest.mark.parametrize("content", ["[", "[1]", "{}", '"x"', "[" * 100_000])
def test_what_is_no_export_of_label_studio_is_named(content: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    done = invoke("review", "import", tmp_path / "x.json", "--out", tmp_path / "gold.jsonl")
    assert done.returncode == 1 and f"{tmp_path / 'x.json'}: no" in done.stderr


@pytest.mark.parametrize("words", [("report",), ("review", "export")])
def test_what_is_no_folder_of_tables_is_named(words: tuple[str, ...], tmp_path: Path) -> None:
    absent, empty = invoke(*words, tmp_path / "none"), invoke(*words, tmp_path)
    assert absent.returncode == empty.returncode == 1
    assert "none is not a folder; `sukien extract" in absent.stderr and f"{tmp_path} lacks articles" in empty.stderr
