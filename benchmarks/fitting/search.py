"""Search for the weights of decisions without a threshold: coordinate-wise, as long as the loss on gold decreases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.fitting.cases import Case, folds
from extract.weights import Weights

Numbers = Mapping[str, float]
Loss = Callable[[Case, Weights], float]
_STEPS = (0.6, 0.8, 1.25, 1.6)  # factors tried on a weight
_ROUNDS = 2
_PENALTY = 0.5  # loss for a weight that is twice, or half, the hand-set one
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision whose weights are searched: its numbers by name, the weights with other numbers, and the loss of each
    case; `wrong` is 1 for a case that is decided wrongly."""

    name: str
    numbers: Callable[[Weights], Numbers]
    with_numbers: Callable[[Weights, Numbers], Weights]
    loss: Loss
    wrong: Loss


@dataclass(frozen=True, slots=True)
class Searched:
    """The number of wrong cases by hand-set weights, and by weights found without the site of each; and the numbers
    found with all cases."""

    cases: int
    by_hand: int
    held_out: int
    result: Numbers

    @property
    def better(self) -> bool:
        """Whether fewer of the held-out cases are wrong."""
        return self.held_out < self.by_hand


def search(decision: Decision, weights: Weights, cases: Sequence[Case]) -> Searched:
    """The decision with hand-set weights and with weights that are found by the search."""
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
    """The loss of the cases with these numbers, plus the penalty for their distance from the hand-set ones."""
    trial = decision.with_numbers(weights, numbers)
    far = sum(abs(number / by_hand[name] - 1) for name, number in numbers.items() if by_hand[name])
    return sum(decision.loss(case, trial) for case in cases) + _PENALTY * far
