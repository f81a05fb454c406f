"""The effect of a change of the rules on the output, over a frozen set of articles written for this project.

The facts are not gold: a difference is shown, to be read and then accepted with `make facts`.
"""

from __future__ import annotations

import json
import tomllib
import unicodedata
from pathlib import Path

from extract import extract
from extract.evaluation.diff import changes, facts_of, load_facts
from extract.evaluation.score import read_gold, score
from extract.jsonl import read_articles
from scraper.article import Article, Place

ROOT = Path(__file__).resolve().parent.parent.parent
GOLD = ROOT / "data" / "gold"


def frozen_articles() -> dict[str, Article]:
    lines = read_articles(GOLD / "sample_articles.jsonl", lambda site_id, url: Place())
    return {line.id: line for line in lines if isinstance(line, Article)}


def test_the_frozen_articles_are_those_of_the_demo_sites() -> None:
    frozen = frozen_articles()
    files = sorted((ROOT / "data" / "sample" / "articles").rglob("*.toml"))
    assert len(files) == len(frozen) >= 60
    for file in files:
        sample = tomllib.loads(file.read_text(encoding="utf-8"))
        article = frozen[sample["id"]]
        printed = [article.title, article.lead, *article.paragraphs]
        of_site = (sample["title"], sample["lead"], *sample["body"])
        assert printed == [unicodedata.normalize("NFC", text) for text in of_site]


def test_the_output_is_the_one_that_was_last_accepted() -> None:
    found = facts_of(extract(article) for article in frozen_articles().values())
    difference = changes(load_facts(GOLD / "sample_facts.jsonl"), found)
    assert difference.gained == difference.lost == (), f"accept with `make facts`:\n{difference}"


def test_accuracy_on_the_frozen_articles_stays_above_its_floors() -> None:
    """The floors are a little below the measured accuracy, so that a loss of accuracy fails the test."""
    found = {article_id: extract(article) for article_id, article in frozen_articles().items()}
    figures = score(read_gold(GOLD / "sample.jsonl"), found).figures()
    floors = json.loads((GOLD / "sample_floors.json").read_text(encoding="utf-8"))
    assert set(figures) == set(floors), "a floor for every measure"
    assert {name: value for name, value in figures.items() if value < floors[name]} == {}
