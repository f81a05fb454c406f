"""From lists of units, and histories kept by hand, to versions, links and changes: on invented units."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.gazetteer.compilation import changes, kept, links, timeline
from extract.gazetteer.compilation.kept import Earlier, Event, Resolution
from extract.gazetteer.compilation.sources import Listed, Noted, Point, Renamed, listed
from extract.gazetteer.compilation.timeline import Calendar, Version

REFORM = "2025-07-01"


@pytest.mark.parametrize(
    ("full_name", "unit"),
    [
        ("Thị Xã Buôn Hồ", Listed("Thị xã", "Buôn Hồ", "66")),
        ("Phường 01", Listed("Phường", "1", "66")),
        ("Tỉnh Hoà Bình", Listed("Tỉnh", "Hòa Bình", "66")),
        ("Xã Ea H’Leo", Listed("Xã", "Ea H'Leo", "66")),
    ],
)
def test_a_full_name_has_a_tier_and_a_bare_name(full_name: str, unit: Listed) -> None:
    assert listed(full_name, "66") == unit


def test_a_name_without_a_tier_is_refused() -> None:
    with pytest.raises(ValueError, match="Trung tâm"):
        listed("Trung tâm huấn luyện", "66")


HISTORY = [
    Event("002", "2010-05-01", Listed("Thị xã", "Suối Vàng", "01"), "11/NQ-CP", ("001",)),
    Event("003", "2020-01-01", None, "800/NQ", ("001",)),
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


def test_a_change_is_dated_by_the_resolution_that_speaks_of_it_most_closely() -> None:
    assert told(versions(calendar())["00001"]) == [
        ("", "2020-03-01", "Xã", "001", ""),
        ("2020-03-01", "", "Thị trấn", "001", "802/NQ"),
    ]


def test_a_commune_that_is_gone_ends_with_the_resolution_of_its_province() -> None:
    assert told(versions(calendar())["00004"]) == [("", "2020-02-01", "Xã", "001", "")]


def test_a_commune_moves_when_its_district_ends() -> None:
    assert told(versions(calendar())["00010"]) == [
        ("", "2020-01-01", "Xã", "003", ""),
        ("2020-01-01", "", "Xã", "001", "800/NQ"),
    ]


def test_before_a_town_was_founded_its_wards_were_of_an_unknown_kind_in_the_district_that_it_was_taken_from() -> None:
    assert told(versions(calendar())["00007"]) == [
        ("", "2010-05-01", "", "001", ""),
        ("2010-05-01", "", "Phường", "002", "11/NQ-CP"),
    ]


def test_what_a_commune_was_earlier_is_taken_from_the_history() -> None:
    was = Earlier("00007", "2010-05-01", "Thị trấn", "Bến Cũ", "001", "11/NQ-CP", True)
    (first, second) = versions(calendar(was))["00007"]
    assert (first.unit, first.end) == (Listed("Thị trấn", "Bến Cũ", "001"), "2010-05-01")
    founded = Earlier("00007", "2012-01-01", "-", "", "", "12/NQ-CP", False)
    assert told(versions(calendar(founded))["00007"]) == [("2012-01-01", "", "Phường", "002", "12/NQ-CP")]


def test_a_name_spelled_otherwise_without_any_resolution_is_no_change() -> None:
    undated = calendar(resolutions=[])
    assert [one.unit.name for one in versions(undated)["00013"]] == ["Phó Bảng"]


NOTE = "Hợp nhất xã An Lành, xã An Vui và 1 phần xã Cây Đa thành xã An Lành. Số: 1600/NQ-UBTVQH15; Ngày: 16/06/2025"


def sources(**changed: object) -> links.Sources:
    points = {code: Point(21.0, 105.0) for code in ("00001", "00004", "00010", "001")}
    known: dict[str, object] = {
        "before": {**SECOND, "00004": FIRST["00004"]},
        "since": {"00001": Noted(Listed("Xã", "An Lành", "01"), NOTE)},
        "first": frozenset({("00001", "00001"), ("00004", "00001"), ("00007", "00001")}),
        "second": frozenset({("00001", "00001"), ("00010", "00001")}),
        "points_before": points,
        "points_since": {"00001": Point(21.05, 105.0)},
    }
    return links.Sources(**(known | changed))  # type: ignore[arg-type]


def test_a_link_needs_two_that_agree() -> None:
    assert list(links.agreed(sources())) == [("00001", "00001"), ("00004", "00001"), ("00010", "00001")]


def test_a_link_to_a_namesake_far_away_is_refused() -> None:
    far = sources(points_since={"00001": Point(10.0, 105.0)})
    assert list(links.agreed(far)) == [("00001", "00001")]  # on which all three agree: its point is wrong
    assert links.misplaced(far, links.agreed(far)) == {"00001"}


@pytest.mark.parametrize(
    ("name", "whether"),
    [("An Lành", True), ("Cây Đa", True), ("Bến Đá", False), ("2", False)],
)
def test_a_note_names_the_units_that_one_was_made_of(name: str, whether: bool) -> None:
    assert links.named_in(NOTE, Listed("Xã", name, "001")) is whether


def test_numbered_wards_are_found_in_a_list() -> None:
    note = "Đổi tên từ Phường 2 thành phường Cai Lậy, hợp nhất Phường 4, 5 và xã Long Khánh."
    assert [links.named_in(note, Listed("Phường", number, "1")) for number in ("2", "5", "3")] == [True, True, False]


def test_pairs_by_name_leave_out_what_is_no_unit() -> None:
    rows = [
        Renamed("Tỉnh Sông Xanh", "Huyện Núi Bạc", "Xã An Lành", "Tỉnh Sông Xanh", "Xã An Lành"),
        Renamed("Tỉnh Sông Xanh", "Huyện Núi Bạc", "Trung tâm X", "Tỉnh Sông Xanh", "Xã An Lành"),
    ]
    since = {"01": DISTRICTS["01"], "00001": Listed("Xã", "An Lành", "01")}
    assert list(links.by_code(rows, FIRST, since)) == [("00001", "00001")]


def test_changes_of_units_that_keep_their_codes_have_kinds() -> None:
    found = versions(calendar())
    assert [(change.kind, change.day) for change in changes.within({"00001": found["00001"]})] == [
        ("retyped", "2020-03-01")
    ]
    assert [change.kind for change in changes.within({"00010": found["00010"]})] == ["moved"]


def test_what_a_history_tells_of_two_units() -> None:
    higher = timeline.higher_versions([FIRST, SECOND], HISTORY, REFORM)
    assert {(change.kind, change.before, change.after) for change in changes.between(HISTORY, higher)} == {
        ("divided", "001", "002"),
        ("merged", "003", "001"),
    }


def test_a_commune_without_a_known_end_is_abolished_into_nothing() -> None:
    ended = list(changes.open_ends(versions(calendar()), set(), REFORM))
    assert [(change.kind, change.before, change.after) for change in ended] == [("abolished", "00004", "")]


def test_the_reform_divides_and_merges() -> None:
    pairs = [("00001", "00001"), ("00004", "00001"), ("00010", "00001"), ("00010", "00002")]
    new = {"00001": "1600/NQ", "00002": "1600/NQ", "00003": "1600/NQ"}
    found = list(changes.reform(pairs, ["00001", "00004", "00010", "00007"], new, REFORM))
    assert {(change.kind, change.before, change.after) for change in found} == {
        ("merged", "00001", "00001"),
        ("merged", "00004", "00001"),
        ("divided", "00010", "00001"),
        ("divided", "00010", "00002"),
        ("abolished", "00007", ""),
        ("established", "", "00003"),
    }


def test_the_kept_histories_can_be_read() -> None:
    data = Path(kept.__file__).resolve().parents[1] / "data"
    events = kept.read_history(data / "history.csv")
    assert all(event.unit or event.day for event in events)
    rows = (*kept.read_communes(data / "communes.csv"), *kept.read_resolutions(data / "resolutions.csv"))
    days = [row.day for row in rows]
    assert min(days) >= "2002-01-01" and max(days) < "2027"
