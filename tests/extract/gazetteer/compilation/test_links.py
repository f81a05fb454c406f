"""The pairs of communes before and since the reform that cover the same ground."""

from __future__ import annotations

import pytest

from extract.gazetteer.compilation import links
from extract.gazetteer.compilation.sources import Listed, Noted, Point, Renamed
from tests.extract.gazetteer.compilation.invented import DISTRICTS, FIRST, SECOND

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
    assert list(links.agreed(far)) == [("00001", "00001")]  # all three sources agree, so its point is wrong
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
