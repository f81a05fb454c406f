"""National bodies, which hold their events in any province: ministries, the Assembly, central bodies."""

from __future__ import annotations

from collections.abc import Sequence

from extract.text.normalize import fold
from extract.text.patterns import WordPattern


def are_national(bodies: Sequence[str]) -> bool:
    """Whether all the bodies, as printed, are national; False for an empty list."""
    return bool(bodies) and all(_is_national(fold(body)) for body in bodies)


def _is_national(body: str) -> bool:
    return bool(_NATIONAL.match(body) or _CENTRAL.search(body)) and not _LOCAL.search(body)


_NATIONAL = WordPattern("events", r"(?!{organizer.no_ministries}(?!\w)){organizer.national}(?!\w)")
_CENTRAL = WordPattern("events", r"(?<!\w){organizer.central}(?!\w)")
_LOCAL = WordPattern("events", r"(?<!\w){places/tiers.province+places/tiers.city+places/tiers.district}(?!\w)")
