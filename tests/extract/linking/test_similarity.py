"""What rules out that two reports are of one event, and what speaks for it."""

from __future__ import annotations

from typing import Any

import pytest

from extract.linking.similarity import likeness, refusal, signs, weighed
from tests.extract.linking.reports import report

COFFEE = "Hội thảo phát triển cây cà phê bền vững vùng Mường Vạc"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"start_date": "2023-05-13"}, "other_days"),
        ({"province": "Lai Châu"}, "other_province"),
        ({"article_id": "a001"}, "one_article"),
        ({}, None),
        ({"province": None}, None),
        ({"start_date": "2023-05-11", "end_date": "2023-05-13"}, None),
    ],
)
def test_what_rules_a_pair_out(cells: dict[str, Any], reason: str | None) -> None:
    assert refusal(report(1, COFFEE), report(2, COFFEE, **cells)) == reason


def test_another_number_of_a_session_rules_a_pair_out() -> None:
    assert refusal(report(1, "Kỳ họp thứ 3 HĐND"), report(2, "Kỳ họp thứ 4 HĐND")) == "other_number"


def test_two_tellings_of_one_event_are_alike_and_say_why() -> None:
    one = report(1, COFFEE, ("Lò Văn Tấn", "Cà Thị Mai"), part_of_day="morning")
    other = report(2, "Hội thảo cây cà phê bền vững", ("Lò Văn Tấn",), part_of_day="morning", type="meeting")
    found = likeness(one, other)
    assert found and found.score > 0.5
    assert {"shared_words", "same_part_of_day"} <= set(found.reasons)


def test_two_events_of_one_day_and_province_are_not_alike() -> None:
    found = likeness(report(1, COFFEE), report(2, "Lễ giao nhận quân năm 2023", type="ceremony"))
    assert found and found.score < 0.1


def test_the_signs_do_not_depend_on_which_came_first() -> None:
    one, other = report(1, COFFEE, ("Lò Văn Tấn",), attendees=120), report(2, "Hội thảo cà phê", venue="Nhà văn hóa")
    assert signs(one, other) == signs(other, one)


def test_no_sign_is_no_likeness() -> None:
    assert weighed({}).score < 0.1
