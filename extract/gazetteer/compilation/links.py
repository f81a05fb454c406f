"""Pairs of communes before and since 2025-07-01 that cover the same ground, where independent sources agree.

Two packages map old communes to new ones, and the statistics office's note on a new commune names those that it was
made of. A pair is accepted when all three have it, or when two of them have it and the two places are near each other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extract.gazetteer.compilation.sources import Listed, Listing, Noted, Point, Renamed, listed
from extract.gazetteer.spelling import name_key
from extract.text.lexicon import any_of, load
from extract.text.normalize import fold

_FARTHEST = 45.0  # kilometres between the middles of an old commune and of the new one that holds it
_NEAR = 15.0  # where one of the two packages does not have the pair
_EARTH = 6371.0

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sources:
    """The units before and since the reform, as the sources have them."""

    before: Listing
    since: Mapping[str, Noted]
    first: frozenset[Pair]
    second: frozenset[Pair]
    points_before: Mapping[str, Point]
    points_since: Mapping[str, Point]


def agreed(sources: Sources) -> Iterator[Pair]:
    """The pairs of an old and a new commune that hold, in the order of their codes."""
    for old, new in sorted(sources.first | sources.second):
        if _holds(sources, old, new):
            yield old, new


def _holds(sources: Sources, old: str, new: str) -> bool:
    in_first, in_second = (old, new) in sources.first, (old, new) in sources.second
    noted = old == new or named_in(sources.since[new].note, sources.before[old])
    agreeing = in_first + in_second + noted
    far = distance_between(sources, old, new)
    if agreeing < 2 or far is None:
        return agreeing >= 2
    return agreeing == 3 or far <= (_FARTHEST if in_first and in_second else _NEAR)


def misplaced(sources: Sources, pairs: Iterable[Pair]) -> set[str]:
    """The codes of old and new communes with a wrong point: an old commune must be near the new one that holds it."""
    distances = ((pair, distance_between(sources, *pair)) for pair in pairs)
    return {code for pair, far in distances if far is not None and far > _FARTHEST for code in pair}


def distance_between(sources: Sources, old: str, new: str) -> float | None:
    """Kilometres from an old commune, or from its district where that is nearer, to a new one; None where unknown.

    The point of a commune is sometimes that of a namesake, that of its district rarely.
    """
    new_point = sources.points_since.get(new)
    places = [sources.points_before.get(code) for code in (old, sources.before[old].parent)]
    return min((kilometres(place, new_point) for place in places if place and new_point), default=None)


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance between two points, in kilometres."""
    lat, lon = math.radians(other.lat - one.lat), math.radians(other.lon - one.lon)
    chord = math.sin(lat / 2) ** 2 + math.cos(math.radians(one.lat)) * math.cos(math.radians(other.lat)) * (
        math.sin(lon / 2) ** 2
    )
    return 2 * _EARTH * math.asin(math.sqrt(chord))


def named_in(note: str, unit: Listed) -> bool:
    """Whether a note on a new unit names an old one among those that it was made of."""
    text = fold(note).replace("’", "'")
    if unit.name.isdigit():
        ward = [load("places")["tiers"]["printed"]["ward"]]
        return bool(re.search(rf"{any_of(ward)}[^.]*?(?<!\d)0?{unit.name}(?![\d/])", text))
    name = r"[\s-]+".join(re.escape(word) for word in re.findall(r"[^\s-]+", fold(unit.name)))
    return bool(re.search(rf"(?<!\w){name}(?!\w)", text))


def by_code(rows: Iterable[Renamed], before: Listing, since: Listing) -> Iterator[Pair]:
    """The codes of pairs of communes given by their names; rows whose names do not identify a single unit are left
    out."""
    old = _index((code, (*_keys(before, code),)) for code in before if len(code) == 5)
    new = _index((code, (*_keys(since, code),)) for code in since if len(code) == 5)
    for row in rows:
        names = tuple(_key(name) for name in (row.commune, row.district, row.province))
        old_code = old.get(names)
        new_code = new.get(tuple(_key(name) for name in (row.new_commune, row.new_province)))
        if old_code and new_code:
            yield old_code, new_code


def _keys(listing: Listing, code: str) -> Iterator[tuple[str, str]]:
    while code:
        unit = listing[code]
        yield unit.tier, name_key(unit.name)
        code = unit.parent


def _key(full_name: str) -> tuple[str, str]:
    """The tier and the compared name in a full name; a name without a tier is not a unit's ("Trung tâm huấn luyện
    X")."""
    try:
        unit = listed(full_name, "")
    except ValueError:
        return "", full_name
    return unit.tier, name_key(unit.name)


def _index(units: Iterable[tuple[str, tuple[tuple[str, str], ...]]]) -> dict[tuple[tuple[str, str], ...], str | None]:
    found: dict[tuple[tuple[str, str], ...], str | None] = {}
    for code, names in units:
        found[names] = None if names in found else code
    return found
