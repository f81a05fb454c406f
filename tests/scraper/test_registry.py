"""The registry as it is shipped: who is in it, where its units lie, and whether the addresses seen are understood."""

import sqlite3
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.count_registry import BEGIN, DOCUMENT, END, seen_kind, tables
from scraper.provinces import load_provinces
from scraper.sites import Site, _packaged, host_of, load_registry

SITES = list(load_registry().sites.values())
PLACED = [site for site in SITES if site.province]
SEEN = [site for site in SITES if site.seen]
DOCUMENTS = {"huulung-langson"}  # of which only a document was seen


@cache
def gazetteer() -> tuple[set[tuple[str, ...]], set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Provinces (code, name), districts (province, code, name), communes (province, district or "", code, name)."""
    spec = find_spec("vietnamadminunits")
    assert spec and spec.submodule_search_locations
    with sqlite3.connect(Path(spec.submodule_search_locations[0]) / "data" / "dataset.db") as db:
        names = "provinceCode, provinceShort, districtCode, districtShort, wardCode, wardShort"
        old = db.execute(f"select {names} from admin_units_legacy").fetchall()
        new = db.execute("select provinceCode, provinceShort, wardCode, wardShort from admin_units").fetchall()
    provinces = {row[:2] for row in [*old, *new]}
    districts = {(row[0], row[2], row[3]) for row in old}
    communes = {(row[0], row[2], row[4], row[5]) for row in old} | {(row[0], "", row[2], row[3]) for row in new}
    return provinces, districts, communes


def test_there_are_many_and_all_provinces_have_some() -> None:
    assert len(SITES) >= 300
    former = {(one.name, one.code) for one in load_provinces()}
    present = {(one.name_2025, one.code_2025) for one in load_provinces()}
    assert len(former) == 63 and len(present) == 34
    assert former <= {(site.province, site.province_code) for site in PLACED}
    assert present == {(site.province_2025, site.province_2025_code) for site in PLACED}


@pytest.mark.parametrize("level", ["province", "department", "district", "commune"])
def test_bodies_of_every_level(level: str) -> None:
    assert sum(site.level == level for site in SITES) >= 20


@pytest.mark.parametrize("site", PLACED, ids=lambda site: site.id)
def test_unit_is_in_the_gazetteer(site: Site) -> None:
    provinces, districts, communes = gazetteer()
    province = "Huế" if site.province == "Thừa Thiên Huế" else site.province
    assert (site.province_code, province) in provinces
    assert (site.province_2025_code, site.province_2025) in provinces
    if site.district:
        assert (site.province_code, site.district_code, site.district) in districts
    if site.commune:
        assert (site.province_code, site.district_code or "", site.commune_code, site.commune) in communes


@pytest.mark.parametrize("site", SEEN, ids=lambda site: site.id)
def test_address_seen_is_on_the_site_and_understood(site: Site) -> None:
    assert site.seen and host_of(site.seen) in site.hosts
    kind = seen_kind(site)
    assert kind in ("article", "listing", "print") or site.id in DOCUMENTS


def test_every_site_with_an_address_was_seen_and_says_where() -> None:
    assert [site.id for site in SITES if site.url and not (site.seen and site.evidence)] == []


def test_successors_are_in_the_registry() -> None:
    known = {site.id for site in SITES}
    assert {site.successor for site in SITES if site.successor} <= known


def test_the_sites_behind_the_articles_first_read_are_there() -> None:
    wanted = ("muonglay-dienbien", "huulung-langson", "chiemhoa-tuyenquang", "mttq-huyen", "sonoivu-laichau")
    found = {site.id: site for site in SITES}
    assert [found[name].level for name in wanted] == ["district"] * 4 + ["department"]


def test_the_documented_counts_are_those_of_the_registry() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text.partition(BEGIN)[2].partition(END)[0].strip() == tables(SITES)


def test_loading_takes_less_than_half_a_second() -> None:
    _packaged.cache_clear()
    begin = time.perf_counter()
    load_registry()
    assert time.perf_counter() - begin < 0.5


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("kien giang", ("Kiên Giang", "91"), ("An Giang", "91")),  # the present An Giang took over Kiên Giang's code
        ("An Giang", ("An Giang", "91"), ("Cần Thơ", "92")),
        ("tỉnh Lào Cai", ("Yên Bái", "15"), ("Lai Châu", "12")),
    ],
)
def test_sites_of_a_province_by_former_and_present_name(
    name: str, inside: tuple[str, str], outside: tuple[str, str]
) -> None:
    found = {(site.province, site.province_code) for site in load_registry().of_province(name)}
    assert inside in found and outside not in found


def test_a_site_that_moved_names_where_to() -> None:
    registry = load_registry()
    assert registry.successor_host(registry.get("muonglay-dienbien")) == "phuongmuonglay.dienbien.gov.vn"
    assert registry.successor_host(registry.get("chiemhoa-tuyenquang")) is None
