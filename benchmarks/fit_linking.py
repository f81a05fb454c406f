"""Fits the weights by which two reports are taken for one event to labelled pairs, and says how well they do.

    python -m benchmarks.fit_linking TABLES PAIRS.tsv [TABLES PAIRS.tsv ...] > extract/lexicons/linking_weights.toml

PAIRS.tsv has a pair a line: two ids of events of TABLES and 1 or 0. The weights are those of a logistic model with a
penalty on their squares; a sign whose weight comes out against its meaning is set to 0. On standard error it prints
precision and recall by ten-fold cross-validation, and of the naive rule that the first days are the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from extract.linking.reports import Report, read_report
from extract.linking.signs import signs
from extract.linking.similarity import refusal
from extract.linking.source import EventSource

_PENALTY = 1.0
_FOLDS = 10
_STEPS = 50
_HEADER = """\
# Weights of the signs that two reports are of one event: a logistic model with its intercept, fitted by
# `python -m benchmarks.fit_linking` to {pairs} labelled pairs.
[events]"""


class Pair(NamedTuple):
    """A labelled pair of reports."""

    one: Report
    other: Report
    same: bool


class Model(NamedTuple):
    """The names of the signs and their weights, the intercept last."""

    names: tuple[str, ...]
    weights: np.ndarray

    def says(self, pair: Pair) -> bool:
        """Whether the pair is taken for one event."""
        return refusal(pair.one, pair.other) is None and bool(_row(pair, self.names) @ self.weights >= 0)


def read_pairs(tables: Path, file: Path) -> Iterator[Pair]:
    """The labelled pairs of a file whose events are in the tables."""
    labels = [line.split() for line in file.read_text(encoding="utf-8").splitlines()]
    wanted = {event_id for line in labels for event_id in line[:2]}
    days = EventSource(tables).days()
    found = {event["event_id"]: read_report(event, names, keys) for _, rows in days for event, names, keys in rows
             if event["event_id"] in wanted}  # fmt: skip
    return (Pair(found[a], found[b], label == "1") for a, b, label in labels if a in found and b in found)


def fit(pairs: Sequence[Pair]) -> Model:
    """The weights that explain the labels best, by Newton's method."""
    kept = [pair for pair in pairs if refusal(pair.one, pair.other) is None]
    names = tuple(sorted({name for pair in kept for name in signs(pair.one, pair.other)}))
    rows = np.array([_row(pair, names) for pair in kept])
    labels = np.array([pair.same for pair in kept], dtype=float)
    penalty = np.diag([_PENALTY] * len(names) + [0.0])
    weights = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        gradient = rows.T @ (chance - labels) + penalty @ weights
        curvature = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty
        weights = weights - np.linalg.solve(curvature, gradient)
    return Model(names, weights)


def figures(said: Sequence[bool], pairs: Sequence[Pair]) -> str:
    """Precision, recall and F1 of what was said of the pairs."""
    right = sum(yes and pair.same for yes, pair in zip(said, pairs))
    precision, recall = right / max(sum(said), 1), right / max(sum(pair.same for pair in pairs), 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}"


def cross_validated(pairs: Sequence[Pair]) -> list[bool]:
    """What models say of each pair that were fitted without it."""
    said = [False] * len(pairs)
    for fold in range(_FOLDS):
        model = fit([pair for at, pair in enumerate(pairs) if at % _FOLDS != fold])
        for at in range(fold, len(pairs), _FOLDS):
            said[at] = model.says(pairs[at])
    return said


def _row(pair: Pair, names: Sequence[str]) -> np.ndarray:
    found = signs(pair.one, pair.other)
    return np.array([found.get(name, 0.0) for name in names] + [1.0])


def main(arguments: Sequence[str]) -> None:
    """Fit to the pairs of all files and print the weights."""
    files = zip(arguments[::2], arguments[1::2])
    pairs = [pair for tables, file in files for pair in read_pairs(Path(tables), Path(file))]
    print("naive rule  ", figures([pair.one.start == pair.other.start for pair in pairs], pairs), file=sys.stderr)
    print("in ten folds", figures(cross_validated(pairs), pairs), file=sys.stderr)
    model = fit(pairs)
    print(_HEADER.format(pairs=len(pairs)))
    print(f"intercept = {model.weights[-1]:.2f}")
    for name, weight in zip(model.names, model.weights):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
