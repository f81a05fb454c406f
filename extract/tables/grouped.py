"""Iteration over the rows of a folder of tables by article, without the whole folder in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from extract.declaration.tables import Row
from extract.tables.rows import TABLES
from extract.tables.writer import read_rows

_RowsOf = Callable[[str], list[Row]]


def rows_by_article(folder: Path) -> Iterator[tuple[str, dict[str, list[Row]]]]:
    """Yields every article's id with all its rows by table name, in the order of the articles.

    A run writes all tables in that order, so they are read in parallel; a table in another order, as other programs may
    write it, is loaded into memory.
    """
    order = {str(row["article_id"]): at for at, row in enumerate(read_rows(folder, "articles", ["article_id"]))}
    others = {table.name: _reader(folder, table.name, order) for table in TABLES if table.name != "articles"}
    for article in read_rows(folder, "articles"):
        article_id = str(article["article_id"])
        yield article_id, {"articles": [article], **{name: rows_of(article_id) for name, rows_of in others.items()}}


def _reader(folder: Path, table: str, order: dict[str, int]) -> _RowsOf:
    """A function that returns the rows of one article; it must be called for the articles in their order."""
    places = (order.get(str(row["article_id"]), -1) for row in read_rows(folder, table, ["article_id"]))
    in_order = all(before <= after for before, after in pairwise(places))
    return _beside(read_rows(folder, table)) if in_order else _held(read_rows(folder, table))


def _beside(rows: Iterator[Row]) -> _RowsOf:
    waiting = next(rows, None)

    def rows_of(article_id: str) -> list[Row]:
        nonlocal waiting
        found = []
        while waiting is not None and waiting["article_id"] == article_id:
            found.append(waiting)
            waiting = next(rows, None)
        return found

    return rows_of


def _held(rows: Iterator[Row]) -> _RowsOf:
    held: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        held[str(row["article_id"])].append(row)
    return lambda article_id: held.pop(article_id, [])
