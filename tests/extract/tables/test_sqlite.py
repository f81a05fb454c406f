"""SQLite and XLSX: keys, search without marks, and a workbook without formulas from articles."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from extract import load
from extract.tables.checks import NotTables
from extract.tables.rows import TABLES
from extract.tables.sqlite import write_sqlite
from extract.tables.writer import TableFolder
from extract.tables.xlsx import write_xlsx
from tests.tables import WriteTables, whole


def test_sqlite_holds_every_row_with_keys_that_hold(sample_tables: Path, tmp_path: Path) -> None:
    write_sqlite(sample_tables, tmp_path / "sukien.db")
    with closing(sqlite3.connect(tmp_path / "sukien.db")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT count(*) FROM articles").fetchone() == (73,)
        keys = database.execute("PRAGMA foreign_key_list(documents)").fetchall()
        assert {(key[2], key[3]) for key in keys} == {("articles", "article_id"), ("events", "event_id")}
        wrong = database.execute(
            "SELECT count(*) FROM dates JOIN articles USING (article_id)"
            " WHERE substr(text, dates.span_start + 1, dates.span_end - dates.span_start) <> quote"
        )
        assert wrong.fetchone() == (0,)


@pytest.mark.parametrize("words", ["Đảng bộ", "dang bo", "đảng bo", "DANG BỘ", "đang bo"])
def test_search_finds_words_with_and_without_their_marks(write_tables: WriteTables, words: str) -> None:
    folder = write_tables(
        {"articles": [{"article_id": "a1", "title": "Đại hội Đảng bộ xã"}, {"article_id": "a2", "title": "Cấy lúa"}]}
    )
    write_sqlite(folder, folder / "s.db")
    with closing(sqlite3.connect(folder / "s.db")) as database:
        found = database.execute(
            "SELECT article_id FROM articles JOIN articles_fts ON articles.rowid = articles_fts.rowid"
            " WHERE articles_fts MATCH ?",
            (" ".join(f'"{word}"' for word in words.split()),),
        )
        assert found.fetchall() == [("a1",)]


def test_metadata_names_facets_that_are_columns(sample_tables: Path, tmp_path: Path) -> None:
    write_sqlite(sample_tables, tmp_path / "sukien.db")
    described = json.loads((tmp_path / "sukien.metadata.json").read_text(encoding="utf-8"))
    tables = described["databases"]["sukien"]["tables"]
    for table in TABLES:
        facets = [facet if isinstance(facet, str) else facet["array"] for facet in tables[table.name]["facets"]]
        assert facets and set(facets) <= {column.name for column in table.columns}


@pytest.mark.parametrize("write", [write_sqlite, write_xlsx])
def test_without_tables_nothing_is_written(tmp_path: Path, write: object) -> None:
    assert callable(write)
    with pytest.raises(NotTables):
        write(tmp_path / "none", tmp_path / "out.file")
    assert not list(tmp_path.iterdir())


def test_a_write_ahead_log_of_the_old_database_is_not_replayed_over_the_new_one(
    write_tables: WriteTables, tmp_path: Path
) -> None:
    folder, file = write_tables({"articles": [{"article_id": "a1"}]}), tmp_path / "s.db"
    write_sqlite(folder, file)
    script = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode = WAL")
database.execute("UPDATE articles SET title = 'of the old one'")
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", script, file], check=True)
    assert file.with_name("s.db-wal").stat().st_size
    write_sqlite(folder, file)
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT title FROM articles").fetchall() == [(None,)]
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_cells_that_spreadsheets_and_pandas_take_for_something_else(tmp_path: Path) -> None:
    titles = ["=1+1", "+84", "-Xã họp", "@xa", "NA", "null", "'x"]
    rows = {"articles": [whole("articles", {"article_id": str(n), "title": one}) for n, one in enumerate(titles)]}
    for name, escaped in (("exact", False), ("escaped", True)):
        with TableFolder(tmp_path / name, escape_formulas=escaped) as out:
            out.add(rows)
    printed = {name: [row["title"] for row in rows_of_csv(tmp_path / name)] for name in ("exact", "escaped")}
    assert printed["exact"] == titles
    assert printed["escaped"] == ["'=1+1", "'+84", "'-Xã họp", "'@xa", "NA", "null", "'x"]
    assert list(load(tmp_path / "exact").articles["title"]) == titles


def rows_of_csv(folder: Path) -> list[dict[str, str]]:
    with (folder / "articles.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
