"""Normal forms of posts: which are the same post, which of one office, and which have many holders."""

from __future__ import annotations

import pytest

from extract.linking.comparison.posts import CanonicalPost, canonical_post, is_membership, same_office, same_post
from tests.extract.linking.people import chairman, post

COUNCIL = post("Phó Chủ tịch HĐND tỉnh", "Phó Chủ tịch", "HĐND", "tỉnh")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (chairman(), post("CT UBND huyện Mường Vạc", "CT", "Ủy ban nhân dân", "huyện Mường Vạc")),
        (chairman("tỉnh"), chairman("tỉnh Điện Biên")),
        (chairman("tỉnh"), post("Chủ tịch tỉnh", "Chủ tịch", None, "tỉnh")),
        (post("Bí thư Huyện uỷ", "Bí thư", "Huyện uỷ", None, "district"),
         post("Bí thư huyện", "Bí thư", None, "huyện")),
        (post("Phó Bí thư", "Phó Bí thư", "Thường trực Tỉnh ủy Điện Biên", None, "province"),
         post("Phó Bí thư Thường trực Tỉnh ủy", "Phó Bí thư Thường trực", "Tỉnh ủy", None, "province")),
        (post("Thủ tướng", "Thủ tướng", level="central"),
         post("Thủ tướng Chính phủ", "Thủ tướng Chính phủ", level="central")),
        (post("Cục trưởng Cục Thú y", "Cục trưởng", "Cục Thú y", level="central"),
         post("Cục trưởng Thú y", "Cục trưởng", "Thú y", level="central")),
        (post("nguyên Chủ tịch UBND huyện Mường Vạc", "Chủ tịch", "UBND", "huyện Mường Vạc"), chairman()),
    ],
)  # fmt: skip
def test_one_post_in_two_wordings(one: CanonicalPost, other: CanonicalPost) -> None:
    assert same_post(one, other) and same_post(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (chairman(), chairman("huyện Nà Sản")),
        (chairman("tỉnh"), chairman("tỉnh", province="Lai Châu")),
        (chairman("tỉnh"), COUNCIL),
        (post("Bộ trưởng", "Bộ trưởng", level="central"), post("Bộ trưởng", "Bộ trưởng", level="central")),
        (post("Ủy viên Ban Thường vụ Tỉnh ủy", "Ủy viên", "Ban Thường vụ Tỉnh ủy", None, "province"),) * 2,
    ],
)
def test_two_posts(one: CanonicalPost, other: CanonicalPost) -> None:
    assert not same_post(one, other)


def test_a_deputy_and_the_head_are_of_one_office() -> None:
    assert same_office(COUNCIL, post("Chủ tịch HĐND tỉnh", "Chủ tịch", "Hội đồng nhân dân", "tỉnh"))
    assert not same_office(COUNCIL, chairman("tỉnh"))


@pytest.mark.parametrize(
    ("one", "placed"),
    [
        (post("Thứ trưởng", "Thứ trưởng", level="central"), False),  # of any ministry
        (post("Thứ trưởng Bộ Mắc ca", "Thứ trưởng", "Bộ Mắc ca", level="central"), True),
        (post("Thủ tướng", "Thủ tướng", level="central"), True),
        (chairman(), True),
    ],
)
def test_a_post_of_one_known_body(one: CanonicalPost, placed: bool) -> None:
    assert one.placed is placed


def test_a_province_that_has_another_name_now_is_one() -> None:
    now = post("Chủ tịch UBND thành phố Huế", "Chủ tịch", "UBND", "thành phố Huế", "province", "Huế")
    assert same_post(chairman("tỉnh Thừa Thiên Huế", "Thừa Thiên Huế"), now)


@pytest.mark.parametrize("head", ["Ủy viên", "Uỷ viên", "Tỉnh ủy viên", "Đại biểu Quốc hội", "ĐBQH", "chuyên viên"])
def test_memberships(head: str) -> None:
    assert is_membership(head)


@pytest.mark.parametrize("head", ["Chủ tịch", "Chủ nhiệm", "Bí thư", "Phó Chủ tịch Thường trực"])
def test_posts_of_one_holder(head: str) -> None:
    assert not is_membership(head)


@pytest.mark.parametrize(
    ("unit", "province"), [("huyện Phú Quốc", "kiên giang"), ("huyện Châu Thành", ""), ("huyện Mường Vạc", "")]
)
def test_the_only_district_of_a_name_tells_its_province(unit: str, province: str) -> None:
    position = {"head": "Chủ tịch", "body": "UBND", "unit": unit, "level": "district", "position": "Chủ tịch UBND"}
    found = canonical_post(position, {})
    assert found and found.province == province


def test_a_unit_is_one_in_whatever_spelling() -> None:
    spelled = ("huyện Đắk R’Lấp", "huyện Đăk R'Lấp", "huyện Đak RLấp")
    assert {post("Chủ tịch UBND", "Chủ tịch", "UBND", unit).unit for unit in spelled} == {"đắk r'lấp"}
