"""Draws the map of the report, once: `python -m benchmarks.draw_map` writes extract/report/map.json.

It has no surveyed boundaries. Every commune of the gazetteer of vietnamadminunits (MIT) is a point; the land nearest to
a district's communes is drawn as the district. That is good enough only to show where events are. Islands without
communes in the gazetteer are dots; Hoàng Sa and Trường Sa are in a box of their own, nearer to the coast than they are.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from scraper.provinces import load_provinces

# Island districts whose communes have no coordinates: longitude and latitude where the dot is drawn. The last two
# archipelagos are really about 2 and 5 degrees further east.
ISLANDS = {
    "318": (107.73, 20.13),
    "471": (107.34, 17.16),
    "498": (110.75, 16.4),
    "536": (109.12, 15.38),
    "576": (110.75, 10.2),
    "755": (106.61, 8.68),
}
_COS = 0.96  # a degree of longitude in degrees of latitude, at 16° north
_SCALE = 100  # map units a degree of latitude
_TOP = 23.5
_LEFT = 102.0
_DOT = 0.09
_REACH = 0.17  # radius of the land around a commune's point, in degrees; mountain communes are 0.2 apart
_SMOOTH = 0.012
_CRUMB = 4e-4  # parts of a district smaller than this, in square degrees, are not drawn


@dataclass(frozen=True, slots=True)
class Commune:
    """A point of the gazetteer."""

    province_code: str
    province: str
    district_code: str
    district: str
    at: tuple[float, float] | None


def main() -> None:
    """Write extract/report/map.json."""
    communes = _read_communes()
    shapes = _shapes(_without_strays([commune for commune in communes if commune.at]))
    for code, (longitude, latitude) in ISLANDS.items():
        shapes[code] = shapely.Point(longitude * _COS, latitude).buffer(_DOT, quad_segs=2)
    drawn = {
        "provinces": _provinces(communes, shapes),
        "provinces_2025": _provinces_2025(communes, shapes),
        "districts": _districts(communes, shapes),
    }
    target = Path(__file__).parents[1] / "extract" / "report" / "map.json"
    target.write_text(json.dumps(drawn, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _read_communes() -> list[Commune]:
    source = files("vietnamadminunits") / "data" / "dataset.db"
    with sqlite3.connect(str(source)) as database:
        rows = database.execute(
            "SELECT provinceCode, provinceShort, districtCode, districtShort, wardLon, wardLat FROM admin_units_legacy"
        )
        return [
            Commune(province_code, province, code, name, _point(x, y) if code not in ISLANDS else None)
            for province_code, province, code, name, x, y in rows
        ]


def _point(longitude: float | None, latitude: float | None) -> tuple[float, float] | None:
    return None if longitude is None or latitude is None else (longitude * _COS, latitude)


def _provinces(communes: Iterable[Commune], shapes: Mapping[str, Any]) -> list[list[str]]:
    """Code, name and SVG path of every former province."""
    names = {commune.province_code: commune.province for commune in communes}
    districts: dict[str, set[str]] = defaultdict(set)
    for commune in communes:
        districts[commune.province_code].add(commune.district_code)
    return [
        [code, names[code], _path(shapely.union_all([shapes[district] for district in sorted(districts[code])]))]
        for code in sorted(names)
    ]


def _provinces_2025(communes: Iterable[Commune], shapes: Mapping[str, Any]) -> list[list[Any]]:
    """Code, name, SVG path and former codes of every province since the reform of 1 July 2025."""
    districts: dict[str, set[str]] = defaultdict(set)
    for commune in communes:
        districts[commune.province_code].add(commune.district_code)
    former: dict[tuple[str, str], list[str]] = defaultdict(list)
    for province in load_provinces():
        former[province.code_2025, province.name_2025].append(province.code)
    return [
        [code, name, _path(shapely.union_all([shapes[one] for own in codes for one in sorted(districts[own])])), codes]
        for (code, name), codes in sorted(former.items())
    ]


def _districts(communes: Iterable[Commune], shapes: Mapping[str, Any]) -> list[list[str]]:
    """Code, province code, name and SVG path of every district."""
    named = {commune.district_code: (commune.province_code, commune.district) for commune in communes}
    return [[code, *named[code], _path(shapes[code])] for code in sorted(shapes)]


def _without_strays(communes: list[Commune]) -> list[Commune]:
    """Communes of which a near neighbour is of the same district, or that are their district's only ones: a point
    within another district is an error of the geocoder."""
    points = np.array([commune.at for commune in communes])
    sizes = Counter(commune.district_code for commune in communes)
    kept = []
    for index, commune in enumerate(communes):
        near = np.argsort(((points - points[index]) ** 2).sum(axis=1))[1:7]
        same = sum(communes[other].district_code == commune.district_code for other in near)
        if same >= min(2, sizes[commune.district_code] - 1):
            kept.append(commune)
    return kept


def _shapes(communes: list[Commune]) -> dict[str, Any]:
    cells = shapely.voronoi_polygons(
        shapely.MultiPoint([commune.at for commune in communes]), extend_to=shapely.box(96, 7, 112, 25), ordered=False
    )
    tree = shapely.STRtree(list(cells.geoms))
    of_district: dict[str, list[Any]] = defaultdict(list)
    land = _land(communes)
    for commune in communes:
        for index in tree.query(shapely.Point(commune.at), predicate="intersects"):
            of_district[commune.district_code].append(cells.geoms[index])
    codes = sorted(of_district)
    clipped = [shapely.intersection(shapely.union_all(of_district[code]), land) for code in codes]
    simple = shapely.coverage_simplify([_without_crumbs(shape) for shape in clipped], _SMOOTH)
    return dict(zip(codes, simple))


def _without_crumbs(shape: Any) -> Any:
    parts = sorted(_parts(shape), key=lambda part: -float(part.area))
    return shapely.MultiPolygon([part for part in parts if part is parts[0] or part.area > _CRUMB])


def _land(communes: list[Commune]) -> Any:
    """The area near the communes, shrunk again so that the coast is close to the outermost points."""
    near = shapely.union_all([shapely.Point(commune.at).buffer(_REACH) for commune in communes])
    solid = shapely.union_all([shapely.Polygon(part.exterior) for part in _parts(near)])
    return solid.buffer(-_REACH * 0.72)


def _parts(shape: Any) -> list[Any]:
    return [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]


def _path(shape: Any) -> str:
    return "".join(_ring(part.exterior.coords) for part in _parts(shape))


def _ring(coordinates: Iterable[tuple[float, float]]) -> str:
    """A closed path with relative steps in whole map units, which keeps the file small."""
    points = [(round((x - _LEFT * _COS) * _SCALE), round((_TOP - y) * _SCALE)) for x, y in list(coordinates)[:-1]]
    steps = [f"{x - a} {y - b}" for (a, b), (x, y) in zip(points, points[1:]) if (x, y) != (a, b)]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")


if __name__ == "__main__":
    main()
