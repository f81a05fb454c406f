"""The weights of the extraction: reading, validation, and use of others in their place."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from extract import extract
from extract.mentions.attendance.rules import SIGNS
from extract.weights import AttendanceWeights, TypeWeights, assess, points_of, read_section, using, weights
from tests.extract.articles import article

REPORT = "Sáng 12/3, UBND huyện tổ chức hội nghị tổng kết công tác năm 2023."


def test_every_weight_of_the_lexicon_is_read() -> None:
    read = weights()
    assert {field.name for field in fields(read)} >= {"detection", "types", "attendance", "places", "confidence"}
    assert read.detection.threshold > 0
    assert set(read.types.frame) == set(read.types.title) == set(read.types.elsewhere)


def test_every_sign_of_a_count_has_a_weight() -> None:
    assert {sign.weighed_as for sign in SIGNS} == set(weights().attendance.signs)


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ({"needed": 2}, "signs"),
        ({"needed": 2, "signs": {}, "floor": 0}, "floor"),
        ({"needed": "2", "signs": {}}, "needed is not a number"),
        ({"needed": True, "signs": {}}, "needed is not a number"),
        ({"needed": 2, "signs": {"guests": None}}, "signs.guests is not a number"),
    ],
)
def test_a_section_that_is_not_whole_is_refused(section: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_section(AttendanceWeights, section, "attendance")


def test_a_table_of_features_within_a_section_is_checked_too() -> None:
    table = {"held": 1.0, "plain": "much"}
    votes = dict(frame=table, title={}, elsewhere={}, rank={}, about=1.0, most_elsewhere=1.0)
    with pytest.raises(ValueError, match="types.frame.plain is not a number"):
        read_section(TypeWeights, votes, "types")


def test_points_are_values_times_weights_without_those_of_none() -> None:
    assert points_of({"a": 2, "b": 1, "c": 0}, {"a": 1.5, "b": 0.0, "c": 3.0}) == (("a", 3.0),)


@pytest.mark.parametrize(("features", "confidence"), [({}, 0.5), ({"a": 1}, 0.881), ({"a": 1, "b": 2}, 0.269)])
def test_an_assessment_is_the_probability_of_its_log_odds(features: dict[str, float], confidence: float) -> None:
    assessed = assess(features, {"a": 2.0, "b": -1.5})
    assert assessed.confidence == confidence
    assert dict(assessed.weighed).keys() == features.keys()


def test_other_weights_decide_within_their_block_only() -> None:
    told = article(REPORT, published=None)
    usual = weights()
    strict = replace(usual, detection=replace(usual.detection, threshold=50.0))
    assert extract(told).main_event is not None
    with using(strict):
        assert extract(told).main_event is None
    assert extract(told).main_event is not None
    assert weights() is usual
