"""A report that prints no day has the day of one that is surely of the same event, and no other."""

from __future__ import annotations

import pytest

from extract.linking.events.reports import UNKNOWN_DAY, Report
from extract.linking.events.undated import days_of_undated
from tests.extract.linking.reports import report

FAIR = "Hội chợ mắc ca và cà phê vùng Mường Vạc"
OTHER = "Lễ giao nhận quân huyện Bản Sen"
PEOPLE = ("Lò Văn Tấn", "Cà Thị Mai")


def undated(number: int, name: str = FAIR) -> Report:
    return report(number, name, PEOPLE, start_date=None)


@pytest.mark.parametrize(
    ("dated", "days"),
    [
        ([(report(2, FAIR, PEOPLE), "2023-05-12")], {"e001": "2023-05-12"}),
        ([(report(2, FAIR, PEOPLE), "2023-05-12"), (report(3, OTHER), "2023-06-01")], {"e001": "2023-05-12"}),
        ([(report(2, FAIR, PEOPLE), "2023-05-12"), (report(3, FAIR, PEOPLE), "2024-05-10")], {}),  # every year
        ([(report(2, OTHER), "2023-05-12")], {}),
        ([(report(2, FAIR, PEOPLE, article_id="a001"), "2023-05-12")], {}),  # of its own article
        ([], {}),
    ],
)
def test_the_day_is_that_of_the_only_event_it_can_be(dated: list[tuple[Report, str]], days: dict[str, str]) -> None:
    assert days_of_undated([undated(1)], dated) == days
    assert days_of_undated([undated(1)], dated[::-1]) == days


def test_reports_that_only_tell_of_each_other_have_the_day_that_stands_for_none() -> None:
    assert days_of_undated([undated(1), undated(2)], []) == {"e001": UNKNOWN_DAY, "e002": UNKNOWN_DAY}
    assert days_of_undated([undated(1), undated(2, OTHER)], []) == {}
