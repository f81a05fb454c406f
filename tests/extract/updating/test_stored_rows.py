"""The rows of a folder as an extraction made them, article by article."""

from __future__ import annotations

from pathlib import Path

from extract import extract
from extract.declaration.tables import Cell, Row
from extract.jsonl import read_articles
from extract.tables.rows import TABLES, rows_of, table_named
from extract.tables.writer import TableFolder
from extract.updating.stored_rows import StoredRows, stored_rows
from scraper.article import Article, Place
from tests.tables import SAMPLE


def test_rows_come_back_as_they_were_made(tmp_path: Path) -> None:
    articles = [one for one in read_articles(SAMPLE, lambda site, url: Place()) if isinstance(one, Article)][:12]
    made = {one.id: rows_of(extract(one)) for one in articles}
    with TableFolder(tmp_path / "tables") as out:
        for rows in made.values():
            out.add(rows)
    stored = StoredRows(tmp_path / "tables")
    for article in articles:
        found = stored.take(article.id)
        assert found is not None
        for table in TABLES:
            assert list(map(rounded, found[table.name])) == list(map(rounded, made[article.id][table.name])), table.name


def rounded(row: Row) -> dict[str, Cell]:
    """A row with empty lists for None in columns of lists, as files have them."""
    return {name: cell or () if isinstance(cell, tuple) or cell is None else cell for name, cell in row.items()}


def test_articles_are_asked_for_in_their_order(sample_tables: Path) -> None:
    ids = [str(row["article_id"]) for row in stored_rows(sample_tables, table_named("articles"))]
    stored = StoredRows(sample_tables)
    assert stored.take("unheard-of") is None
    third = stored.take(ids[2])
    assert third is not None and third["articles"][0]["article_id"] == ids[2]
    assert stored.take(ids[1]) is None and stored.take(ids[2]) is None
    assert stored.take(ids[4]) is not None
