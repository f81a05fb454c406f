"""The year of a report without one is told by another report of the same event, and never by one of another event."""

from __future__ import annotations

import pytest

from extract.linking.events.years import Dated, told_days
from tests.extract.linking.reports import report

FAIR = "Hội chợ mắc ca và cà phê vùng Mường Vạc"
OTHER = "Lễ giao nhận quân huyện Bản Sen"


def dated(number: int, name: str, year: str = "", certain: bool = False) -> Dated:
    day = f"{year}-05-12" if year else None
    return Dated(report(number, name, ("Lò Văn Tấn",), start_date=day), "05-12", year, certain)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([dated(1, FAIR, "2023", True), dated(2, FAIR)], {"e002": "2023-05-12"}),
        ([dated(1, FAIR, "2023", True), dated(2, FAIR, "2019")], {"e002": "2023-05-12"}),
        ([dated(1, FAIR, "2023"), dated(2, FAIR)], {"e002": "2023-05-12"}),
        ([dated(1, FAIR), dated(2, FAIR)], {"e001": "0001-05-12", "e002": "0001-05-12"}),
        ([dated(1, FAIR, "2023", True), dated(2, OTHER)], {}),
        ([dated(1, FAIR, "2023", True), dated(2, FAIR, "2023")], {}),
        ([dated(1, FAIR, "2022", True), dated(2, FAIR, "2023", True)], {}),
    ],
)
def test_a_year_is_told_by_a_report_of_the_same_event(found: list[Dated], told: dict[str, str]) -> None:
    assert told_days(found) == told
    assert told_days(reversed(found)) == told


def test_a_report_without_a_day_has_that_of_another_of_the_same_event() -> None:
    none = Dated(report(3, FAIR, ("Lò Văn Tấn",), start_date=None), "", "", False)
    assert told_days([dated(1, FAIR, "2023", True), none]) == {"e003": "2023-05-12"}
    assert told_days([none, dated(1, FAIR)]) == {"e001": "0001-05-12", "e003": "0001-05-12"}
    assert told_days([none, dated(1, OTHER, "2023", True)]) == {}


def test_a_day_that_the_year_has_not_is_not_told() -> None:
    leap = [Dated(report(1, FAIR), "02-29", "2023", True), Dated(report(2, FAIR), "02-29", "", False)]
    assert told_days(leap) == {}
