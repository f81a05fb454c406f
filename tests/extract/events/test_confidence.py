"""Confidences of the cells of an event: they rise with the evidence, and are empty where there is no cell."""

from __future__ import annotations

import pytest

from extract import extract
from extract.results import Event
from extract.tables.rows import rows_of
from scraper.article import Place
from tests.extract.articles import article

CLEAR = "Sáng 12/3/2024, UBND huyện tổ chức hội nghị tổng kết công tác năm 2023. Tham dự có 120 đại biểu."


def main_event(*paragraphs: str, title: str = "", published: str | None = "2024-03-13") -> Event:
    found = extract(article(*paragraphs, title=title, published=published, place=Place(province="Lai Châu")))
    assert found.main_event is not None
    return found.main_event


def test_every_cell_that_there_is_is_assessed() -> None:
    event = main_event(CLEAR, title="Hội nghị tổng kết")
    assert set(event.assessed) == {"event", "type", "dates", "place", "attendees"}
    assert all(0 < cell.confidence < 1 for cell in event.assessed.values())
    assert event.confidence == event.assessed["event"].confidence


def test_the_columns_say_what_was_assessed() -> None:
    (row,) = rows_of(extract(article(CLEAR, place=Place(province="Lai Châu"))))["events"]
    assert row["type_confidence"] and row["dates_confidence"] and row["place_confidence"]
    assert row["attendees"] == 120 and row["attendees_confidence"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Tại hội nghị, các đại biểu thảo luận. Phát biểu tại hội nghị, Bí thư Huyện ủy đề nghị đổi mới.", "dates"),
        ("Sáng 12/3, UBND huyện tổ chức hội nghị tổng kết công tác năm.", "attendees"),
    ],
)
def test_what_is_not_told_is_not_assessed(text: str, cell: str) -> None:
    assert cell not in main_event(text, published=None).assessed


def test_a_place_that_nothing_tells_is_not_assessed() -> None:
    (row,) = rows_of(extract(article("Sáng 12/3, nhà trường tổ chức hội nghị tổng kết năm học.")))["events"]
    assert row["province"] is None and row["place_confidence"] is None


@pytest.mark.parametrize(
    ("surer", "less_sure", "cell"),
    [
        (
            ("Sáng 12/3, UBND huyện tổ chức hội nghị tổng kết công tác năm.", "Hội nghị tổng kết công tác năm"),
            ("Chủ tịch UBND huyện thăm mô hình và dự hội nghị ngày 12/3.", "Trồng nấm ở vùng cao"),
            "type",
        ),
        (
            ("Sáng 12/3, UBND huyện tổ chức hội nghị tổng kết công tác năm.", "Hội nghị tổng kết công tác năm"),
            ("Sáng 12/3, UBND huyện tổ chức hội nghị. Ngày 13/3, xã họp. Ngày 14/3, xã đối thoại.", "Hội nghị"),
            "dates",
        ),
    ],
)
def test_what_speaks_against_a_cell_makes_it_less_sure(
    surer: tuple[str, str], less_sure: tuple[str, str], cell: str
) -> None:
    sure, unsure = (main_event(text, title=title).assessed[cell] for text, title in (surer, less_sure))
    assert sure.confidence > unsure.confidence


def test_the_votes_for_a_type_and_the_rule_that_overrules_them_are_kept() -> None:
    event = main_event("Ngày 9/8, đoàn của Sở Y tế đã kiểm tra các trạm y tế và có buổi làm việc với UBND huyện.")
    assert event.type == "inspection"
    assert event.votes and event.type_rule in (None, "session_of_an_inspection")
