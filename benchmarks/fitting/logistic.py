"""A logistic model with an L2 penalty towards prior weights, fitted by Newton's method."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.fitting.cases import HasSite, folds
from extract.weights import Features

_STEPS = 60
_SMALL = 1e-6
_FARTHEST = 30.0  # log odds; larger values do not change the exponential


@dataclass(frozen=True)
class Example(HasSite):
    """Features, the outcome, and the group of the article."""

    site: str
    group: str
    features: Features
    label: bool


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature, as log odds; `always` is the intercept."""

    weights: Mapping[str, float]

    def log_odds(self, features: Features) -> float:
        """The log odds of a positive outcome."""
        return sum(self.weights.get(name, 0.0) * value for name, value in {**features, "always": 1}.items())

    def probability(self, features: Features) -> float:
        """The probability of a positive outcome."""
        return float(1 / (1 + np.exp(-np.clip(self.log_odds(features), -_FARTHEST, _FARTHEST))))


def fit(examples: Sequence[Example], prior: Model, penalty: float) -> Model:
    """The model that explains the examples best, `penalty` for the squared distance of each weight from the prior's;
    the intercept is free. The prior's own where there are no examples."""
    if not examples:
        return prior
    names = sorted(prior.weights.keys() - {"always"})
    rows = np.array([[float(example.features.get(name, 0)) for name in names] + [1.0] for example in examples])
    labels = np.array([example.label for example in examples], dtype=float)
    believed = np.array([prior.weights[name] for name in names] + [prior.weights.get("always", 0.0)])
    drawn = np.diag([penalty] * len(names) + [_SMALL])
    weights = believed.copy()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -_FARTHEST, _FARTHEST)))
        gradient = rows.T @ (chance - labels) + drawn @ (weights - believed)
        curvature = (rows * (chance * (1 - chance))[:, None]).T @ rows + drawn
        step = np.linalg.solve(curvature, gradient)
        weights = weights - np.clip(step, -1, 1)
        if np.abs(step).max() < _SMALL:
            break
    return Model(dict(zip([*names, "always"], map(float, weights))))


def held_out(examples: Sequence[Example], prior: Model, penalty: float) -> list[tuple[Example, float]]:
    """Each example with its probability by a model fitted without its site."""
    predictions = []
    for rest, out in folds(examples):
        model = fit(rest, prior, penalty)
        predictions += [(example, model.probability(example.features)) for example in out]
    return predictions


def log_loss(predictions: Iterable[tuple[Example, float]]) -> float:
    """The mean log loss in nats; 0 is best."""
    losses = [-np.log(max(chance if example.label else 1 - chance, _SMALL)) for example, chance in predictions]
    return float(np.mean(losses)) if losses else 0.0


def mistakes(predictions: Iterable[tuple[Example, float]]) -> int:
    """The number of examples with a probability on the wrong side of one half."""
    return sum((chance >= 0.5) != example.label for example, chance in predictions)
