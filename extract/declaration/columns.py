"""The type of a table's column (name, type, meaning, example, allowed values, uses), and the columns that tables share.

The names and meanings are a contract with everyone who loads the files; columns are only ever added to the right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from extract.text.lexicon import load

ColumnType = Literal["string", "integer", "number", "boolean", "date", "partial_date", "timestamp", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, what a cell means, and whether a cell may be empty.

    `date` is an ISO day; `partial_date` an ISO prefix ("2024", "2024-05", "2024-05-14"); `timestamp` an ISO day or
    time; `list` several strings. `example` is a cell, or "@name" for one in lexicons/examples.toml. `vocabulary` lists
    the only values allowed, or returns them when called. `fact`: compared between two versions of the rules; `facet`:
    indexed, and a filter; `searched`: in the full-text index; `shown`: in the report; `width`: in a spreadsheet, in
    characters.
    """

    name: str
    type: ColumnType
    description: str
    example: str = ""
    required: bool = False
    vocabulary: tuple[str, ...] | Callable[[], tuple[str, ...]] = ()
    fact: bool = False
    facet: bool = False
    searched: bool = False
    shown: bool = False
    width: int = 16

    @property
    def values(self) -> tuple[str, ...]:
        """The only values allowed; empty where any value is."""
        return self.vocabulary() if callable(self.vocabulary) else self.vocabulary

    @property
    def shown_example(self) -> str:
        """An example of a cell, as it is printed."""
        named = self.example.startswith("@")
        return str(load("examples")[self.example[1:]]) if named else self.example


LEVELS = ("central", "province", "district", "commune")

ARTICLE_ID = Column(
    "article_id", "string", "The article; stable over runs: a hash of site and canonical address.", "a3f2…", True
)
EVENT_ID = Column("event_id", "string", "The event that this belongs to, empty if to none.", "e91c…")
EVIDENCE = (
    Column("span_start", "integer", "First character of the evidence in articles.text, counted from 0.", "118", True),
    Column("span_end", "integer", "Character after the last of the evidence.", "156", True),
    Column("quote", "string", "The evidence: articles.text[span_start:span_end].", "@quote", True, width=60),
    Column("rule", "string", "Name of the rule that found it.", "opening", True),
)
