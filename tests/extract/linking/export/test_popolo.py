"""Popolo: what it holds, and that it refers to nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extract.linking.export.popolo import body_name, given, organization_id, to_popolo
from extract.tables.writer import read_rows


def test_popolo_refers_to_nothing_that_it_does_not_hold(linked: Path) -> None:
    found = json.loads(to_popolo(linked))
    persons, bodies = ({one["id"] for one in found[name]} for name in ("persons", "organizations"))
    assert len(found["persons"]) == len(persons) == len([*read_rows(linked, "people")])
    assert found["memberships"] and found["events"]
    assert all(one["person_id"] in persons and one["organization_id"] in bodies for one in found["memberships"])
    assert all(one["name"] for name in found for one in found[name] if name != "memberships")


TENURE: dict[str, Any] = {
    "head": "Chủ tịch",
    "body": "UBND",
    "unit": "huyện Nà Mẫu",
    "province": None,
    "level": "district",
}


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ({}, "UBND huyện Nà Mẫu"),
        ({"unit": None}, "UBND"),
        ({"head": "Trưởng thôn", "body": None, "unit": "thôn Đồng"}, "Trưởng thôn thôn Đồng"),
    ],
)
def test_a_body_is_named_with_its_unit(cells: dict[str, Any], name: str) -> None:
    assert body_name({**TENURE, **cells}) == name


def test_the_id_of_a_body_is_of_the_body_not_of_the_office() -> None:
    deputy, elsewhere = {**TENURE, "head": "Phó Chủ tịch"}, {**TENURE, "unit": "huyện Nà Tấu"}
    assert organization_id(TENURE) == organization_id(deputy) != organization_id(elsewhere)


def test_what_is_not_known_is_left_out() -> None:
    assert given([("a", 0), ("b", None), ("c", ""), ("d", []), ("e", "x")]) == {"a": 0, "e": "x"}
