"""The codes of the units in a place, as they were on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.gazetteer.records import Level
from extract.gazetteer.spelling import name_key
from extract.gazetteer.units import TWO_TIERS_SINCE, Unit, units_on
from scraper.article import Place

_LEVELS: tuple[Level, ...] = ("commune", "district", "province")


def with_codes(place: Place, day: str | None, site: Place, named: Sequence[Place]) -> Place:
    """The place with the codes of its units, where each name is that of one unit only."""
    for level in _LEVELS:
        unit = _unit_meant(level, place, day, named)
        found = unit.place if unit else Place()
        place = replace(
            place,
            province_code=place.province_code or found.province_code,
            district_code=place.district_code or (found.district_code if place.district else None),
            commune_code=place.commune_code or found.commune_code,
        )
    if day and day >= TWO_TIERS_SINCE and place.district:
        place = replace(place, district=None, district_code=None)
    return replace(place, level=site.level)


def _unit_meant(level: Level, place: Place, day: str | None, named: Sequence[Place]) -> Unit | None:
    """The unit of a level in a place; of several of one name the one that the article names with its tier."""
    name = getattr(place, level)
    if not name:
        return None
    state = units_on(day)
    units = state.standing(level, name) if day and day >= TWO_TIERS_SINCE else state.named(level, name)
    units = tuple(unit for unit in units if _agrees(unit.place, place))
    if len(units) > 1:
        codes = {getattr(other, f"{level}_code") for other in named}
        units = tuple(unit for unit in units if unit.code in codes)
    return units[0] if len(units) == 1 else None


def _agrees(unit: Place, place: Place) -> bool:
    pairs = ((unit.province, place.province), (unit.district, place.district))
    return all(not one or not other or name_key(one) == name_key(other) for one, other in pairs)
