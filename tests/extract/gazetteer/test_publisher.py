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


@pytest.mark.parametrize(
    ("url", "published", "expected"),
    [
        ("http://dinhhoa.thainguyen.gov.vn/", "2018-10-13", ("Thái Nguyên", "Định Hóa", None)),
        ("http://huulung.langson.gov.vn/", "2026-03-10", ("Lạng Sơn", None, "Hữu Lũng")),
        ("http://hagiang.gov.vn/", "2025-10-10", ("Tuyên Quang", None, None)),
        ("http://vinhphuc.gov.vn/", "2025-10-10", ("Phú Thọ", None, None)),
        ("https://baclieu.gov.vn/", "2018-06-28", ("Bạc Liêu", None, None)),
        ("http://haihau.vn/", "2021-02-08", ("Nam Định", "Hải Hậu", None)),
        ("https://nammau.babe.gov.vn/", "2023-08-31", ("Bắc Kạn", "Ba Bể", "Nam Mẫu")),
        ("http://truyenhinhlucngan.vn/", "2018-03-16", ("Bắc Giang", "Lục Ngạn", None)),
        ("https://gialaitv.vn/", "2019-05-02", ("Gia Lai", None, None)),
        ("https://quan7.hochiminhcity.gov.vn/", "2019-05-02", ("Hồ Chí Minh", "7", None)),
        ("https://phuong5.quan11.hochiminhcity.gov.vn/", "2019-05-02", ("Hồ Chí Minh", "11", "5")),
        ("https://vi.example.org/", "2021-02-08", (None, None, None)),
        (None, None, (None, None, None)),
    ],
)
def test_the_host_names_the_unit_of_the_site_on_the_day(
    url: str | None, published: str | None, expected: tuple[str | None, ...]
) -> None:
    known = {"thainguyen": "Thái Nguyên", "langson": "Lạng Sơn"}
    province = next((name for label, name in known.items() if url and label in url), None)
    home = home_of(read_document(Article(id="a", url=url, published_at=published, place=Place(province=province))))
    assert (home.province, home.district, home.commune) == expected
