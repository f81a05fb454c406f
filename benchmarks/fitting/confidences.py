"""Examples of right and wrong rows and cells with their features, for fitting and judging the confidences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.fitting.cases import FOLDS, Case
from benchmarks.fitting.logistic import Example, Model, fit, held_out
from extract import extract
from extract.evaluation.columns import Gold, total
from extract.evaluation.wording import same_wording
from extract.model import OfficialValue
from extract.results import Assessment, Event, Extraction
from extract.weights import Features, FeatureWeights, Weights, using

PENALTY = 1.0
BINS = 10
_DECIMALS = 2
_LEVELS = ("province", "district", "commune")
_CELLS = ("type", "dates", "place", "attendees", "official")


@dataclass(frozen=True)
class Seen:
    """The data to which the confidences are fitted: examples by cell, and those of whole events with the features of
    their type and days, from whose log odds theirs are computed."""

    cells: Mapping[str, Sequence[Example]]
    events: Sequence[tuple[Example, Features, Features | None]]

    def event_examples(self, of_type: Model, of_dates: Model) -> list[Example]:
        """The examples of events by models of their type and days."""
        return [
            replace(
                example,
                features={
                    **example.features,
                    "type": of_type.log_odds(type_seen),
                    "dates": of_dates.log_odds(days_seen) if days_seen else 0.0,
                },
            )
            for example, type_seen, days_seen in self.events
        ]


def fit_confidences(weights: Weights, cases: Iterable[Case]) -> tuple[Weights, dict[str, list[tuple[Example, float]]]]:
    """The weights with confidences fitted to all cases, and by name the predictions for each row or cell by models
    fitted without its site. That of an event uses those of its type and days, which are fitted before, also without its
    site."""
    seen = _see(weights, cases)
    models = {name: _fit(weights, name, seen.cells[name]) for name in _CELLS}
    models["event"] = _fit(weights, "event", seen.event_examples(models["type"], models["dates"]))
    predictions = {name: held_out(seen.cells[name], _prior(weights, name), PENALTY) for name in _CELLS}
    predictions["event"] = [one for fold in range(FOLDS) for one in _predictions_of_events(weights, seen, fold)]
    fitted = {
        name: {feature: round(model.weights[feature], _DECIMALS) + 0.0 for feature in getattr(weights.confidence, name)}
        for name, model in models.items()
        if predictions[name]  # what nothing was annotated for stays as it is
    }
    return replace(weights, confidence=replace(weights.confidence, **fitted)), predictions


def _predictions_of_events(weights: Weights, seen: Seen, fold: int) -> list[tuple[Example, float]]:
    """The predictions for the events of a fold by a model fitted to the others, as are those of its types and days."""
    of_cells = {
        name: _fit(weights, name, [one for one in seen.cells[name] if one.fold != fold]) for name in ("type", "dates")
    }
    examples = seen.event_examples(of_cells["type"], of_cells["dates"])
    model = _fit(weights, "event", [one for one in examples if one.fold != fold])
    return [(one, model.probability(one.features)) for one in examples if one.fold == fold]


def _fit(weights: Weights, name: str, examples: Sequence[Example]) -> Model:
    return fit(examples, _prior(weights, name), PENALTY)


def _prior(weights: Weights, name: str) -> Model:
    return Model(dict.fromkeys(getattr(weights.confidence, name), 0.0))


def judged(weights: Weights, cases: Iterable[Case]) -> Iterator[tuple[str, str, float, bool]]:
    """For each row and cell its name, the group of its article, its confidence, and whether it is right."""
    for case in cases:
        with using(weights):
            found = extract(case.document.article)
        for name, assessed, right in _judge(case, found):
            yield name, case.group, assessed.confidence, right


def calibration_error(predictions: Iterable[tuple[float, bool]]) -> float:
    """The expected calibration error: how far the share of right rows is from the mean confidence in ten bins of equal
    width, weighted by their rows."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in predictions:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    rows = sum(map(len, bins.values()))
    apart = sum(abs(sum(confidence - right for confidence, right in inside)) for inside in bins.values())
    return apart / rows if rows else 0.0


def _see(weights: Weights, cases: Iterable[Case]) -> Seen:
    """Extract the cases with weights of 1, so that the points of a confidence are the values of its features."""
    ones: dict[str, FeatureWeights] = {
        name: dict.fromkeys(getattr(weights.confidence, name), 1.0) for name in (*_CELLS, "event")
    }
    counting = replace(weights, confidence=replace(weights.confidence, **ones))
    cells: dict[str, list[Example]] = {name: [] for name in _CELLS}
    events: list[tuple[Example, Features, Features | None]] = []
    for case in cases:
        with using(counting):
            found = extract(case.document.article)
        for name, assessed, right in _judge(case, found):
            example = Example(case.site, case.group, dict(assessed.weighed), right)
            if name == "event" and found.main_event:
                parts = found.main_event.assessed
                days = dict(parts["dates"].weighed) if "dates" in parts else None
                events.append((example, dict(parts["type"].weighed), days))
            else:
                cells[name].append(example)
    return Seen(cells, events)


def _judge(case: Case, found: Extraction) -> Iterator[tuple[str, Assessment, bool]]:
    golden, main = case.golden, found.main_event
    if main and case.annotates("is_event"):
        yield from _judge_event(case, found, main)
    if main and case.annotates("attendance") and case.annotates("is_event") and "attendees" in main.assessed:
        want = total(golden) if golden["is_event"] else None
        headcount = found.total_of(main)
        right = bool(want and headcount and (int(want["n"]), want["cmp"]) == (headcount.count, headcount.cmp))
        yield "attendees", main.assessed["attendees"], right
    if case.annotates("officials"):
        people = {same_wording(person["name"]): person for person in golden["officials"]}
        for mention in found.officials:
            person = people.get(same_wording(mention.value.name))
            sure = Assessment(mention.value.confidence, mention.value.weighed)
            yield "official", sure, person is not None and _posts_are_right(mention.value, person)


def _judge_event(case: Case, found: Extraction, main: Event) -> Iterator[tuple[str, Assessment, bool]]:
    """The row and the cells of the main event that the annotation covers. Where there was no event the row and the type
    are wrong; days and place are judged only for events, since gold rarely has them otherwise."""
    want = (case.golden["is_event"] and case.golden.get("event")) or {}
    if case.golden["is_event"] and not want.get("type"):
        return
    type_is_right, dates_are_right = main.type == want.get("type"), _dates_are_right(main, want)
    yield "type", main.assessed["type"], type_is_right
    if "dates" in main.assessed and dates_are_right is not None:
        yield "dates", main.assessed["dates"], dates_are_right
    if "place" in main.assessed and case.annotates("event") and want.get("province"):
        place = main.place
        levels = [level for level in _LEVELS if level in want]
        right = all(same_wording(want[level]) == same_wording(getattr(place, level)) for level in levels)
        yield "place", main.assessed["place"], right
    yield "event", main.assessed["event"], type_is_right and dates_are_right is not False


def _dates_are_right(main: Event, want: Gold) -> bool | None:
    """Whether the days are those of gold; None where gold does not have them."""
    start = want.get("start")
    if not start or start.startswith("--"):
        return None
    return (main.start_date, main.end_date) == (start, want["end"])


def _posts_are_right(official: OfficialValue, person: Gold) -> bool:
    """Whether each post is one of the annotation's, or a part or another form of one."""
    full = [same_wording(post) for post in (*person["positions"], *person.get("variants", []))]
    return all(any(f" {same_wording(post.text)} " in f" {known} " for known in full) for post in official.positions)
