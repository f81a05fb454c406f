"""The generated pages of the documentation: every table, column and rule, and the measured figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.declaration.tables import Table
from extract.events.rules import RULES as EVENT_RULES
from extract.events.type_rules import TYPE_RULES
from extract.mentions import KINDS
from extract.tables.docs import main, rules_page, tables_page, with_figures
from extract.tables.linked import LINKED
from extract.tables.rows import TABLES
from tests.tables import ROOT


@pytest.mark.parametrize("table", [*TABLES, *LINKED], ids=lambda table: table.name)
def test_the_page_of_the_tables_has_every_column(table: Table) -> None:
    section = tables_page().split(f"\n## {table.name}\n")[1].split("\n## ")[0].split("\n# ")[0]
    rows = [line.split(" | ")[0].removeprefix("| ") for line in section.splitlines() if line.startswith("| ")]
    assert rows == ["column", *(column.name for column in table.columns)]
    key = f"Key: `{', '.join(table.primary_key)}`." if table.primary_key else ""
    assert table.description in section and key in section and ("Key:" in section) == bool(key)
    assert all(f"`{target}` by `{field}`" in section for field, target in table.foreign_keys)


def test_a_column_tells_its_type_its_values_and_an_example() -> None:
    page = tables_page()
    assert "Part of the day. One of morning, noon, afternoon, evening. | morning |" in page
    assert "| article_id | string, required | " in page and "| start_date | partial date" in page


def test_every_rule_has_a_row_with_an_example() -> None:
    lines = rules_page().splitlines()
    for rule in (*EVENT_RULES, *(one for kind in KINDS for one in kind.rules)):
        row = f"| {rule.name} | {rule.holds} | {rule.yields} | {rule.examples[0]} |".replace("\n", " ")
        assert row in lines
    assert all(any(line.startswith(f"| {one.name} | {', '.join(one.of)} | ") for line in lines) for one in TYPE_RULES)


def test_figures_take_the_place_between_their_marks_only() -> None:
    page = "Before.\n<!-- figures -->\nonce \\1\n<!-- end of figures -->\nAfter."
    shown = with_figures(page)
    assert shown.startswith("Before.\n<!-- figures -->\n") and shown.endswith("<!-- end of figures -->\nAfter.")
    assert "| event_found |" in shown and "once" not in shown
    assert with_figures(shown) == shown and with_figures("No marks.") == "No marks."


def test_the_pages_are_written_where_they_belong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "accuracy.md").write_text("<!-- figures --><!-- end of figures -->\n", encoding="utf-8")
    main()
    written = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "docs").iterdir()}
    assert written["tables.md"] == tables_page() and written["rules.md"] == rules_page()
    assert "| event_found |" in written["accuracy.md"]


def test_the_documentation_is_that_of_the_declaration() -> None:  # if not: python -m extract.tables.docs
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == tables_page()
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == rules_page()
    accuracy = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert "| event_found |" in accuracy and accuracy == with_figures(accuracy)
    assert [column.name for table in TABLES for column in table.columns if not column.example] == []
