"""`sukien evaluate`: the figures, errors in their sentences, groups, and what a change gains and loses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import invoke

TEXT = "Sáng 12/3/2024, UBND huyện Sìn Hồ họp giao ban. Ông Lò Văn Khiên, Chủ tịch UBND huyện dự."
EVENT = {"start": "2024-03-12", "end": "2024-03-12", "type": "meeting"}


def write(path: Path, *lines: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture()
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Annotations of two articles of two groups, the second with a wrong type; and the articles."""
    events = [EVENT, {**EVENT, "type": "festival"}]
    gold = [
        {
            "id": f"a{number}",
            "group": group,
            "partial": ["event", "officials"],
            "is_event": True,
            "status": "held",
            "event": event,
            "officials": [],
        }
        for number, (group, event) in enumerate(zip(("press", "sites"), events))
    ]
    articles = [{"id": f"a{number}", "text": TEXT, "published": "2024-03-13"} for number in range(2)]
    return write(tmp_path / "gold.jsonl", *gold), write(tmp_path / "articles.jsonl", *articles)


def test_the_figures_of_each_measure(files: tuple[Path, Path]) -> None:
    done = invoke("evaluate", *files)
    assert done.returncode == 0
    figures = {line.split()[0]: line.split(maxsplit=1)[1] for line in done.stdout.splitlines()}
    assert figures["event_type"].startswith("0.500  1 right, 1 wrong") and "missed" not in figures["event_type"]
    assert figures["event_found"].startswith("1.000  2 right, 0 wrong")


def test_errors_are_shown_in_their_sentence(files: tuple[Path, Path]) -> None:
    assert "a1" not in invoke("evaluate", *files).stdout
    shown = invoke("evaluate", *files, "--errors", "1").stdout
    assert "    a1 wrong: " in shown and f"\n        {TEXT}\n" in shown


def test_groups_and_their_mean(files: tuple[Path, Path]) -> None:
    rows = [line.split() for line in invoke("evaluate", *files, "--by-group").stdout.split("\n\n")[1].splitlines()]
    assert rows[0] == ["press", "sites", "mean"]
    assert ["event_type", "1.000", "0.000", "0.500"] in rows


def test_one_json_object(files: tuple[Path, Path]) -> None:
    plain = json.loads(invoke("evaluate", *files, "--json").stdout)
    grouped = json.loads(invoke("evaluate", *files, "--json", "--by-group").stdout)
    assert plain["event_type"] == 0.5 and "by_group" not in plain
    assert grouped["by_group"]["press"]["event_type"] == 1.0


def test_a_change_is_what_is_gained_and_lost(files: tuple[Path, Path], tmp_path: Path) -> None:
    gold, articles = files
    assert invoke("evaluate", *files, "--save", tmp_path / "facts").returncode == 0
    assert "0 facts gained, 0 lost" in invoke("evaluate", *files, "--against", tmp_path / "facts").stdout
    texts = [{"id": f"a{number}", "text": TEXT.replace("12/3", "14/3")} for number in range(2)]
    changed = write(tmp_path / "changed.jsonl", *texts)
    done = invoke("evaluate", gold, changed, "--against", tmp_path / "facts")
    assert "0 facts gained" not in done.stdout and "2024-03-14" in done.stdout and "2024-03-12" in done.stdout


def test_what_cannot_be_read_is_named(files: tuple[Path, Path], tmp_path: Path) -> None:
    gold, articles = files
    assert f"{tmp_path / 'none'}: no such file" in invoke("evaluate", gold, tmp_path / "none").stderr
    for wrong in (tmp_path / "none", write(tmp_path / "other.jsonl", {"id": "a9", "event": EVENT})):
        done = invoke("evaluate", wrong, articles)
        assert done.returncode == 1 and done.stderr.startswith("sukien: ") and "Traceback" not in done.stderr


def test_what_an_annotation_lacks_is_named(files: tuple[Path, Path], tmp_path: Path) -> None:
    lacking = write(tmp_path / "lacking.jsonl", {"id": "a1", "partial": ["event"], "event": EVENT})
    done = invoke("evaluate", lacking, files[1])
    assert (done.returncode, done.stderr) == (1, "sukien: the annotation of article 'a1' lacks 'is_event'\n")


def test_a_bad_line_of_the_articles_is_named_and_left_out(files: tuple[Path, Path]) -> None:
    gold, articles = files
    articles.write_text(articles.read_text(encoding="utf-8") + "{\n", encoding="utf-8")
    done = invoke("evaluate", gold, articles)
    assert done.returncode == 0 and "articles.jsonl:3: not JSON" in done.stderr
