"""The news of an update: new, changed and gone events."""

from __future__ import annotations

from typing import Any

import pytest

from extract.tables.rows import table_named
from extract.updating.news import COLUMNS, News

EMPTY: dict[str, Any] = dict.fromkeys(column.name for column in table_named("events").columns)


def event(name: str, is_main: bool = True, **cells: Any) -> dict[str, Any]:
    return {**EMPTY, "event_id": name, "is_main": is_main, **cells}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (None, [event("e1")], [("new", "e1", ())]),
        ([event("e1")], [event("e1")], []),
        ([event("e1")], [event("e1", venue="hội trường")], [("changed", "e1", ("venue",))]),
        ([event("e1")], [], [("gone", "e1", ())]),
        ([event("e1", confidence=0.5)], [event("e1", confidence=0.9)], []),  # no fact
        ([event("e1")], [event("e2", venue="x")], [("changed", "e2", ("venue",))]),  # the main event is the same one
        ([event("e1", False)], [event("e2", False)], [("new", "e2", ()), ("gone", "e1", ())]),
        ([event("e1"), event("e2", False)], [event("e2", True)], [("changed", "e2", ("is_main",)), ("gone", "e1", ())]),
    ],
)
def test_differences(
    before: list[dict[str, Any]] | None, after: list[dict[str, Any]], told: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    news = News()
    news.compare(before, after)
    assert [(entry.change, entry.event["event_id"], entry.columns) for entry in news.entries] == told
    assert (news.new_articles, news.changed_articles) == ((1, 0) if before is None else (0, 1))


def test_newer_rules_are_no_news() -> None:
    news = News()
    news.compare([event("e1")], [event("e1", venue="x")], changed=False)
    assert not news.entries and news.reread_articles == 1


def test_a_gone_article_takes_its_events_along() -> None:
    news = News()
    news.lose([event("e1"), event("e2", False)])
    assert [entry.change for entry in news.of("gone")] == ["gone", "gone"] and news.of("new") == []
    said = news.as_json()
    assert said["articles"]["gone"] == 1 and list(said["events"][0]) == ["change", "changed", *COLUMNS]
