"""The rows of a folder an article at a time."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from extract.declaration.tables import Row
from extract.tables.grouped import rows_by_article
from extract.tables.rows import TABLES
from extract.tables.writer import TableFolder, read_rows


def test_every_row_comes_once_with_its_article(sample_tables: Path) -> None:
    counts = dict.fromkeys((table.name for table in TABLES), 0)
    ids = []
    for article_id, rows in rows_by_article(sample_tables):
        ids.append(article_id)
        for name, of_table in rows.items():
            assert all(row["article_id"] == article_id for row in of_table)
            counts[name] += len(of_table)
    assert ids == [row["article_id"] for row in read_rows(sample_tables, "articles")]
    assert counts == {table.name: len(list(read_rows(sample_tables, table.name))) for table in TABLES}


def test_tables_in_another_order_give_the_same(sample_tables: Path, tmp_path: Path) -> None:
    articles = list(rows_by_article(sample_tables))
    mixed = [rows for _, rows in articles]
    random.Random(5).shuffle(mixed)
    with TableFolder(tmp_path / "mixed") as out:
        for (_, given), others in zip(articles, mixed):
            out.add({**_as_written(others), "articles": _as_written(given)["articles"]})
    assert list(rows_by_article(tmp_path / "mixed")) == articles


def _as_written(rows: Mapping[str, Sequence[Row]]) -> dict[str, list[dict[str, Any]]]:
    """Rows in the form of an extraction: lists as tuples, days and times as text."""
    return {name: [{key: _cell(cell) for key, cell in row.items()} for row in table] for name, table in rows.items()}


def _cell(cell: Any) -> Any:
    if isinstance(cell, list):
        return tuple(cell)
    return cell.isoformat() if hasattr(cell, "isoformat") else cell
