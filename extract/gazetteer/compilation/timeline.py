"""From lists of units on several days, and the histories kept by hand, to the versions of every unit.

A version is a unit with one tier, name and parent over an interval of days. What changed between two lists is dated by
the resolution for its province (data/resolutions.csv); districts and provinces by their own history (data/history.csv).
The units of the first list are carried back, unless something is known to the contrary.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.gazetteer.compilation.kept import Earlier, UnitEvent, Resolution
from extract.gazetteer.compilation.sources import Listed, Listing
from extract.gazetteer.spelling import name_key
from extract.text.lexicon import load


@dataclass(frozen=True, slots=True)
class Version:
    """A unit over an interval: `start` is its first day, empty where it is not known; `end` the first day of the next
    version, empty for a current unit; `resolution` the one that began it, `ended_by` the one that ended it; `told`
    whether a kept history has its beginning."""

    code: str
    unit: Listed
    start: str = ""
    end: str = ""
    resolution: str = ""
    ended_by: str = ""
    told: bool = False


def higher_versions(listings: Sequence[Listing], history: Sequence[UnitEvent], until: str) -> dict[str, list[Version]]:
    """The versions of provinces and districts until the reform of the day `until`."""
    events: dict[str, list[UnitEvent]] = defaultdict(list)
    for event in sorted(history, key=lambda event: event.day):
        if event.day < until:
            events[event.code].append(event)
    oldest = {code: unit for listing in reversed(listings) for code, unit in listing.items() if len(code) < 5}
    found = {code: _from_events(code, events[code], oldest.get(code)) for code in sorted({*oldest, *events})}
    provinces = {code: own[0] for code, own in found.items() if len(code) == 2}
    origins = {event.code: event.links[0] for event in history if event.code in provinces and event.links}
    return {code: list(_provinces_of_then(own, provinces, origins)) for code, own in found.items()}


def _provinces_of_then(
    versions: Iterable[Version], provinces: Mapping[str, Version], origins: Mapping[str, str]
) -> Iterator[Version]:
    """The versions of a unit, those of a district cut on the day when its province was taken from another one."""
    for version in versions:
        province = provinces.get(version.unit.parent)
        founded = province.start if province else ""
        if version.start < founded:
            before = replace(version, unit=replace(version.unit, parent=origins[version.unit.parent]))
            if version.end and version.end <= founded:
                yield before
                continue
            yield replace(before, end=founded)
            version = replace(version, start=founded, resolution=province.resolution if province else "")
        yield version


def _from_events(code: str, events: Sequence[UnitEvent], oldest: Listed | None) -> list[Version]:
    """One version an event, preceded by that of the oldest list where the first event is not a foundation."""
    versions: list[Version] = []
    founded = bool(events) and events[0].unit is not None and code not in events[0].links
    if not founded:
        assert oldest is not None, code
        versions.append(Version(code, oldest))
    for event in events:
        if versions:
            versions[-1] = replace(versions[-1], end=event.day)
        if event.unit:
            versions.append(Version(code, event.unit, event.day, "", event.resolution))
    return versions


def valid_on(versions: Iterable[Version], day: str) -> Version | None:
    """The version valid on a day."""
    return next((one for one in versions if one.start <= day and (not one.end or day < one.end)), None)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The sources of the dates of changes of communes: versions and events of the units above them, and resolutions."""

    higher: Mapping[str, Sequence[Version]]
    history: Sequence[UnitEvent]
    resolutions: Sequence[Resolution]
    communes: Mapping[str, Sequence[Earlier]]

    def origins(self, version: Version) -> tuple[str, ...]:
        """The codes of the units from which a version was made, as far as its history has them."""
        return next(
            (event.links for event in self.history if (event.code, event.day) == (version.code, version.start)), ()
        )

    def change(self, before: Listed | None, after: Listed | None, period: tuple[str, str]) -> tuple[str, str]:
        """The day and the resolution of a change within a period; empty where no source dates it."""
        ended = self._ended(before, period)
        if ended:
            return ended
        founded = self._founded(after, period)
        if founded:
            return founded
        unit = after or before
        assert unit is not None
        province = self._province(unit.parent, period)
        ranked = sorted(
            (_fit(resolution, before, after), resolution.day, resolution.number)
            for resolution in self.resolutions
            if resolution.province == province and period[0] < resolution.day <= period[1]
        )
        return (ranked[-1][1], ranked[-1][2]) if ranked and ranked[-1][0] else ("", "")

    def _ended(self, unit: Listed | None, period: tuple[str, str]) -> tuple[str, str] | None:
        """When the district of a commune ended within the period, and so moved it."""
        last = self.higher[unit.parent][-1] if unit else None
        if last is None or not period[0] < last.end <= period[1]:
            return None
        ends = (event for event in self.history if (event.code, event.day) == (last.code, last.end))
        number = next((event.resolution for event in ends), "")
        return last.end, number

    def _founded(self, unit: Listed | None, period: tuple[str, str]) -> tuple[str, str] | None:
        """When the district of a commune was founded within the period, and so took it."""
        first = self.higher[unit.parent][0] if unit else None
        if first is None or not period[0] < first.start <= period[1]:
            return None
        return first.start, first.resolution

    def _province(self, district: str, period: tuple[str, str]) -> str:
        version = valid_on(self.higher[district], period[1]) or self.higher[district][-1]
        return version.unit.parent


def _fit(resolution: Resolution, before: Listed | None, after: Listed | None) -> int:
    """How closely a resolution matches a change: 3 by the commune's name, 2 by its district, 1 by its province."""
    if not resolution.scope:
        return 1
    units = [unit for unit in (after, before) if unit]
    keys = {name_key(item) for item in resolution.scope}
    if any(name_key(unit.name) in keys for unit in units):
        return 3
    return 2 if any(unit.parent in resolution.scope for unit in units) else 0


def same(one: Listed | None, other: Listed | None) -> bool:
    """Whether two lists have the same unit unchanged: same tier, same parent, same name apart from its spelling."""
    if one is None or other is None:
        return one is other
    return (one.tier, one.parent, name_key(one.name)) == (other.tier, other.parent, name_key(other.name))


def commune_versions(lists: Sequence[tuple[str, Listing]], calendar: Calendar) -> Iterator[Version]:
    """The versions of every commune until the reform, from the lists of several days, in the order of their codes."""
    codes = sorted({code for _, listing in lists for code in listing if len(code) == 5})
    for code in codes:
        states = [(day, listing.get(code)) for day, listing in lists]
        yield from _backwards(list(_between(code, states, calendar)), calendar)


def _between(code: str, states: Sequence[tuple[str, Listed | None]], calendar: Calendar) -> Iterator[Version]:
    """The versions in the lists: one begins where two lists differ, on the day that the calendar gives.

    A name that differs without any resolution is another spelling of the one that the earlier list has.
    """
    start, resolution, unit = "", "", states[0][1]
    for (earlier, _), (later, now) in zip(states, states[1:]):
        day, number = ("", "") if same(unit, now) else calendar.change(unit, now, (earlier, later))
        if unit and now and not day and (unit.tier, unit.parent) == (now.tier, now.parent):
            continue
        if same(unit, now):
            continue
        day = day or later
        if unit:
            yield Version(code, unit, start, day, resolution, number)
        start, resolution, unit = day, number, now
    if unit:
        yield Version(code, unit, start, "", resolution)


def _backwards(versions: Sequence[Version], calendar: Calendar) -> Iterator[Version]:
    """The versions, of which the first, where it has no first day, is cut on the days of its earlier states."""
    first = versions[0]
    if first.start:
        yield from versions
        return
    earlier: list[Version] = []
    unit: Listed | None = first.unit
    end, ended_by = first.end, first.ended_by
    for row in sorted(calendar.communes.get(first.code, ()), key=lambda row: row.day, reverse=True):
        if unit:
            earlier.append(Version(first.code, unit, row.day, end, row.resolution, ended_by, told=True))
            unit, end, ended_by = row.before(unit), row.day, row.resolution
    if unit:
        earlier.append(Version(first.code, unit, "", end, ended_by=ended_by))
    for version in reversed(earlier):
        yield from _by_districts(version, calendar)
    yield from versions[1:]


def _by_districts(version: Version, calendar: Calendar) -> Iterator[Version]:
    """A version cut on the days when its district was founded or became urban."""
    cuts = [cut for cut in _cuts(version.unit.parent, calendar) if version.start < cut[0]]
    states = [(version.start, version.resolution, _carried_back(version.unit, version.start, calendar))]
    for day, number in cuts:
        state = _carried_back(version.unit, day, calendar)
        if state != states[-1][2] and (not version.end or day < version.end):
            states.append((day, number, state))
    ends = [day for day, *_ in states[1:]] + [version.end]
    for (start, number, unit), end in zip(states, ends):
        dated = version.told and start == version.start
        yield Version(version.code, unit, start, end, number, version.ended_by, dated)


def _cuts(district: str, calendar: Calendar) -> list[tuple[str, str]]:
    """The days, with their resolutions, on which a district or one that it was taken from changed, in their order."""
    cuts, code = [], district
    while code in calendar.higher:
        versions = calendar.higher[code]
        province = calendar.higher[versions[0].unit.parent][0]
        cuts += [(version.start, version.resolution) for version in (*versions, province) if version.start]
        origins = calendar.origins(versions[0])
        code = origins[0] if len(origins) == 1 else ""
    return sorted(set(cuts))


def _province_then(code: str, day: str, calendar: Calendar) -> str:
    """The code of the province from which that of a code was taken, on a day before it was founded; else its own."""
    first = calendar.higher[code][0]
    return calendar.origins(first)[0] if first.start > day else code


def _carried_back(unit: Listed, day: str, calendar: Calendar) -> Listed:
    """A commune as it must have been on an earlier day.

    Before its district was founded it lay in the one from which that was taken; where those are several, only the
    province is given. Only urban districts have a phường: where its district was not urban its tier is unknown.
    """
    tiers, parent = load("places")["tiers"]["printed"], unit.parent
    while (first := calendar.higher[parent][0]).start > day:
        origins = calendar.origins(first)
        if len(origins) != 1:
            tier = "" if unit.tier == tiers["ward"] else unit.tier
            return replace(unit, parent=_province_then(first.unit.parent, day, calendar), tier=tier)
        parent = origins[0]
    district = valid_on(calendar.higher[parent], day) or calendar.higher[parent][0]
    rural = unit.tier == tiers["ward"] and district.unit.tier not in tiers["urban"]
    return replace(unit, parent=parent, tier="" if rural else unit.tier)
