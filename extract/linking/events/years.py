"""Years of events whose articles tell none: an article without its day of publication prints "sáng 3/7" and no year.

Another report of the same event tells the year. Reports that print one day and month are compared as if they were of
one year; those that are likely to be of one event take the year that is told in full or known from a publication.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from extract.linking.comparison.clustering import Pair, ordered
from extract.linking.events.candidates import pairs_of_day
from extract.linking.events.reports import UNKNOWN_YEAR, Report
from extract.linking.events.similarity import THRESHOLD, similarity
from extract.linking.events.undated import days_of_undated

_LEAP = "2000"  # a year that has every day


@dataclass(frozen=True, slots=True)
class Dated:
    """A report with the month and day that it prints ("" if none), its year ("" if unknown), and whether that is
    certain."""

    report: Report
    month_day: str
    year: str
    certain: bool


def told_days(found: Iterable[Dated]) -> dict[str, str]:
    """The day of every report without a certain year that another report tells, by event id; of those that only each
    other tell of, the day in no known year. A report without month and day has the day of one that is surely of the
    same event."""
    days: dict[str, list[Dated]] = defaultdict(list)
    for one in found:
        days[one.month_day].append(one)
    undated = sorted((one.report for one in days.pop("", ())), key=lambda report: report.event_id)
    told = {event_id: day for month_day in sorted(days) for event_id, day in _of_one_day(month_day, days[month_day])}
    own = {one.report.event_id: one for of_day in days.values() for one in of_day}
    day_of = {event_id: told.get(event_id) or _own_day(own[event_id]) for event_id in sorted(own)}
    found_days = days_of_undated(undated, [(own[event_id].report, day) for event_id, day in day_of.items()])
    shared = {event_id: day for event_id, day in day_of.items() if day in set(found_days.values())}
    return {**told, **{event_id: day for event_id, day in shared.items() if not own[event_id].year}, **found_days}


def _own_day(one: Dated) -> str:
    """The day of a report that no other tells, in no known year where its year is unknown; empty where that has it
    not."""
    day = f"{one.year or UNKNOWN_YEAR}-{one.month_day}"
    return day if _exists(day) else ""


def _of_one_day(month_day: str, found: list[Dated]) -> Iterator[tuple[str, str]]:
    by_id = {one.report.event_id: one for one in found}
    for members in _of_one_year(by_id, _scores(month_day, by_id)):
        year = _year_of(members)
        for one in members:
            if not one.certain and one.year != year and _exists(f"{year}-{month_day}"):
                yield one.report.event_id, f"{year}-{month_day}"


def _of_one_year(by_id: Mapping[str, Dated], scores: Mapping[Pair, float]) -> Iterator[list[Dated]]:
    """Groups of reports connected by likely pairs, the likeliest first, never with two certain years in one."""
    group_of = {event_id: [event_id] for event_id in by_id}
    certain = {event_id: one.year if one.certain else "" for event_id, one in by_id.items()}
    for a, b in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        first, second = group_of[a], group_of[b]
        years = {certain[first[0]], certain[second[0]]} - {""}
        if first is not second and len(years) < 2:
            first += second
            group_of.update(dict.fromkeys(second, first))
            certain.update(dict.fromkeys(first, "".join(years)))
    groups = {id(group): group for group in group_of.values()}
    return ([by_id[event_id] for event_id in sorted(group)] for group in groups.values() if len(group) > 1)


def _scores(month_day: str, by_id: Mapping[str, Dated]) -> dict[Pair, float]:
    """The probability of the likely pairs, compared as of one year; at least one of each has no certain year."""
    day = f"{_LEAP}-{month_day}"
    reports = [replace(one.report, start=day, end=day) for one in by_id.values()]
    scores = {}
    for a, b in pairs_of_day(reports, ()):
        if by_id[a.event_id].certain and by_id[b.event_id].certain:
            continue
        found = similarity(a, b)
        if found and found.score >= THRESHOLD:
            scores[ordered(a.event_id, b.event_id)] = found.score
    return scores


def _year_of(members: Iterable[Dated]) -> str:
    """The year that a group tells: the certain one; else the commonest of the inferred ones, of equally many the
    latest; else that which stands for an unknown year."""
    with_year = [one for one in members if one.year]
    counts = Counter(one.year for one in with_year if one.certain) or Counter(one.year for one in with_year)
    return max(counts, key=lambda year: (counts[year], year)) if counts else UNKNOWN_YEAR


def _exists(day: str) -> bool:
    """Whether the calendar has the day: not every year has a 29 February."""
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
