"""Days of events whose articles print none: the day of a report that is surely of the same event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.linking.events.reports import UNKNOWN_DAY, Report
from extract.linking.events.similarity import similarity

_SURE = 0.9  # minimum probability by which a report gives its day to one without
_RARE = 20  # maximum number of reports in which a telling pair of words occurs
_FEWEST_SHARED = 3  # rare pairs of words, quoted names and people that two compared reports have in common

Candidates = Mapping[str, Sequence[tuple[Report, str]]]


def days_of_undated(undated: Sequence[Report], dated: Iterable[tuple[Report, str]]) -> dict[str, str]:
    """The days of reports without one, by event id.

    `dated` are other reports with their days. A report has the day of those with which it is surely of one event if all
    of these are of one day. Reports that are surely of one event only with each other have the day that stands for
    none.
    """
    compared = [*((report, day) for report, day in dated if day), *((report, "") for report in undated)]
    candidates = _candidates(undated, compared)
    found = {report.event_id: set(_sure_days(report, candidates)) for report in undated}
    return {event_id: _only(days) for event_id, days in sorted(found.items()) if days and _only(days)}


def _only(days: set[str]) -> str:
    """The only day of a set, of none known that which stands for none; empty where there are two."""
    known = days - {""}
    return next(iter(known), UNKNOWN_DAY) if len(known) < 2 else ""


def _sure_days(report: Report, candidates: Candidates) -> Iterator[str]:
    """The days of the reports that are surely of one event with this one."""
    for other, day in candidates.get(report.event_id, ()):
        both = (replace(one, start=day or UNKNOWN_DAY, end=day or UNKNOWN_DAY) for one in (report, other))
        found = similarity(*both)
        if found and found.score >= _SURE:
            yield day


def _candidates(undated: Sequence[Report], compared: Sequence[tuple[Report, str]]) -> Candidates:
    """For each report without a day, the others with which it shares enough that is rare."""
    wanted = {key for report in undated for key in _keys(report)}
    having: dict[str, list[int]] = defaultdict(list)
    for at, (report, _) in enumerate(compared):
        for key in wanted & _keys(report):
            having[key].append(at)
    rare = {key: positions for key, positions in having.items() if len(positions) <= _RARE}
    return {report.event_id: [compared[at] for at in _sharing(report, rare)] for report in undated}


def _sharing(report: Report, having: Mapping[str, Sequence[int]]) -> list[int]:
    """The positions of the reports with enough keys of this one, in order."""
    shared = Counter(at for key in _keys(report) for at in having.get(key, ()))
    return sorted(at for at, count in shared.items() if count >= _FEWEST_SHARED)


def _keys(report: Report) -> frozenset[str]:
    return report.pairs | report.quoted | report.people
