"""The tables: the columns of the contract, in their order, and the rows of one extraction."""

from __future__ import annotations

import pytest

from extract.declaration.tables import Row, Table
from extract.mentions.officials.kind import official_id
from extract.model import (
    AttendanceValue,
    CitationValue,
    Comparator,
    DateValue,
    Mention,
    OfficialValue,
    Position,
    Rejection,
    Scope,
    Span,
)
from extract.results import Event, Extraction
from extract.tables.rows import TABLES, rows_of
from scraper.article import Article, Place

# Names and order that analysts' notebooks rely on; columns are only ever added to the right of these.
CONTRACT = {
    "articles": "article_id, site_id, url, title, lead, author, source, section, published_at, published_precision,"
    " text, text_sha256, platform, fetched_at, page_sha256, warc_file, warc_offset",
    "events": "event_id, article_id, is_main, type, name, status, start_date, end_date, date_precision, date_basis,"
    " part_of_day, mode, organizers, venue, province, province_code, district, district_code, commune, commune_code,"
    " attendees, attendees_max, attendees_cmp, attendees_unit, n_officials, n_documents, url, title, published_at,"
    " confidence, span_start, span_end, quote, rule",
    "officials": "official_id, event_id, article_id, name, honorific, positions, roles, participant, organization,"
    " level, confidence, span_start, span_end, quote, rule",
    "positions": "official_id, article_id, name, position, head, body, unit, level, span_start, span_end, quote, rule",
    "attendance": "event_id, article_id, count, count_max, cmp, unit, scope, derived, span_start, span_end, quote,"
    " rule",
    "documents": "citation_id, article_id, event_id, type, number, year, symbol, key, issuer, issued_date, subject,"
    " provision, span_start, span_end, quote, rule",
    "dates": "article_id, event_id, kind, start_date, end_date, precision, part_of_day, basis, span_start, span_end,"
    " quote, rule",
    "rejections": "article_id, kind, reason, span_start, span_end, quote, rule",
}

TEXT = "Sáng 12/3, đồng chí Vừ A Tủa, Chủ tịch UBND huyện dự họp với 40 đại biểu theo Kế hoạch số 54/KH-UBND."
EVENT = Event(
    id="e1",
    is_main=True,
    type="meeting",
    name="Họp",
    status="held",
    span=Span(0, len(TEXT)),
    rule="dated_frame",
    confidence=0.9,
    start_date="2024-03-12",
    end_date="2024-03-12",
    place=Place(province="Điện Biên", province_code="11", district="Mường Chà"),
)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def count(number: int, scope: Scope = "event", derived: bool = False, cmp: Comparator = "eq") -> AttendanceValue:
    return AttendanceValue(number, cmp, "đại biểu", scope, derived=derived)


def extraction(*counts: AttendanceValue) -> Extraction:
    """An extraction written by hand, with a mention of every kind, all of them the event's."""
    post = Position("Chủ tịch UBND huyện", span("Chủ tịch UBND huyện"), head="Chủ tịch", level="district")
    official = OfficialValue("Vừ A Tủa", "đồng chí", (post,), ("attend",), level="district", confidence=0.97)
    officials = (Mention("official", span("Vừ A Tủa"), "Vừ A Tủa", official, "after_honorific"),)
    cited = CitationValue("Kế hoạch", "54", "54/KH-UBND")
    citations = (Mention("document", span("Kế hoạch số 54/KH-UBND"), "Kế hoạch số 54/KH-UBND", cited, "symbol"),)
    day = DateValue("2024-03-12", "2024-03-12", "day", "event", "year_inferred", "morning")
    dates = (Mention("date", span("Sáng 12/3"), "Sáng 12/3", day, "day"),)
    attendance = tuple(
        Mention("attendance", Span(at, at + 1), TEXT[at], value, "count") for at, value in enumerate(counts)
    )
    mentions = {"official": officials, "attendance": attendance, "document": citations, "date": dates}
    refused = (Rejection("date", span("40"), "40", "day", "no_date"),)
    owners = {(one.kind, one.span): "e1" for one in (*officials, *citations, *dates, *attendance)}
    article = Article(id="a1", url="https://x.example/tin", paragraphs=(TEXT,), published_at="2024-03-13")
    return Extraction(article, TEXT, (EVENT,), mentions, refused, owners)


def only_row(found: Extraction, table: str) -> Row:
    (row,) = rows_of(found)[table]
    return row


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_begin_with_those_of_the_contract(table: Table) -> None:
    promised = CONTRACT[table.name].split(", ")
    assert [column.name for column in table.columns][: len(promised)] == promised


def test_there_are_the_tables_of_the_contract() -> None:
    assert [table.name for table in TABLES] == list(CONTRACT)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_have_the_declared_columns_in_order(table: Table) -> None:
    row = only_row(extraction(count(40)), table.name)
    assert list(row) == [column.name for column in table.columns]


def test_an_event_row_tells_days_place_and_what_belongs_to_it() -> None:
    row = only_row(extraction(count(40)), "events")
    assert (row["start_date"], row["province"], row["district"]) == ("2024-03-12", "Điện Biên", "Mường Chà")
    assert (row["n_officials"], row["n_documents"]) == (1, 1)
    assert (row["url"], row["published_at"]) == ("https://x.example/tin", "2024-03-13")


@pytest.mark.parametrize(
    ("counts", "attendees"),
    [
        ((), None),
        ((count(40),), 40),
        ((count(40), count(60)), 60),
        ((count(40), count(90, "group")), 40),
        ((count(40), count(900, "series")), 40),
        ((count(40), count(90, derived=True)), 40),
        ((count(90, derived=True),), 90),
        ((count(15, "group"),), None),
    ],
)
def test_attendees_are_the_largest_printed_count_of_all(
    counts: tuple[AttendanceValue, ...], attendees: int | None
) -> None:
    assert only_row(extraction(*counts), "events")["attendees"] == attendees


def test_the_evidence_of_every_row_is_where_it_says() -> None:
    for rows in rows_of(extraction(count(40))).values():
        for row in rows:
            if "quote" in row:
                assert TEXT[int(str(row["span_start"])) : int(str(row["span_end"]))] == row["quote"]


def test_positions_and_officials_share_an_id() -> None:
    rows = rows_of(extraction())
    assert rows["positions"][0]["official_id"] == rows["officials"][0]["official_id"] == official_id("a1", "Vừ A Tủa")


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Hoàng Thuý", "Hoàng Thúy", True),
        ("VỪ A TỦA", "Vừ A Tủa", True),
        ("Vũ Đất", "Vũ Đạt", False),
        ("Vũ Đất", "Vũ Dat", False),
    ],
)
def test_ids_of_persons_ignore_case_and_tone_placement_and_nothing_else(name: str, other: str, same: bool) -> None:
    assert (official_id("a1", name) == official_id("a1", other)) is same
