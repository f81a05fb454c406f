"""Scoring of totals, scopes, further columns of the event, participants and parts of posts."""

from __future__ import annotations

from typing import Any

import pytest

from extract.model import Scope
from scraper.article import Place
from tests.extract.evaluation.judging import GOLD, NOWHERE, count, event, judged, official


@pytest.mark.parametrize(
    ("measure", "changed", "counts"),
    [
        ("commune", {"place": Place(commune="Mường Phăng")}, (1, 0, 0)),
        ("commune", {"place": Place(commune="Mường Ảng")}, (0, 1, 1)),
        ("commune", {"place": Place()}, (0, 0, 1)),
        ("venue", {"venue": "Hội trường UBND huyện Điện Biên"}, (1, 0, 0)),
        ("venue", {"venue": "nhà văn hóa"}, (0, 1, 1)),
        ("organizers", {"organizers": ("Hội Nông dân huyện",)}, (1, 0, 1)),
        ("organizers", {"organizers": ("UBND huyện Điện Biên", "UBND huyện", "Công an huyện")}, (1, 2, 1)),
        ("further_events", {"is_main": False, "start_date": "2024-05-01"}, (0, 1, 1)),
    ],
)
def test_columns_that_are_sets(measure: str, changed: dict[str, Any], counts: tuple[int, int, int]) -> None:
    assert judged(events=(event(**changed),))[measure] == counts


@pytest.mark.parametrize(
    ("gold", "scope", "attendees", "attendance_scope"),
    [
        ({}, "event", (1, 0, 0), (1, 0, 0)),
        ({}, "group", (0, 0, 1), (0, 1, 0)),
        ({"attendees": None}, "event", (0, 1, 0), (1, 0, 0)),
        ({"attendees": {"n": 52, "cmp": "gt"}}, "event", (0, 1, 1), (1, 0, 0)),
    ],
)
def test_totals_and_scopes(
    gold: dict[str, Any], scope: Scope, attendees: tuple[int, int, int], attendance_scope: tuple[int, int, int]
) -> None:
    owners = {("attendance", NOWHERE): "e1"}
    counts = judged(gold={**GOLD, **gold}, events=(event(),), attendance=(count(40, scope),), owners=owners)
    assert (counts["attendees"], counts["attendance_scope"]) == (attendees, attendance_scope)


def test_one_who_is_wrongly_said_to_be_there() -> None:
    counts = judged(officials=(official("Vừ A Tủa"), official("Lò Văn Páo")))
    assert (counts["participant"], counts["non_participant"]) == ((1, 1, 0), (0, 0, 1))


@pytest.mark.parametrize(
    ("parts", "measure", "right"),
    [
        ({"head": "Phó Chủ tịch"}, "position_head", 0),
        ({"head": "Chủ tịch UBND"}, "position_head", 1),  # continues into the body
        ({"body": "Ủy ban nhân dân"}, "position_body", 1),
        ({"unit": None}, "position_unit", 0),
        ({"level": "province"}, "position_level", 0),
    ],
)
def test_parts_of_a_post(parts: dict[str, str | None], measure: str, right: int) -> None:
    person = GOLD["officials"][0]
    golden = {**person, "parts": [{**person["parts"][0], **parts}]}
    counts = judged(gold={**GOLD, "officials": [golden]}, officials=(official("Vừ A Tủa", ("Chủ tịch UBND huyện",)),))
    assert counts[measure] == (right, 1 - right, 0)
