"""Posts with their days: appointments and resignations, and tenures that end when another begins."""

from __future__ import annotations

from typing import Any

import pytest

from extract.linking.persons.changes import PostChange
from extract.linking.persons.mentions import OfficialRecord
from extract.linking.persons.people import LinkedPerson, people_of
from extract.linking.persons.tenures import latest_first, tenure_rows, tenures_of, title_of
from tests.extract.linking.people import chairman, mention, post

DEPUTY = post("Phó Chủ tịch UBND huyện", "Phó Chủ tịch", "UBND", "huyện Mường Vạc")
COUNCIL = post("Phó Chủ tịch HĐND huyện", "Phó Chủ tịch", "HĐND", "huyện Mường Vạc")


def rows(
    *mentions: OfficialRecord, changes: dict[str, dict[str, PostChange]] | None = None
) -> dict[str, dict[str, Any]]:
    (person,) = people_of(mentions)
    made = tenure_rows("p1", "Lò Văn Tấn", tenures_of(person, changes or {}), {"mường vạc": "Mường Vạc"})
    return {f"{row['head']} {row['body']}": row for row in made}


def test_a_post_in_two_wordings_is_one_tenure_of_the_days_on_which_it_was_seen() -> None:
    short = post("CT UBND huyện", "CT", "UBND", "huyện Mường Vạc")
    (row,) = rows(mention(1, chairman(), day="2021-03-01"), mention(2, short, day="2023-05-12")).values()
    assert (row["first_seen"], row["last_seen"], row["n_mentions"]) == ("2021-03-01", "2023-05-12", 2)
    assert (row["body"], row["unit"], row["level"], row["started"], row["ended"]) == (
        "Ủy ban nhân dân", "Mường Vạc", "district", None, None,
    )  # fmt: skip


def test_an_appointment_begins_one_tenure_and_ends_the_one_before() -> None:
    found = rows(
        mention(1, DEPUTY, day="2020-01-01"),
        mention(2, DEPUTY, chairman(), day="2021-07-01"),
        mention(3, chairman(), day="2023-05-12"),
        changes={"o002": {"Chủ tịch UBND huyện Mường Vạc": "gained"}},
    )
    chair, deputy = found["Chủ tịch Ủy ban nhân dân"], found["Phó Chủ tịch Ủy ban nhân dân"]
    assert (chair["started"], chair["started_basis"]) == ("2021-07-01", "appointed")
    assert chair["started_article_id"] == "a002"
    assert (deputy["ended"], deputy["ended_basis"], deputy["ended_article_id"]) == ("2021-07-01", "moved", "a002")


def test_a_post_held_beside_the_new_one_does_not_end() -> None:
    found = rows(mention(2, COUNCIL, chairman()), changes={"o002": {"Chủ tịch UBND huyện Mường Vạc": "gained"}})
    assert found["Phó Chủ tịch Hội đồng nhân dân"]["ended"] is None


def test_a_post_that_is_seen_again_was_not_left() -> None:
    found = rows(
        mention(2, DEPUTY, chairman(), day="2021-07-01"),
        mention(3, DEPUTY, day="2023-05-12"),
        changes={"o002": {"Chủ tịch UBND huyện Mường Vạc": "gained"}},
    )
    assert found["Phó Chủ tịch Ủy ban nhân dân"]["ended"] is None


def test_a_dismissal_ends_a_tenure() -> None:
    gone: dict[str, dict[str, PostChange]] = {"o002": {"Chủ tịch UBND huyện Mường Vạc": "lost"}}
    mentions = mention(1, chairman(), day="2020-01-01"), mention(2, chairman(), day="2022-01-01")
    (row,) = rows(*mentions, changes=gone).values()
    assert (row["last_seen"], row["ended"], row["ended_basis"]) == ("2020-01-01", "2022-01-01", "dismissed")


@pytest.mark.parametrize("told", ["lost", "left"])
def test_what_an_article_also_calls_left_does_not_begin_in_it(told: PostChange) -> None:
    short = post("Chủ tịch UBND", "Chủ tịch", "UBND", "huyện Mường Vạc")
    changes: dict[str, dict[str, PostChange]] = {
        "o001": {chairman().printed: "gained"},
        "o002": {short.printed: told},
    }
    again = OfficialRecord("o002", "a001", "Lò Văn Tấn", "2021-01-01", posts=frozenset({short}))
    same = (mention(1, chairman(), day="2021-01-01"), again)
    (row,) = tenure_rows("p1", "Lò Văn Tấn", tenures_of(LinkedPerson(same, {}), changes), {})
    assert (row["started"], row["ended"]) == (None, "2021-01-01")


def test_a_former_holder_left_it_by_then() -> None:
    former = post("nguyên Chủ tịch UBND huyện Mường Vạc", "Chủ tịch", "UBND", "huyện Mường Vạc")
    (row,) = rows(mention(1, chairman(), day="2020-01-01"), mention(2, former, day="2022-01-01")).values()
    assert (row["last_seen"], row["ended"], row["ended_basis"]) == ("2020-01-01", "2022-01-01", "former")


def test_the_latest_post_is_named_first() -> None:
    (person,) = people_of([mention(1, DEPUTY, day="2020-01-01"), mention(2, chairman(), day="2023-05-12")])
    titles = [title_of(tenure) for tenure in latest_first(tenures_of(person, {}))]
    assert titles == ["Chủ tịch Ủy ban nhân dân Mường Vạc", "Phó Chủ tịch Ủy ban nhân dân Mường Vạc"]


@pytest.mark.parametrize(
    ("name", "day"), [("Lò Tấn", "2023-05-12"), ("Long Phong", None), ("Hà Giang", None), ("Ma Thuột", None)]
)
def test_what_is_no_person_has_no_change_of_posts(name: str, day: str | None) -> None:
    (person,) = people_of([mention(1, chairman(), name=name)])
    given: dict[str, dict[str, PostChange]] = {"o001": {chairman().printed: "gained"}}
    (row,) = tenure_rows("p1", name, tenures_of(person, given), {})
    assert row["started"] == day
