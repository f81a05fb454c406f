"""The unit that publishes a site, by its host."""

from __future__ import annotations

import pytest

from extract.gazetteer.publisher import home_of, slug, speaks_for_press
from extract.text.document import read_document
from scraper.article import Article, Place


@pytest.mark.parametrize(
    ("url", "province", "district"),
    [
        ("https://dienbien.gov.vn/tin-1", "Điện Biên", None),
        ("https://huulung.langson.gov.vn/tin-1", "Lạng Sơn", "Hữu Lũng"),
        ("https://ubnd-xa.example.com/tin-1", None, None),
        # a school whose name ends with its province; a district that got a new host when its province was merged
        ("https://truongchinhtrithainguyen.gov.vn/tin-1", "Thái Nguyên", None),
        ("https://mucangchai.laocai.gov.vn/tin-1", "Yên Bái", "Mù Cang Chải"),
        ("https://stp.thuathienhue.gov.vn/tin-1", "Thừa Thiên Huế", None),
        (None, None, None),
    ],
)
def test_the_unit_of_a_host(url: str | None, province: str | None, district: str | None) -> None:
    home = home_of(read_document(Article(id="a", url=url, published_at="2021-03-12")))
    assert (home.province, home.district) == (province, district)


@pytest.mark.parametrize(
    ("url", "district", "commune"),
    [
        ("https://hongthai.bacbinh.binhthuan.gov.vn/tin-1", "Bắc Bình", "Hồng Thái"),
        ("https://mythanhgiongtrom.bentre.gov.vn/tin-1", "Giồng Trôm", "Mỹ Thạnh"),
        ("https://nahang.tuyenquang.gov.vn/tin-1", "Na Hang", None),
    ],
)
def test_a_host_that_names_a_commune_and_its_district(url: str, district: str, commune: str | None) -> None:
    home = home_of(read_document(Article(id="a", url=url, published_at="2021-03-12")))
    assert (home.district, home.commune) == (district, commune)


def test_the_registry_is_believed_and_its_names_are_bare() -> None:
    told = Place(province="Hồ Chí Minh", district="Quận 5", level="district")
    home = home_of(read_document(Article(id="a", url="https://x.example/", published_at="2021-03-12", place=told)))
    assert (home.district, home.level) == ("5", "district")


def test_since_the_reform_no_site_speaks_for_a_district() -> None:
    article = Article(id="a", url="https://huulung.langson.gov.vn/tin-1", published_at="2025-08-12")
    assert home_of(read_document(article)).district is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://baodienbienphu.vn/x", True),
        ("https://dienbien.gov.vn/x", False),
        ("https://hungyentv.vn/x", True),
        (None, False),
    ],
)
def test_newspapers_report_of_more_than_their_province(url: str | None, expected: bool) -> None:
    assert speaks_for_press(url) is expected


def test_a_name_as_hosts_write_it() -> None:
    assert (slug("Định Hoá"), slug("Đắk R'lấp"), slug("")) == ("dinhhoa", "dakrlap", "")
