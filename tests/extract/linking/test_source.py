"""Events of a folder of tables by their first day, with their people and documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.linking.source import EventSource
from tests.extract.linking.reports import event_row
from tests.tables import WriteTables

STAMP = "2023-05-20T08:00:00+07:00"


@pytest.fixture()
def folder(write_tables: WriteTables) -> Path:
    events = [
        event_row(1, "Lễ", start_date="2023-05-13", published_at=STAMP),
        event_row(2, "Hội", start_date="2023-05-12", published_at=STAMP),
        event_row(3, "Họp", start_date="2023-05", published_at=STAMP),
        event_row(4, "Họp", start_date="2020-05-12", date_basis="year_inferred"),
        event_row(5, "Họp", start_date=None),
    ]
    return write_tables({
        "articles": [{"article_id": row["article_id"]} for row in events],
        "events": events,
        "officials": [
            {"official_id": "o1", "article_id": "a001", "event_id": "e001", "name": "Lò Văn Tấn"},
            {"official_id": "o2", "article_id": "a002", "event_id": "e002", "name": "Mè Văn Toàn"},
            {"official_id": "o3", "article_id": "a001", "event_id": "e001", "name": "Cà Thị Mai"},
            {"official_id": "o4", "article_id": "a001", "event_id": None, "name": "Quàng Văn Pao"},
        ],
        "documents": [{"citation_id": "c1", "article_id": "a002", "event_id": "e002", "key": "8/NĐ-CP"}],
    })  # fmt: skip


def test_events_come_day_by_day_those_without_a_whole_day_first(folder: Path) -> None:
    source = EventSource(folder)
    assert source.count == 5
    assert [(day, [row["event_id"] for row, _, _ in events]) for day, events in source.days()] == [
        ("", ["e003", "e005"]),
        ("2020-05-12", ["e004"]),
        ("2023-05-12", ["e002"]),
        ("2023-05-13", ["e001"]),
    ]


def test_a_day_that_another_report_tells_is_the_day_of_the_event(folder: Path) -> None:
    source = EventSource(folder, {"e005": "2023-05-13"})
    days = {row["event_id"]: day for day, events in source.days() for row, *_ in events}
    assert (days["e005"], days["e003"]) == ("2023-05-13", "")


def test_an_event_has_its_own_people_and_documents(folder: Path) -> None:
    events = [one for _, found in EventSource(folder).days() for one in found]
    told = {row["event_id"]: (people, papers) for row, people, papers in events}
    assert told["e001"] == (("Lò Văn Tấn", "Cà Thị Mai"), ())
    assert told["e002"] == (("Mè Văn Toàn",), ("8/NĐ-CP",))
    assert told["e004"] == ((), ())


def test_people_whose_unit_is_not_named_are_of_where_the_article_is_from(write_tables: WriteTables) -> None:
    events = [event_row(1, "Hội nghị", mode="hybrid"), event_row(2, "Lễ")]
    posts = {"o1": ("UBND tỉnh", "tỉnh", "province"), "o2": ("Tỉnh ủy Lai Châu", "Lai Châu", "province"),
             "o3": ("Chính phủ", None, "central"), "o4": ("UBND tỉnh", "tỉnh", "province")}  # fmt: skip
    names = {"o1": "Lò Văn Tấn", "o2": "Cà Thị Mai", "o3": "Mè Văn Toàn", "o4": "Quàng Văn Pao"}
    folder = write_tables({
        "articles": [{"article_id": row["article_id"]} for row in events],
        "events": events,
        "officials": [{"official_id": key, "name": name, "article_id": f"a00{1 + (key == 'o4')}",
                       "event_id": f"e00{1 + (key == 'o4')}"} for key, name in names.items()],
        "positions": [{"official_id": key, "article_id": "a001", "position": body, "body": body, "unit": unit,
                       "level": level} for key, (body, unit, level) in posts.items()],
    })  # fmt: skip
    told = {row["event_id"]: row["local_people"] for _, found in EventSource(folder).days() for row, *_ in found}
    assert told == {"e001": ("Lò Văn Tấn",), "e002": ()}


def test_events_of_an_uncertain_year_come_with_those_of_the_same_day_of_any_year(folder: Path) -> None:
    found = {(day, row["event_id"]): sure for day, sure, (row, *_) in EventSource(folder).of_days({"e005": "05-13"})}
    assert found == {
        ("05-12", "e002"): True,
        ("05-12", "e004"): False,
        ("05-13", "e001"): True,
        ("05-13", "e005"): False,
    }
