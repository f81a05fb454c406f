"""The news of an update: events that are new, changed or gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from extract.declaration.tables import Row
from extract.tables.rows import table_named

ChangeKind = Literal["new", "changed", "gone"]
COLUMNS = (
    "event_id",
    "article_id",
    "type",
    "name",
    "status",
    "start_date",
    "end_date",
    "part_of_day",
    "venue",
    "province",
    "district",
    "commune",
    "attendees",
    "title",
    "url",
    "published_at",
)


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """One event of the news: the kind of its change, its row, and the columns whose value changed."""

    change: ChangeKind
    event: Row
    columns: tuple[str, ...] = ()

    def as_row(self) -> dict[str, Any]:
        """The entry as a row of `new.csv`."""
        return {"change": self.change, "changed": self.columns, **{name: self.event[name] for name in COLUMNS}}


@dataclass(slots=True)
class News:
    """The news of an update, in the order of the tables, and the numbers of articles."""

    entries: list[NewsEntry] = field(default_factory=list)
    new_articles: int = 0
    changed_articles: int = 0
    gone_articles: int = 0
    reread_articles: int = 0

    def compare(self, before: Sequence[Row] | None, after: Sequence[Row], changed: bool = True) -> None:
        """Add the differences between the former and the present events of an article; `None` for a new article.

        An article that did not change, and was only extracted by newer rules, is counted but is not news.
        """
        if not changed:
            self.reread_articles += 1
            return
        self.new_articles += before is None
        self.changed_articles += before is not None
        self.entries += _differences(before or (), after)

    def lose(self, events: Iterable[Row]) -> None:
        """Add an article that is no longer there, with the events that it had."""
        self.gone_articles += 1
        self.entries += [NewsEntry("gone", event) for event in events]

    def of(self, *changes: ChangeKind) -> list[NewsEntry]:
        """The entries of some kinds."""
        return [entry for entry in self.entries if entry.change in changes]

    def as_json(self) -> dict[str, Any]:
        """The news as an object of JSON: counts of articles, and the events."""
        return {
            "articles": {
                "new": self.new_articles,
                "changed": self.changed_articles,
                "gone": self.gone_articles,
                "reread": self.reread_articles,
            },
            "events": [entry.as_row() for entry in self.entries],
        }


def _differences(before: Iterable[Row], after: Sequence[Row]) -> Iterator[NewsEntry]:
    """Events are matched by their id, or as the main events of an article."""
    old = {str(event["event_id"]): event for event in before}
    ids = {str(event["event_id"]) for event in after}
    main = next((key for key, event in old.items() if event["is_main"] and key not in ids), "")
    for event in after:
        earlier = old.pop(str(event["event_id"]), None) or (old.pop(main, None) if event["is_main"] else None)
        if earlier is None:
            yield NewsEntry("new", event)
        elif columns := _changed(earlier, event):
            yield NewsEntry("changed", event, columns)
    yield from (NewsEntry("gone", event) for event in old.values())


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in table_named("events").facts if before.get(name) != after.get(name))
