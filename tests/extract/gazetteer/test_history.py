"""Changes and successors of units, and the consistency of the committed tables."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from extract.gazetteer.history import Refused, changes_of, province_since_reform, successors_on
from extract.gazetteer.records import UnitRecord, changes, record_on, records
from extract.gazetteer.spelling import name_key
from extract.gazetteer.units import TWO_TIERS_SINCE, Unit, unit_of, unit_on, units_on

NOW = "2026-11-01"
KINDS = {"established", "merged", "divided", "renamed", "retyped", "moved", "abolished"}


def unit(code: str, day: str) -> Unit:
    found = unit_on(code, day)
    assert found is not None, (code, day)
    return found


def names_on(code: str, day: str, later: str = NOW) -> set[str]:
    return {f"{one.tier} {one.name}" for one in successors_on(unit(code, day), later)}


@pytest.mark.parametrize(
    ("code", "day", "later", "names"),
    [
        ("28", "2007-01-01", "2010-01-01", {"Thành phố Hà Nội"}),
        ("02", "2020-01-01", NOW, {"Tỉnh Tuyên Quang"}),
        ("74", "2020-01-01", NOW, {"Thành phố Hồ Chí Minh"}),
        ("12", "2020-01-01", NOW, {"Tỉnh Lai Châu"}),
        ("769", "2017-01-01", "2022-01-01", {"Thành phố Thủ Đức"}),
        ("763", "2017-01-01", "2022-01-01", {"Thành phố Thủ Đức"}),
        ("636", "2005-01-01", "2010-01-01", {"Thị xã Ayun Pa", "Huyện Phú Thiện"}),
        ("019", "2010-01-01", "2015-01-01", {"Quận Nam Từ Liêm", "Quận Bắc Từ Liêm"}),
        ("046", "2018-01-01", "2021-01-01", {"Huyện Trùng Khánh", "Huyện Quảng Hòa"}),
        ("00592", "2010-01-01", "2015-01-01", {"Phường Cầu Diễn"}),
        ("20350", "2024-01-01", NOW, {"Phường Hương Trà"}),
        ("26368", "2024-01-01", NOW, {"Phường Long Thành"}),
    ],
)
def test_what_holds_the_ground_of_a_unit_later(code: str, day: str, later: str, names: set[str]) -> None:
    assert names_on(code, day, later) == names


def test_a_district_leads_to_the_communes_that_it_had() -> None:
    names = names_on("095", "2020-01-01")
    assert names and all(name.split()[0] in ("Phường", "Xã") for name in names)


def test_a_unit_that_stands_is_its_own_successor() -> None:
    hanoi = unit("01", "2020-01-01")
    assert successors_on(hanoi, NOW) == (hanoi,) and hanoi.successors == ()


def test_a_broken_chain_is_refused_by_name() -> None:
    broken = next(change for change in changes() if change.kind == "abolished" and not change.after)
    with pytest.raises(Refused, match=broken.before):
        successors_on(unit(broken.before, _day_before(broken.day)), NOW)


def test_what_a_unit_was_made_of() -> None:
    assert set(unit("769", "2021-01-01").predecessors) == {"769", "763", "762"}
    assert set(unit("021", "2014-01-01").predecessors) == {"019"}
    assert unit("001", "2014-01-01").predecessors == ()


def test_the_changes_of_a_code() -> None:
    assert [(change.day, change.kind) for change in changes_of("268")][:3] == [
        ("2007-01-11", "retyped"),
        ("2008-08-01", "moved"),
        ("2009-05-08", "retyped"),
    ]


@pytest.mark.parametrize(
    ("former", "present"),
    [("Hà Giang", "Tuyên Quang"), ("Bà Rịa – Vũng Tàu", "Hồ Chí Minh"), ("Lai Châu", "Lai Châu"), ("Hà Tây", "Hà Nội")],
)
def test_former_provinces_lead_to_present_ones(former: str, present: str) -> None:
    province = province_since_reform(former, NOW)
    assert province is not None and province.name == present


def test_the_intervals_of_a_unit_follow_each_other() -> None:
    for code, own in records().items():
        for earlier, later in zip(own, own[1:]):
            assert earlier.valid_to and earlier.valid_to < later.valid_from, code
        assert all(not record.valid_to or record.valid_from <= record.valid_to for record in own), code


def test_every_unit_lies_in_one_that_stands_as_long_as_itself() -> None:
    """A commune is in a district, or in a province where the district is not known or there are no districts any
    more."""
    astray = [record for own in records().values() for record in own if not _lies_somewhere(record)]
    assert astray == []


def _lies_somewhere(record: UnitRecord) -> bool:
    if record.level == "province":
        return record.parent == ""
    days = [day for day in (record.valid_from or "2002-01-01", record.valid_to or NOW)]
    return all(record_on(record.parent, day) is not None for day in days)


def test_every_chain_ends_in_units_of_today_or_is_refused() -> None:
    """The units at its end are in the province that succeeds that of the unit."""
    outcomes = Counter(_outcome(unit_of(own[-1], own[-1].valid_to or NOW)) for own in records().values())
    assert set(outcomes) <= {"today", "refused"}
    assert outcomes["refused"] < 0.12 * outcomes["today"]


def _outcome(one: Unit) -> str:
    try:
        last = successors_on(one, NOW)
    except Refused:
        return "refused"
    for found in last:
        assert found.valid_to is None and unit_on(found.code, NOW) == found, (one, found)
        holder = province_since_reform(one.province, NOW)
        assert holder is not None and found.province == holder.name, (one, found)
    return "today"


def test_changes_link_units_that_stood() -> None:
    for change in changes():
        assert change.kind in KINDS and (change.before or change.after)
        if change.before:
            assert record_on(change.before, _day_before(change.day)) is not None, change
        if change.after:
            assert record_on(change.after, change.day) is not None, change


def test_almost_every_commune_of_the_eve_of_the_reform_has_a_successor() -> None:
    communes = list(units_on("2025-06-30").of_level("commune"))
    assert sum(bool(one.successors) for one in communes) > 0.998 * len(communes)


def test_the_codes_and_names_of_one_day_are_of_one_unit_each() -> None:
    for day in ("2005-01-01", "2017-05-01", "2025-06-30", TWO_TIERS_SINCE):
        for level in ("province", "district"):
            seen = Counter((one.tier, name_key(one.name), one.parent) for one in units_on(day).of_level(level))
            assert [name for name, times in seen.items() if times > 1] == []


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
