"""The summary of the report: events with the numbers of their article, people and documents, and what links add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from extract.declaration.tables import Row
from extract.report.links import Links
from extract.report.summary import Summary, summarise
from extract.tables.rows import TABLES

Rows = Mapping[str, Sequence[Row]]


def blank(table: str, **cells: Any) -> Row:
    """A row of a table with these cells; the others are empty."""
    (found,) = (one for one in TABLES if one.name == table)
    return {**{column.name: None for column in found.columns}, **cells}


def official(number: int, name: str, *posts: str, level: str | None = None, participant: bool = True) -> Row:
    own = {"official_id": f"o{number}", "event_id": "e1", "name": name, "positions": posts}
    return blank("officials", **own, level=level, participant=participant)


def document(at: int, type_: str, symbol: str | None, **cells: Any) -> Row:
    return blank("documents", citation_id=f"c{at}", event_id="e1", type=type_, symbol=symbol, **cells)


def article(officials: Sequence[Row] = (), documents: Sequence[Row] = (), **event: Any) -> Rows:
    """The rows of an article with one event."""
    cells = {"event_id": "e1", "province": "Lai Châu", **event}
    rows = {"articles": [blank("articles", article_id="a1", title="Xã họp")], "events": [blank("events", **cells)]}
    return {**rows, "officials": officials, "documents": documents}


def summary_of(*articles: Rows, links: Links = Links()) -> Summary:
    """The summary of articles, after they have passed."""
    summary = Summary(links)
    passed = list(summarise(summary, [(f"a{number}", rows) for number, rows in enumerate(articles)]))
    assert [rows for _, rows in passed] == list(articles)
    return summary


def cells(summary: Summary, number: int = 0) -> dict[str, Any]:
    """The cells of an event by their names."""
    return dict(zip(summary.event_fields, summary.events[number], strict=True))


def test_an_event_has_the_numbers_of_its_article_people_and_documents() -> None:
    sen = official(2, "Vi Thị Sen", "Giám đốc Sở Y tế", level="province")
    rows = article([official(1, "Lò Văn Khiên", "Chủ tịch UBND xã", level="commune"), sen, sen])
    other = official(3, "Mè Văn Toàn", "Bí thư Huyện ủy", level="central")
    found = summary_of(rows, article([{**other, "event_id": "e9"}], [document(1, "Nghị quyết", "18-NQ/TW")]))
    assert [cells(found, number)["article"] for number in (0, 1)] == [0, 1]
    assert (cells(found)["people"], cells(found)["level"]) == ([0, 1], "province")
    assert (cells(found, 1)["people"], cells(found, 1)["papers"], cells(found, 1)["level"]) == ([], [0], None)
    assert found.papers == ["Nghị quyết 18-NQ/TW"] and dict(zip(found.article_fields, found.articles[0]))["title"]


def test_who_took_no_part_gives_the_event_no_level() -> None:
    absent = official(1, "Lò Văn Khiên", "Bộ trưởng", level="central", participant=False)
    found = summary_of(article([absent, official(2, "Vi Thị Sen", "Bí thư xã", level="commune")]))
    assert cells(found)["level"] == "commune"


def test_a_name_is_one_person_within_a_province_with_the_fullest_post() -> None:
    short = article([official(1, "Lò Văn Khiên", "Chủ tịch")])
    full = article([official(2, "LÒ VĂN KHIÊN", "Chủ tịch UBND xã")])
    elsewhere = article([official(3, "Lò Văn Khiên")], province="Sơn La")
    found = summary_of(short, full, elsewhere)
    assert found.people == [["Lò Văn Khiên", "Chủ tịch UBND xã", "Lai Châu"], ["Lò Văn Khiên", "", "Sơn La"]]


def test_linked_persons_are_one_in_every_province_and_have_tenures() -> None:
    links = Links(people={"o1": "p1", "o3": "p1"}, tenures={"p1": [["Chủ tịch", "2021"]]})
    first = article([official(1, "Lò Văn Khiên", "Chủ tịch"), official(2, "Lò Văn Khiên")])
    found = summary_of(first, article([official(3, "Lò Văn Khiên")], province="Sơn La"), links=links)
    assert (cells(found)["people"], cells(found, 1)["people"]) == ([0, 1], [0])
    assert found.tenures == {0: [["Chủ tịch", "2021"]]}


def test_a_document_is_known_by_its_key_or_its_symbol() -> None:
    first = document(1, "Nghị quyết", "18-NQ/TW", key="nghị quyết|18|XII")
    found = summary_of(
        article([], [first, document(2, "NGHỊ QUYẾT", "18-NQ/TW"), document(3, "Chỉ thị", None, number="5")]),
        article([], [document(4, "Nghị quyết", "18-NQ/TW", key="nghị quyết|18|XI")]),
    )
    assert (cells(found)["papers"], cells(found, 1)["papers"]) == ([0, 1], [2])
    assert found.papers == ["Nghị quyết 18-NQ/TW", "Chỉ thị 5", "Nghị quyết 18-NQ/TW"]


def test_linked_citations_are_one_document_with_its_issue() -> None:
    links = Links(papers={"c1": "l1", "c2": "l1"}, laws={"l1": ("Bộ Chính trị", "2017-10-25")})
    found = summary_of(article([], [document(1, "Nghị quyết", "18-NQ/TW"), document(2, "NQ", "18")]), links=links)
    assert cells(found)["papers"] == [0] and found.issues == {0: ("Bộ Chính trị", "2017-10-25")}


def test_reports_of_one_occurrence_share_its_number() -> None:
    links = Links(occurrences={"e1": "x1", "e2": "x1"})
    found = summary_of(article(), article(event_id="e2"), article(event_id="e3"), links=links)
    first, second, third = (cells(found, number)["occurrence"] for number in range(3))
    assert first == second is not None and third is None


def test_the_names_of_places_by_level() -> None:
    found = summary_of(article(district="Sìn Hồ"), article(province=None, commune="Nà Mẫu"))
    assert found.place_names() == {"province": {"Lai Châu"}, "district": {"Sìn Hồ"}, "commune": {"Nà Mẫu"}}
