"""Days of the Vietnamese lunar calendar as days of the solar one."""

from __future__ import annotations

from lunar_vn import SUPPORTED_YEAR_RANGE, convert_lunar_to_solar


def solar_day(year: int, month: int, day: int) -> str | None:
    """The ISO solar day of a lunar one (no leap month), or None where the calendar has no such day or is not known."""
    if not SUPPORTED_YEAR_RANGE[0] <= year <= SUPPORTED_YEAR_RANGE[1]:
        return None
    try:
        return convert_lunar_to_solar(day, month, year).isoformat()
    except ValueError:
        return None
