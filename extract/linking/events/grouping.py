"""Grouping of the reports of one event, a day at a time, so that memory depends on the days, not on the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from extract.linking.comparison.clustering import Pair, complete_linkage, ordered
from extract.linking.events.candidates import by_day, pairs_of_day
from extract.linking.events.features import features
from extract.linking.events.reports import Report
from extract.linking.events.similarity import (
    OTHER_PROVINCE,
    PLAUSIBLE,
    THRESHOLD,
    Similarity,
    refusal,
    similarity,
    similarity_by_features,
)

_SURE = 0.8  # minimum probability of two links by which a third report shows that a place was misread
_MOST_TOGETHER = 80  # maximum reports of a component for comparison of all pairs


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of one event, the earliest first, with their pairwise similarity."""

    reports: tuple[Report, ...]
    links: dict[Pair, Similarity] = field(default_factory=dict)

    def similarity(self, one: Report, other: Report) -> Similarity:
        """The similarity of two of the reports."""
        return self.links[ordered(one.event_id, other.event_id)]


def group_reports(reports: Iterable[Report]) -> Iterator[Group]:
    """The groups of reports of one event, by complete linkage; independent of the order of the reports."""
    return group_days(by_day(reports))


def group_days(days: Iterable[tuple[str, list[Report]]]) -> Iterator[Group]:
    """The groups of reports that come by the day on which they begin, the days in order.

    A group is yielded when no later report can be linked to it. Reports without a day are groups of their own.
    """
    open_components = _Components()
    for day, beginning in days:
        if not day:
            yield from (Group((report,)) for report in beginning)
            continue
        yield from open_components.close_before(day)
        going_on = open_components.lasting(day)
        for report in beginning:
            open_components.add(report)
        for one, other in pairs_of_day(beginning, going_on):
            found = similarity(one, other)
            if found and found.score >= THRESHOLD:
                open_components.link(one, other, found)
    yield from open_components.close_before(None)


@dataclass(slots=True)
class _Component:
    """Reports connected by links, their last day, and the links."""

    reports: list[Report]
    end: str
    links: dict[Pair, Similarity]


class _Components:
    """The components that a later report may still join."""

    def __init__(self) -> None:
        self._of: dict[str, _Component] = {}

    def add(self, report: Report) -> None:
        """Add a report as a component of its own."""
        self._of[report.event_id] = _Component([report], report.end, {})

    def lasting(self, day: str) -> list[Report]:
        """Reports of events that began before the day and last at least until it."""
        components = {id(component): component for component in self._of.values()}
        return [report for component in components.values() for report in component.reports if report.end >= day]

    def link(self, one: Report, other: Report, found: Similarity) -> None:
        """Join the components of two reports."""
        kept, joined = self._of[one.event_id], self._of[other.event_id]
        if kept is not joined:
            kept.reports += joined.reports
            kept.links |= joined.links
            kept.end = max(kept.end, joined.end)
            self._of.update(dict.fromkeys((report.event_id for report in joined.reports), kept))
        kept.links[ordered(one.event_id, other.event_id)] = found

    def close_before(self, day: str | None) -> Iterator[Group]:
        """The groups of the components that ended before the day; of all components if None."""
        ended = {id(component): component for component in self._of.values() if day is None or component.end < day}
        groups = [group for component in ended.values() for group in _groups(component)]
        for component in ended.values():
            for report in component.reports:
                del self._of[report.event_id]
        return iter(sorted(groups, key=lambda group: (group.reports[0].start, group.reports[0].event_id)))


def _groups(component: _Component) -> Iterator[Group]:
    """The clusters of a component by complete linkage: all pairs are plausible, and probable on average."""
    reports = {report.event_id: report for report in component.reports}
    links = {**_plausible(component.reports), **component.links}
    scores = {pair: found.score for pair, found in links.items()}
    for cluster in complete_linkage(reports, scores, THRESHOLD):
        members = sorted((reports[event_id] for event_id in cluster), key=report_order)
        inside = {pair: links[pair] for pair in scores if pair[0] in cluster and pair[1] in cluster}
        yield Group(tuple(members), inside)


def _plausible(reports: list[Report]) -> dict[Pair, Similarity]:
    """The pairs of a component that may be in one group though they are not linked: each reports another part of the
    event that a third report has as a whole. Empty where the component is so large that it is a chain."""
    if not 2 < len(reports) <= _MOST_TOGETHER:
        return {}
    found = {ordered(a.event_id, b.event_id): similarity(a, b) for a, b in combinations(reports, 2)}
    found |= _misplaced(reports, found)
    return {pair: one for pair, one in found.items() if one and one.score >= PLAUSIBLE}


def _misplaced(reports: list[Report], found: Mapping[Pair, Similarity | None]) -> dict[Pair, Similarity]:
    """The pairs that are refused for their provinces only, though a third report, of the province of one, is surely of
    one event with both: the place of the other was misread."""
    sure: dict[str, set[str]] = defaultdict(set)
    for (one, other), link in found.items():
        if link and link.score >= _SURE:
            sure[one].add(other)
            sure[other].add(one)
    provinces = {report.event_id: report.province for report in reports}
    return {
        ordered(a.event_id, b.event_id): similarity_by_features(features(a, b))
        for a, b in combinations(reports, 2)
        if any(provinces[third] in (a.province, b.province) for third in sure[a.event_id] & sure[b.event_id])
        and refusal(a, b) == OTHER_PROVINCE
    }


def report_order(report: Report) -> tuple[str, str]:
    """The order of the reports of one event: by their publication, those without a day last, then by their ids."""
    return report.published or "9999", report.event_id
