"""The administrative units before and since 2025-07-01."""

from __future__ import annotations

import subprocess
import sys

import pytest

from extract.gazetteer.units import (
    former_units,
    name_key,
    present_units,
    province_name_on,
    province_names,
    province_since_reform,
    successors,
    units_of,
    units_on,
)


def test_the_numbers_of_units_are_those_of_the_law() -> None:
    assert sum(1 for _ in units_of(former_units(), "province")) == 63
    assert sum(1 for _ in units_of(present_units(), "province")) == 34
    assert sum(1 for _ in units_of(present_units(), "commune")) == 3321
    assert not list(units_of(present_units(), "district"))


@pytest.mark.parametrize(
    ("level", "name", "provinces"),
    [
        ("district", "Mường Lay", {"Điện Biên"}),
        ("district", "Qui Nhơn", {"Bình Định"}),
        ("district", "Chiêm Hoá", {"Tuyên Quang"}),
        ("district", "phan rang – tháp chàm", {"Ninh Thuận"}),
        ("district", "M’Đrắk", {"Đắk Lắk"}),
        ("district", "Đăk Glei", {"Kon Tum"}),
        ("district", "Hoành Bồ", {"Quảng Ninh"}),
        ("district", "Kỳ Sơn", {"Nghệ An", "Hòa Bình"}),
        ("district", "5", {"Hồ Chí Minh"}),
        ("province", "Đắc Lắc", {"Đắk Lắk"}),
        ("province", "TPHCM", {"Hồ Chí Minh"}),
        ("province", "Bà Rịa – Vũng Tàu", {"Bà Rịa - Vũng Tàu"}),
        ("district", "Không Có", set()),
    ],
)
def test_units_by_name(level: str, name: str, provinces: set[str]) -> None:
    assert {unit.province for unit in former_units().named(level, name)} == provinces  # type: ignore[arg-type]


def test_a_name_of_many_districts() -> None:
    assert len(former_units().named("district", "Châu Thành")) > 8


def test_units_have_their_codes() -> None:
    (unit,) = former_units().named("district", "Mường Lay")
    assert (unit.place.province_code, unit.place.district_code) == ("11", "095")


def test_the_day_decides_which_units_stand() -> None:
    assert units_on("2025-06-30") is former_units()
    assert units_on("2025-07-01") is present_units()
    assert units_on(None) is former_units()


def test_hue_was_called_thua_thien_hue() -> None:
    assert province_name_on("Huế", "2020-05-01") == "Thừa Thiên Huế"
    assert province_name_on("Huế", "2025-02-01") == "Huế"
    assert name_key("Thừa Thiên-Huế") == name_key("Huế")


def test_old_communes_lead_to_new_ones() -> None:
    new = {unit.place.commune_code: unit.name for unit in units_of(present_units(), "commune")}
    (na_hang,) = former_units().named("commune", "Nà Hang") or former_units().named("commune", "Na Hang")
    parts = successors()[na_hang.place.commune_code or ""]
    assert parts and all(code in new for code in parts)
    assert len(successors()) > 9900


def test_former_provinces_lead_to_present_ones() -> None:
    assert province_since_reform("Hà Giang").province == "Tuyên Quang"
    assert province_since_reform("Bà Rịa – Vũng Tàu").province == "Hồ Chí Minh"
    assert province_since_reform("Lai Châu").province == "Lai Châu"


def test_province_names_have_former_present_and_other_spellings() -> None:
    assert {"Hà Giang", "Tuyên Quang", "TPHCM"} <= set(province_names())


def test_reading_the_units_imports_neither_the_package_nor_its_dependencies() -> None:
    code = (
        "import sys; from extract.gazetteer.units import former_units; former_units();"
        "print([name for name in ('vietnamadminunits', 'shapely', 'pandas', 'geopy') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
