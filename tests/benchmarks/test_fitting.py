"""Fitting of weights: known weights are recovered, too little gold changes nothing, and held-out examples are not
used."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.fit_weights import FILE
from benchmarks.fitting.cases import FOLDS, folds, read_cases
from benchmarks.fitting.confidences import calibration_error, fit_confidences
from benchmarks.fitting.decisions import (
    Threshold,
    attendance_examples,
    attendance_of,
    compare,
    detection_examples,
    detection_of,
    with_attendance,
    with_detection,
)
from benchmarks.fitting.logistic import Example, Model, fit, held_out, log_loss, mistakes
from benchmarks.fitting.search import search
from benchmarks.fitting.types_and_places import cases_of_place, cases_of_type, place_decision, type_decision
from benchmarks.fitting.weights_file import with_weights
from benchmarks.gold import GoldSet, read_all
from extract.evaluation.score import read_gold
from extract.weights import weights

SAMPLE = Path(__file__).resolve().parent.parent.parent / "data" / "gold" / "sample.jsonl"


def drawn(number: int, seed: int = 3) -> list[Example]:
    """Examples drawn from a model: log odds 2 for a, -1 for b, 0 for c; four a site."""
    draw, examples = random.Random(seed), []
    for at in range(number):
        features = {name: float(draw.random() < 0.5) for name in "abc"}
        odds = 2 * features["a"] - features["b"]
        examples.append(Example(f"s{at // 4}", "local", features, draw.random() < 1 / (1 + 2.718281828**-odds)))
    return examples


@pytest.fixture(scope="module")
def gold() -> GoldSet:
    """The first articles of the bundled sample."""
    articles = read_all(SAMPLE.with_name("sample_articles.jsonl"))
    return GoldSet("sample", tuple(read_gold(SAMPLE))[:24], tuple(articles))


def test_the_weights_of_a_law_are_found_from_what_it_made() -> None:
    model = fit(drawn(4000), Model({"a": 0.0, "b": 0.0, "c": 0.0}), penalty=0.1)
    assert model.weights["a"] == pytest.approx(2, abs=0.25)
    assert model.weights["b"] == pytest.approx(-1, abs=0.25)
    assert model.weights["c"] == pytest.approx(0, abs=0.2)


def test_few_examples_leave_what_was_believed() -> None:
    believed = Model({"a": 0.5, "b": 0.5, "c": 0.5})
    model = fit(drawn(8), believed, penalty=100.0)
    assert all(model.weights[name] == pytest.approx(0.5, abs=0.05) for name in "abc")


def test_without_examples_what_was_believed_stays() -> None:
    believed = Model({"a": 0.5, "always": -0.2})
    assert fit([], believed, penalty=1.0) == believed


def test_no_site_is_divided_between_folds() -> None:
    examples = drawn(200)
    for rest, out in folds(examples):
        assert not {one.site for one in rest} & {one.site for one in out}
    assert sum(len(out) for _, out in folds(examples)) == len(examples)
    assert len({one.fold for one in examples}) == FOLDS


def test_what_is_held_out_is_judged_once_each_and_better_than_by_chance() -> None:
    examples = drawn(1000)
    said = held_out(examples, Model({"a": 0.0, "b": 0.0, "c": 0.0}), penalty=1.0)
    assert len(said) == len(examples)
    assert log_loss(said) < log_loss((example, 0.5) for example in examples)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ([(0.95, True)] * 19 + [(0.95, False)], 0.0),
        ([(0.95, True)] * 10 + [(0.95, False)] * 10, 0.45),
        ([(0.9, True), (0.1, False)], 0.1),
        ([], 0.0),
    ],
)
def test_the_calibration_error(said: list[tuple[float, bool]], error: float) -> None:
    assert calibration_error(said) == pytest.approx(error)


def test_wrong_weights_of_a_decision_are_mended_where_there_is_enough_gold() -> None:
    wrong = Threshold("law", {"a": 0.2, "b": 1.0, "c": 1.0}, 0.5)
    compared = compare(wrong, drawn(2000))
    assert compared.better and not compared.thin
    assert mistakes(compared.fitted) < mistakes(compared.by_hand)
    assert compared.result.features["a"] > compared.result.features["c"] > compared.result.features["b"]


def test_a_decision_with_little_gold_is_thin() -> None:
    assert compare(Threshold("law", {"a": 2.0, "b": -1.0, "c": 0.1}, 0.0), drawn(100)).thin


def test_the_weights_file_keeps_its_comments_and_takes_other_numbers() -> None:
    text, read = FILE.read_text(encoding="utf-8"), weights()
    assert with_weights(text, read).count("#") == text.count("#")
    other = with_detection(read, Threshold("detection", {**read.detection.features, "named": 7.25}, 3.5))
    other = with_attendance(other, Threshold("attendance", read.attendance.signs, 2.75))
    changed = set(with_weights(text, other).splitlines()) - set(with_weights(text, read).splitlines())
    assert {line.partition("  #")[0] for line in changed} == {"named = 7.25", "threshold = 3.5", "needed = 2.75"}


def test_gold_becomes_examples_and_decisions_of_the_lexicon(gold: GoldSet) -> None:
    cases = list(read_cases(gold))
    events, counts = list(detection_examples(cases)), list(attendance_examples(cases))
    assert len(events) == len(cases) and {one.label for one in events} == {True, False}
    assert any(one.label for one in counts)
    by_points = detection_of(weights())
    assert all(one.features.keys() <= by_points.features.keys() for one in events)
    assert all(one.features.keys() <= attendance_of(weights()).features.keys() for one in counts)


def test_types_and_places_are_searched_from_the_hand_set_weights(
    gold: GoldSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.fitting.search._STEPS", (0.8,))
    monkeypatch.setattr("benchmarks.fitting.search._ROUNDS", 1)
    cases = list(read_cases(gold))
    for decision, own in ((type_decision(), cases_of_type(cases)), (place_decision(), cases_of_place(cases))):
        numbers = decision.numbers(weights())
        assert decision.numbers(decision.with_numbers(weights(), numbers)) == numbers
        found = search(decision, weights(), own)
        assert 0 <= found.by_hand <= found.cases == len(own) and found.result.keys() == numbers.keys()


def test_confidences_are_fitted_to_what_is_right(gold: GoldSet) -> None:
    fitted, said = fit_confidences(weights(), list(read_cases(gold)))
    assert said.keys() == {"event", "type", "dates", "place", "attendees", "official"}
    right = [example.label for example, _ in said["official"]]
    always = Model(fitted.confidence.official).probability({})
    assert sum(right) / len(right) > 0.5 and always > 0.5
