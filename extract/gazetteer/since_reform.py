"""Places of any day by the units of today, to compare events before and after the reform of 2025-07-01."""

from __future__ import annotations

from dataclasses import dataclass

from extract.gazetteer.history import Refused, successors_on
from extract.gazetteer.records import UnitRecord, nearest, record_on, records
from extract.gazetteer.units import TWO_TIERS_SINCE, unit_of
from scraper.article import Place


@dataclass(frozen=True, slots=True)
class PresentPlace:
    """A place as it was, by the tiers of its district and commune then, and by the codes of today.

    `communes` are those that cover the area of the commune since the reform, or of the district where no commune is
    named; empty where unknown. `commune` is the one that alone covers the area of the commune.
    """

    district_tier: str | None = None
    commune_tier: str | None = None
    province: str | None = None
    commune: str | None = None
    communes: tuple[str, ...] = ()


def present_place(place: Place, day: str | None) -> PresentPlace:
    """The place of an ISO day, or of the eve of the reform, in the units since the reform."""
    when = day or "2025-06-30"
    district, commune = _record(place.district_code, when), _record(place.commune_code, when)
    lowest = commune or (None if place.commune else district)
    communes = _since(lowest, when)
    province = _since(_record(place.province_code, when), when)
    return PresentPlace(
        (district.tier or None) if district else None,
        (commune.tier or None) if commune else None,
        province[0] if len(province) == 1 else None,
        communes[0] if commune and len(communes) == 1 else None,
        communes,
    )


def _record(code: str | None, day: str) -> UnitRecord | None:
    """The record of a unit on the day, or else the nearest one in time."""
    own = records().get(code or "", ())
    return record_on(code or "", day) or next(iter(nearest(own, day)), None)


def _since(record: UnitRecord | None, day: str) -> tuple[str, ...]:
    if record is None:
        return ()
    later = max(TWO_TIERS_SINCE, day)
    try:
        return tuple(unit.code for unit in successors_on(unit_of(record, day), later))
    except Refused:
        return ()
