"""The changes between the versions of units, each with its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.gazetteer.compilation.kept import UnitEvent
from extract.gazetteer.compilation.timeline import Version
from extract.gazetteer.spelling import name_key


@dataclass(frozen=True, slots=True, order=True)
class ChangeRow:
    """On a day, by a resolution, the unit `before` or a part of it became (a part of) the unit `after`.

    `kind`: established (origin unknown), merged, divided, renamed, retyped, moved (to another parent), abolished
    (successor unknown or, for a district, its communes). Codes, empty where unknown.
    """

    day: str
    resolution: str
    kind: str
    before: str
    after: str


def within(versions: Mapping[str, Sequence[Version]]) -> Iterator[ChangeRow]:
    """The changes of units that keep their codes."""
    for code, own in versions.items():
        for earlier, later in zip(own, own[1:]):
            if earlier.end == later.start:
                yield ChangeRow(later.start, later.resolution, _kind(earlier, later), code, code)


def _kind(earlier: Version, later: Version) -> str:
    if name_key(earlier.unit.name) != name_key(later.unit.name):
        return "renamed"
    if earlier.unit.tier != later.unit.tier:
        return "retyped"
    return "moved" if earlier.unit.parent != later.unit.parent else "merged"


def between(events: Iterable[UnitEvent], versions: Mapping[str, Sequence[Version]]) -> Iterator[ChangeRow]:
    """The changes from one unit to another in the history of provinces and districts."""
    for event in events:
        for link in event.links:
            if link == event.code:
                continue
            before, after = (link, event.code) if event.unit else (event.code, link)
            ends = any(version.end == event.day for version in versions[before]) and not any(
                version.start == event.day for version in versions[before]
            )
            single = event.unit is not None or len(event.links) == 1
            yield ChangeRow(event.day, event.resolution, "merged" if ends and single else "divided", before, after)
        if event.unit and event.day and not event.links:
            yield ChangeRow(event.day, event.resolution, "established", "", event.code)


def open_ends(versions: Mapping[str, Sequence[Version]], recorded: set[str], until: str) -> Iterator[ChangeRow]:
    """Communes of unknown origin or unknown successor before the day `until`; `recorded` are the codes that the history
    covers."""
    for code, own in versions.items():
        if code in recorded:
            continue
        if own[0].start:
            yield ChangeRow(own[0].start, own[0].resolution, "established", "", code)
        if own[-1].end and own[-1].end < until:
            yield ChangeRow(own[-1].end, own[-1].ended_by, "abolished", code, "")


def reform(
    pairs: Iterable[tuple[str, str]], old: Iterable[str], new: Mapping[str, str], day: str
) -> Iterator[ChangeRow]:
    """The changes from the communes before the reform to those since: `new` has the latter with their resolutions."""
    followers: dict[str, list[str]] = {code: [] for code in old}
    for before, after in pairs:
        followers[before].append(after)
    for before, after_codes in followers.items():
        kind = "merged" if len(after_codes) == 1 else "divided"
        yield from (ChangeRow(day, new[after], kind, before, after) for after in after_codes)
        if not after_codes:
            yield ChangeRow(day, "", "abolished", before, "")
    reached = {after for codes in followers.values() for after in codes}
    yield from (ChangeRow(day, number, "established", "", code) for code, number in new.items() if code not in reached)
