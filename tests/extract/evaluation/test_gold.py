"""Lines of gold: drafts from the tables, and the aspects that were checked."""

from __future__ import annotations

import pytest

from extract.evaluation.gold import draft, gold_line
from extract.tables.grouped import rows_by_article
from tests.tables import WriteTables


def test_a_draft_says_what_the_tables_say(write_tables: WriteTables) -> None:
    folder = write_tables(
        {
            "articles": [{"article_id": "a1"}],
            "events": [{"article_id": "a1", "type": "drill", "start_date": "2022-09-12", "end_date": "2022-09-14"}],
            "officials": [{"article_id": "a1", "name": "Phùng Bá Lễ", "positions": ("Thiếu tướng",), "roles": ()}],
            "attendance": [
                {"article_id": "a1", "count": 420, "cmp": "eq", "unit": "chiến sĩ"},
                {"article_id": "a1", "count": 500, "derived": True},
            ],
        }
    )
    line = draft("a1", dict(rows_by_article(folder))["a1"])
    assert line["is_event"] and line["status"] == "held"
    event = line["event"]
    assert (event["type"], event["start"], event["end"]) == ("drill", "2022-09-12", "2022-09-14")
    assert line["officials"] == [
        {"name": "Phùng Bá Lễ", "positions": ["Thiếu tướng"], "roles": [], "participant": None}
    ]
    assert line["attendance"] == [{"n": 420, "cmp": "eq", "unit": "chiến sĩ", "scope": "event"}]


def test_an_article_without_an_event_is_drafted_as_such(write_tables: WriteTables) -> None:
    folder = write_tables({"articles": [{"article_id": "a1"}]})
    line = draft("a1", dict(rows_by_article(folder))["a1"])
    assert line["is_event"] is False and line["event"] is None and line["officials"] == []


def test_only_what_was_checked_is_annotated() -> None:
    line = {"id": "a1", "is_event": False}
    assert gold_line(line, ["documents", "event"])["partial"] == ["event", "documents"]
    assert "partial" not in gold_line(line, ["event", "officials", "attendance", "documents"])
    with pytest.raises(ValueError, match="no aspect of article 'a1'"):
        gold_line(line, [])
