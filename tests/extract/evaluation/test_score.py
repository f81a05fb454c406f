"""Scoring: what counts as right, wrong and missed; and that the figures equal those of the gold's own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extract import extract
from extract.batch import extract_to
from extract.evaluation.score import read_gold, score, score_by_group
from extract.jsonl import BadLine, read_articles
from extract.results import Extraction
from scraper.article import Article, Place
from scraper.sites import load_registry
from tests.extract.evaluation.judging import ELECTION, GOLD, NOWHERE, TEXT, citation, count, event, judged, official


def test_everything_right_is_right_everywhere() -> None:
    counts = judged(
        events=(event(), ELECTION),
        officials=(
            official("VỪ A TỦA", ("Chủ tịch Ủy ban nhân dân huyện",), ("attend",)),
            official("Lò Văn Páo", roles=("other",), participant=False),
        ),
        attendance=(count(40), count(52, derived=True)),
        citations=(citation("kế hoạch", "05", "05 / KH–UBND"),),
        owners={("attendance", NOWHERE): "e1"},
    )
    assert counts.pop("evidence") == (7, 0, 0)
    assert counts.pop("district") == (0, 0, 0)
    several = {name: counts.pop(name) for name in ("officials_name", "organizers", "participant")}
    assert set(several.values()) == {(2, 0, 0)}, several
    assert all(right == 1 and not wrong and not missed for right, wrong, missed in counts.values()), counts


@pytest.mark.parametrize(
    ("measure", "changed"),
    [
        ("event_type", {"type": "conference"}),
        ("event_dates", {"end_date": "2024-03-12"}),
        ("part_of_day", {"part_of_day": None}),
        ("province", {"place": Place(province="Lai Châu", commune="Mường Phăng")}),
        ("status", {"status": "scheduled"}),
        ("mode", {"mode": "online"}),
    ],
)
def test_a_wrong_cell_of_the_event_is_wrong_in_its_measure_only(measure: str, changed: dict[str, Any]) -> None:
    counts = judged(events=(event(**changed), ELECTION))
    assert counts[measure] == (0, 1, 0)
    assert counts["event_found"] == (1, 0, 0)
    assert sum(wrong for _, wrong, _ in counts.values()) == 1


def test_a_measure_of_a_field_that_the_gold_lacks_is_not_reported() -> None:
    gold = {key: value for key, value in GOLD.items() if key != "further"}
    figures = score([gold], {"a1": Extraction(Article(id="a1"), TEXT)}).figures()
    assert "further_events" not in figures and "position_head" not in figures and "document_date" in figures


def test_groups_are_scored_apart() -> None:
    gold = [{**GOLD, "group": "press"}, {**GOLD, "id": "a2", "group": "local"}, {**GOLD, "id": "a3"}]
    found = {name: Extraction(Article(id=name), TEXT) for name in ("a1", "a2", "a3")}
    found["a2"] = Extraction(Article(id="a2"), TEXT, events=(event(),))
    groups = score_by_group(gold, found)
    assert {name: one.figures()["status"] for name, one in groups.items()} == {"local": 1, "none": 0, "press": 0}


def test_an_event_where_there_is_none_is_wrong_and_its_cells_are_not_judged() -> None:
    counts = judged(gold={**GOLD, "is_event": False}, events=(event(),))
    assert (counts["event_found"], counts["event_type"]) == ((0, 1, 0), (0, 0, 0))


def test_a_day_that_the_annotation_does_not_know_is_not_judged() -> None:
    for unknown in (None, "--03-12"):
        gold = {**GOLD, "event": {**GOLD["event"], "start": unknown}}
        assert judged(gold=gold, events=(event(),))["event_dates"] == (0, 0, 0)


@pytest.mark.parametrize(
    ("posts", "counts"),
    [
        (("Chủ tịch UBND huyện",), (1, 0, 0)),
        (("Chủ tịch UBND huyện", "Chủ tịch"), (1, 0, 0)),
        (("Chủ tịch",), (0, 0, 1)),
        (("Phó Chủ tịch UBND huyện",), (0, 1, 1)),
        ((), (0, 0, 1)),
    ],
)
def test_a_shorter_form_of_a_post_is_neither_right_nor_wrong(
    posts: tuple[str, ...], counts: tuple[int, int, int]
) -> None:
    assert judged(officials=(official("Vừ A Tủa", posts),))["officials_post"] == counts


def test_roles_are_judged_of_participants_only() -> None:
    counts = judged(officials=(official("Vừ A Tủa", roles=("attend", "speak")), official("Lò Văn Páo", (), ("sign",))))
    assert counts["officials_role"] == (1, 1, 0)


def test_a_date_of_a_document_is_judged_where_the_document_is_found() -> None:
    assert judged()["document_date"] == (0, 0, 0)
    assert judged(citations=(citation("Kế hoạch", "5", "05/KH-UBND", "2024-01-01"),))["document_date"] == (0, 1, 0)


def test_only_what_is_annotated_is_judged() -> None:
    counts = judged(gold={**GOLD, "partial": ["attendance"]}, events=(event(type="other"),))
    always = {"evidence", "further_events"}
    assert {name for name, cells in counts.items() if any(cells)} - always == {"attendance", "attendees"}


def test_an_error_is_shown_in_its_sentence() -> None:
    extraction = Extraction(Article(id="a1"), TEXT, mentions={"official": (official("Vừ A"),)})
    errors = score([GOLD], {"a1": extraction}).measures["officials_name"].errors
    wrong = next(one for one in errors if one.fault == "wrong")
    assert (wrong.article_id, wrong.what, wrong.sentence) == ("a1", "vừ a", TEXT)


def test_an_annotated_article_that_was_not_given_is_named() -> None:
    with pytest.raises(KeyError, match="a1"):
        score([GOLD], {})


def test_a_line_that_is_no_annotation_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a1"}\n\n[1]\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"gold\.jsonl:3: not an annotation"):
        read_gold(path)


@pytest.mark.parametrize("name", ["seeds", "dev", "dev2"])
def test_the_figures_are_those_of_the_scorer_beside_the_gold(shared_gold: Path, tmp_path: Path, name: str) -> None:
    gold, texts = shared_gold / f"{name}.jsonl", shared_gold / f"{name}_articles.jsonl"
    place_for = load_registry().place_for
    extract_to(tmp_path, read_articles(texts, place_for))
    scorer = [sys.executable, str(shared_gold / "score.py"), str(gold), str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True, timeout=60).stdout)
    found = [one for one in read_articles(texts, place_for) if not isinstance(one, BadLine)]
    ours = score(read_gold(gold), {one.id: extract(one) for one in found}).figures()
    assert ours == theirs
