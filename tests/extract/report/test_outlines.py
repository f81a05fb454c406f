"""The outlines on the map: every former province and its districts, roughly where they are."""

from __future__ import annotations

import json
import re

from extract.report.outlines import province_outlines
from tests.tables import ROOT, demo_places

DRAWN = json.loads((ROOT / "extract" / "report" / "map.json").read_text(encoding="utf-8"))


def middle(province: str) -> tuple[float, float]:
    """The mean of the points of a province's largest ring, in map units to the east and to the south."""
    ring = max(province_outlines()[province], key=len)
    return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)


def test_all_former_provinces_are_drawn_with_their_districts() -> None:
    assert len(province_outlines()) == 63
    assert {province for _, province, _, _ in DRAWN["districts"]} == {code for code, _, _ in DRAWN["provinces"]}
    assert len({code for code, *_ in DRAWN["districts"]}) == len(DRAWN["districts"]) > 690
    assert all(path.startswith("M") and path.endswith("z") for *_, path in DRAWN["districts"])


def test_a_ring_goes_step_by_step_from_its_first_point() -> None:
    for _, name, path in DRAWN["provinces"]:
        rings = province_outlines()[name]
        assert len(rings) == path.count("z") and all(len(ring) > 2 for ring in rings)
        x, y, right, down = (float(number) for number in re.findall(r"-?\d+", path)[:4])
        assert rings[0][:2] == [(x, y), (x + right, y + down)]


def test_provinces_lie_where_they_lie() -> None:
    southwards = ("Hà Giang", "Hà Nội", "Nghệ An", "Đà Nẵng", "Đắk Lắk", "Hồ Chí Minh", "Cà Mau")
    south = [middle(name)[1] for name in southwards]
    assert south == sorted(south)
    east = [middle(name)[0] for name in ("Điện Biên", "Sơn La", "Hà Nội", "Quảng Ninh", "Phú Yên")]
    assert east == sorted(east)


def test_the_archipelagos_are_on_it() -> None:
    named = {name: path for _, _, name, path in DRAWN["districts"]}
    assert all(named[name] for name in ("Hoàng Sa", "Trường Sa", "Phú Quốc", "Côn Đảo", "Lý Sơn"))


def test_the_places_of_the_demo_are_on_it() -> None:
    drawn = {(province, code) for code, province, _, _ in DRAWN["districts"]}
    with_codes = [place for place in demo_places().values() if place.district_code]
    assert with_codes and all((place.province_code, place.district_code) in drawn for place in with_codes)
