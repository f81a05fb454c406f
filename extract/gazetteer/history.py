"""Changes of a unit, and its successors on a later day.

A chain of successors is followed only where each link is known; otherwise `Refused` is raised.
"""

from __future__ import annotations

from extract.gazetteer.records import UnitChange, changes_from, changes_into, day_after
from extract.gazetteer.units import Unit, unit_on, units_on


class Refused(LookupError):
    """The successor of a unit is not known; the message names the unit and the day."""


def changes_of(code: str) -> tuple[UnitChange, ...]:
    """All changes that a code takes part in, in the order of days."""
    into = (change for change in changes_into().get(code, ()) if change.before != code)
    return tuple(sorted((*changes_from().get(code, ()), *into)))


def successors_on(unit: Unit, day: str) -> tuple[Unit, ...]:
    """The units that cover the area of a unit on a later ISO day, in the order of their codes.

    A unit that lost a part is its own successor; one that was divided is followed into all parts. Raises Refused where
    the chain breaks.
    """
    if unit.valid_to is None or day <= unit.valid_to:
        return (unit,)
    if not unit.successors:
        raise Refused(f"{unit.code} {unit.name}: nothing tells what became of it after {unit.valid_to}")
    changed = day_after(unit.valid_to)
    found: dict[str, Unit] = {}
    for code in unit.successors:
        following = unit_on(code, changed)
        if following is None:
            raise Refused(f"{unit.code} {unit.name}: there was no unit {code} on {changed}")
        found.update({last.code: last for last in successors_on(following, day)})
    return tuple(found[code] for code in sorted(found))


def province_since_reform(name: str, day: str) -> Unit | None:
    """The province that succeeds the former province of this name on a day; None where there was no such province."""
    former = units_on(None).named("province", name)
    return successors_on(former[0], day)[0] if former else None
