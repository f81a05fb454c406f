"""The data card: it agrees with the tables, is reproducible, and its figures are not above the measured ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract import extract
from extract.evaluation.score import read_gold, score
from extract.jsonl import BadLine, read_articles
from extract.tables.datacard import make_card, tree_sha256, write_card
from extract.tables.rows import TABLES
from extract.tables.writer import read_rows
from scraper.article import Place
from tests.tables import ROOT, SAMPLE


def test_the_card_counts_what_the_tables_hold(sample_tables: Path) -> None:
    card = make_card(sample_tables, "abc", 75)
    assert card["counts"] == {table.name: len(list(read_rows(sample_tables, table.name))) for table in TABLES}
    assert sum(card["sites"].values()) == 73 and card["pages"] == 75 and card["registry_sha256"] == "abc"
    first, last = card["published"]
    assert first < last and first.startswith("2019")
    assert len(card["lexicons_sha256"]) == len(card["units_sha256"]) == 64 and card["limits"]


def test_the_same_tables_give_the_same_card(sample_tables: Path, tmp_path: Path) -> None:
    for _ in range(2):
        write_card(sample_tables)
        (tmp_path / "again").write_bytes((sample_tables / "datacard.json").read_bytes())
    assert json.loads((tmp_path / "again").read_text(encoding="utf-8")) == make_card(sample_tables)
    page = (sample_tables / "datacard.md").read_text(encoding="utf-8")
    assert "| events |" in page and "Known limits" in page


def test_a_changed_vocabulary_changes_the_hash(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x = 1\n")
    before = tree_sha256(tmp_path)
    (tmp_path / "notes.md").write_text("not vocabulary")
    assert tree_sha256(tmp_path) == before
    (tmp_path / "a.toml").write_text("x = 2\n")
    assert tree_sha256(tmp_path) != before


@pytest.mark.slow
def test_the_figures_of_the_sample_are_not_better_than_measured(sample_tables: Path) -> None:
    of_sample = next(basis for basis in make_card(sample_tables)["accuracy"] if "sample.jsonl" in basis["basis"])
    articles = [a for a in read_articles(SAMPLE, lambda site, url: Place()) if not isinstance(a, BadLine)]
    found = {article.id: extract(article) for article in articles}
    measured = score(read_gold(ROOT / "data" / "gold" / "sample.jsonl"), found).figures()
    too_good = {name: value for name, value in of_sample["figures"].items() if value > measured[name] + 0.02}
    assert not too_good and len(articles) == of_sample["articles"]
