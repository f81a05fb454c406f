"""The administrative units of a day."""

from __future__ import annotations

import subprocess
import sys

import pytest

from extract.gazetteer.spelling import name_key
from extract.gazetteer.units import (
    find,
    former_units,
    is_municipality,
    is_unit,
    present_units,
    province_name_on,
    province_names,
    unit_on,
    units_on,
)


@pytest.mark.parametrize(
    ("day", "provinces", "districts", "communes"),
    [
        ("2025-06-30", 63, 696, 10035),
        ("2025-07-01", 34, 0, 3321),
        ("2019-10-06", 63, 713, 11160),
    ],
)
def test_the_numbers_of_units_are_those_of_the_law(day: str, provinces: int, districts: int, communes: int) -> None:
    state = units_on(day)
    counted = [sum(1 for _ in state.of_level(level)) for level in ("province", "district", "commune")]
    assert counted == [provinces, districts, communes]


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
        ("district", "Kỳ Sơn", {"Nghệ An"}),
        ("district", "5", {"Hồ Chí Minh"}),
        ("province", "Đắc Lắc", {"Đắk Lắk"}),
        ("province", "TPHCM", {"Hồ Chí Minh"}),
        ("province", "Bà Rịa – Vũng Tàu", {"Bà Rịa - Vũng Tàu"}),
        ("district", "Không Có", set()),
    ],
)
def test_units_by_name(level: str, name: str, provinces: set[str]) -> None:
    assert {unit.province for unit in former_units().named(level, name)} == provinces  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "day", "tier", "name", "province"),
    [
        ("28", "2008-07-31", "Tỉnh", "Hà Tây", "Hà Tây"),
        ("268", "2008-07-31", "Thành phố", "Hà Đông", "Hà Tây"),
        ("268", "2008-08-01", "Thành phố", "Hà Đông", "Hà Nội"),
        ("268", "2010-01-01", "Quận", "Hà Đông", "Hà Nội"),
        ("250", "2007-06-01", "Huyện", "Mê Linh", "Vĩnh Phúc"),
        ("092", "2003-05-01", "", "", ""),
        ("92", "2003-06-01", "Tỉnh", "Cần Thơ", "Cần Thơ"),
        ("92", "2004-01-01", "Thành phố", "Cần Thơ", "Cần Thơ"),
        ("660", "2003-06-01", "", "", ""),
        ("661", "2003-06-01", "Huyện", "Đắk Nông", "Đắk Lắk"),
        ("661", "2004-06-01", "Huyện", "Đắk Nông", "Đắk Nông"),
        ("019", "2013-12-26", "Huyện", "Từ Liêm", "Hà Nội"),
        ("019", "2013-12-27", "Quận", "Nam Từ Liêm", "Hà Nội"),
        ("021", "2013-12-26", "", "", ""),
        ("769", "2017-05-01", "Quận", "2", "Hồ Chí Minh"),
        ("769", "2021-01-01", "Thành phố", "Thủ Đức", "Hồ Chí Minh"),
        ("763", "2021-01-01", "", "", ""),
        ("46", "2024-12-31", "Tỉnh", "Thừa Thiên Huế", "Thừa Thiên Huế"),
        ("46", "2025-01-01", "Thành phố", "Huế", "Huế"),
        ("474", "2024-12-31", "Thành phố", "Huế", "Thừa Thiên Huế"),
        ("474", "2025-01-01", "Quận", "Thuận Hóa", "Huế"),
        ("04927", "2008-07-31", "Xã", "Yên Trung", "Hòa Bình"),
        ("00592", "2025-07-01", "Phường", "Từ Liêm", "Hà Nội"),
        ("02", "2025-07-01", "", "", ""),
        ("75", "2026-04-29", "Tỉnh", "Đồng Nai", "Đồng Nai"),
        ("75", "2026-04-30", "Thành phố", "Đồng Nai", "Đồng Nai"),
        ("26368", "2026-05-01", "Phường", "Long Thành", "Đồng Nai"),
        ("26368", "2025-12-01", "Xã", "Long Thành", "Đồng Nai"),
    ],
)
def test_a_unit_on_a_day(code: str, day: str, tier: str, name: str, province: str) -> None:
    unit = unit_on(code, day)
    assert (unit and (unit.tier, unit.name, unit.province)) == ((tier, name, province) if tier else None)


def test_two_units_of_one_name_are_told_apart_by_their_tier() -> None:
    day = "2017-05-01"
    assert [unit.code for unit in find("thị xã Duyên Hải", day)] == ["851"]
    assert [unit.code for unit in find("huyện Duyên Hải", day)] == ["850"]
    assert [unit.code for unit in find("TP Cao Lãnh", day)] == ["866"]
    assert [unit.code for unit in find("Huyện Cao Lãnh", day)] == ["873"]
    assert {unit.code for unit in find("Cao Lãnh", day, level="district")} == {"866", "873"}


def test_find_takes_a_unit_above_by_name_or_code() -> None:
    by_name = find("xã Tân Lập", "2017-05-01", parent="huyện Mộc Châu")
    assert [unit.place.district for unit in by_name] == ["Mộc Châu"]
    assert by_name == find("Tân Lập", "2017-05-01", parent="123", level="commune")
    assert not find("xã Tân Lập", "2017-05-01", parent="Côn Đảo")


def test_islands_have_codes() -> None:
    assert [unit.place.province for unit in find("huyện Phú Quý", "2017-05-01")] == ["Bình Thuận"]
    assert find("Quận 2", "2017-05-01")[0].code == "769"


def test_a_name_of_many_districts() -> None:
    assert len(former_units().named("district", "Châu Thành")) > 8


def test_a_name_that_nothing_bears_on_the_day_leads_to_what_bore_it_before() -> None:
    assert [unit.code for unit in units_on("2021-05-01").named("district", "Hoành Bồ")] == ["204"]
    assert units_on("2021-05-01").standing("district", "Hoành Bồ") == ()
    assert [unit.code for unit in units_on("2026-01-01").named("district", "Mường Lay")] == ["095"]


def test_a_carried_back_unit_says_so() -> None:
    unit = unit_on("00001", "2005-01-01")
    assert unit is not None and unit.attested_from == "2019-10-06" and unit.valid_from is None


def test_units_have_their_codes() -> None:
    (unit,) = former_units().named("district", "Mường Lay")
    assert (unit.place.province_code, unit.place.district_code) == ("11", "095")


def test_without_a_day_the_units_are_those_of_the_eve_of_the_reform() -> None:
    assert units_on(None) == former_units() == units_on("2025-06-30")
    assert [unit.tier for unit in present_units().standing("province", "Đồng Nai")] == ["Thành phố"]


def test_hue_was_called_thua_thien_hue() -> None:
    assert province_name_on("Huế", "2020-05-01") == "Thừa Thiên Huế"
    assert province_name_on("Huế", "2025-02-01") == "Huế"
    assert name_key("Thừa Thiên-Huế") == name_key("Huế")


@pytest.mark.parametrize(
    ("name", "day", "whether"),
    [
        ("Huế", "2024-05-01", False),
        ("Huế", "2025-02-01", True),
        ("Bắc Ninh", "2024-05-01", False),
        ("Bắc Ninh", "2026-09-01", True),
        ("Lai Châu", "2026-09-01", False),
    ],
)
def test_cities_of_a_provinces_rank(name: str, day: str, whether: bool) -> None:
    assert is_municipality("district", name, day) is whether


def test_province_names_have_former_present_and_other_spellings() -> None:
    assert {"Hà Giang", "Tuyên Quang", "TPHCM", "Hà Tây"} <= set(province_names())


def test_what_was_a_unit_once_is_a_units_name() -> None:
    assert is_unit("Hà Tây", ("province",)) and is_unit("Tĩnh Gia") and not is_unit("Không Có")


def test_reading_the_units_imports_nothing_heavy() -> None:
    code = (
        "import sys; from extract.gazetteer.units import former_units; former_units().named('district', 'Na Hang');"
        "print([name for name in ('vietnamadminunits', 'shapely', 'pandas', 'sqlite3') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
