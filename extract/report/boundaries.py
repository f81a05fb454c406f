"""User-supplied boundaries for the report's map: a GeoJSON file to SVG paths."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from extract.text.patterns import WordPattern
from scraper.boundary.values import unmarked

_HEIGHT = 1_400  # map units from the northernmost to the southernmost point
_MARGIN = 20
_TIER = WordPattern(
    "places", r"(?i:TP\.?|{tiers.printed.province+tiers.printed.district+tiers.printed.commune})\s+"
)
_LEVELS = ("province", "district", "commune")
_NOT_GEOJSON = "no GeoJSON FeatureCollection with polygons in degrees"

Ring = Sequence[Sequence[float]]


class BoundariesError(ValueError):
    """The map cannot be drawn from the file; the message says why."""


def read_boundaries(file: Path, names: Mapping[str, set[str]]) -> dict[str, Any]:
    """The regions of a GeoJSON file in the form for the page's script: level, view box, and name and path of each.

    `names` are the bare names in the tables by level. The property and the level that match most regions are used.
    Raises BoundariesError.
    """
    features = list(_features(file))
    rings = [ring for _, feature in features for ring in feature]
    if not rings:
        raise BoundariesError(f"{file}: {_NOT_GEOJSON}")
    key, level = _best_match([properties for properties, _ in features], names)
    if key is None:
        raise BoundariesError(f"{file}: no property of a region names a province, district or commune of the tables")
    to_map, view = _projection([point for ring in rings for point in ring])
    printed = {_key(name): name for name in names[level]}
    regions = []
    for properties, polygons in features:
        name, path = str(properties.get(key) or ""), "".join(_path(ring, to_map) for ring in polygons)
        if name and path:
            regions.append([printed.get(_key(name), name), path])
    return {"level": level, "view": view, "regions": regions}


def _key(name: str) -> str:
    """The name without its tier, marks, case and blanks: "Tỉnh Điện Biên" and "DienBien" have the same key."""
    tier = _TIER.match(name.strip())
    return unmarked(name.strip()[tier.end() :] if tier else name).replace(" ", "")


def _features(file: Path) -> Iterator[tuple[Mapping[str, Any], list[Ring]]]:
    """Properties and rings of every feature that has any."""
    try:
        collection = json.loads(file.read_text(encoding="utf-8-sig"))
        for feature in collection["features"]:
            drawn = _rings(feature["geometry"] or {})
            rings: list[Ring] = [[(float(x), float(y)) for x, y, *_ in ring] for ring in drawn]
            if any(abs(x) > 180 or abs(y) > 90 for ring in rings for x, y in ring):
                raise BoundariesError(f"{file}: {_NOT_GEOJSON}")
            if rings:
                yield feature.get("properties") or {}, rings
    except (OSError, UnicodeDecodeError) as error:
        raise BoundariesError(f"{file}: cannot be read: {error}") from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise error if isinstance(error, BoundariesError) else BoundariesError(f"{file}: {_NOT_GEOJSON}") from error


def _rings(geometry: Mapping[str, Any]) -> list[Any]:
    if geometry.get("type") == "Polygon":
        return list(geometry["coordinates"])
    if geometry.get("type") == "MultiPolygon":
        return [ring for polygon in geometry["coordinates"] for ring in polygon]
    return []


def _best_match(
    properties: Sequence[Mapping[str, Any]], names: Mapping[str, set[str]]
) -> tuple[str | None, str]:
    """The property whose values most often are names of one level, and that level; None where there is none."""
    keys = sorted({key for row in properties for key, value in row.items() if isinstance(value, str)})
    known = {level: {_key(name) for name in names.get(level, ())} for level in _LEVELS}
    scores = [
        (sum(_key(str(row.get(key) or "")) in known[level] for row in properties), key, level)
        for level in _LEVELS
        for key in keys
    ]
    best = max(scores, key=lambda score: score[0], default=(0, "", "province"))
    return (best[1] if best[0] else None, best[2])


def _projection(points: Sequence[Sequence[float]]) -> tuple[Any, str]:
    """Degrees to map units, a degree of longitude shortened as in the middle of the map; and the SVG view box."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = math.cos(math.radians((north + south) / 2))
    scale = _HEIGHT / max(north - south, (east - west) * shrink, 1e-6)
    width, height = round((east - west) * shrink * scale), round((north - south) * scale)
    view = f"{-_MARGIN} {-_MARGIN} {width + 2 * _MARGIN} {height + 2 * _MARGIN}"
    return (lambda x, y: (round((x - west) * shrink * scale), round((north - y) * scale))), view


def _path(ring: Ring, to_map: Any) -> str:
    """A closed SVG path in whole map units, without repeated points."""
    points = [to_map(x, y) for x, y in ring]
    kept = [point for before, point in zip([None, *points], points) if point != before]
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "z" if len(kept) > 2 else ""
