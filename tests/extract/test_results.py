"""What an extraction says of its own events and mentions."""

from __future__ import annotations

import pytest

from extract import extract
from extract.model import AttendanceValue, Mention, Span
from extract.results import Event, Extraction
from tests.extract.articles import article

EVENT = Event("a1-e1", True, "training", "lớp tập huấn", "held", Span(0, 10), "dated_frame", 0.9)


def with_counts(*values: AttendanceValue) -> Extraction:
    mentions = [Mention("attendance", Span(at, at + 1), "1", value, "guests") for at, value in enumerate(values)]
    owners = {("attendance", mention.span): EVENT.id for mention in mentions}
    return Extraction(article("Xã họp."), "Xã họp.", (EVENT,), {"attendance": tuple(mentions)}, owners=owners)


@pytest.mark.parametrize(
    ("values", "total"),
    [
        ([AttendanceValue(40, "eq", "đại biểu"), AttendanceValue(60, "eq", "người")], 60),
        ([AttendanceValue(40, "eq", "đại biểu"), AttendanceValue(60, "eq", "người", derived=True)], 40),
        ([AttendanceValue(40, "eq", "đại biểu"), AttendanceValue(90, "eq", "nông dân", scope="group")], 40),
        ([AttendanceValue(90, "eq", "nông dân", scope="group")], None),
        ([], None),
    ],
)
def test_the_total_of_an_event_is_its_largest_printed_count_of_all(
    values: list[AttendanceValue], total: int | None
) -> None:
    found = with_counts(*values).total_of(EVENT)
    assert (found and found.count) == total


def test_a_mention_without_an_owner_belongs_to_no_event() -> None:
    found = with_counts(AttendanceValue(40, "eq", "đại biểu"))
    alone = Mention("attendance", Span(50, 52), "12", AttendanceValue(12, "eq", "người"), "guests")
    assert found.event_of(found.attendance[0]) == EVENT.id
    assert found.event_of(alone) is None
    assert found.of_kind("document") == ()


def test_the_main_event_is_the_one_of_the_article() -> None:
    found = extract(article("Sáng 14/5, UBND xã tổ chức lớp tập huấn có 45 học viên tham dự."))
    assert found.main_event is not None and found.main_event.type == "training"
    assert [found.event_of(mention) for mention in found.attendance] == [found.main_event.id]
