"""Candidate pairs of reports: those of one day that share a word, a person, a body or a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product

from extract.linking.events.reports import DISTINCTIVE, Report, weight

# A word, person or body that more reports of one day and province share is not used for pairs.
_MOST_SHARING = 60
_MOST_ANYWHERE = 40  # the same of a person or a council in all provinces
_ANYWHERE = ("person", "council")
Key = tuple[str, ...]


def by_day(reports: Iterable[Report]) -> Iterator[tuple[str, list[Report]]]:
    """The reports by their first day, in the order of days; those of one day by their ids."""
    days: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        days[report.start].append(report)
    return ((day, sorted(days[day], key=lambda report: report.event_id)) for day in sorted(days))


def pairs_of_day(beginning: Iterable[Report], going_on: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
    """Pairs that may be of one event, at least one of each beginning on the day; each pair once, in a fixed order.

    `going_on` are the reports of events that began earlier and have not ended.
    """
    first = sorted(beginning, key=lambda report: report.event_id)
    pool = first + sorted(going_on, key=lambda report: report.event_id)
    found = {pair for pair in _sharing(pool) if pair[0] < len(first)}
    return ((pool[one], pool[other]) for one, other in sorted(found))


def _sharing(pool: list[Report]) -> Iterator[tuple[int, int]]:
    """Index pairs that share a key and have the same province, or one of them has none that is sure; or that share a
    person or a council in whatever provinces, since one place may have been misread."""
    index: dict[Key, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, report in enumerate(pool):
        for key in _keys(report):
            index[key][report.province if report.firm_place else ""].append(at)
    for key, provinces in index.items():
        if key[0] in _ANYWHERE and sum(map(len, provinces.values())) <= _MOST_ANYWHERE:
            yield from combinations(sorted(chain.from_iterable(provinces.values())), 2)
        nowhere = provinces.get("", [])
        for province, here in provinces.items():
            if len(here) <= _MOST_SHARING:
                yield from combinations(here, 2)
            if province and len(here) * len(nowhere) <= _MOST_SHARING**2 // 2:
                yield from (((a, b) if a < b else (b, a)) for a, b in product(here, nowhere))


def _keys(report: Report) -> Iterator[Key]:
    yield from (("word", word) for word in report.words if weight(word) >= DISTINCTIVE)
    yield from (("person", person) for person in report.people)
    yield from (("body", body) for body in report.organizers)
    yield ("type", report.type, report.district, report.commune)
    yield from (("number", phrase, str(number)) for phrase, number in report.numbers.items())
    if report.council:
        yield "council", report.council
    if report.attendees:
        yield ("count", str(report.attendees))
