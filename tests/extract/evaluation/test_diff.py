"""Facts gained and lost between two versions of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import extract
from extract.evaluation.diff import Changes, Fact, changes, facts_of, load_facts, save_facts
from tests.extract.articles import article

OLD = frozenset({Fact("a1", "events", "type=training"), Fact("a1", "attendance", "count=40")})
NEW = frozenset({Fact("a1", "events", "type=conference"), Fact("a1", "attendance", "count=40")})


def test_what_only_one_version_states_is_gained_or_lost() -> None:
    found = changes(OLD, NEW)
    assert found.gained == (Fact("a1", "events", "type=conference"),)
    assert found.lost == (Fact("a1", "events", "type=training"),)


def test_nothing_changes_between_a_version_and_itself() -> None:
    assert changes(OLD, OLD) == Changes((), ())


def test_changes_print_as_a_diff_article_by_article() -> None:
    assert str(changes(OLD, NEW)) == "+ a1 events: type=conference\n- a1 events: type=training"


def test_facts_survive_saving(tmp_path: Path) -> None:
    save_facts(tmp_path / "facts.jsonl", OLD)
    assert load_facts(tmp_path / "facts.jsonl") == OLD


def test_saved_facts_are_sorted_so_that_a_change_is_one_line(tmp_path: Path) -> None:
    save_facts(tmp_path / "facts.jsonl", OLD)
    lines = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines == ['["a1", "attendance", "count=40"]', '["a1", "events", "type=training"]']


@pytest.mark.parametrize("line", ["{", "[1]", '{"article_id": 1}', '["a1", "events", "x", "y"]'])
def test_a_file_of_something_else_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="facts.jsonl: not a file of facts"):
        load_facts(path)


def test_facts_say_what_was_found_without_ids_and_quotes() -> None:
    found = extract(article("Sáng ngày 12/3/2024, UBND huyện tổ chức hội nghị tập huấn cho 40 học viên."))
    facts = {(fact.table, fact.meaning) for fact in facts_of([found])}
    assert ("attendance", "count=40, cmp=eq, unit=học viên, scope=event, derived=False") in facts
    (event,) = [meaning for table, meaning in facts if table == "events"]
    assert "type=training" in event and "start_date=2024-03-12" in event and "event_id" not in event
