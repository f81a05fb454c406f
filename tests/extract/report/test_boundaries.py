"""User-supplied boundaries: a GeoJSON file whose regions are places of the tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extract.report.boundaries import BoundariesError, read_boundaries

NAMES = {"province": {"Điện Biên", "Lào Cai"}, "district": {"Mường Chà"}, "commune": set[str]()}


def square(west: float, south: float) -> dict[str, Any]:
    corners = [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]
    return {"type": "Polygon", "coordinates": [corners]}


def boundaries(file: Path, *names: str, west: float = 103) -> Path:
    features = [
        {"type": "Feature", "properties": {"id": f"VN-{at}", "ten": name}, "geometry": square(west + at, 21)}
        for at, name in enumerate(names)
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("names", "level", "regions"),
    [
        (("Tỉnh Điện Biên", "LAO CAI"), "province", ["Điện Biên", "Lào Cai"]),
        (("Huyện Mường Chà", "Huyện Tủa Chùa"), "district", ["Mường Chà", "Huyện Tủa Chùa"]),
    ],
)
def test_regions_are_called_as_the_tables_call_them(
    tmp_path: Path, names: tuple[str, ...], level: str, regions: list[str]
) -> None:
    found = read_boundaries(boundaries(tmp_path / "own.geojson", *names), NAMES)
    assert found["level"] == level and [name for name, _ in found["regions"]] == regions
    assert all(path.startswith("M") and path.endswith(("Z", "z")) for _, path in found["regions"])
    _, _, width, height = map(int, found["view"].split())
    assert width > height > 0


@pytest.mark.parametrize("text", ["", "[]", '{"features": [1]}', '{"features": []}'])
def test_what_is_no_geojson_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "own.geojson").write_text(text, encoding="utf-8")
    with pytest.raises(BoundariesError, match="no GeoJSON"):
        read_boundaries(tmp_path / "own.geojson", NAMES)


def test_what_is_not_in_degrees_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BoundariesError, match="no GeoJSON"):
        read_boundaries(boundaries(tmp_path / "own.geojson", "Điện Biên", west=500_000), NAMES)


def test_regions_of_elsewhere_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BoundariesError, match="no property"):
        read_boundaries(boundaries(tmp_path / "own.geojson", "Vientiane"), NAMES)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BoundariesError, match="own.geojson: cannot be read"):
        read_boundaries(tmp_path / "own.geojson", NAMES)
