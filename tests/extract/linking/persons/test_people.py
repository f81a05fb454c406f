"""Which mentions are of one person, independently of their order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.linking.persons.mentions import OfficialRecord
from extract.linking.persons.people import LinkedPerson, mention_rows, people_of, person_id, person_row
from tests.extract.linking.people import chairman, mention, post

SECRETARY = post("Bí thư Huyện ủy", "Bí thư", "Huyện ủy", "huyện Mường Vạc")
MEMBER = post("Ủy viên BTV Tỉnh ủy", "Ủy viên", "BTV Tỉnh ủy", None, "province")
ELSEWHERE = chairman("huyện Phong Nà", province="Lai Châu")
RANK: tuple[Any, ...] = ()


Rows = list[tuple[set[Any], str, str, int]]


def made(rows: Rows) -> list[OfficialRecord]:
    return [mention(at, *posts, day=day, place=place, article=one) for at, (posts, day, place, one) in enumerate(rows)]


def parts(mentions: list[OfficialRecord]) -> set[frozenset[str]]:
    return {frozenset(one.official_id for one in person.mentions) for person in people_of(mentions)}


def together(*mentions: OfficialRecord) -> bool:
    return len(people_of(mentions)) == 1


def test_one_post_is_one_person_in_whatever_words() -> None:
    short = post("CT UBND huyện", "CT", "UBND", "huyện Mường Vạc")
    assert together(mention(1, chairman()), mention(2, short))


def test_a_deputy_who_becomes_the_head_is_one_person() -> None:
    deputy = post("Phó Chủ tịch UBND huyện", "Phó Chủ tịch", "UBND", "huyện Mường Vạc")
    assert together(mention(1, deputy, day="2020-01-05"), mention(2, chairman(), day="2023-05-12"))


def test_two_posts_in_the_leadership_of_a_district_are_one_person() -> None:
    assert together(mention(1, SECRETARY), mention(2, chairman()))


def test_membership_links_nobody() -> None:
    assert not together(mention(1, MEMBER, place="Lai Châu"), mention(2, MEMBER))


def test_namesakes_who_lead_two_districts_at_one_time_are_two() -> None:
    assert not together(mention(1, chairman()), mention(2, ELSEWHERE, place="Lai Châu"))


def test_two_of_one_name_in_one_article_are_two() -> None:
    one, other = mention(1, chairman()), mention(2, chairman(), name="LÒ VĂN TẤN", article=1)
    assert not together(one, other)


def test_an_article_that_names_both_posts_joins_them() -> None:
    """The former chairman of one district and the secretary of another are one person where an article says so."""
    later = post("Bí thư Huyện ủy", "Bí thư", "Huyện ủy", "huyện Phong Nà", province="Lai Châu")
    mentions = [mention(1, chairman(), day="2019-03-01"), mention(2, chairman(), later, day="2021-07-01"),
                mention(3, later, day="2023-05-12", place="Lai Châu")]  # fmt: skip
    assert together(*mentions)


def test_who_is_named_without_a_post_is_the_one_of_that_name_there() -> None:
    assert together(mention(1, chairman()), mention(2, *RANK))


def test_who_is_named_without_a_post_where_two_are_is_neither() -> None:
    other = post("Giám đốc Sở Y tế", "Giám đốc", "Sở Y tế", "tỉnh")
    assert len(people_of([mention(1, chairman()), mention(2, other), mention(3)])) == 3


def test_who_is_named_without_a_post_elsewhere_is_somebody_else() -> None:
    assert not together(mention(1, chairman()), mention(2, *RANK, place="Cà Mau"))


def test_a_ministry_is_one_in_all_provinces() -> None:
    here = post("Vụ trưởng Vụ Địa phương", "Vụ trưởng", "Vụ Địa phương", level="central")
    there = post("Vụ trưởng Vụ Địa phương", "Vụ trưởng", "Vụ Địa phương", level="central", province="Cà Mau")
    assert together(mention(1, here), mention(2, there, place="Cà Mau"))


MENTIONS = st.lists(
    st.tuples(
        st.sets(st.sampled_from([SECRETARY, chairman(), ELSEWHERE, MEMBER]), max_size=2),
        st.sampled_from(["2019-01-01", "2023-05-12", "2023-06-01", ""]),
        st.sampled_from(["Điện Biên", "Lai Châu", ""]),
        st.integers(0, 6),
    ),
    max_size=8,
)


@settings(max_examples=100)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_mentions_changes_nothing(rows: Rows, random: Any) -> None:
    mentions = made(rows)
    assert parts(mentions) == parts(random.sample(mentions, len(mentions)))


@settings(max_examples=100)
@given(MENTIONS)
def test_every_mention_is_of_one_person_and_none_is_of_one_article_twice(rows: Rows) -> None:
    mentions = made(rows)
    people = people_of(mentions)
    assert sorted(one.official_id for person in people for one in person.mentions) == [m.official_id for m in mentions]
    assert all(len({one.article_id for one in person.mentions}) == len(person.mentions) for person in people)


def only(*mentions: OfficialRecord) -> LinkedPerson:
    (person,) = people_of(mentions)
    return person


def test_ids_stay_when_mentions_are_added() -> None:
    first = mention(2, chairman(), day="2023-05-12")
    known = {person_id(only(first))}
    assert person_id(only(first, mention(3, chairman(), day="2024-01-01"))) in known
    assert person_id(only(first, mention(1, chairman(), day="2020-01-01")), known) in known


def test_a_person_has_a_name_spellings_days_and_evidence() -> None:
    spelled = mention(2, chairman(), name="LÒ VĂN TẤN", day="2024-02-01")
    person = only(mention(1, chairman()), spelled, mention(3, SECRETARY, day="2022-01-01"))
    row = person_row(person, person_id(person), ["Bí thư Huyện ủy Mường Vạc"])
    assert (row["name"], row["spellings"]) == ("Lò Văn Tấn", ("LÒ VĂN TẤN",))
    assert (row["first_seen"], row["last_seen"], row["provinces"]) == ("2022-01-01", "2024-02-01", ("Điện Biên",))
    reasons = {one["official_id"]: one["reasons"] for one in mention_rows(person, person_id(person))}
    assert reasons["o003"] == ("first_mention",) and "same_name" in reasons["o001"]


LONG = "Quàng Thị Mai Hạnh"


def test_bodies_are_one_in_whatever_order_of_their_words() -> None:
    one = post("Trưởng phòng", "Trưởng phòng", "phòng Chính sách - Pháp luật, Cục Mắc ca", None, "central")
    other = post("Phó Cục trưởng", "Phó Cục trưởng", "Cục Mắc ca", None, "central")
    turned = post("Trưởng phòng", "Trưởng phòng", "phòng Pháp luật và Chính sách, Cục Mắc ca", None, "central")
    assert together(mention(1, one), mention(2, other), mention(3, turned))


MINISTER = post("Bộ trưởng Bộ Mắc ca", "Bộ trưởng", "Bộ Mắc ca", level="central")


def test_a_national_post_of_an_unknown_body_is_of_who_has_a_national_post() -> None:
    bare = post("Bộ trưởng", "Bộ trưởng", level="central")
    assert together(mention(1, MINISTER), mention(2, bare, place="Lai Châu"))
    assert not together(mention(1, chairman()), mention(2, post("Phó ban", "Phó ban", level="central")))


def test_a_national_post_is_not_of_the_only_one_of_a_rare_name_in_a_province() -> None:
    bare = post("Thứ trưởng", "Thứ trưởng", level="central")
    name = "Sái Công Quỳnh"
    assert not together(mention(1, chairman(), name=name), mention(2, bare, place="Lai Châu", name=name))


def test_a_post_without_body_and_level_is_of_who_has_its_head() -> None:
    manager = post("Phó Tổng giám đốc", "Phó Tổng giám đốc")
    assert not together(mention(1, MINISTER), mention(2, manager))
    assert together(mention(1, chairman()), mention(2, post("Chủ tịch", "Chủ tịch")))


def test_the_only_one_of_a_long_name_is_meant_where_no_post_is_told() -> None:
    assert together(mention(1, chairman(), name=LONG), mention(2, name=LONG, place="Lai Châu"))
    assert not together(mention(1, chairman()), mention(2, place="Lai Châu"))


def test_a_name_that_hardly_two_have_links_two_offices_of_one_career() -> None:
    name, other = "Sái Công Quỳnh", "Lò Văn Tấn"
    before, after = mention(1, chairman(), day="2019-01-05"), mention(2, chairman("huyện Phong Nà"), day="2023-05-12")
    assert not together(before, after) and before.name == other
    assert together(replace(before, name=name), replace(after, name=name))
    far = mention(3, ELSEWHERE, day="2023-05-12", place="Lai Châu")
    assert not together(replace(before, name=name), replace(far, name=name))
    assert not together(replace(before, name=name, day="2023-05-01"), replace(after, name=name))


def test_likenesses_of_mentions_that_tell_no_known_body() -> None:
    short = post("Phó giám đốc", "Phó giám đốc", "Trung tâm", None, "district", province=None)
    full = post("Phó giám đốc", "Phó giám đốc", "Trung tâm quan trắc", None, "district", province=None)
    director = post("Giám đốc", "Giám đốc", "Nhà máy", None, "district", province=None)
    name = "Lò Mai Hạnh"
    assert together(mention(1, short, name=name, place=""), mention(2, full, name=name, place=""))
    assert not together(mention(1, director, name=name, place=""), mention(2, full, name=name, place=""))
