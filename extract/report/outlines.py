"""The outlines of the report's map as points, for plotting. They are approximate: see draw_map."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

Ring = list[tuple[float, float]]


@cache
def province_outlines() -> dict[str, list[Ring]]:
    """Every former province by its name, as closed rings of map coordinates: x to the east, y to the south."""
    drawn = json.loads((files("extract") / "report" / "map.json").read_text(encoding="utf-8"))
    return {name: [_points(ring) for ring in path.split("z") if ring] for _, name, path in drawn["provinces"]}


def _points(ring: str) -> Ring:
    """The points of an SVG path with one move followed by relative steps only."""
    numbers = [float(number) for number in re.findall(r"-?\d+", ring)]
    points = [(numbers[0], numbers[1])]
    for right, down in zip(numbers[2::2], numbers[3::2]):
        points.append((points[-1][0] + right, points[-1][1] + down))
    return points
