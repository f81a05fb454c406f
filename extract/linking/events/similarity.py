"""The probability that two reports are of one event: exclusions, and weights of features fitted to labelled pairs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from extract.linking.events.features import (
    differs,
    features,
    numbers_differ,
    organizers_differ,
    same,
    share_organizer,
    venues_differ,
)
from extract.linking.events.reports import Report, mass
from extract.text.lexicon import load
from extract.text.patterns import whole_words

THRESHOLD = 0.6  # minimum probability for a link of two reports
_MORNING = "morning"
_KIND_OF_BODY = 3  # words that two bodies of one kind begin with: "ủy ban nhân dân", "công an tỉnh"
OTHER_PROVINCE = "other_province"  # the only refusal that a third report may undo; the last that is tried
_MAIN = ("", "", "")  # the place of the main venue of a national conference
PLAUSIBLE = 0.1  # minimum probability for two reports that a third one links


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

    A report without a place, or of the capital, is of the main venue, unless it names people of a unit that it does
    not name: a report from a province says first where the conference was, then who of "the province" followed it.
    """
    if (one.national or other.national) and one.remote and other.remote and organizers_differ(one, other):
        return True
    if not (one.national and other.national and (one.remote or other.remote)):
        return False
    if _venue(one) != _venue(other):
        return True
    local = bool(one.local_people or other.local_people) and _venue(one) == _MAIN
    return local and one.local_people.isdisjoint(other.local_people)


def _venue(report: Report) -> tuple[str, str, str]:
    """The unit of a report; empty for the capital itself."""
    return _MAIN if report.unit == (capital(), "", "") else report.unit


def elsewhere(one: Report, other: Report) -> bool:
    """Whether two reports have two venues, and no person, no organizer and no quoted name in common: two wreath-layings
    of one morning."""
    common = (one.people & other.people, share_organizer(one, other), one.quoted & other.quoted)
    return venues_differ(one, other) and not any(common) and not same(one.council, other.council)


def beside(one: Report, other: Report) -> bool:
    """Whether one report is of what was held beside the event of the other, or for it: a meeting on the margins of a
    summit, a rally in honour of a congress."""
    return _names_after_marker(one, other) or _names_after_marker(other, one)


def _names_after_marker(one: Report, other: Report) -> bool:
    """Whether most of the other's name stands in a name behind a word that sets it apart, and hardly any before it."""
    found = _BESIDE.search(one.name_key)
    if not found or _BESIDE.search(other.name_key):
        return False
    before, after = (set(part.split()) for part in (one.name_key[: found.start()], one.name_key[found.end() :]))
    return mass(other.name_words & after - before) > max(1.0, mass(other.name_words) / 2)


def other_province(one: Report, other: Report) -> bool:
    """Whether two reports are surely of two provinces, and have no person and no council in common. A conference of the
    whole country at one place is in the province of neither: reports of it name those whom it calls to account."""
    firm = one.firm_place and other.firm_place and not same(one.council, other.council)
    national = one.national and other.national and not (one.remote or other.remote)
    return firm and differs(one.province, other.province) and not national and not one.people & other.people


def other_half(one: Report, other: Report) -> bool:
    """Whether one report is of a morning, the other of the rest of the day, and they have no quoted name, no number and
    no person in common, or are of two bodies, kinds or districts: two delegations at one funeral, one leader at two
    conferences."""
    parts = (one.part_of_day, other.part_of_day)
    halves = None not in parts and len({part == _MORNING for part in parts}) == 2 and one.start == other.start
    if not halves or one.quoted & other.quoted or _one_session(one, other):
        return False
    apart = organizers_differ(one, other) or differs(one.kind, other.kind) or differs(one.district, other.district)
    return apart or not one.people & other.people


def _one_session(one: Report, other: Report) -> bool:
    """Whether both tell of the session with one number of one kind: "Hội nghị Thành ủy lần thứ 17" in the morning and
    in the afternoon."""
    return same(one.kind, other.kind) and bool(one.numbers.items() & other.numbers.items())


def other_body(one: Report, other: Report) -> bool:
    """Whether two reports are of one kind of body of two units ("UBND tỉnh Hà Tĩnh", "UBND tỉnh Quảng Trị"), and have
    no organizer in common."""
    if share_organizer(one, other):
        return False
    return any(_of_one_kind(a.split(), b.split()) for a in one.organizers for b in other.organizers)


def _of_one_kind(one: list[str], other: list[str]) -> bool:
    common = next((at for at, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    unlike = min(len(one), len(other)) > common and set(one[common:]).isdisjoint(other[common:])
    return unlike and common >= _KIND_OF_BODY


def other_year(one: Report, other: Report) -> bool:
    """Whether two reports name two years ("Hoa hậu 2017", "Hoa hậu 2018"), also of one thing among others ("giải Sao
    Khuê năm 2017"), and the day of one has no certain year."""
    if one.year_certain and other.year_certain:
        return False
    named = bool(one.years and other.years) and one.years.isdisjoint(other.years)
    return named or numbers_differ(one.yearly, other.yearly)


_BESIDE = whole_words("linking", "events", "beside")
_REFUSALS: dict[str, Callable[[Report, Report], bool]] = {
    "one_article": lambda one, other: one.article_id == other.article_id,
    "other_days": lambda one, other: one.start > other.end or other.start > one.end,
    "other_number": lambda one, other: numbers_differ(one.numbers, other.numbers),
    "other_venue": other_venue,
    "elsewhere": elsewhere,
    "other_half": other_half,
    "other_body": other_body,
    "beside": beside,
    "other_year": other_year,
    OTHER_PROVINCE: other_province,
}


@cache
def capital() -> str:
    """The folded name of the capital."""
    name: str = load("linking")["events"]["capital"]
    return name


@cache
def _weights() -> dict[str, float]:
    return dict(load("linking_weights")["events"])
