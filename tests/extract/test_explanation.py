"""The explanations of every row: they have the cells of the tables."""

from __future__ import annotations

from collections.abc import Iterator

from extract import extract
from extract.explanation import Reason, reasons_of
from extract.mentions import KINDS
from extract.tables.rows import TABLES, rows_of
from extract.text.entries import entries_in
from scraper.article import Place
from tests.extract.articles import article

FOUND = extract(
    article(
        "Sáng 12/3, UBND huyện Sìn Hồ tổ chức hội nghị tổng kết công tác năm 2023.",
        "Tham dự có đồng chí Vừ A Tủa, Chủ tịch UBND huyện và hơn 120 đại biểu.",
        "Hội nghị triển khai Kế hoạch số 54/KH-UBND. Cả huyện có 900 học sinh.",
        title="Huyện Sìn Hồ tổng kết công tác năm",
        place=Place(province="Lai Châu"),
    )
)


def all_reasons(reasons: Iterator[Reason] | tuple[Reason, ...]) -> Iterator[Reason]:
    for reason in reasons:
        yield reason
        yield from all_reasons(reason.parts)


def test_every_row_but_the_article_has_a_reason() -> None:
    rows = rows_of(FOUND)
    told = [reason.cells.partition(":")[0] for reason in reasons_of(FOUND)]
    assert {table.name: told.count(table.name) for table in TABLES if table.name != "articles"} == {
        name: len(found) for name, found in rows.items() if name != "articles"
    }


def test_every_evidence_quotes_the_text() -> None:
    for reason in all_reasons(reasons_of(FOUND)):
        if reason.span and not reason.quote.startswith("("):
            assert FOUND.text[reason.span.start : reason.span.end] == reason.quote


def test_the_points_of_an_event_and_of_a_count_reach_what_is_needed() -> None:
    decided = [reason for reason in reasons_of(FOUND) if reason.needed is not None]
    assert len(decided) == 2
    assert all(sum(points for _, points in reason.weighed) >= (reason.needed or 0) for reason in decided)


def test_the_main_cells_of_an_event_tell_how_sure_they_are() -> None:
    event = next(reasons_of(FOUND))
    sure = {reason.cells.partition(",")[0]: reason.confidence for reason in all_reasons(event.parts)}
    assert {"type_confidence", "dates_confidence", "place_confidence", "attendees_confidence"} <= sure.keys()
    assert event.confidence == sure["confidence"]


def test_the_sections_that_explain_a_kind_are_there() -> None:
    for kind in KINDS:
        list(entries_in("", kind.explained_by))
