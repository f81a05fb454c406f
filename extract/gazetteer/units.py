"""The administrative units of Vietnam, by the names and codes of the General Statistics Office.

Two states are known: the 63 provinces, 696 districts and 10,035 communes as they stood until 2025-06-30, and the 34
provinces and 3,321 communes since 2025-07-01 (Resolution 202/2025/QH15), when districts were abolished. The data is
that bundled with the package vietnamadminunits, read as it lies on disk: to import the package takes most of a second.
Districts abolished before 2025, other spellings and abbreviations come from the lexicon places.toml.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, get_args

from extract.text.lexicon import load
from extract.text.normalize import fold
from scraper.article import Place

Level = Literal["province", "district", "commune"]
TWO_TIERS_SINCE = "2025-07-01"
_MUNICIPAL_HUE_SINCE = "2025-01-01"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its bare name, with the units above it. `tier` is its kind in words ("Huyện")."""

    level: Level
    tier: str
    name: str
    place: Place

    @property
    def province(self) -> str:
        """The name of its province."""
        return self.place.province or ""


@dataclass(frozen=True, slots=True)
class UnitIndex:
    """The units that stood at one time, by level and by their names compared as `name_key` does."""

    units: dict[tuple[Level, str], tuple[Unit, ...]]

    def named(self, level: Level, name: str) -> tuple[Unit, ...]:
        """All units of a level with this name, in whatever province."""
        return self.units.get((level, name_key(name)), ())


def units_on(day: str | None) -> UnitIndex:
    """The units as they stood on an ISO day; those before the reform where the day is not known."""
    return present_units() if day is not None and day[:10] >= TWO_TIERS_SINCE else former_units()


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """A name as it is compared: in one spelling."""
    evened = _evened(name)
    return _spellings().get(evened, evened)


def _evened(name: str) -> str:
    """A name folded: one kind of dash and apostrophe, no blanks around dashes, one "Đắk", no tier before a number."""
    folded = re.sub(r"^(?:quận|phường) (?=\d)", "", fold(name))
    folded = re.sub(r"[’‘`]", "'", folded)
    folded = re.sub(r"\s*[-–—]\s*", "-", folded)
    folded = re.sub(r"\bđ(?:ăk|ắc|ak|ăc)(?!\w)", "đắk", folded)
    return re.sub(r"\s+", " ", folded)


def province_name_on(name: str, day: str | None) -> str:
    """A province's name as it was on a day: Huế was Thừa Thiên Huế until the end of 2024."""
    return "Thừa Thiên Huế" if name == "Huế" and day is not None and day[:10] < _MUNICIPAL_HUE_SINCE else name


def is_municipality(level: Level, name: str, day: str | None) -> bool:
    """Whether a city of this name was run by the central government on a day, and so is of a province's rank."""
    if level != "district" or name_key(name) != "huế":
        return False
    return day is not None and day[:10] >= _MUNICIPAL_HUE_SINCE


@cache
def former_units() -> UnitIndex:
    """The units until 2025-06-30, with the districts that were abolished in the years before."""
    rows = _rows(
        "SELECT provinceShort, provinceCode, districtType, districtShort, districtCode, wardType, wardShort, wardCode"
        " FROM admin_units_legacy"
    )
    units: dict[str, Unit] = {}
    for province, province_code, tier, district, district_code, ward_tier, ward, ward_code in rows:
        district = bare_name(district)
        place = Place(province=province, province_code=province_code)
        units.setdefault(f"p{province_code}", Unit("province", "Tỉnh", province, place))
        above = Place(province=province, province_code=province_code, district=district, district_code=district_code)
        units.setdefault(f"d{district_code}", Unit("district", tier, district, above))
        if ward:
            ward = bare_name(ward)
            units[f"c{ward_code}"] = Unit("commune", ward_tier, ward, _with_commune(above, ward, ward_code))
    return _indexed([*units.values(), *_abolished()])


@cache
def present_units() -> UnitIndex:
    """The units since 2025-07-01: provinces and communes, no districts."""
    units: dict[str, Unit] = {}
    for province, code, tier, ward, ward_code in _rows(
        "SELECT provinceShort, provinceCode, wardType, wardShort, wardCode FROM admin_units"
    ):
        above = Place(province=province, province_code=code)
        units.setdefault(f"p{code}", Unit("province", "Tỉnh", province, above))
        units[f"c{ward_code}"] = Unit("commune", tier, ward, _with_commune(above, ward, ward_code))
    return _indexed(units.values())


@cache
def successors() -> dict[str, tuple[str, ...]]:
    """For the code of each commune until 2025-06-30, the codes of the communes that hold its ground since."""
    old = {
        "_".join(keys): code
        for *keys, code in _rows(
            "SELECT provinceKey, districtKey, wardKey, wardCode FROM admin_units_legacy WHERE wardCode IS NOT NULL"
        )
    }
    new = {tuple(keys): code for *keys, code in _rows("SELECT provinceKey, wardKey, wardCode FROM admin_units")}
    mapping = json.loads((_data() / "converter_2025.json").read_text(encoding="utf-8"))
    found: dict[str, list[str]] = defaultdict(list)
    for province, wards in mapping["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, former in wards.items():
            for key in former:
                _add(found, old.get(key), new.get((province, ward)))
    for province, divided in mapping["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in divided.items():
            for part in parts:
                _add(found, old.get(key), new.get((province, part["newWardKey"])))
    return {code: tuple(parts) for code, parts in found.items()}


def province_since_reform(name: str) -> Place:
    """The province that since 2025-07-01 holds the ground of a former province."""
    communes = {unit.place.commune_code: unit.place for unit in units_of(present_units(), "commune")}
    for unit in units_of(former_units(), "commune"):
        if name_key(unit.province) == name_key(name) and (codes := successors().get(unit.place.commune_code or "")):
            place = communes[codes[0]]
            return Place(province=place.province, province_code=place.province_code)
    return Place(province=name)


@cache
def province_names() -> tuple[str, ...]:
    """The names of all provinces, former and present, with their other spellings."""
    names = {unit.name for state in (former_units(), present_units()) for unit in units_of(state, "province")}
    return tuple(sorted(names | set(load("places")["spellings"]["province"])))


def is_unit(name: str, levels: Iterable[Level] = get_args(Level)) -> bool:
    """Whether some unit of one of the levels bears the name, before the reform or since."""
    return any(former_units().named(level, name) or present_units().named(level, name) for level in levels)


def units_of(state: UnitIndex, level: Level) -> Iterable[Unit]:
    """All units of a level."""
    return (unit for (of, _), units in state.units.items() if of == level for unit in units)


def _indexed(units: Iterable[Unit]) -> UnitIndex:
    index: dict[tuple[Level, str], list[Unit]] = defaultdict(list)
    for unit in units:
        index[unit.level, name_key(unit.name)].append(unit)
    return UnitIndex({key: tuple(found) for key, found in index.items()})


def _abolished() -> Iterable[Unit]:
    """Districts that were merged into others before 2025; they had codes, which the data no longer has."""
    for province, districts in load("places")["abolished_districts"].items():
        for name in districts:
            yield Unit("district", "Huyện", name, Place(province=province, district=name))


def _with_commune(above: Place, name: str, code: str) -> Place:
    return Place(
        province=above.province,
        province_code=above.province_code,
        district=above.district,
        district_code=above.district_code,
        commune=name,
        commune_code=code,
    )


def bare_name(name: str) -> str:
    """The name in use of a unit that the data calls otherwise: "5" of "Quận 5", "Duyên Hải" of "Duyên Hải (Thị xã)"."""
    bare = re.sub(r"^(?:Quận|Phường) (?=\d)|\s\([^)]*\)$", "", name)
    in_use: str = load("places")["names_in_use"].get(bare, bare)
    return in_use


def _add(found: dict[str, list[str]], code: str | None, successor: str | None) -> None:
    if code and successor and successor not in found[code]:
        found[code].append(successor)


@cache
def _spellings() -> dict[str, str]:
    """Other spellings to the key of the name that the data has."""
    spellings = load("places")["spellings"]
    pairs = (pair for level in ("province", "district") for pair in spellings[level].items())
    return {_evened(other): _evened(name) for other, name in pairs}


def _rows(query: str) -> list[tuple[str, ...]]:
    database = sqlite3.connect(f"file:{_data() / 'dataset.db'}?mode=ro&immutable=1", uri=True)
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


def _data() -> Path:
    """The folder of the package's data. Raises RuntimeError where the package is not installed."""
    spec = find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package vietnamadminunits is not installed; run: pip install vietnamadminunits")
    return Path(spec.origin).parent / "data"
