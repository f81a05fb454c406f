"""The weights by which the extraction decides: named features of lexicons/weights.toml, read once and checked.

Every decision that adds up evidence takes its points from `weights()`; a fit or a test replaces them within `using`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, get_type_hints

from extract.results import Assessment
from extract.text.lexicon import load

Features = Mapping[str, float]
"""The value of each feature that holds, by its name in lexicons/weights.toml."""
FeatureWeights = Mapping[str, float]
Points = tuple[tuple[str, float], ...]
_Section = TypeVar("_Section")


@dataclass(frozen=True, slots=True)
class DetectionWeights:
    """The weights of the features of a reported event, the threshold in points, and how far a caption is set back."""

    features: FeatureWeights
    threshold: float
    caption: float


@dataclass(frozen=True, slots=True)
class TypeWeights:
    """The votes of an occasion for its type: by its occurrence in the event's sentence, in the title and elsewhere;
    their factors by the occasion's rank, and where it is what another is about; the most that a type has from
    elsewhere."""

    frame: FeatureWeights
    title: FeatureWeights
    elsewhere: FeatureWeights
    rank: FeatureWeights
    about: float
    most_elsewhere: float


@dataclass(frozen=True, slots=True)
class AttendanceWeights:
    """The weights of the features of people who came, and of those who did not, and the threshold in points."""

    signs: FeatureWeights
    needed: float


@dataclass(frozen=True, slots=True)
class PlaceWeights:
    """The weights of a named unit as the place of the event, by where it occurs; the weight of the site's own unit; the
    factor of a unit in a post; the maximum from further down; the threshold, and the ratio to the second that is
    clearly more."""

    focus: float
    title: float
    lead: float
    elsewhere: float
    site: float
    share_in_post: float
    most_elsewhere: float
    enough: float
    clearly: float


@dataclass(frozen=True, slots=True)
class ConfidenceWeights:
    """The features of the confidence of a row of events or officials, or of a cell of an event, in log odds."""

    event: FeatureWeights
    type: FeatureWeights
    dates: FeatureWeights
    place: FeatureWeights
    attendees: FeatureWeights
    official: FeatureWeights


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights, by decision."""

    detection: DetectionWeights
    types: TypeWeights
    attendance: AttendanceWeights
    places: PlaceWeights
    confidence: ConfidenceWeights


_chosen: ContextVar[Weights | None] = ContextVar("weights", default=None)


def weights() -> Weights:
    """The weights in force: those of the lexicon, unless others are in use.

    Raises ValueError for a weight that is missing, unknown or not a number."""
    return _chosen.get() or _of_lexicon()


@contextmanager
def using(others: Weights) -> Iterator[None]:
    """Use other weights within the block."""
    before = _chosen.set(others)
    try:
        yield
    finally:
        _chosen.reset(before)


def points_of(features: Features, by: FeatureWeights) -> Points:
    """The points of each feature with a value: its value times its weight. Raises KeyError for an unknown feature."""
    return tuple((name, value * by[name]) for name, value in features.items() if value and by[name])


def assess(features: Features, by: FeatureWeights) -> Assessment:
    """The assessment whose log odds are the sum of the points of its features."""
    weighed = points_of(features, by)
    return Assessment(round(1 / (1 + math.exp(-sum(points for _, points in weighed))), 3), weighed)


def read_section(kind: type[_Section], section: Mapping[str, Any], name: str) -> _Section:
    """A section of the file as an object of the dataclass `kind`. Raises ValueError as `weights` does."""
    hints = get_type_hints(kind)
    wanted = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    if unlike := set(wanted) ^ section.keys():
        raise ValueError(f"weights.toml: [{name}] has too few or too many weights: {', '.join(sorted(unlike))}")
    return kind(**{key: _read(hints[key], section[key], f"{name}.{key}") for key in wanted})


def _read(kind: Any, value: Any, name: str) -> Any:
    if is_dataclass(kind):
        return read_section(kind, value, name)  # type: ignore[arg-type]
    if kind is float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ValueError(f"weights.toml: {name} is not a number: {value!r}")
        return float(value)
    return {key: _read(float, one, f"{name}.{key}") for key, one in value.items()}


@cache
def _of_lexicon() -> Weights:
    return read_section(Weights, load("weights"), "weights")
