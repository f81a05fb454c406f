"""A kind of mention: its finder, its tables, and what the event assembly, the report and the gold make of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from extract.declaration.rules import Rule
from extract.declaration.tables import Row, Table
from extract.model import Findings, Mention
from extract.results import Event
from extract.text.document import Document

Mentions = tuple[Mention[Any], ...]
Finder = Callable[[Document], Findings]
Owner = Callable[[Document, Mention[Any], Sequence[Event]], str | None]
"""The id of the event, among those of the article with the main one first, that a mention belongs to."""


def belongs_to_none(document: Document, mention: Mention[Any], events: Sequence[Event]) -> None:
    """The owner of mentions that belong to no event."""


def belongs_by_sentence(document: Document, mention: Mention[Any], events: Sequence[Event]) -> str:
    """The further event whose sentence holds the mention, else the main one."""
    sentence = document.sentence_at(mention.span.start)
    return next((event.id for event in reversed(events[1:]) if event.span == sentence), events[0].id)


def unchanged(mentions: Mentions) -> Findings:
    """The mentions as they are, for a kind that does not depend on whether the article reports an event."""
    return Findings(mentions)


@dataclass(frozen=True, slots=True)
class GoldField:
    """A field of a line of gold: the column that drafts it, how it is entered in Label Studio, and its value in an
    empty entry. An optional field is left out where its column is empty, and of an empty entry."""

    name: str
    column: str
    entry: Literal["text", "list", "flag", "number"] = "text"
    blank: Any = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """What an annotation says of each row of a kind's first table (data/gold/ANNOTATION.md), and which rows count."""

    fields: tuple[GoldField, ...]
    counts: Callable[[Row], bool] = lambda row: True


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mention.

    `tables`: the first has a row a mention. `owner` says to which event a mention belongs; `without_event` what is left
    of the mentions in an article that reports no event, and what is refused. `gold`: how the rows of the first table
    are annotated, None where they are not. `explained_by`: the sections of lexicons whose words explain its rows.
    `rules`: what `rule` and `reason` may say of a mention of the kind.
    """

    name: str
    find: Finder
    tables: tuple[Table, ...] = ()
    owner: Owner = belongs_to_none
    without_event: Callable[[Mentions], Findings] = unchanged
    gold: Gold | None = None
    explained_by: tuple[str, ...] = ()
    rules: tuple[Rule[Any], ...] = ()
