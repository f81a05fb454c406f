"""What the report shows before any article is opened: the events with their people and documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.declaration.columns import LEVELS
from extract.declaration.tables import Row
from extract.report.links import Links
from extract.tables.rows import table_named
from extract.text.normalize import fold

_Article = tuple[str, Mapping[str, Sequence[Row]]]
_EVENT_COLUMNS = table_named("events").shown
_ARTICLE_COLUMNS = table_named("articles").shown


@dataclass(slots=True)
class Summary:
    """Rows as lists in the order of their fields. An event's last fields are the number of its article, those of its
    people and documents, the highest level of the posts of those who took part, and the number of its occurrence,
    shared with other reports of it; a person is [name, fullest post, province], a document its label. `tenures` and
    `issues` have the data of the linked tables by the number of a person or document."""

    links: Links = field(default_factory=Links)
    events: list[list[Any]] = field(default_factory=list)
    articles: list[list[Any]] = field(default_factory=list)
    people: list[list[str | None]] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    tenures: dict[int, Sequence[Sequence[str | None]]] = field(default_factory=dict)
    issues: dict[int, tuple[str | None, str | None]] = field(default_factory=dict)
    event_fields: tuple[str, ...] = (*_EVENT_COLUMNS, "article", "people", "papers", "level", "occurrence")
    article_fields: tuple[str, ...] = _ARTICLE_COLUMNS
    numbers: dict[tuple[str | None, ...], int] = field(default_factory=dict)

    def place_names(self) -> dict[str, set[str]]:
        """The names of the events' places by level."""
        levels = ("province", "district", "commune")
        at = {level: _EVENT_COLUMNS.index(level) for level in levels}
        return {level: {event[at[level]] for event in self.events if event[at[level]]} for level in levels}


def summarise(summary: Summary, articles: Iterable[_Article]) -> Iterator[_Article]:
    """Passes on the articles with their rows unchanged, each after it was added to the summary."""
    for number, (article_id, rows) in enumerate(articles):
        article = rows["articles"][0]
        summary.articles.append([article[name] for name in _ARTICLE_COLUMNS])
        for event in rows["events"]:
            officials = _of_event(rows["officials"], event)
            people = [_person(summary, row, event) for row in officials]
            papers = [_paper(summary, row) for row in _of_event(rows["documents"], event)]
            columns = [event[name] for name in _EVENT_COLUMNS]
            links = [list(dict.fromkeys(people)), list(dict.fromkeys(papers)), _highest_level(officials)]
            summary.events.append([*columns, number, *links, _occurrence(summary, event)])
        yield article_id, rows


def _highest_level(officials: Sequence[Row]) -> str | None:
    levels = {row["level"] for row in officials if row["participant"]}
    return next((level for level in LEVELS if level in levels), None)


def _of_event(rows: Sequence[Row], event: Row) -> list[Row]:
    return [row for row in rows if row["event_id"] == event["event_id"]]


def _person(summary: Summary, row: Row, event: Row) -> int:
    """The number of a person; without links a person is a name within a province, since namesakes occur in others."""
    name, province = str(row["name"]), _text(event["province"])
    person_id = summary.links.people.get(str(row["official_id"]))
    key = ("person", person_id) if person_id else ("person", fold(name), province)
    number = summary.numbers.setdefault(key, len(summary.people))
    posts = row["positions"]
    post = str(posts[0]) if isinstance(posts, (list, tuple)) and posts else ""
    if number == len(summary.people):
        summary.people.append([name, post, province])
        if tenures := summary.links.tenures.get(person_id or ""):
            summary.tenures[number] = tenures
    elif len(post) > len(summary.people[number][1] or ""):
        summary.people[number][1] = post
    return number


def _paper(summary: Summary, row: Row) -> int:
    """The number of a document; without links it is identified by its key, or else by its type with its symbol or
    number; one without a key is taken for the first document of that symbol."""
    label = f"{row['type']} {row['symbol'] or row['number']}"
    law_id = summary.links.papers.get(str(row["citation_id"]))
    number = summary.numbers.setdefault(("paper", law_id or fold(_text(row["key"]) or label)), len(summary.papers))
    if not law_id:
        summary.numbers.setdefault(("paper", fold(label)), number)
    if number == len(summary.papers):
        summary.papers.append(label)
        if law_id and law_id in summary.links.laws:
            summary.issues[number] = summary.links.laws[law_id]
    return number


def _occurrence(summary: Summary, event: Row) -> int | None:
    """The number of an occurrence that several events report."""
    occurrence_id = summary.links.occurrences.get(str(event["event_id"]))
    if occurrence_id is None:
        return None
    return summary.numbers.setdefault(("occurrence", occurrence_id), len(summary.numbers))


def _text(cell: object) -> str | None:
    return None if cell is None else str(cell)
