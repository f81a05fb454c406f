"""The probability that two reports are of one event: exclusions, and weights of features fitted to labelled pairs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from extract.linking.events.features import differs, features, numbers_differ, venues_differ
from extract.linking.events.reports import Report
from extract.text.lexicon import load

THRESHOLD = 0.6  # minimum probability for a link of two reports
PLAUSIBLE = 0.2  # minimum probability for two reports that a third one links


@dataclass(frozen=True, slots=True)
class Similarity:
    """The probability that two reports are of one event, and the features in favour, the strongest first."""

    score: float
    reasons: tuple[str, ...]


def similarity(one: Report, other: Report) -> Similarity | None:
    """The similarity of two reports; None where they cannot be of one event."""
    if refusal(one, other):
        return None
    return similarity_by_features(features(one, other))


def similarity_by_features(found: Mapping[str, float]) -> Similarity:
    """The probability of features by the fitted weights."""
    weights = _weights()
    parts = {name: weights.get(name, 0.0) * value for name, value in found.items()}
    score = 1 / (1 + math.exp(-(weights["intercept"] + sum(parts.values()))))
    strongest = sorted((name for name, part in parts.items() if part > 0), key=lambda name: (-parts[name], name))
    return Similarity(score, tuple(strongest))


def refusal(one: Report, other: Report) -> str | None:
    """The name of the reason why two reports cannot be of one event; None without one."""
    return next((name for name, rule in _REFUSALS.items() if rule(one, other)), None)


def other_venue(one: Report, other: Report) -> bool:
    """Whether two reports of one national conference with remote venues are of two of its venues.

    A report without a place, or of the capital, is of the main venue.
    """
    if not (one.national and other.national and (one.remote or other.remote)):
        return False
    return _place(one) != _place(other)


def _place(report: Report) -> tuple[str, str, str]:
    """The unit of a report; empty for the capital itself."""
    return ("", "", "") if report.unit == (capital(), "", "") else report.unit


def elsewhere(one: Report, other: Report) -> bool:
    """Whether two reports have two venues, and no person, no organizer and no quoted name in common: two wreath-layings
    of one morning."""
    common = (one.people & other.people, one.organizers & other.organizers, one.quoted & other.quoted)
    return venues_differ(one, other) and not any(common)


def other_province(one: Report, other: Report) -> bool:
    """Whether two reports are surely of two provinces, and have no person in common."""
    firm = one.firm_place and other.firm_place
    return firm and differs(one.province, other.province) and not one.people & other.people


_REFUSALS: dict[str, Callable[[Report, Report], bool]] = {
    "one_article": lambda one, other: one.article_id == other.article_id,
    "other_days": lambda one, other: one.start > other.end or other.start > one.end,
    "other_number": lambda one, other: numbers_differ(one.numbers, other.numbers),
    "other_venue": other_venue,
    "elsewhere": elsewhere,
    "other_province": other_province,
}


@cache
def capital() -> str:
    """The folded name of the capital."""
    name: str = load("linking")["events"]["capital"]
    return name


@cache
def _weights() -> dict[str, float]:
    return dict(load("linking_weights")["events"])
