"""National bodies, which hold their events in any province: ministries, the Assembly, central bodies; and those of a
province, which hold them in any district."""

from __future__ import annotations

from collections.abc import Sequence

from extract.text.normalize import fold
from extract.text.patterns import WordPattern


def are_national(bodies: Sequence[str]) -> bool:
    """Whether all the bodies, as printed, are national; False for an empty list."""
    return bool(bodies) and all(_is_national(fold(body)) for body in bodies)


def are_of_province(bodies: Sequence[str]) -> bool:
    """Whether one of the bodies, as printed, is that of a province, which holds its events in any of its districts."""
    return any(_OF_PROVINCE.search(fold(body)) and not _LOWER.search(fold(body)) for body in bodies)


def _is_national(body: str) -> bool:
    return bool(_NATIONAL.match(body) or _CENTRAL.search(body)) and not _LOCAL.search(body)


_NATIONAL = WordPattern("events", r"(?!{organizer.no_ministries}(?!\w)){organizer.national}(?!\w)")
_CENTRAL = WordPattern("events", r"(?<!\w){organizer.central}(?!\w)")
_LOCAL = WordPattern("events", r"(?<!\w){places/tiers.province+places/tiers.city+places/tiers.district}(?!\w)")
_OF_PROVINCE = WordPattern("events", r"^{organizer.of_province}(?!\w)|(?<!\w){places/tiers.province}(?:\s|$)")
_LOWER = WordPattern(
    "events", r"(?<!\w){places/tiers.district+places/tiers.commune}(?!\w|\s{organizer.no_tier_before})"
)
