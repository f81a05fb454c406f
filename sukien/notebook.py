"""Display of an extraction in a notebook: the text with its evidence marked, and its tables as DataFrames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from html import escape
from typing import TYPE_CHECKING

from extract.mentions import KINDS
from extract.results import Extraction
from extract.tables.rows import rows_of, table_named

if TYPE_CHECKING:
    from extract.tables.frames import Tables

_GROUNDS = {kind.name: kind.tables[0].highlight.light for kind in KINDS if kind.tables and kind.tables[0].highlight}
_MARK = '<mark style="background:{color};color:#111;padding:0 .15em" title="{title}">{text}</mark>'


@dataclass(frozen=True, slots=True)
class NotebookExtraction(Extraction):
    """An extraction that a notebook shows as text with its evidence marked."""

    @classmethod
    def of(cls, found: Extraction) -> NotebookExtraction:
        """An extraction with the views of a notebook."""
        return cls(**{field.name: getattr(found, field.name) for field in fields(Extraction)})

    def to_frames(self) -> Tables:
        """All tables of this article as typed DataFrames, like those of `load`."""
        from extract.tables.frames import tables_of

        return tables_of(rows_of(self))

    def _repr_html_(self) -> str:
        return f"<div>{_event_html(self)}<p style='white-space:pre-wrap'>{''.join(_marked(self))}</p></div>"


def _event_html(found: Extraction) -> str:
    """The main event's cells that the report shows, as a table of two columns."""
    if found.main_event is None:
        return "<p><em>No event is reported.</em></p>"
    events = (row for row in rows_of(found)["events"] if row["is_main"])
    row, shown = next(events), table_named("events").shown
    cells = ((name, row[name]) for name in shown if name not in ("event_id", "is_main") and row[name] not in (None, ()))
    lines = (f"<tr><th style='text-align:left'>{name}</th><td>{escape(_text(cell))}</td></tr>" for name, cell in cells)
    return f"<table>{''.join(lines)}</table>"


def _text(cell: object) -> str:
    return "; ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)


def _marked(found: Extraction) -> Iterator[str]:
    """The canonical text as HTML, with evidence as marks; of two that overlap, the one that begins first is marked."""
    at = 0
    mentions = (mention for kind in _GROUNDS for mention in found.of_kind(kind))
    for mention in sorted(mentions, key=lambda mention: mention.span):
        if mention.span.start >= at:
            yield escape(found.text[at : mention.span.start])
            title = escape(f"{mention.kind}, rule {mention.rule}", quote=True)
            yield _MARK.format(color=_GROUNDS[mention.kind], title=title, text=escape(mention.text))
            at = mention.span.end
    yield escape(found.text[at:])
