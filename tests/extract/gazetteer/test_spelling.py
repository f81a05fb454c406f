"""Comparison of names in different spellings."""

from __future__ import annotations

import pytest

from extract.gazetteer.records import records
from extract.gazetteer.spelling import name_key
from extract.gazetteer.units import units_on


@pytest.mark.parametrize(
    ("spellings", "code"),
    [
        (("K'Bang", "KBang", "K’Bang", "Kbang", "K' Bang"), "625"),
        (("Lắk", "Lăk", "Lak"), "656"),
        (("Kon Plông", "Kon Plong", "KonPlông", "Kon PLông"), "613"),
        (("Krông Búk", "Krông Buk", "KRông Búk"), "649"),
        (("Chư Păh", "Chư Pah", "Chư Păh"), "627"),
        (("Chư Pưh", "Chư Puh"), "639"),
        (("Krông Ana", "Krông A Na", "Krông ANa"), "655"),
        (("M'Đrắk", "M’Drăk", "MĐrắk", "M'Drak"), "652"),
        (("Ea H'leo", "Ea H’Leo", "EaH'leo", "Ea Hleo"), "645"),
        (("Cư M'gar", "Cư M’Gar", "Cư Mgar"), "648"),
        (("Mù Cang Chải", "Mù Căng Chải"), "137"),
        (("Krông Pắc", "Krông Pắk", "Krông Păk", "Krông Pak"), "654"),
        (("Đakrông", "Đăkrông", "Đa Krông"), "467"),
        (("Kông Chro", "Kon Chro"), "630"),
        (("Đắk R'lấp", "Đăk R’Lấp", "Đắk RLấp", "Đăkr’lấp", "ĐắkR’Lấp"), "666"),
        (("Ia H'Drai", "Ia H’ Drai", "Ia HDrai"), "618"),
        (("Pleiku", "Plei Ku", "Plei ku", "Plây Ku"), "622"),
        (("Hòa Vang", "Hoà Vang"), "497"),
        (("Thủy Nguyên", "Thuỷ Nguyên"), "311"),
    ],
)
def test_all_spellings_of_a_district_are_one_name(spellings: tuple[str, ...], code: str) -> None:
    for name in spellings:
        assert [unit.code for unit in units_on("2017-05-01").standing("district", name)] == [code], name


@pytest.mark.parametrize(
    ("one", "other"), [("Krông Pa", "Krông Pắc"), ("Ia Pa", "Ya Pa Xa"), ("Lắk", "Lạc"), ("Chư Sê", "Chư Prông")]
)
def test_names_that_only_look_alike_stay_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hải Châu I", "Hải Châu 1"),
        ("Phường 05", "5"),
        ("Phan Rang – Tháp Chàm", "Phan Rang Tháp Chàm"),
        ("Mỹ Tho", "Mĩ Tho"),
        ("Quy Nhơn", "Qui Nhơn"),
        ("TP.HCM", "Hồ Chí Minh"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_the_keys_of_the_table_are_those_of_its_names() -> None:
    """They depend on the lexicon; when that changes, the tables are compiled again (docs/units.md)."""
    rows = (record for own in records().values() for record in own)
    assert [(record.name, record.key) for record in rows if record.key != name_key(record.name)] == []
