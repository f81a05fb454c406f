"""The texts of the report with their evidence: in the page while it is small, else in files that it fetches on
demand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from extract.declaration.tables import Row
from extract.evaluation.gold import draft
from extract.mentions import KINDS

ARTICLES_A_CHUNK = 100
_EVENT_CELLS = ("type", "status", "start_date", "end_date", "part_of_day", "mode", "confidence")
_OF_KINDS = ((table, table.highlight) for kind in KINDS for table in kind.tables if table.highlight)
_EVIDENCE = {
    "events": ("event", _EVENT_CELLS),
    **{table.name: (highlight.name, table.shown) for table, highlight in _OF_KINDS},
    "rejections": ("rejected", ("kind", "reason")),
}
"""The tables whose rows the text of an article is marked with: the name of the mark, and the cells told of it."""


def island(value: Any) -> str:
    """JSON for a script element: no tag or comment can begin in it, and it has no line separator."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_iso)
    for char in "<>&\u2028\u2029":  # six times as fast as str.translate, and a report may have a hundred megabytes
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} in a table")


def chunks(articles: Iterable[tuple[str, Mapping[str, Sequence[Row]]]]) -> Iterator[str]:
    """Islands of a hundred articles, so that the page parses only those that are opened."""
    rows = iter(articles)
    while chunk := list(islice(rows, ARTICLES_A_CHUNK)):
        yield island([_article(article_id, of_article) for article_id, of_article in chunk])


def write_apart(folder: Path, parts: Iterable[Path]) -> None:
    """Write the islands as scripts, which a page opened from a disk can load although it cannot fetch."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.js"):
        stale.unlink()
    for number, part in enumerate(parts):
        script = f"sukienTexts({number},{part.read_text(encoding='utf-8')});\n"
        (folder / f"{number}.js").write_text(script, encoding="utf-8")


def _article(article_id: str, rows: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    return {
        "text": rows["articles"][0]["text"],
        "evidence": [item for table in _EVIDENCE for item in _evidence(*_EVIDENCE[table], rows[table])],
        "draft": draft(article_id, rows),
    }


def _evidence(kind: str, names: Iterable[str], rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    for row in rows:
        values = {name: row[name] for name in names if row[name] not in (None, "", [])}
        yield {"kind": kind, "span": [row["span_start"], row["span_end"]], "rule": row["rule"], "values": values}
