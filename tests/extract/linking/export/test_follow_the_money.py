"""FollowTheMoney: every entity is valid in its model, and refers to entities that are there."""

from __future__ import annotations

import json
from pathlib import Path

from followthemoney import model

from extract.linking.export.follow_the_money import to_follow_the_money


def test_follow_the_money_takes_every_entity(linked: Path) -> None:
    entities = [json.loads(line) for line in to_follow_the_money(linked).splitlines()]
    ids = {entity["id"] for entity in entities}
    schemas = {entity["schema"] for entity in entities}
    assert len(ids) == len(entities) and schemas == {"Person", "PublicBody", "Employment", "Event"}
    for entity in entities:
        proxy = model.get_proxy(entity)
        model[entity["schema"]].validate(entity)
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }
        assert ids.issuperset(entity["properties"].get("employee", []) + entity["properties"].get("employer", []))


def test_an_entity_is_one_line_without_empty_values(linked: Path) -> None:
    lines = to_follow_the_money(linked).splitlines()
    entities = [json.loads(line) for line in lines]
    assert [one["id"] for one in entities] == sorted(one["id"] for one in entities)
    assert all(values and all(values) for one in entities for values in one["properties"].values())
