"""Which pairs of reports are compared at all: those of one day and place that share something."""

from __future__ import annotations

from typing import Any

import pytest

from extract.linking.events.candidates import by_day, pairs_of_day
from tests.extract.linking.reports import report

COFFEE = "Hội thảo phát triển cây cà phê bền vững"
RECRUITS = "Lễ giao nhận quân"


def test_reports_come_by_day_and_id() -> None:
    days = by_day([report(3, COFFEE), report(1, COFFEE), report(2, COFFEE, start_date="2023-05-11")])
    assert [(day, [one.event_id for one in found]) for day, found in days] == [
        ("2023-05-11", ["e002"]),
        ("2023-05-12", ["e001", "e003"]),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": COFFEE}, {"name": "Hội thảo cây cà phê"}),
        (
            {"name": COFFEE, "people": ("Lò Văn Tấn",)},
            {"name": RECRUITS, "type": "ceremony", "people": ("Lò Văn Tấn",)},
        ),
        ({"name": COFFEE, "attendees": 137}, {"name": RECRUITS, "type": "ceremony", "attendees": 137}),
        (
            {"name": COFFEE, "organizers": ["UBND huyện Mường Vạc"]},
            {"name": RECRUITS, "type": "ceremony", "organizers": ["Ủy ban nhân dân huyện Mường Vạc"]},
        ),
        ({"name": COFFEE}, {"name": RECRUITS}),  # one type, and the same place
        ({"name": COFFEE}, {"name": COFFEE, "province": None}),  # the place of one is not known
        ({"name": COFFEE}, {"name": COFFEE, "province": "Lai Châu", "place_confidence": 0.6}),  # or not sure
        ({"name": COFFEE, "people": ("Lò Văn Tấn",)},
         {"name": RECRUITS, "province": "Lai Châu", "people": ("Lò Văn Tấn",)}),  # one person in two provinces
    ],
)  # fmt: skip
def test_reports_that_share_something_are_a_pair(one: dict[str, Any], other: dict[str, Any]) -> None:
    first, second = report(1, **one), report(2, **other)
    assert list(pairs_of_day([second, first], [])) == [(first, second)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": COFFEE}, {"name": RECRUITS, "type": "ceremony"}),
        ({"name": COFFEE}, {"name": COFFEE, "province": "Lai Châu"}),
        ({"name": COFFEE, "attendees": 137}, {"name": RECRUITS, "type": "ceremony", "attendees": 138}),
    ],
)
def test_reports_that_share_nothing_are_not_compared(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not list(pairs_of_day([report(1, **one), report(2, **other)], []))


def test_two_events_that_both_began_earlier_are_not_compared_again() -> None:
    new, old, older = report(3, COFFEE), report(2, COFFEE, start_date="2023-05-11"), report(1, COFFEE)
    assert list(pairs_of_day([new], [old, older])) == [(new, older), (new, old)]


def test_what_very_many_share_makes_no_pairs() -> None:
    few, many = ([report(at, COFFEE) for at in range(count)] for count in (60, 61))
    assert len(list(pairs_of_day(few, []))) == 60 * 59 // 2
    assert not list(pairs_of_day(many, []))
