"""An invented province in two lists, with its history, for the tests of this folder."""

from __future__ import annotations

from extract.gazetteer.compilation import timeline
from extract.gazetteer.compilation.kept import Earlier, UnitEvent, Resolution
from extract.gazetteer.compilation.sources import Listed
from extract.gazetteer.compilation.timeline import Calendar, Version

REFORM = "2025-07-01"
HISTORY = [
    UnitEvent("002", "2010-05-01", Listed("Thị xã", "Suối Vàng", "01"), "11/NQ-CP", ("001",)),
    UnitEvent("003", "2020-01-01", None, "800/NQ", ("001",)),
]
DISTRICTS = {
    "01": Listed("Tỉnh", "Sông Xanh", ""),
    "001": Listed("Huyện", "Núi Bạc", "01"),
    "002": Listed("Thị xã", "Suối Vàng", "01"),
    "003": Listed("Huyện", "Đồi Cỏ", "01"),
}
FIRST = {
    **DISTRICTS,
    "00001": Listed("Xã", "An Lành", "001"),
    "00004": Listed("Xã", "An Vui", "001"),
    "00007": Listed("Phường", "Bến Đá", "002"),
    "00010": Listed("Xã", "Cây Đa", "003"),
    "00013": Listed("Xã", "Phó Bảng", "001"),
}
SECOND = {
    "01": DISTRICTS["01"],
    "001": DISTRICTS["001"],
    "002": DISTRICTS["002"],
    "00001": Listed("Thị trấn", "An Lành", "001"),
    "00007": Listed("Phường", "Bến Đá", "002"),
    "00010": Listed("Xã", "Cây Đa", "001"),
    "00013": Listed("Xã", "Phố Bảng", "001"),
}
RESOLUTIONS = [
    Resolution("801/NQ", "2020-02-01", "01", ()),
    Resolution("802/NQ", "2020-03-01", "01", ("An Lành",)),
]


def calendar(*earlier: Earlier, resolutions: list[Resolution] = RESOLUTIONS) -> Calendar:
    higher = timeline.higher_versions([FIRST, SECOND], HISTORY, REFORM)
    return Calendar(higher, HISTORY, resolutions, {row.code: [row] for row in earlier})


def versions(found: Calendar) -> dict[str, list[Version]]:
    by_code: dict[str, list[Version]] = {}
    for version in timeline.commune_versions([("2019-10-01", FIRST), ("2022-10-01", SECOND)], found):
        by_code.setdefault(version.code, []).append(version)
    return by_code


def told(found: list[Version]) -> list[tuple[str, str, str, str, str]]:
    return [(one.start, one.end, one.unit.tier, one.unit.parent, one.resolution) for one in found]
