"""A table: its columns, its keys, and how its rows are made from one extraction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from extract.declaration.columns import Column
from extract.model import Span
from extract.results import Extraction

Cell = str | int | float | bool | None | tuple[str, ...]
Row = Mapping[str, Cell]


def _no_rows(found: Extraction) -> Iterator[Row]:
    """The rows of a table that is not made from single articles but from other tables."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Highlight:
    """How the evidence of a table's rows is marked in a text: the name of the mark, and its ground in a light and in a
    dark page (CSS colours; black text on the light one and white text on the dark one have a contrast above 7:1)."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, its keys, and how its rows are made from one extraction."""

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Extraction], Iterator[Row]] = _no_rows
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[tuple[str, str], ...] = (("article_id", "articles"),)
    highlight: Highlight | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """The columns whose values are compared between two versions of the rules."""
        return tuple(column.name for column in self.columns if column.fact)

    @property
    def facets(self) -> tuple[str, ...]:
        """The columns to filter by."""
        return tuple(column.name for column in self.columns if column.facet)

    @property
    def searched(self) -> tuple[str, ...]:
        """The columns whose words are in the full-text index."""
        return tuple(column.name for column in self.columns if column.searched)

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns that the report shows."""
        return tuple(column.name for column in self.columns if column.shown)


def evidence(text: str, span: Span, rule: str) -> dict[str, Cell]:
    """The cells of the columns EVIDENCE, for a span of the canonical text."""
    return {"span_start": span.start, "span_end": span.end, "quote": text[span.start : span.end], "rule": rule}
