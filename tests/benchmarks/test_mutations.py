"""The benchmark of mutated texts: what it makes is the same every time, and it goes on where it was stopped."""

from __future__ import annotations

from pathlib import Path

from benchmarks.mutations.making import SAMPLE, text_of
from benchmarks.mutations.running import PORTION, all_tried


def test_a_seed_and_a_number_name_a_text() -> None:
    texts = [text_of(1, number) for number in range(8)]
    assert texts == [text_of(1, number) for number in range(8)] and len(set(texts)) == 8
    assert texts != [text_of(2, number) for number in range(8)]


def test_a_run_goes_on_behind_what_its_progress_holds(tmp_path: Path) -> None:
    progress = tmp_path / "progress.jsonl"
    first = all_tried(1, range(20), SAMPLE, 1, progress)
    assert progress.read_text(encoding="utf-8").count("\n") == 1 and first.texts == 20
    both = all_tried(1, range(PORTION + 20), SAMPLE, 1, progress)
    assert both.texts == 40 and progress.read_text(encoding="utf-8").count("\n") == 2
    assert not both.failures and first.slowest[0] in both.slowest
