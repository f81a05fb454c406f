"""The level of a post and its basis."""

from __future__ import annotations

import pytest

from extract.mentions.officials.find import find_officials
from extract.model import OfficialValue
from extract.text.document import read_document
from scraper.article import Article, Place


def levels(text: str, url: str | None = None, title: str = "") -> list[tuple[str | None, str | None]]:
    """Level and basis of every post of every person."""
    article = Article(id="a", title=title, paragraphs=(text,), url=url, place=Place())
    values = [mention.value for mention in find_officials(read_document(article)).mentions]
    return [
        (held.level, held.level_basis)
        for value in values
        if isinstance(value, OfficialValue)
        for held in value.positions
    ]


OF_WORDS = [
    ("Chủ tịch HĐND thị xã", "district"),
    ("Chủ tịch UBND xã Nà Mẫu", "commune"),
    ("Giám đốc Sở Nông nghiệp và Phát triển nông thôn", "province"),
    ("Giám đốc Sở Lao động - Thương binh và Xã hội", "province"),
    ("Tổng Giám đốc Thông tấn xã Việt Nam", "central"),
    ("Chủ tịch UBND thành phố Uông Bí", "district"),
    ("Chủ tịch UBND thành phố Hải Phòng", "province"),
    ("Bí thư Thành ủy Lai Châu", "district"),
    ("Giám đốc Công an Hà Tĩnh", "province"),
    ("Bộ trưởng Bộ Nội vụ", "central"),
    ("Giám đốc Sở Nội vụ", "province"),
    ("Trưởng đoàn ĐBQH tỉnh", "province"),
    ("Ủy viên Thường trực HĐND huyện", "district"),
    ("Chủ tịch Liên minh Hợp tác xã tỉnh", "province"),
    ("Chính ủy Quân khu 2", "central"),
    ("Trưởng phòng GD&ĐT huyện Sìn Hồ", "district"),
]


@pytest.mark.parametrize("post, level", OF_WORDS, ids=[post for post, _ in OF_WORDS])
def test_words_tell_the_level(post: str, level: str) -> None:
    assert levels(f"Ông Lò Văn Khiên, {post} chủ trì.") == [(level, "words")]


NO_LEVEL = [
    "Phó Tổng Biên tập Báo Chè Xanh",
    "Điều phối viên Quỹ Vì Trẻ Em",
    "Chủ tịch HĐQT Mây Xanh",
    "Giám đốc Công ty Chè Mây Xanh",
    "Chủ tịch Công đoàn cơ sở",
    "Trưởng Ban Tổ chức Lễ hội",
    "Đại tá",
]


@pytest.mark.parametrize("post", NO_LEVEL)
def test_firms_unions_and_events_have_none(post: str) -> None:
    site = "https://sinho.laichau.gov.vn/tin/1"
    assert levels(f"Ông Lò Văn Khiên, {post} phát biểu.", site) == [(None, None)]


def test_another_post_of_the_person_tells_it() -> None:
    text = "Ông Lò Văn Khiên, Phó Bí thư, Chủ tịch UBND huyện chủ trì."
    assert levels(text) == [("district", "person"), ("district", "words")]


def test_membership_of_a_higher_body_tells_nothing_of_the_next_post() -> None:
    text = "Ông Lò Văn Khiên, Ủy viên Trung ương Đảng, Chủ nhiệm và bà Hà Thị Xoan, Chủ tịch UBND tỉnh dự."
    assert levels(text)[1] == ("province", "article")


def test_a_committee_of_the_party_in_a_commune() -> None:
    text = "Đồng chí Lò Văn Khiên, Bí thư Đảng ủy phát biểu."
    site = "https://sinho.laichau.gov.vn/tin/1"
    assert levels(text, site, "Xã Nậm Tăm ra quân làm đường") == [("commune", "article")]
    assert levels(text, site, "Hội nghị tổng kết năm") == [("district", "site")]


def test_the_city_is_that_of_the_article() -> None:
    text = "Ông Lò Văn Khiên, Phó Chủ tịch UBND Thành phố dự. {} đã giao việc."
    assert levels(text.format("Thành ủy Đà Nẵng")) == [("province", "words")]
    assert levels(text.format("Thành ủy Uông Bí")) == [("district", "words")]


def test_the_highest_level_is_that_of_the_official() -> None:
    text = "Ông Lò Văn Khiên, Huyện ủy viên, Chủ tịch UBND xã Nà Mẫu dự."
    value = find_officials(read_document(Article(id="a", paragraphs=(text,)))).mentions[0].value
    assert isinstance(value, OfficialValue) and value.level == "district"


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Xã Nà Mẫu tổng kết Ngày hội Quốc phòng toàn dân", "commune"),
        ("Bộ CHQS tỉnh tổng kết công tác với các xã", None),
    ],
)
def test_a_commune_that_the_title_begins_with_is_at_home(title: str, level: str | None) -> None:
    text = "Dự có ông Lò Văn Khiên, Chính trị viên Ban CHQS huyện; bà Hà Thị Xoan, Bí thư Đảng ủy."
    found = dict(enumerate(one for one, _ in levels(text, title=title)))
    assert found[0] == "district" and (found[1] == "commune") == (level == "commune")


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ("Bí thư Đảng ủy, Chủ tịch HĐQT Công ty Mây Xanh", [None, None]),
        ("Bí thư Đảng ủy, Chủ tịch HĐND phường", ["commune", "commune"]),
        ("Trưởng Ban Tổ chức", [None]),
        ("Trưởng Ban Tổ chức Huyện ủy", ["district"]),
        ("Trưởng Cơ quan thường trực Ban Dân vận Trung ương tại TP Cần Thơ", ["central"]),
        ("Phó Giám đốc Học viện Chính trị khu vực IV", ["central"]),
    ],
)
def test_levels_of_firms_events_and_offices_elsewhere(posts: str, expected: list[str | None]) -> None:
    text = f"Dự có ông Lò Văn Khiên, {posts}."
    assert [level for level, _ in levels(text, url="https://muongnhe.gov.vn/tin/1.html")] == expected
