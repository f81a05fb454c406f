"""Drafts, gold lines, and conversion to and from Label Studio."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from extract.evaluation.gold import draft
from extract.evaluation.label_studio import from_label_studio, label_setup, to_label_studio
from extract.tables.checks import NotTables
from extract.tables.grouped import rows_by_article
from tests.tables import WriteTables


def annotated(tasks: list[dict[str, Any]], checked: list[str]) -> list[dict[str, Any]]:
    """The tasks as Label Studio exports them after an annotator accepted every prediction and ticked `checked`."""
    tick = {"id": "t", "from_name": "checked", "to_name": "text", "type": "choices", "value": {"choices": checked}}
    return [{**task, "annotations": [{"result": [*task["predictions"][0]["result"], tick]}]} for task in tasks]


def test_label_studio_gives_back_what_it_was_given(sample_tables: Path) -> None:
    tasks = json.loads(json.dumps(to_label_studio(sample_tables)))
    drafts = [draft(article_id, rows) for article_id, rows in rows_by_article(sample_tables)]
    every = ["event", "officials", "attendance", "documents"]
    assert len(tasks) == 73
    assert from_label_studio(annotated(tasks, every)) == drafts


def test_tasks_without_a_ticked_section_give_no_gold(sample_tables: Path) -> None:
    tasks = to_label_studio(sample_tables)[:2]
    assert from_label_studio(tasks) == []
    assert from_label_studio(annotated(tasks, [])) == []
    line, _ = from_label_studio(annotated(tasks, ["officials"]))
    assert line["partial"] == ["officials"]


def test_regions_count_as_browsers_do(write_tables: WriteTables) -> None:
    text = "😀😀 Lò Văn Hặc"
    person = {"article_id": "a1", "name": "Lò Văn Hặc", "span_start": 3, "span_end": len(text), "quote": text[3:]}
    folder = write_tables({"articles": [{"article_id": "a1", "text": text}], "officials": [person]})
    (task,) = to_label_studio(folder)
    value = next(result["value"] for result in task["predictions"][0]["result"] if result["from_name"] == "label")
    units = text.encode("utf-16-le")
    assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == "Lò Văn Hặc"


def test_a_value_that_gold_cannot_hold_is_named(sample_tables: Path) -> None:
    tasks = annotated(to_label_studio(sample_tables), ["attendance"])
    fields = [result for task in tasks for result in task["annotations"][0]["result"]]
    next(field for field in fields if field["from_name"] == "attendance_n")["value"]["text"] = ["khá đông"]
    with pytest.raises(ValueError, match="attendance n: .*khá đông.* is not a number"):
        from_label_studio(tasks)


def test_the_setup_names_every_field_that_the_tasks_use(sample_tables: Path) -> None:
    names = {tag.get("name") for tag in ElementTree.fromstring(label_setup()).iter() if tag.get("name")}
    predicted = [task["predictions"][0]["result"] for task in to_label_studio(sample_tables)]
    used = {result["from_name"] for results in predicted for result in results}
    assert used <= names and "checked" in names


def test_without_tables_there_are_no_tasks(tmp_path: Path) -> None:
    with pytest.raises(NotTables):
        to_label_studio(tmp_path)
