"""Relations between distinct occurrences: venues of one conference, and sessions of one series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from extract.linking.comparison.clustering import Pair, complete_linkage, connected, ordered
from extract.linking.events.features import differs, numbers_differ, related_types, same
from extract.linking.events.reports import Report, before_number, distinctive_words, mass

_SERIES_DAYS = 400
_VENUE_WORDS = 2
_VENUE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation: an occurrence, given by its first report, is a venue or a session of another."""

    of: str
    event_id: str
    article_id: str
    kind: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VenueCandidate:
    """An occurrence as a candidate for venues: its id and its first report."""

    occurrence_id: str
    report: Report


@dataclass(frozen=True, slots=True)
class SeriesSession:
    """An occurrence as a session: the common key of its series, and the values by which sessions differ."""

    key: tuple[str, ...]
    occurrence_id: str
    event_id: str
    article_id: str
    start: str
    end: str
    district: str
    commune: str
    numbers: Mapping[str, int]


def venues(candidates: Iterable[VenueCandidate]) -> Iterator[Relation]:
    """For every conference followed on screens, the occurrences that are further venues of it.

    Two are venues of one conference if both had remote venues, on one day, in two places, and their names share most of
    the distinctive words. The main one is that of the largest area, then the first reported.
    """
    days: dict[str, list[VenueCandidate]] = defaultdict(list)
    for one in candidates:
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


def _venue_scores(by_id: Mapping[str, VenueCandidate]) -> dict[Pair, float]:
    """The scores of the remote occurrences of one day that share a word, by pair."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for occurrence_id in sorted(by_id):
        for word in by_id[occurrence_id].report.words:
            sharing[word].append(occurrence_id)
    pairs = {pair for ids in sharing.values() for pair in combinations(ids, 2)}
    scores = {ordered(*pair): venue_score(by_id[pair[0]].report, by_id[pair[1]].report) for pair in pairs}
    return {pair: score for pair, score in scores.items() if score >= _VENUE_SHARE}


def venue_score(one: Report, other: Report) -> float:
    """The share of distinctive words that two reports of remote events have in common; 0 where they cannot be venues of
    one conference."""
    if not (one.remote and other.remote and one.start == other.start) or not _elsewhere(one, other):
        return 0.0
    if numbers_differ(one.numbers, other.numbers) or not related_types(one.type, other.type):
        return 0.0
    shared = mass(one.words & other.words)
    return shared / min(mass(one.words), mass(other.words)) if shared >= _VENUE_WORDS else 0.0


def _elsewhere(one: Report, other: Report) -> bool:
    """Whether two places differ, or only one is known: a provincial venue, and the national one."""
    return one.unit != other.unit or differs(one.venue, other.venue)


def _venues_of(cluster: list[VenueCandidate], scores: Mapping[Pair, float]) -> Iterator[Relation]:
    main = min(cluster, key=_width)
    for one in sorted(cluster, key=lambda one: one.occurrence_id):
        if one is not main:
            score = scores[ordered(one.occurrence_id, main.occurrence_id)]
            reasons = ("same_day", "remote", "other_place", "shared_words")
            report = one.report
            yield Relation(main.occurrence_id, report.event_id, report.article_id, "venue", score, reasons)


def _width(one: VenueCandidate) -> tuple[int, str, str]:
    """The order of venues: the largest area first, then the first reported."""
    return sum(map(bool, one.report.unit)), one.report.published or "9999", one.occurrence_id


def session_of(occurrence_id: str, report: Report) -> SeriesSession | None:
    """The occurrence as a session of a series; None where it has neither a distinctive name nor a number.

    One series has one kind, one unit and one name: the words before the number ("lần thứ 4"), or around it where it
    comes first ("kỳ họp thứ 4 HĐND").
    """
    stem = _stem(before_number(report.name), report.unit)
    if len(stem) < 2:
        stem = _stem(report.name, report.unit)
    if not report.province or not report.year_known or (len(stem) < 2 and not report.numbers):
        return None
    key = (report.type, report.province, report.district, min(report.numbers, default=""), " ".join(stem))
    return SeriesSession(
        key=key,
        occurrence_id=occurrence_id,
        event_id=report.event_id,
        article_id=report.article_id,
        start=report.start,
        end=report.end,
        district=report.district,
        commune=report.commune,
        numbers=report.numbers,
    )


def _stem(name: str, unit: Iterable[str]) -> list[str]:
    """The distinctive words of a name without those of its unit, in order."""
    return sorted(word for word in distinctive_words(name, unit) if not word.isdigit())


def series(sessions: Iterable[SeriesSession]) -> Iterator[Relation]:
    """For every series, its occurrences after the first, each related to that."""
    groups: dict[tuple[str, ...], list[SeriesSession]] = defaultdict(list)
    for session in sessions:
        groups[session.key].append(session)
    for key in sorted(groups):
        yield from _later_sessions(sorted(groups[key], key=lambda one: (one.start, one.occurrence_id)))


def _later_sessions(group: list[SeriesSession]) -> Iterator[Relation]:
    """Relations of the later members of a group to the first: another day, another place or another number.

    Occurrences without a number are one series within about a year; after that a new one begins.
    """
    first = group[0]
    for before, one in pairwise(group):
        if not one.numbers and _days_between(first.start, one.start) > _SERIES_DAYS:
            first = one
        elif reasons := _series_reasons(before, one):
            yield Relation(first.occurrence_id, one.event_id, one.article_id, "series", 1.0, reasons)


def _series_reasons(before: SeriesSession, one: SeriesSession) -> tuple[str, ...]:
    """The reasons why two events of one name are sessions of a series; empty for two with the same number."""
    if one.numbers and one.numbers == before.numbers:
        return ()
    found = {
        "other_number": numbers_differ(before.numbers, one.numbers),
        "other_day": one.start > before.end,
        "other_commune": differs(before.commune, one.commune),
    }
    apart = tuple(name for name, holds in found.items() if holds)
    return ("same_name", *(("same_district",) if same(before.district, one.district) else ()), *apart) if apart else ()


def _days_between(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days
