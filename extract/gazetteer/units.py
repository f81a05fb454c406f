"""The administrative units of Vietnam as they were on any day from 2002 on, by the codes of the statistics office.

Until 2025-06-30 there were provinces, districts and communes; since 2025-07-01 (Resolution 202/2025/QH15) there are
provinces and communes. The tables that are read here, and how they were made, are described in docs/units.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import get_args

from extract.gazetteer.records import (
    Level,
    UnitRecord,
    changes_from,
    changes_into,
    day_after,
    nearest,
    record_on,
    records,
    records_by_name,
)
from extract.gazetteer.spelling import name_key
from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern
from scraper.article import Place
from scraper.boundary.values import unmarked

TWO_TIERS_SINCE = "2025-07-01"
_LAST_OF_THREE_TIERS = "2025-06-30"
_NEWEST = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit over the days in which its tier, its name and the unit above it stayed the same.

    `tier` is its kind in words ("Huyện"), empty where only the place of the commune on that day is known; `parent` the
    code of the unit above. `valid_from` is None where the first day is not known, `valid_to`, the last day, is None for
    a current unit. `attested_from` is the first day confirmed by a list of units or a resolution; earlier days are
    carried back. `resolution` made it so. `place` has its name and those of the units above it.
    """

    code: str
    level: Level
    tier: str
    name: str
    parent: str | None
    valid_from: str | None
    valid_to: str | None
    attested_from: str | None
    resolution: str | None
    lat: float | None = field(compare=False)
    lon: float | None = field(compare=False)
    place: Place = field(compare=False)

    @property
    def province(self) -> str:
        """The name of its province."""
        return self.place.province or ""

    @property
    def predecessors(self) -> tuple[str, ...]:
        """The codes of the units that it was made of on its first day; empty where that is not known."""
        made = (change for change in changes_into().get(self.code, ()) if change.day == self.valid_from)
        return tuple(dict.fromkeys(change.before for change in made if change.before))

    @property
    def successors(self) -> tuple[str, ...]:
        """The codes of its successors after its last day; empty for a current unit, and where they are not known."""
        if self.valid_to is None:
            return ()
        day = day_after(self.valid_to)
        became = (change for change in changes_from().get(self.code, ()) if change.day == day)
        return tuple(dict.fromkeys(change.after for change in became if change.after))


@dataclass(frozen=True, slots=True)
class State:
    """The units on an ISO day."""

    day: str

    def standing(self, level: Level, name: str) -> tuple[Unit, ...]:
        """The units of a level with this name on the day, in any province."""
        found = records_by_name().get((level, name_key(name)), ())
        return tuple(unit_of(record, self.day) for record in found if record.stands(self.day))

    def named(self, level: Level, name: str) -> tuple[Unit, ...]:
        """The units of a level with this name on the day; where there are none, those that had it earlier, or else
        later."""
        return self.standing(level, name) or self._at_other_times(level, name)

    def of_level(self, level: Level) -> Iterator[Unit]:
        """All units of a level, in the order of their codes."""
        for code in sorted(records()):
            record = record_on(code, self.day)
            if record and record.level == level:
                yield unit_of(record, self.day)

    def _at_other_times(self, level: Level, name: str) -> tuple[Unit, ...]:
        found = records_by_name().get((level, name_key(name)), ())
        return tuple(unit_of(record, self.day) for record in nearest(found, self.day))


@lru_cache(maxsize=1 << 15)
def unit_of(record: UnitRecord, day: str) -> Unit:
    """The unit of a record, with the units above it as on an ISO day, or on the nearest day on which the record is
    valid."""
    within = max(record.valid_from, min(day, record.valid_to or day))
    return Unit(
        record.code,
        record.level,
        record.tier,
        record.name,
        record.parent or None,
        record.valid_from or None,
        record.valid_to or None,
        record.attested_from or None,
        record.resolution or None,
        float(record.lat) if record.lat else None,
        float(record.lon) if record.lon else None,
        _place(record, within),
    )


def _place(record: UnitRecord, day: str) -> Place:
    names: dict[str, str] = {}
    above: UnitRecord | None = record
    while above:
        names[above.level] = above.name
        names[f"{above.level}_code"] = above.code
        above = record_on(above.parent, day) if above.parent else None
    return Place(**names)


def unit_on(code: str, day: str) -> Unit | None:
    """What the unit of a code of the General Statistics Office was on an ISO day; None where there was none.

    >>> unit_on("019", "2010-05-01").name
    'Từ Liêm'
    >>> unit_on("019", "2020-05-01").name
    'Nam Từ Liêm'
    """
    record = record_on(code, day)
    return unit_of(record, day) if record else None


def find(name: str, day: str, parent: str | None = None, level: Level | None = None) -> tuple[Unit, ...]:
    """The units with a name on an ISO day, with or without its tier word ("thị xã Duyên Hải").

    `parent` is the code or the name of a unit at any level above. Several units may have the same name.
    """
    tier, bare = _split(name)
    state = units_on(day)
    found: dict[Unit, None] = {}
    for of in (level,) if level else get_args(Level):
        found.update(dict.fromkeys(unit for unit in state.standing(of, bare) if tier in (None, fold(unit.tier))))
        found.update(dict.fromkeys(state.standing(of, name)))
    return tuple(unit for unit in found if parent is None or _lies_in(unit, parent))


def _split(name: str) -> tuple[str | None, str]:
    """A name's tier word, folded, and the rest; the tier is empty where the name begins without one."""
    tiers = load("places")["tiers"]
    words = {word for level in ("province", "city", "district", "commune") for word in tiers[level]}
    folded = fold(name)
    tier = max((word for word in words if folded.startswith(f"{word} ")), key=len, default=None)
    return (tiers["full"].get(tier, tier), name[len(tier) + 1 :]) if tier else (None, name)


def _lies_in(unit: Unit, parent: str) -> bool:
    place = unit.place
    names = [name for name in (place.province, place.district) if name]
    codes = (place.province_code, place.district_code)
    return parent in codes if parent.isdigit() else name_key(_split(parent)[1]) in map(name_key, names)


def units_on(day: str | None) -> State:
    """The units on an ISO day or at a time; on the eve of the reform where that is not known."""
    return State(day[:10]) if day else former_units()


def units_before_reform(day: str | None) -> State:
    """The units on an ISO day, or on the eve of the reform if that was earlier."""
    return State(min(day[:10], _LAST_OF_THREE_TIERS)) if day else former_units()


@cache
def former_units() -> State:
    """The units on 2025-06-30, the last day of provinces, districts and communes."""
    return State(_LAST_OF_THREE_TIERS)


@cache
def present_units() -> State:
    """The units since the last change in the tables."""
    return State(_NEWEST)


def ever(level: Level, two_tiers: bool) -> Iterator[tuple[UnitRecord, str]]:
    """The records of a level that were valid at some time before the reform, or since it, once for each name of a unit,
    with the last day of each."""
    for own in records().values():
        of_level = (record for record in own if record.level == level and _in_time(record, two_tiers))
        latest = {record.key: record for record in of_level}
        yield from ((record, record.valid_to or _NEWEST) for record in latest.values())


def _in_time(record: UnitRecord, two_tiers: bool) -> bool:
    if two_tiers:
        return not record.valid_to or record.valid_to >= TWO_TIERS_SINCE
    return record.valid_from < TWO_TIERS_SINCE


def province_name_on(name: str, day: str | None) -> str:
    """A province's name as it was on a day: Huế was Thừa Thiên Huế until the end of 2024."""
    units = units_on(day).standing("province", name) if day else ()
    return units[0].name if units else name


def is_municipality(level: Level, name: str, day: str | None) -> bool:
    """Whether a city of this name was run by the central government on a day, and so is of a province's rank."""
    if level != "district" or day is None:
        return False
    state = units_on(day)
    tier = load("places")["tiers"]["printed"]["municipality"]
    cities = (unit for unit in state.standing("province", name) if unit.tier == tier)
    return any(cities) and not state.standing("district", name)


@cache
def province_names() -> tuple[str, ...]:
    """The names of all provinces, former and present, with their other spellings."""
    names = {record.name for own in records().values() for record in own if record.level == "province"}
    return tuple(sorted(names | set(load("places")["spellings"]["province"])))


def is_unit(name: str, levels: Iterable[Level] = get_args(Level)) -> bool:
    """Whether a unit of one of the levels has or had the name."""
    key = name_key(name)
    return any((level, key) in records_by_name() for level in levels)


def misprinted_district(name: str) -> str | None:
    """The only district whose name has the same letters as a misprinted one ("Sa Thày"), else None."""
    if is_unit(name, ("district",)) or " " not in name:
        return None
    return _districts_by_letters().get(unmarked(fold(name)))


@cache
def _districts_by_letters() -> dict[str, str]:
    """Names of districts by their letters without marks, where only one spelling has these letters."""
    names: dict[str, set[str]] = defaultdict(set)
    for own in records().values():
        for record in own:
            if record.level == "district":
                names[unmarked(fold(record.name))].add(record.name)
    return {letters: min(found) for letters, found in names.items() if len(set(map(name_key, found))) == 1}


def bare_name(name: str) -> str:
    """The name in use of a unit that is also called otherwise: "5" of "Quận 5", "Duyên Hải" of "Duyên Hải (Thị xã)"."""
    bare = _TIER_OR_BRACKET.compiled.sub("", name)
    in_use: str = load("places")["names_in_use"].get(bare, bare)
    return in_use


_TIER_OR_BRACKET = WordPattern("places", r"^{tiers.numbered_printed:printed} (?=\d)|\s\([^)]*\)$")
