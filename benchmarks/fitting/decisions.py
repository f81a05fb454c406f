"""The decisions by a threshold: whether there is an event, and whether the people of a count came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.fitting.cases import Case
from benchmarks.fitting.logistic import Example, Model, fit, held_out, log_loss, mistakes
from extract.weights import AttendanceWeights, FeatureWeights, Weights

PENALTY = 1.0  # weight of the squared distance from the hand-set weight, in log odds
LEAST = 200  # minimum of positive and of negative examples of a fit
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Threshold:
    """A decision of the lexicon: the weight of each feature and the points needed."""

    name: str
    features: FeatureWeights
    needed: float

    def points(self, features: Mapping[str, float]) -> float:
        """The points of the features."""
        return sum(self.features[name] * value for name, value in features.items())


@dataclass(frozen=True, slots=True)
class Comparison:
    """A decision by hand-set weights and by weights fitted without the site of each example."""

    examples: Sequence[Example]
    by_hand: Sequence[tuple[Example, float]]
    fitted: Sequence[tuple[Example, float]]
    result: Threshold

    @property
    def thin(self) -> bool:
        """Whether there are too few positive or negative examples for a fit."""
        positive = sum(example.label for example in self.examples)
        return min(positive, len(self.examples) - positive) < LEAST

    @property
    def better(self) -> bool:
        """Whether the fitted weights make fewer errors and have a lower log loss on held-out examples."""
        return mistakes(self.fitted) < mistakes(self.by_hand) and log_loss(self.fitted) < log_loss(self.by_hand)


def detection_of(weights: Weights) -> Threshold:
    """The decision whether an article reports an event."""
    return Threshold("detection", weights.detection.features, weights.detection.threshold)


def attendance_of(weights: Weights) -> Threshold:
    """The decision whether the people of a count came."""
    return Threshold("attendance", weights.attendance.signs, weights.attendance.needed)


def with_detection(weights: Weights, decision: Threshold) -> Weights:
    """The weights with another decision on events."""
    detection = replace(weights.detection, features=decision.features, threshold=decision.needed)
    return replace(weights, detection=detection)


def with_attendance(weights: Weights, decision: Threshold) -> Weights:
    """The weights with another decision on attendance."""
    return replace(weights, attendance=AttendanceWeights(decision.features, decision.needed))


def detection_examples(cases: Iterable[Case]) -> Iterator[Example]:
    """Whether each article reports an event, by the sentence that would report it; one without such a sentence has no
    feature."""
    for case in cases:
        if case.annotates("is_event"):
            seen = case.likeliest.features if case.likeliest else {}
            yield Example(case.site, case.group, seen, bool(case.golden["is_event"]))


def attendance_examples(cases: Iterable[Case]) -> Iterator[Example]:
    """Whether the people of each count came: from a partial line by its place, else by whether the article's gold has
    its number among those who came."""
    for case in cases:
        labels = _labels(case)
        for count in case.counts:
            label = labels(count.count.span.start, count.count.number.value)
            if label is not None and not count.noun:
                yield Example(case.site, case.group, count.features, label)


def _labels(case: Case) -> Callable[[int, int], bool | None]:
    """A function of the first character and the number of a count: whether its people came, None where it is
    unknown."""
    if case.annotates("counts") and "counts" in case.golden:
        by_place = {count["start"]: bool(count["came"]) for count in case.golden["counts"]}
        return lambda start, number: by_place.get(start)
    if case.annotates("attendance") and case.golden.get("is_event"):
        came = {int(count["n"]) for count in case.golden["attendance"]}
        return lambda start, number: number in came
    return lambda start, number: None


def compare(decision: Threshold, examples: Sequence[Example]) -> Comparison:
    """The hand-set decision beside the fitted one, held out by site, and the decision fitted to all."""
    scale = fit([_points_only(decision, example) for example in examples], Model({"points": 1.0, "always": 0.0}), 0.0)
    slope = max(scale.weights["points"], 0.1)
    prior = Model({name: weight * slope for name, weight in decision.features.items()} | {"always": 0.0})
    by_hand = [(one, _by_hand(decision, slope, one)) for one in examples]
    best = fit(examples, prior, PENALTY)
    features = {name: round(best.weights[name] / slope, _DECIMALS) for name in decision.features}
    result = Threshold(decision.name, features, round(-best.weights["always"] / slope, _DECIMALS))
    return Comparison(examples, by_hand, held_out(examples, prior, PENALTY), result)


def _by_hand(decision: Threshold, slope: float, example: Example) -> float:
    above = decision.points(example.features) - decision.needed
    return Model({"points": slope}).probability({"points": above}) if above else 0.5


def _points_only(decision: Threshold, example: Example) -> Example:
    return replace(example, features={"points": decision.points(example.features)})
