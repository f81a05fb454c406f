"""The tables of administrative units and of their changes, from the gazetteer: the same in every run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from extract.declaration.columns import Column
from extract.declaration.tables import Row, Table
from extract.gazetteer.records import Level, UnitRecord, changes, records
from extract.gazetteer.units import unit_of
from extract.tables.schema import commune_tiers, district_tiers
from extract.text.lexicon import load

_KINDS = ("established", "merged", "divided", "renamed", "retyped", "moved", "abolished")
_OPEN = "9999-12-31"


def _tiers() -> tuple[str, ...]:
    """The tiers of all units."""
    return tuple(sorted({*load("places")["tiers"]["printed"]["province"], *district_tiers(), *commune_tiers()}))


UNITS = (
    Column("unit_id", "string", "The unit over an interval: its code and the first day.", "019@2013-12-27", True),
    Column("code", "string", "Code of the General Statistics Office.", "019", True),
    Column("level", "string", "Province, district or commune.", "district", True, get_args(Level), facet=True),
    Column("tier", "string", "Kind in words; empty where not known.", "@tier", False, _tiers, facet=True),
    Column("name", "string", "Bare name.", "@name_3", True, searched=True),
    Column("parent_code", "string", "The unit above; of a commune the district, else the province.", "01"),
    Column("province_code", "string", "The province on the last day.", "01", True, facet=True),
    Column("valid_from", "partial_date", "First day; empty where it is not known.", "2013-12-27"),
    Column("valid_to", "partial_date", "Last day; empty while it stands.", "2025-06-30"),
    Column(
        "attested_from",
        "partial_date",
        "First day for which a list or a resolution vouches; what is said of earlier ones is carried back.",
        "2013-12-27",
    ),
    Column("resolution", "string", "The decree or resolution that made it so.", "@resolution"),
    Column("predecessors", "list", "Codes of the units that it was made of.", "019"),
    Column("successors", "list", "Codes of the units that hold its ground after its last day.", "00592; 00622"),
    Column("lat", "number", "Latitude in degrees.", "21.003"),
    Column("lon", "number", "Longitude in degrees.", "105.770"),
    Column("spellings", "list", "Other spellings in the lists of units.", "@spellings_2"),
)

UNIT_CHANGES = (
    Column("day", "partial_date", "The first day of what came of it.", "2013-12-27", True),
    Column("resolution", "string", "The decree or resolution.", "@resolution"),
    Column("kind", "string", "What happened.", "divided", True, _KINDS, facet=True),
    Column("before_code", "string", "The unit that it happened to; empty where it is not known.", "019"),
    Column("after_code", "string", "What it became, or a part of it; empty where it is refused.", "021"),
)

UNIT_TABLES = (
    Table(
        "units",
        "One row an administrative unit and interval in which tier, name and the unit above stayed the same.",
        UNITS,
        primary_key=("unit_id",),
        foreign_keys=(),
    ),
    Table(
        "unit_changes",
        "One row a unit and what it became: all changes since 2002 that are known.",
        UNIT_CHANGES,
        foreign_keys=(),
    ),
)


def unit_rows() -> Iterator[Row]:
    """The rows of `units`, in the order of codes and days."""
    return (_unit_row(record) for code in sorted(records()) for record in records()[code])


def _unit_row(record: UnitRecord) -> Row:
    unit = unit_of(record, record.valid_to or _OPEN)
    return {
        "unit_id": f"{unit.code}@{unit.valid_from}" if unit.valid_from else unit.code,
        "code": unit.code,
        "level": unit.level,
        "tier": unit.tier or None,
        "name": unit.name,
        "parent_code": unit.parent,
        "province_code": unit.place.province_code,
        "valid_from": unit.valid_from,
        "valid_to": unit.valid_to,
        "attested_from": unit.attested_from,
        "resolution": unit.resolution,
        "predecessors": unit.predecessors,
        "successors": unit.successors,
        "lat": unit.lat,
        "lon": unit.lon,
        "spellings": tuple(record.spellings.split("; ")) if record.spellings else (),
    }


def unit_change_rows() -> Iterator[Row]:
    """The rows of `unit_changes`, in chronological order."""
    for change in changes():
        yield {
            "day": change.day,
            "resolution": change.resolution or None,
            "kind": change.kind,
            "before_code": change.before or None,
            "after_code": change.after or None,
        }
