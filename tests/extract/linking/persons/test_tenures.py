"""Posts with their days: appointments and resignations, and tenures that end when another begins."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extract.linking.persons.mentions import OfficialRecord
from extract.linking.persons.people import people_of
from extract.linking.persons.tenures import PostChange, change_at, latest_first, tenure_rows, tenures_of, title_of
from tests.extract.linking.people import chairman, mention, post

DEPUTY = post("Phó Chủ tịch UBND huyện", "Phó Chủ tịch", "UBND", "huyện Mường Vạc")
COUNCIL = post("Phó Chủ tịch HĐND huyện", "Phó Chủ tịch", "HĐND", "huyện Mường Vạc")


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ("Kỳ họp bầu đồng chí Lò Văn Tấn giữ chức ", "gained"),
        ("Công bố quyết định bổ nhiệm ông Lò Văn Tấn giữ chức vụ ", "gained"),
        ("HĐND huyện miễn nhiệm chức danh ", "lost"),
        ("Ông Lò Văn Tấn thôi giữ chức ", "lost"),
        ("Ông Lò Văn Tấn tiếp tục giữ chức ", None),
        ("Ông từng giữ chức ", "once"),
        ("Ông trải qua các chức vụ: ", "once"),
        ("Đồng chí Lò Văn Tấn tiếp tục được bầu làm ", None),
        ("Sáng cùng ngày, tân ", "gained"),
        ("Dự lễ có ông Quàng Văn Tân, ", None),
        ("Kỳ họp miễn nhiệm một ủy viên. Phát biểu có ông Lò Văn Tấn, ", None),
        ("Dự hội nghị có đồng chí ", None),
        ("Ông từng giữ các chức vụ Bí thư Huyện đoàn, Phó Giám đốc Sở Tài nguyên và Môi trường, ", "once"),
        ("Ông từng làm Bí thư Huyện đoàn, hiện là Phó Bí thư Huyện ủy, ", None),
        ("Tháng 6/1997, ông được bổ nhiệm làm ", "once"),
        ("Từ năm 2001 ông là ", "once"),
        ("Đến tháng 3/2018 thì ông thôi giữ chức ", "once"),
        ("Ông công tác ở Bản Sen trước khi được bổ nhiệm làm ", "once"),
        ("Sai phạm xảy ra trong thời gian ông giữ chức ", "gained"),
        ("Sai phạm của ông Tấn trong thời gian giữ chức vụ ", None),
        ("Hội nghị giới thiệu ông Lò Văn Tấn để bầu làm ", None),
        ("Kỳ họp sẽ xem xét miễn nhiệm chức vụ ", None),
        ("Anh được quy hoạch làm ", "once"),
        ("Ông Tấn, công tác ở Sở Tài nguyên, ", None),
        ("Ông Mè Văn Toàn tiếp tục được bầu làm Bí thư Huyện ủy, ông Lò Văn Tấn được bầu làm ", "gained"),
        ("Bà Cà Thị Mai tái cử Bí thư; các đồng chí Lò Văn Tấn, Mè Văn Toàn được bầu giữ chức ", "gained"),
        ("Xét đề nghị của Sở Nội vụ, ông Lò Văn Tấn giữ chức ", "gained"),
        ("Ông Lò Văn Tấn được trúng cử vào vị trí ", "gained"),
        ("Tân ", "gained"),
        ("Trước khi được bầu giữ chức Bí thư Huyện ủy, ông Lò Văn Tấn là ", "lost"),
        ("Trước khi được bầu giữ chức Bí thư Huyện ủy, ông từng là ", "once"),
        ("Năm 2006, ông về Mường Vạc rồi giữ chức ", "once"),
        ("Từ năm 1996-2006 bà Mai được bổ nhiệm làm ", "once"),
        ("Ông Lò Văn Tấn sinh năm 1971 tại Mường Vạc, được bổ nhiệm làm ", "once"),
        ("Ông Lò Văn Tấn (sinh năm 1971) được bổ nhiệm làm ", "gained"),
        ("Tiếp đó, ông được phân công giữ chức ", "once"),
        ("Ông Tấn nhận hoa khi giữ cương vị ", None),
        ("Trong thời gian giữ vị trí ", None),
        ("Đại hội đã bầu ông Lò Văn Tấn (45 tuổi) làm ", "gained"),
        ("Đại hội giới thiệu để bầu ông Lò Văn Tấn làm ", None),
        ("Ông Lò Văn Tấn làm ", None),
        ("Sau cố Đại tá Mè Văn Toàn, ", "once"),
        ("Khắc phục sự cố tràn đập có ông Lò Văn Tấn, ", None),
        ("Ông Tấn (thời điểm chuyến đi giữ chức ", "once"),
    ],
)
def test_what_an_article_says_of_a_post(before: str, change: PostChange | None) -> None:
    text = before + "Chủ tịch UBND huyện"
    assert change_at(text, len(before)) == change


@pytest.mark.parametrize(
    ("printed", "change"),
    [("12/5/2023", "gained"), ("30-12-2022", "gained"), ("1/7/2015", "once"), ("31/2/2015", "gained")],
)
def test_what_is_told_of_a_day_long_before_the_publication_was_earlier(printed: str, change: PostChange) -> None:
    before = f"Ngày {printed}, HĐND huyện bầu ông Lò Văn Tấn giữ chức "
    assert change_at(before + "Chủ tịch UBND huyện", len(before), date(2023, 2, 1)) == change
    assert change_at(before + "Chủ tịch UBND huyện", len(before)) == "gained"


def test_a_post_held_for_some_years_is_no_new_one() -> None:
    before = "Ông được bổ nhiệm làm "
    assert change_at(before + "Giám đốc Sở Mắc ca 4 năm, rồi về huyện.", len(before)) == "once"
    assert change_at(before + "Giám đốc Sở Mắc ca, nhiệm kỳ 2015-2020.", len(before)) == "gained"


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


def test_a_former_holder_left_it_by_then() -> None:
    former = post("nguyên Chủ tịch UBND huyện Mường Vạc", "Chủ tịch", "UBND", "huyện Mường Vạc")
    (row,) = rows(mention(1, chairman(), day="2020-01-01"), mention(2, former, day="2022-01-01")).values()
    assert (row["last_seen"], row["ended"], row["ended_basis"]) == ("2020-01-01", "2022-01-01", "former")


def test_the_latest_post_is_named_first() -> None:
    (person,) = people_of([mention(1, DEPUTY, day="2020-01-01"), mention(2, chairman(), day="2023-05-12")])
    titles = [title_of(tenure) for tenure in latest_first(tenures_of(person, {}))]
    assert titles == ["Chủ tịch Ủy ban nhân dân Mường Vạc", "Phó Chủ tịch Ủy ban nhân dân Mường Vạc"]


@pytest.mark.parametrize(("name", "day"), [("Lò Tấn", "2023-05-12"), ("Long Phong", None)])
def test_what_is_no_person_has_no_change_of_posts(name: str, day: str | None) -> None:
    (person,) = people_of([mention(1, chairman(), name=name)])
    given: dict[str, dict[str, PostChange]] = {"o001": {chairman().printed: "gained"}}
    (row,) = tenure_rows("p1", name, tenures_of(person, given), {})
    assert row["started"] == day
