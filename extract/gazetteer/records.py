"""The committed tables of units, read as they are: data/units.csv by code and by name, data/changes.csv by unit."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from extract.gazetteer.spelling import name_key

Level = Literal["province", "district", "commune"]
LEVELS: Mapping[int, Level] = {2: "province", 3: "district", 5: "commune"}
_DATA = Path(__file__).parent / "data"


class UnitRecord(NamedTuple):
    """A row of units.csv: a unit with one tier, name and unit above it, from its first day to its last one.

    Cells are as in the file: ISO days, empty where unknown or, of `valid_to`, where the unit still exists. `key` is the
    name as `name_key` gives it, stored because computing it for all takes long.
    """

    code: str
    tier: str
    name: str
    parent: str
    valid_from: str
    valid_to: str
    attested_from: str
    resolution: str
    lat: str
    lon: str
    spellings: str
    key: str

    @property
    def level(self) -> Level:
        """Province, district or commune, by the length of the code."""
        return LEVELS[len(self.code)]

    def stands(self, day: str) -> bool:
        """Whether the record is valid on an ISO day."""
        return self.valid_from <= day and (not self.valid_to or day <= self.valid_to)


class UnitChange(NamedTuple):
    """A row of changes.csv: on a day the unit `before`, or a part of it, became (a part of) the unit `after`; codes,
    empty where unknown."""

    day: str
    resolution: str
    kind: str
    before: str
    after: str


@cache
def records() -> Mapping[str, tuple[UnitRecord, ...]]:
    """All records by code, each unit's in chronological order."""
    found: dict[str, list[UnitRecord]] = defaultdict(list)
    for row in _rows("units.csv"):
        found[row[0]].append(UnitRecord(*row))
    return {code: tuple(sorted(own, key=lambda record: record.valid_from)) for code, own in found.items()}


@cache
def records_by_name() -> Mapping[tuple[Level, str], tuple[UnitRecord, ...]]:
    """All records by level and by their names, and other spellings of these, compared as `name_key` does."""
    found: dict[tuple[Level, str], list[UnitRecord]] = defaultdict(list)
    for own in records().values():
        for record in own:
            keys = {record.key, *(name_key(name) for name in record.spellings.split("; ") if name)}
            for key in keys:
                found[record.level, key].append(record)
    return {key: tuple(own) for key, own in found.items()}


def nearest(found: Sequence[UnitRecord], day: str) -> tuple[UnitRecord, ...]:
    """Of records none of which is valid on a day, those that ended last before it, else those that began first
    after."""
    last = max((record.valid_to for record in found if record.valid_to and record.valid_to < day), default=None)
    if last:
        return tuple(record for record in found if record.valid_to == last)
    first = min((record.valid_from for record in found), default=None)
    return tuple(record for record in found if record.valid_from == first)


def record_on(code: str, day: str) -> UnitRecord | None:
    """The record of a code that is valid on an ISO day."""
    return next((record for record in records().get(code, ()) if record.stands(day)), None)


@cache
def changes() -> tuple[UnitChange, ...]:
    """All changes in chronological order."""
    return tuple(UnitChange(*row) for row in _rows("changes.csv"))


@cache
def changes_from() -> Mapping[str, tuple[UnitChange, ...]]:
    """The changes by the code of the unit before."""
    found: dict[str, list[UnitChange]] = defaultdict(list)
    for change in changes():
        found[change.before].append(change)
    return {code: tuple(own) for code, own in found.items()}


@cache
def changes_into() -> Mapping[str, tuple[UnitChange, ...]]:
    """The changes by the code of the unit after."""
    found: dict[str, list[UnitChange]] = defaultdict(list)
    for change in changes():
        found[change.after].append(change)
    return {code: tuple(own) for code, own in found.items()}


def _rows(name: str) -> Iterator[list[str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


def day_after(day: str) -> str:
    """The ISO day after another."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
