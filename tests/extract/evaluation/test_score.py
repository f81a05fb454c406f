"""Scoring: what counts as right, wrong and missed; and that the figures are those of the scorer the gold came with."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from extract import extract
from extract.batch import extract_to
from extract.evaluation.score import Measure, read_gold, same_wording, score
from extract.jsonl import BadLine, read_articles
from extract.model import CitationValue, Event, Extraction, Mention, OfficialValue, Position, Role, Span
from scraper.article import Article, Place
from scraper.sites import load_registry

TEXT = "Đồng chí Vừ A Tủa, Chủ tịch UBND huyện, dự họp."
NOWHERE = Span(0, 1)
GOLD: Mapping[str, Any] = {
    "id": "a1",
    "is_event": True,
    "event": {
        "type": "meeting",
        "start": "2024-03-12",
        "end": "2024-03-13",
        "part_of_day": "morning",
        "province": "Điện Biên",
        "district": None,
    },
    "officials": [
        {"name": "Vừ A Tủa", "positions": ["Chủ tịch UBND huyện"], "roles": ["attend"], "participant": True},
        {"name": "Lò Văn Páo", "positions": [], "roles": ["speak"], "participant": False},
    ],
    "attendance": [{"n": 40, "cmp": "gt", "unit": "đại biểu", "scope": "event"}],
    "documents": [{"type": "Kế hoạch", "number": "5", "symbol": "05/KH-UBND", "date": None}],
}


def event(**changed: Any) -> Event:
    right = {"type": "meeting", "start_date": "2024-03-12", "end_date": "2024-03-13", "part_of_day": "morning"}
    place = Place(province="điện biên")
    said: dict[str, Any] = {**right, "place": place, **changed}
    return Event("e1", True, name="", status="held", span=NOWHERE, rule="r", confidence=1.0, **said)


def official(name: str, posts: tuple[str, ...] = (), roles: tuple[Role, ...] = ()) -> Mention[OfficialValue]:
    positions = tuple(Position(post, NOWHERE) for post in posts)
    return Mention("official", NOWHERE, name, OfficialValue(name, positions=positions, roles=roles), "r")


def citation(kind: str, number: str, symbol: str | None, day: str | None = None) -> Mention[CitationValue]:
    return Mention("document", NOWHERE, kind, CitationValue(kind, number, symbol, issued_date=day), "r")


def judged(*, gold: Mapping[str, Any] = GOLD, **found: Any) -> dict[str, tuple[int, int, int]]:
    """Right, wrong and missed of each measure, for an extraction written by hand."""
    extraction = Extraction(Article(id="a1", paragraphs=(TEXT,)), TEXT, **found)
    measures = score([gold], {"a1": extraction}).measures
    return {name: (one.right, one.wrong, one.missed) for name, one in measures.items()}


def test_everything_right_is_right_everywhere() -> None:
    counts = judged(
        events=(event(),),
        officials=(
            official("VỪ A TỦA", ("Chủ tịch Ủy ban nhân dân huyện",), ("attend",)),
            official("Lò Văn Páo", roles=("other",)),
        ),
        citations=(citation("kế hoạch", "05", "05 / KH–UBND"),),
    )
    assert counts.pop("attendance") == (0, 0, 1)
    assert counts.pop("district") == (0, 0, 0)
    assert counts.pop("officials_name") == (2, 0, 0)
    assert all(right == 1 and not wrong and not missed for right, wrong, missed in counts.values()), counts


@pytest.mark.parametrize(
    ("measure", "changed"),
    [
        ("event_type", {"type": "conference"}),
        ("event_dates", {"end_date": "2024-03-12"}),
        ("part_of_day", {"part_of_day": None}),
        ("province", {"place": Place(province="Lai Châu")}),
    ],
)
def test_a_wrong_cell_of_the_event_is_wrong_in_its_measure_only(measure: str, changed: dict[str, Any]) -> None:
    counts = judged(events=(event(**changed),))
    assert counts[measure] == (0, 1, 0)
    assert counts["event_found"] == (1, 0, 0)
    assert sum(wrong for _, wrong, _ in counts.values()) == 1


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
    assert {name for name, cells in counts.items() if any(cells)} == {"attendance"}


def test_an_error_is_shown_in_its_sentence() -> None:
    extraction = Extraction(Article(id="a1"), TEXT, officials=(official("Vừ A"),))
    errors = score([GOLD], {"a1": extraction}).measures["officials_name"].errors
    wrong = next(one for one in errors if one.fault == "wrong")
    assert (wrong.article_id, wrong.what, wrong.sentence) == ("a1", "vừ a", TEXT)


@pytest.mark.parametrize(
    ("right", "wrong", "missed", "f1", "accuracy"),
    [(0, 0, 0, 0.0, 0.0), (3, 0, 0, 1.0, 1.0), (2, 1, 1, 2 / 3, 2 / 3), (0, 2, 2, 0.0, 0.0)],
)
def test_figures(right: int, wrong: int, missed: int, f1: float, accuracy: float) -> None:
    assert Measure("m", False, right, wrong, missed).value == pytest.approx(f1)
    assert Measure("m", True, right, wrong).value == pytest.approx(accuracy)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Phó Bí thư Thường trực Thị uỷ", "phó bí thư TT thị ủy", True),
        ("Chủ tịch UBND TP. Vinh", "Chủ tịch Ủy ban nhân dân thành phố Vinh", True),
        ("Hoàng Thuý Quý", "hoàng thúy quý", True),
        ("Trưởng ban", "Trưởng bàn", False),
        ("Phó Chủ tịch", "Chủ tịch", False),
    ],
)
def test_wordings(one: str, other: str, same: bool) -> None:
    assert (same_wording(one) == same_wording(other)) is same


def test_an_annotated_article_that_was_not_given_is_named() -> None:
    with pytest.raises(KeyError, match="a1"):
        score([GOLD], {})


def test_a_line_that_is_no_annotation_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a1"}\n\n[1]\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"gold\.jsonl:3: not an annotation"):
        read_gold(path)


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_the_figures_are_those_of_the_scorer_beside_the_gold(shared_gold: Path, tmp_path: Path, name: str) -> None:
    gold, texts = shared_gold / f"{name}.jsonl", shared_gold / f"{name}_articles.jsonl"
    place_for = load_registry().place_for
    extract_to(tmp_path, read_articles(texts, place_for))
    scorer = [sys.executable, str(shared_gold / "score.py"), str(gold), str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True, timeout=60).stdout)
    assert theirs.pop("evidence") == 1.0
    found = [one for one in read_articles(texts, place_for) if not isinstance(one, BadLine)]
    ours = score(read_gold(gold), {one.id: extract(one) for one in found}).figures()
    assert ours == {measure: theirs[measure] for measure in ours}
