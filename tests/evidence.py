"""Checks that hold for every folder of tables."""

from __future__ import annotations

import csv
from pathlib import Path

EVIDENCE_TABLES = ("events", "officials", "positions", "attendance", "documents", "dates", "rejections")


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def assert_every_row_quotes_its_article(folder: Path) -> int:
    """`text[span_start:span_end] == quote` on every row of every table; returns the number of rows checked."""
    texts = {row["article_id"]: row["text"] for row in rows(folder, "articles")}
    checked = 0
    for table in EVIDENCE_TABLES:
        for row in rows(folder, table):
            quoted = texts[row["article_id"]][int(row["span_start"]) : int(row["span_end"])]
            assert quoted == row["quote"] != "", (table, row)
            checked += 1
    return checked


def assert_keys_hold(folder: Path) -> None:
    """Assert that primary keys are unique, and that the rows referred to exist."""
    articles = [row["article_id"] for row in rows(folder, "articles")]
    events = [row["event_id"] for row in rows(folder, "events")]
    officials = [row["official_id"] for row in rows(folder, "officials")]
    citations = [row["citation_id"] for row in rows(folder, "documents")]
    for keys in (articles, events, officials, citations):
        assert len(keys) == len(set(keys))
    for table in EVIDENCE_TABLES:
        for row in rows(folder, table):
            assert row["article_id"] in set(articles), (table, row)
            assert row.get("event_id", "") in {"", *events}, (table, row)
            assert row.get("official_id", "") in {"", *officials} or table == "officials", (table, row)
