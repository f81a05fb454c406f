"""The home of an article: the level of its site, what "the city" is, and the codes of units."""

from __future__ import annotations

import pytest

from extract.mentions.posts.home import ArticleHome
from extract.text.document import read_document
from scraper.article import Article, Place

SIN_HO = Place(province="Lai Châu", province_code="12", district="Sìn Hồ", district_code="108")


def home(
    text: str = "Tin.", title: str = "", place: Place = Place(), published: str | None = "2021-05-15"
) -> ArticleHome:
    """The home of an article of one paragraph."""
    article = Article(id="a", title=title, paragraphs=(text,), place=place, published_at=published)
    return ArticleHome(read_document(article))


def test_the_unit_and_the_day_are_those_of_the_article() -> None:
    article = Article(id="a", url="https://sinho.laichau.gov.vn/tin/1", published_at="2021-05-15", paragraphs=("Tin.",))
    found = ArticleHome(read_document(article))
    assert (found.place.district, found.day) == ("Sìn Hồ", "2021-05-15")
    assert home(published=None).day is None


@pytest.mark.parametrize(
    ("place", "level"),
    [
        (Place(level="department"), "province"),
        (Place(level="commune", province="Lai Châu"), "commune"),
        (Place(province="Lai Châu"), "province"),
        (SIN_HO, "district"),
        (Place(), None),
    ],
)
def test_the_level_of_the_site(place: Place, level: str | None) -> None:
    assert home(place=place).site_level == level


@pytest.mark.parametrize(
    ("title", "rural"),
    [
        ("Xã Nà Mẫu ra quân làm đường", True),
        ("Ra quân làm đường ở xã Nà Mẫu", True),
        ("Xã Nà Mẫu, huyện Sìn Hồ ra quân", True),  # begins with the commune
        ("Huyện Sìn Hồ thăm xã Nà Mẫu", False),
        ("Hợp tác xã Nà Mẫu ra quân", False),
        ("Hội nghị tổng kết năm", False),
    ],
)
def test_an_opening_about_a_commune(title: str, rural: bool) -> None:
    assert home(title=title).rural is rural


@pytest.mark.parametrize(
    ("name", "level"),
    [("Hải Phòng", "province"), ("Hải Phòng Xanh", "province"), ("Uông Bí", "district"), ("Nà Mẫu", None)],
)
def test_the_level_of_a_city_by_its_name(name: str, level: str | None) -> None:
    assert home().city_level(name) == level


def test_a_city_is_a_province_from_the_day_on() -> None:
    assert home(published="2019-05-15").city_level("Huế") == "district"
    assert home(published="2025-05-15").city_level("Huế") == "province"


@pytest.mark.parametrize(
    ("text", "place", "level"),
    [
        ("Thành ủy Đà Nẵng họp.", Place(), "province"),
        ("Thành ủy Uông Bí họp.", Place(), "district"),
        ("Tại TP Đà Nẵng, thành phố Uông Bí và TP Lai Châu.", Place(), "district"),  # most of them
        ("Hội nghị ở Đà Nẵng.", Place(), "province"),
        ("Hội nghị.", Place(), None),
        ("Hội nghị.", Place(province="Lai Châu"), "district"),
        ("Thành ủy Uông Bí họp.", Place(province="Hải Phòng"), "province"),  # the site before the text
        ("Thành ủy Đà Nẵng họp.", SIN_HO, "district"),
    ],
)
def test_the_city_without_a_name(text: str, place: Place, level: str | None) -> None:
    assert home(text, place=place).city_level("") == level


@pytest.mark.parametrize(("name", "level"), [("Lai Châu", "province"), ("Sìn Hồ", "district"), ("Nà Mẫu", None)])
def test_the_level_of_a_name_without_a_tier(name: str, level: str | None) -> None:
    assert home().level_of_name(name) == level


@pytest.mark.parametrize(
    ("name", "level", "tier", "place", "code"),
    [
        ("Sìn Hồ", "district", "", Place(), "108"),
        ("Sài Gòn", "province", "", Place(), "79"),
        ("Châu Thành", "district", "", Place(), None),  # in several provinces
        ("Châu Thành, tỉnh Trà Vinh", "district", "", Place(), "847"),
        ("Duyên Hải", "district", "", Place(), None),  # a district and a town
        ("Duyên Hải", "district", "huyện", Place(), "850"),
        ("Duyên Hải", "district", "huyện", SIN_HO, None),  # in another province
        ("Tả Phìn", "commune", "", Place(), None),
        ("Tả Phìn", "commune", "", SIN_HO, "03511"),
        ("Hồng Phong", "commune", "", Place(province="Lạng Sơn"), None),
        ("Hồng Phong", "commune", "", Place(province="Lạng Sơn", district="Cao Lộc"), "06205"),
        ("", "district", "", SIN_HO, "108"),
        ("", "commune", "", SIN_HO, None),
        ("Sìn Hồ", "central", "", Place(), None),
        ("Sìn Hồ", None, "", Place(), None),
        ("", None, "", SIN_HO, None),
    ],
)
def test_the_code_of_a_unit(name: str, level: str | None, tier: str, place: Place, code: str | None) -> None:
    assert home(place=place).unit_code(name, level, tier) == code
