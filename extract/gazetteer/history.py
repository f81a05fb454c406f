"""What became of units: the changes of a unit, and the units that hold its ground on a later day.

A chain of successors is followed only where each link is known; where one is not, the answer is that it is refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from extract.gazetteer.records import Change, changes
from extract.gazetteer.units import Unit, unit_on, units_on


class Refused(LookupError):
    """Nothing tells what holds the ground of a unit; the message says of which and from when on."""


def changes_of(code: str) -> tuple[Change, ...]:
    """All changes that a code takes part in, in the order of days."""
    return (*_by_before().get(code, ()), *(change for change in _by_after().get(code, ()) if change.before != code))


def predecessors(unit: Unit) -> tuple[str, ...]:
    """The codes of the units that a unit was made of on its first day; none where that is not known."""
    made = (change for change in _by_after().get(unit.code, ()) if change.day == unit.valid_from)
    return tuple(dict.fromkeys(change.before for change in made if change.before))


def successors(unit: Unit) -> tuple[str, ...]:
    """The codes of the units that hold its ground from the day after its last; none while it stands, or if unknown."""
    if unit.valid_to is None:
        return ()
    day = _day_after(unit.valid_to)
    links = (change for change in _by_before().get(unit.code, ()) if change.day == day)
    return tuple(dict.fromkeys(link.after for link in links if link.after))


def successors_on(unit: Unit, day: str) -> tuple[Unit, ...]:
    """The units that hold the ground of a unit on a later ISO day, in the order of their codes.

    A unit that a part was taken from holds its ground; one that was divided is followed into all parts. Raises Refused
    where the chain breaks.
    """
    if unit.valid_to is None or day <= unit.valid_to:
        return (unit,)
    after = successors(unit)
    if not after:
        raise Refused(f"{unit.code} {unit.name}: nothing tells what became of it after {unit.valid_to}")
    changed = _day_after(unit.valid_to)
    found: dict[str, Unit] = {}
    for code in after:
        following = unit_on(code, changed)
        if following is None:
            raise Refused(f"{unit.code} {unit.name}: there was no unit {code} on {changed}")
        found.update({last.code: last for last in successors_on(following, day)})
    return tuple(found[code] for code in sorted(found))


def province_since_reform(name: str, day: str) -> Unit | None:
    """The province that on a day holds the ground of the former province of a name; None where there was none."""
    former = units_on(None).named("province", name)
    return successors_on(former[0], day)[0] if former else None


@cache
def _by_before() -> Mapping[str, tuple[Change, ...]]:
    return _grouped([(change.before, change) for change in changes()])


@cache
def _by_after() -> Mapping[str, tuple[Change, ...]]:
    return _grouped([(change.after, change) for change in changes()])


def _grouped(pairs: list[tuple[str, Change]]) -> Mapping[str, tuple[Change, ...]]:
    found: dict[str, list[Change]] = defaultdict(list)
    for code, change in pairs:
        found[code].append(change)
    return {code: tuple(own) for code, own in found.items()}


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
