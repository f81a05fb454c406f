"""The shipped registry: its sites, the units of their bodies, and the kinds of the URLs seen."""


import pytest

from benchmarks.count_registry import BEGIN, DOCUMENT, END, seen_kind, tables
from extract.gazetteer.records import records
from extract.gazetteer.spelling import name_key
from extract.gazetteer.units import bare_name
from scraper.provinces import load_provinces
from scraper.sites import Site, host_of, load_registry

SITES = list(load_registry().sites.values())
PLACED = [site for site in SITES if site.province]
SEEN = [site for site in SITES if site.seen]
DOCUMENTS = {"huulung-langson"}  # of which only a document was seen


def is_called(code: str | None, name: str | None, above: str | None) -> bool:
    """Whether the unit of a code has or had the name, and is or was in the unit of the code `above`."""
    return any(
        name_key(record.name) == name_key(bare_name(name or "")) and above in (record.parent, None)
        for record in records().get(code or "", ())
    )


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
    assert is_called(site.province_code, site.province, None)
    assert is_called(site.province_2025_code, site.province_2025, None)
    if site.district:
        assert is_called(site.district_code, site.district, site.province_code)
    if site.commune:
        assert is_called(site.commune_code, site.commune, site.district_code or site.province_code)


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
