"""The rows of a folder of tables article by article, in the order in which they were written."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from extract.declaration.tables import Row, Table
from extract.tables.rows import TABLES
from extract.tables.writer import read_rows

Rows = dict[str, list[Row]]


class StoredRows:
    """Reads the tables of a folder once. Articles must be requested in the order in which they are stored there."""

    def __init__(self, folder: Path) -> None:
        self._tables = {table.name: _Cursor(_by_article(folder, table)) for table in TABLES}
        self._order = {row["article_id"]: at for at, row in enumerate(read_rows(folder, "articles", ["article_id"]))}
        self._at = -1

    def take(self, article_id: str) -> Rows | None:
        """All rows of an article, by table; None where the folder has none, or they were read already."""
        at = self._order.get(article_id, -1)
        if at <= self._at:
            return None
        self._at = at
        return {name: cursor.take(article_id, self._order) for name, cursor in self._tables.items()}


class _Cursor:
    """A table's rows in groups, one group an article."""

    def __init__(self, groups: Iterator[tuple[str, list[Row]]]) -> None:
        self._groups = groups
        self._next = next(groups, None)

    def take(self, article_id: str, order: dict[str, int]) -> list[Row]:
        """The rows of an article; those of articles before it are skipped."""
        while self._next and order[self._next[0]] < order[article_id]:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != article_id:
            return []
        rows = self._next[1]
        self._next = next(self._groups, None)
        return rows


def _by_article(folder: Path, table: Table) -> Iterator[tuple[str, list[Row]]]:
    for article_id, rows in groupby(stored_rows(folder, table), key=lambda row: str(row["article_id"])):
        yield article_id, list(rows)


def stored_rows(folder: Path, table: Table) -> Iterator[Row]:
    """The rows of a table as an extraction made them: lists as tuples, times as they were written."""
    times = [column.name for column in table.columns if column.type == "timestamp"]
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as text:
        for row, printed in zip(read_rows(folder, table.name), csv.DictReader(text), strict=True):
            written = {name: printed[name] or None for name in times}
            yield {name: written[name] if name in written else _cell(cell) for name, cell in row.items()}


def _cell(cell: Any) -> Any:
    if isinstance(cell, date):
        return cell.isoformat()
    return tuple(cell) if isinstance(cell, list) else cell
