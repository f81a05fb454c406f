"""Tables to test with: those of the sample articles, and rows written by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

from extract.batch import extract_to
from extract.declaration.tables import Row
from extract.jsonl import read_articles
from extract.tables.rows import TABLES
from scraper.article import Place

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data" / "gold" / "sample_articles.jsonl"

WriteTables = Callable[[Mapping[str, Iterable[Row]]], Path]


def extract_sample(out: Path) -> None:
    """The tables of the sample articles, each published by the body of its demo site."""
    extract_to(out, read_articles(SAMPLE, lambda site, url: demo_places()[site or ""]))


@cache
def demo_places() -> dict[str, Place]:
    """The unit of each demo site."""
    sites = tomllib.loads((ROOT / "data" / "sample" / "sites.toml").read_text(encoding="utf-8"))["site"]
    names = {column.name for column in fields(Place)}
    entries = [site["entry"] for site in sites]
    return {entry["id"]: Place(**{key: entry[key] for key in names & entry.keys()}) for entry in entries}


def whole(table_name: str, row: Row) -> Row:
    """The row completed with the required columns of its table."""
    table = next(table for table in TABLES if table.name == table_name)
    required = {column.name: _filler(column.type, column.example) for column in table.columns if column.required}
    return {**required, **row}


def _filler(kind: str, example: str) -> str | int | bool:
    if kind == "boolean":
        return True
    return int(example or 0) if kind == "integer" else example
