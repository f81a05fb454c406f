"""The registry: invalid entries, and the lookup by id or URL."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.article import Place
from scraper.sites import RegistryError, UnknownSite, host_of, load_registry, parse_sites, plain

GOOD = """
[[site]]
id = "xom-mau"
name = "Trang thông tin điện tử huyện Mẫu"
url = "http://mau.tinh.example/"
level = "district"
"""


@pytest.mark.parametrize(
    ("addition", "said"),
    [
        ('colour = "red"', r"thu\.toml: site xom-mau: colour: Extra inputs"),
        ('platform = "nukeviet9"', r"thu\.toml: site xom-mau: platform: 'nukeviet9' is none of .*nukeviet4"),
        ("valid_until = 12", r"thu\.toml: site xom-mau: valid_until"),
        ('status = "asleep"', r"thu\.toml: site xom-mau: status"),
        ("delay = -1", r"thu\.toml: site xom-mau: delay"),
        ("name =", r"thu\.toml: .*line"),
    ],
)
def test_a_wrong_entry_is_named_by_file_site_and_key(addition: str, said: str) -> None:
    with pytest.raises(RegistryError, match=said):
        parse_sites("thu.toml", f"{GOOD}{addition}\n")


def test_a_file_that_is_no_registry_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="sites are"):
        parse_sites("thu.toml", 'title = "x"')
    with pytest.raises(RegistryError, match="absent.toml: cannot be read"):
        load_registry(tmp_path / "absent.toml")


def test_a_users_own_file_adds_sites(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(GOOD, encoding="utf-8")
    assert load_registry(tmp_path / "own.toml").get("xom-mau").name.endswith("huyện Mẫu")
    (tmp_path / "again.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(RegistryError, match="xom-mau: id: used twice"):
        load_registry(tmp_path)


def test_an_unknown_site_is_told_what_is_near() -> None:
    with pytest.raises(UnknownSite, match="'muonglay-dienbein'.*near: .*muonglay-dienbien"):
        load_registry().get("muonglay-dienbein")


@pytest.mark.parametrize("name", ["Điện Biên", "dien bien", "Tỉnh Điện Biên", "ĐIỆN BIÊN"])
def test_a_province_is_found_with_and_without_marks(name: str) -> None:
    assert "muonglay-dienbien" in {site.id for site in load_registry().of_province(name)}


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://muonglay.dic.gov.vn/TINTUC/View/abc", Place("Điện Biên", "11", "Mường Lay", "095", level="district")),
        ("https://www.muonglay.dic.gov.vn/", Place("Điện Biên", "11", "Mường Lay", "095", level="district")),
        ("https://sonoivu-khong-co.laichau.gov.vn/tin/1", Place("Lai Châu", "12")),
        ("https://laichau.gov.vn.example.com/", Place()),
        ("khong phai dia chi", Place()),
    ],
)
def test_the_place_behind_an_address(url: str, place: Place) -> None:
    assert load_registry().place_for(None, url) == place


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.Laichau.gov.vn:443/x", "laichau.gov.vn"),
        ("http://127.0.0.1:8701/", "127.0.0.1:8701"),
        ("http://[::1", ""),
        ("http://x.vn:port/", ""),
    ],
)
def test_host_of(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Thành phố Hồ Chí Minh", "ho chi minh"),
        ("Bà Rịa - Vũng Tàu", "ba ria vung tau"),
    ],
)
def test_plain(name: str, bare: str) -> None:
    assert plain(name) == bare
