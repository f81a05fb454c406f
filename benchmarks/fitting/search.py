"""Weights of decisions that are no sum against a threshold: moved one by one, as long as gold is told better."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.fitting.cases import Case, folds
from extract.weights import Weights

Numbers = Mapping[str, float]
Loss = Callable[[Case, Weights], float]
_STEPS = (0.6, 0.8, 1.25, 1.6)  # what a weight is multiplied with
_ROUNDS = 2
_PENALTY = 0.5  # loss for a weight that is twice, or half, of what was set by hand
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision whose weights are searched: its numbers by name, the weights with others, and what each case costs;
    `wrong` is 1 for a case that is decided wrongly."""

    name: str
    numbers: Callable[[Weights], Numbers]
    with_numbers: Callable[[Weights, Numbers], Weights]
    loss: Loss
    wrong: Loss


@dataclass(frozen=True, slots=True)
class Searched:
    """How many of the cases are wrong by hand-set weights, and by weights found without the site of each; the
    numbers found with all cases."""

    cases: int
    by_hand: int
    held_out: int
    result: Numbers

    @property
    def better(self) -> bool:
        """Whether fewer are wrong where the weights were not fitted."""
        return self.held_out < self.by_hand


def search(decision: Decision, weights: Weights, cases: Sequence[Case]) -> Searched:
    """The decision by hand and by weights that are found for it."""
    wrong = 0.0
    for rest, out in folds(cases):
        found = decision.with_numbers(weights, _descend(decision, weights, rest))
        wrong += sum(decision.wrong(case, found) for case in out)
    by_hand = sum(decision.wrong(case, weights) for case in cases)
    return Searched(len(cases), round(by_hand), round(wrong), _descend(decision, weights, cases))


def _descend(decision: Decision, weights: Weights, cases: Sequence[Case]) -> Numbers:
    set_by_hand = decision.numbers(weights)
    best = dict(set_by_hand)
    least = _cost(decision, weights, cases, set_by_hand, best)
    for _ in range(_ROUNDS):
        for name in sorted(best):
            for moved in _moved(best, name):
                cost = _cost(decision, weights, cases, set_by_hand, moved)
                if cost < least:
                    best, least = moved, cost
    return best


def _moved(numbers: Numbers, name: str) -> Iterator[dict[str, float]]:
    return ({**numbers, name: round(numbers[name] * step, _DECIMALS)} for step in _STEPS if numbers[name])


def _cost(decision: Decision, weights: Weights, cases: Sequence[Case], by_hand: Numbers, numbers: Numbers) -> float:
    """What the cases cost with these numbers, and the numbers for being far from the hand-set ones."""
    trial = decision.with_numbers(weights, numbers)
    far = sum(abs(number / by_hand[name] - 1) for name, number in numbers.items() if by_hand[name])
    return sum(decision.loss(case, trial) for case in cases) + _PENALTY * far
