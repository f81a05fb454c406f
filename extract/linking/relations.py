"""Occurrences that are related and still two: venues of one conference, and sessions of one series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from extract.linking.clustering import Pair, complete_linkage, connected, ordered
from extract.linking.reports import Report, mass, telling_words
from extract.linking.similarity import differs, numbers_differ, related_types, same

_SERIES_DAYS = 400  # sessions of a body farther apart are sessions all the same; a phase or class is not
_VENUE_WORDS = 2
_VENUE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Relation:
    """That an occurrence is a venue or a session of another."""

    of: str
    occurrence_id: str
    kind: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An occurrence as its relations are found: the earliest report of it, with its id."""

    occurrence_id: str
    report: Report


def venues(told: Iterable[Told]) -> Iterator[Relation]:
    """For every conference followed on screens, the occurrences that are further venues of it.

    Two are venues of one conference if people sat elsewhere in both, on one day, in two places, and their names share
    most of the words that tell a conference. The main one is that of the widest place, then the first reported.
    """
    days: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.report.remote:
            days[one.report.start].append(one)
    for day in sorted(days):
        by_id = {one.occurrence_id: one for one in days[day]}
        scores = _venue_scores(by_id)
        for component in connected(scores):
            ids = {occurrence_id for pair in component for occurrence_id in pair}
            of_component = {pair: scores[pair] for pair in component}
            for cluster in complete_linkage(ids, of_component):
                yield from _venues_of([by_id[occurrence_id] for occurrence_id in cluster], of_component)


def _venue_scores(by_id: Mapping[str, Told]) -> dict[Pair, float]:
    """Likeness of the remote occurrences of one day that share a word, by pair."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for occurrence_id in sorted(by_id):
        for word in by_id[occurrence_id].report.words:
            sharing[word].append(occurrence_id)
    pairs = {pair for ids in sharing.values() for pair in combinations(ids, 2)}
    scores = {ordered(*pair): venue_score(by_id[pair[0]].report, by_id[pair[1]].report) for pair in pairs}
    return {pair: score for pair, score in scores.items() if score >= _VENUE_SHARE}


def venue_score(one: Report, other: Report) -> float:
    """The share of telling words that two reports of remote events have in common; 0 where they cannot be venues of
    one conference."""
    if not (one.remote and other.remote and one.start == other.start) or not _elsewhere(one, other):
        return 0.0
    if numbers_differ(one.numbers, other.numbers) or not related_types(one.type, other.type):
        return 0.0
    shared = mass(one.words & other.words)
    return shared / min(mass(one.words), mass(other.words)) if shared >= _VENUE_WORDS else 0.0


def _elsewhere(one: Report, other: Report) -> bool:
    """Whether two places differ, or one is told and the other is not: a province's venue, and the nation's."""
    return one.unit != other.unit or differs(one.venue, other.venue)


def _venues_of(cluster: list[Told], scores: Mapping[Pair, float]) -> Iterator[Relation]:
    main = min(cluster, key=_width)
    for one in sorted(cluster, key=lambda one: one.occurrence_id):
        if one is not main:
            score = scores[ordered(one.occurrence_id, main.occurrence_id)]
            reasons = ("same_day", "remote", "other_place", "shared_words")
            yield Relation(main.occurrence_id, one.occurrence_id, "venue", score, reasons)


def _width(one: Told) -> tuple[int, str, str]:
    """The order of venues: the widest place first, then the first reported."""
    return sum(map(bool, one.report.unit)), one.report.published or "9999", one.occurrence_id


def series(told: Iterable[Told]) -> Iterator[Relation]:
    """For every series, its occurrences after the first.

    One series has one kind, one unit and one name but for the number ("kỳ họp thứ 4"), or one telling name on other
    days of the same year. What has no telling name and no number is in no series.
    """
    groups: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for one in told:
        if key := _series_key(one.report):
            groups[key].append(one)
    for key in sorted(groups):
        yield from _sessions(sorted(groups[key], key=lambda one: (one.report.start, one.occurrence_id)), key)


def _series_key(report: Report) -> tuple[str, ...] | None:
    stem = sorted(word for word in telling_words(report.name, report.unit) if not word.isdigit())
    if not report.province or (len(stem) < 2 and not report.numbers):
        return None
    phrase = min(report.numbers, default="")
    return report.type, report.province, report.district, phrase, " ".join(stem)


def _sessions(group: list[Told], key: tuple[str, ...]) -> Iterator[Relation]:
    """Relations of the later members of a group to the first: another day, another place or another number."""
    first = group[0] if group else None
    for before, one in pairwise(group):
        if first is None or _days_between(first.report, one.report) > _SERIES_DAYS and not key[3]:
            first = one
            continue
        reasons = _series_reasons(before.report, one.report)
        if reasons:
            yield Relation(first.occurrence_id, one.occurrence_id, "series", 1.0, reasons)


def _series_reasons(before: Report, one: Report) -> tuple[str, ...]:
    """What makes two events of one name sessions of a series, and not two reports of one."""
    found = {
        "other_number": numbers_differ(before.numbers, one.numbers),
        "other_day": one.start > before.end,
        "other_commune": differs(before.commune, one.commune),
    }
    apart = tuple(name for name, holds in found.items() if holds)
    return ("same_name", *(("same_district",) if same(before.district, one.district) else ()), *apart) if apart else ()


def _days_between(one: Report, other: Report) -> int:
    return (date.fromisoformat(other.start) - date.fromisoformat(one.start)).days
