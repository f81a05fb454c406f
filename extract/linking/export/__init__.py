"""Export of linked tables to standard formats: Popolo, FollowTheMoney, schema.org, iCalendar, Atom, GraphML.

Each function takes the folder of linked tables and returns the text of a file, the same for the same tables.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extract.linking.export.feeds import to_atom, to_calendar
from extract.linking.export.follow_the_money import to_follow_the_money
from extract.linking.export.graph import to_graphml
from extract.linking.export.popolo import to_popolo
from extract.linking.export.schema_org import to_json_ld
from extract.tables.checks import NotTables
from extract.tables.linked import is_linked
from scraper.boundary.files import replace_text

FORMATS: dict[str, Callable[[Path], str]] = {
    "popolo": to_popolo,
    "ftm": to_follow_the_money,
    "jsonld": to_json_ld,
    "ics": to_calendar,
    "atom": to_atom,
    "graphml": to_graphml,
}


def write_export(tables: Path, name: str, file: Path) -> None:
    """Write the linked tables of a folder in one of FORMATS. Raises NotTables where they are not linked."""
    if not is_linked(tables):
        raise NotTables(f"{tables} is not linked; run `sukien link {tables}`")
    replace_text(file, FORMATS[name](tables))
