"""Whether mentions of one name are of one person: the evidence for it, and what rules it out."""

from __future__ import annotations

import pytest

from extract.linking.comparison.posts import CanonicalPost
from extract.linking.persons.mentions import (
    Profile,
    at_one_time,
    contradictory,
    differ,
    distinctive_posts,
    identity,
    leads,
    profile_of,
)
from tests.extract.linking.people import chairman, mention, post

DEPUTY = post("Phó Chủ tịch UBND huyện", "Phó Chủ tịch", "UBND", "huyện Mường Vạc")
SECRETARY = post("Bí thư Huyện ủy", "Bí thư", "Huyện ủy", "huyện Mường Vạc")
MEMBER = post("Ủy viên BTV Tỉnh ủy", "Ủy viên", "BTV Tỉnh ủy", None, "province")
DOCTOR = post("Giám đốc Sở Y tế", "Giám đốc", "Sở Y tế", "tỉnh Điện Biên")


def profile(*posts: CanonicalPost, number: int = 1, day: str = "2023-05-12", name: str = "Lò Văn Tấn") -> Profile:
    return profile_of([mention(number, *posts, day=day, name=name)])


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (chairman(), chairman(), "same_post"),
        (chairman(), DEPUTY, "same_office"),
        (chairman(), SECRETARY, "same_unit"),
        (chairman(), DOCTOR, None),
        (chairman(), chairman("huyện Nà Sản"), None),
        (MEMBER, MEMBER, None),  # of many people
    ],
)
def test_the_strongest_evidence_of_one_person(one: CanonicalPost, other: CanonicalPost, reason: str | None) -> None:
    found = identity(profile(one), profile(other, number=2))
    assert (found.reasons[-1] if found else None) == reason


PRIME_MINISTER = post("Thủ tướng Chính phủ", "Thủ tướng", "Chính phủ", None, "central")
MINISTER = post("Bộ trưởng Bộ Mắc ca", "Bộ trưởng", "Bộ Mắc ca", None, "central")
OFFICIAL = post("Vụ trưởng Vụ Cà phê", "Vụ trưởng", "Vụ Cà phê", None, "central")
OTHER_DOCTOR = post("Giám đốc Sở Mắc ca", "Giám đốc", "Sở Mắc ca", "tỉnh Điện Biên")
GOVERNOR = post("Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch", "UBND", "tỉnh Điện Biên")


@pytest.mark.parametrize(
    ("one", "other", "name", "reason"),
    [
        (PRIME_MINISTER, MINISTER, "Nguyễn Thanh Hải", "same_office"),
        (MINISTER, OFFICIAL, "Nguyễn Thanh Hải", None),
        (chairman(), GOVERNOR, "Quàng Thanh Hải", "same_province"),
        (chairman(), GOVERNOR, "Nguyễn Văn Hải", None),
        (DOCTOR, OTHER_DOCTOR, "Nguyễn Thanh Hải", None),
        (DOCTOR, GOVERNOR, "Nguyễn Thanh Hải", "same_unit"),
    ],
)
def test_careers_by_how_many_have_the_name(
    one: CanonicalPost, other: CanonicalPost, name: str, reason: str | None
) -> None:
    found = identity(profile(one, name=name), profile(other, number=2, day="2019-05-12", name=name))
    assert (reason is None) == (found is None)
    assert found is None or reason in found.reasons


def test_stronger_evidence_has_the_higher_score() -> None:
    found = [identity(profile(chairman()), profile(other, number=2)) for other in (chairman(), DEPUTY, SECRETARY)]
    scores = [one.score for one in found if one]
    assert len(scores) == 3 and scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("other", "day", "ruled_out"),
    [
        (chairman("huyện Nà Sản"), "2023-06-01", True),
        (chairman("huyện Nà Sản"), "2021-06-01", False),  # an earlier post
        (SECRETARY, "2023-06-01", False),
        (chairman("tỉnh"), "2023-06-01", False),  # of what is above it
        (chairman("tỉnh", province="Lai Châu"), "2023-06-01", True),
        (post("nguyên Chủ tịch UBND huyện Nà Sản", "nguyên Chủ tịch", "UBND", "huyện Nà Sản"), "2023-06-01", False),
        (chairman("huyện Nà Sản"), "", False),
    ],
)
def test_two_posts_at_one_time_rule_one_person_out(other: CanonicalPost, day: str, ruled_out: bool) -> None:
    assert contradictory(profile(chairman()), profile(other, number=2, day=day)) is ruled_out


def test_two_of_one_article_are_two_people() -> None:
    assert contradictory(profile(chairman()), profile_of([mention(2, chairman(), article=1)]))


@pytest.mark.parametrize(
    ("day", "same"), [("2023-06-30", True), ("2023-09-30", False), ("2023-03-20", True), ("", False)]
)
def test_days_between_which_hardly_anybody_changes_the_post(day: str, same: bool) -> None:
    assert at_one_time(profile(chairman()), profile(chairman(), number=2, day=day)) is same


def test_a_profile_knows_its_first_and_last_day_and_how_common_its_name_is() -> None:
    found = profile_of([mention(2, chairman(), day="2023-05-12"), mention(1, chairman(), day=""),
                        mention(3, chairman(), day="2021-01-05")])  # fmt: skip
    assert (found.first, found.last) == ("2021-01-05", "2023-05-12")
    assert [one.official_id for one in found.mentions] == ["o003", "o002", "o001"]
    assert found.placed and found.common and not found.rare
    long = profile(chairman(), name="Quàng Thị Mai Hạnh")
    assert long.rare and not long.common


def test_memberships_distinguish_nobody() -> None:
    assert distinctive_posts(mention(1, MEMBER, chairman())) == [chairman()]
    assert distinctive_posts(mention(1, MEMBER)) == []


def test_bodies_that_lead_a_unit() -> None:
    assert leads(chairman()) and leads(SECRETARY) and not leads(DOCTOR)


@pytest.mark.parametrize(("one", "other", "apart"), [("a", "b", True), ("a", "a", False), ("", "b", False)])
def test_only_what_is_known_differs(one: str, other: str, apart: bool) -> None:
    assert differ(one, other) is apart
