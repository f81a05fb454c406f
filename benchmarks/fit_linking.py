"""Fits the weights by which two reports are taken for one event to labelled pairs, and prints their accuracy.

    python -m benchmarks.fit_linking data/gold/links/events.tsv TABLES... > extract/lexicons/linking_weights.toml
    python -m benchmarks.fit_linking --score data/gold/links/events.tsv TABLES...

The weights are those of a logistic model fitted to the halves on which the linking is developed. A penalty on the
squares of what they differ by draws them to the weights in use, which older pairs were fitted to; a sign whose weight
comes out against its meaning is left out. On standard error it prints precision and recall by ten-fold
cross-validation, the pairs of one day in one fold. With --score nothing is fitted: the pairs of every half are
linked as `sukien link` links them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.link_gold import Pair, read_pairs, reports_of
from extract.linking.events.features import features
from extract.linking.events.grouping import group_reports
from extract.linking.events.similarity import refusal
from extract.text.lexicon import load

_PENALTY, _PENALTY_OF_INTERCEPT = 1.0, 0.05
_DEVELOPMENT = ("a", "c", "d", "f")  # halves whose errors were read; the others are only scored
_FOLDS = 10
_STEPS = 60
# By how their names begin: features that speak against one event, and those that may come out either way.
_AGAINST = ("other_", "no_", "unshared_", "day_from", "place_unknown")
_EITHER = ("both_", "one_", "related")
_HEADER = """\
# Weights of the features that two reports are of one event: a logistic model with its intercept, fitted by
# `python -m benchmarks.fit_linking` to {pairs} labelled pairs.
[events]"""


class Model(NamedTuple):
    """The names of the features and their weights, the intercept last."""

    names: tuple[str, ...]
    weights: np.ndarray

    def says(self, pair: Pair) -> bool:
        """Whether the pair is taken for one event."""
        return refusal(pair.one, pair.other) is None and bool(_row(pair, self.names) @ self.weights >= 0)


def fit(pairs: Sequence[Pair]) -> Model:
    """The weights that explain the labels best and are near those in use, without features against their meaning."""
    used: dict[str, float] = load("linking_weights")["events"]
    found = {name for pair in pairs for name in features(pair.one, pair.other)}
    names = tuple(sorted((found | used.keys()) - {"intercept"}))
    while True:
        model = _fitted(pairs, names, np.array([used.get(name, 0.0) for name in (*names, "intercept")]))
        sound = tuple(name for name, weight in zip(names, model.weights) if _is_sound(name, weight))
        if sound == names:
            return model
        names = sound


def _fitted(pairs: Sequence[Pair], names: tuple[str, ...], used: np.ndarray) -> Model:
    """The weights by Newton's method."""
    kept = [pair for pair in pairs if refusal(pair.one, pair.other) is None]
    rows = np.array([_row(pair, names) for pair in kept])
    labels = np.array([pair.same for pair in kept], dtype=float)
    penalty = np.diag([_PENALTY] * len(names) + [_PENALTY_OF_INTERCEPT])
    weights = used.copy()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        gradient = rows.T @ (chance - labels) + penalty @ (weights - used)
        curvature = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty
        weights = weights - np.linalg.solve(curvature, gradient)
    return Model(names, weights)


def _is_sound(name: str, weight: float) -> bool:
    return name.startswith(_EITHER) or weight == 0 or (weight < 0) == name.startswith(_AGAINST)


def figures(predicted: Sequence[bool], pairs: Sequence[Pair]) -> str:
    """Precision, recall and F1 of predictions for the pairs."""
    right = sum(yes and pair.same for yes, pair in zip(predicted, pairs))
    precision, recall = right / max(sum(predicted), 1), right / max(sum(pair.same for pair in pairs), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{len(pairs)} pairs P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def cross_validated(pairs: Sequence[Pair]) -> list[bool]:
    """The predictions for each pair by models that were fitted without the pairs of its day."""
    days = sorted({pair.one.start for pair in pairs})
    fold = {day: at % _FOLDS for at, day in enumerate(days)}
    predicted = [False] * len(pairs)
    for left_out in range(_FOLDS):
        model = fit([pair for pair in pairs if fold[pair.one.start] != left_out])
        for at, pair in enumerate(pairs):
            if fold[pair.one.start] == left_out:
                predicted[at] = model.says(pair)
    return predicted


def _row(pair: Pair, names: Sequence[str]) -> np.ndarray:
    found = features(pair.one, pair.other)
    return np.array([found.get(name, 0.0) for name in names] + [1.0])


def score(pairs: Sequence[Pair], tables: Iterable[Path]) -> None:
    """Print how the pairs are linked, by half, by stratum and by relation, beside the naive rule of one day."""
    group_of: dict[str, int] = {}
    for folder in tables:
        for group in group_reports(reports_of(folder)):
            group_of.update((report.event_id, len(group_of)) for report in group.reports[:1])
            group_of.update((report.event_id, group_of[group.reports[0].event_id]) for report in group.reports)
    chosen = {"all": list(pairs)}
    for column in ("half", "stratum", "relation"):
        for value in sorted({getattr(pair, column) for pair in pairs}):
            chosen[f"{column} {value}"] = [pair for pair in pairs if getattr(pair, column) == value]
    for name, of_kind in chosen.items():
        linked = [group_of[pair.one.event_id] == group_of[pair.other.event_id] for pair in of_kind]
        print(f"{name:18}", figures(linked, of_kind), f"linked {sum(linked)}")
    print("naive rule        ", figures([pair.one.start == pair.other.start for pair in pairs], pairs))


def main(arguments: Sequence[str]) -> None:
    """Fit to the pairs of development and print the weights; or score all pairs."""
    scoring, (gold, *folders) = arguments[0] == "--score", [one for one in arguments if one != "--score"]
    tables = [Path(folder) for folder in folders]
    pairs = list(read_pairs(Path(gold), tables))
    if scoring:
        score(pairs, tables)
        return
    pairs = [pair for pair in pairs if pair.half in _DEVELOPMENT]
    print("in ten folds", figures(cross_validated(pairs), pairs), file=sys.stderr)
    model = fit(pairs)
    print(_HEADER.format(pairs=len(pairs)))
    print(f"intercept = {model.weights[-1]:.2f}")
    for name, weight in zip(model.names, model.weights):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
