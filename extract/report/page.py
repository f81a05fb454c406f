"""Builds the report: one HTML page that carries the tables, the map, its style and its script, and needs no network.

What articles say is hostile: it goes into JSON islands in which no tag can begin, and the script shows it as text
only. The policy in the page allows no script but the one that is built in here, by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader

from extract.evaluation.gold import draft, reviewed_cells, rows_by_article
from extract.report.scripts import bundled
from extract.report.summary import Summary, summarise
from extract.tables.checks import check_tables
from extract.tables.rows import TABLES, Row
from scraper.boundary.files import replacing_file

_ARTICLES_A_CHUNK = 100
_EVIDENCE = {
    "events": ("event", ("type", "status", "start_date", "end_date", "part_of_day", "mode", "confidence")),
    "officials": ("official", ("name", "positions", "roles", "participant", "confidence")),
    "positions": ("position", ("name", "position", "head", "body", "unit", "level")),
    "attendance": ("attendance", ("count", "count_max", "cmp", "unit", "scope", "derived")),
    "documents": ("document", ("type", "number", "symbol", "issuer", "issued_date", "subject", "provision")),
    "dates": ("date", ("kind", "start_date", "end_date", "part_of_day", "clock", "basis")),
    "rejections": ("rejected", ("kind", "reason")),
}


def write_page(folder: Path, file: Path) -> None:
    """Write the report of the tables in `folder`. Raises NotTables where it holds none."""
    check_tables(folder)
    rows = rows_by_article(folder)
    with replacing_file(file) as partial, partial.open("w", encoding="utf-8", errors="replace") as page:
        page.writelines(_template().generate(_parts(rows, _card(folder))))


def _parts(rows: Mapping[str, Mapping[str, Sequence[Row]]], card: Mapping[str, Any]) -> dict[str, Any]:
    script = bundled()
    return {
        "style": _text("report.css"),
        "script": script,
        "script_hash": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "summary": _island(_as_json(summarise(rows), card)),
        "words": _island(json.loads(_text("words.json"))),
        "map": _island(json.loads(_text("map.json"))),
        "chunks": (_island(chunk) for chunk in _chunks(rows)),
    }


def _template() -> Any:
    return Environment(loader=PackageLoader("extract", "report"), autoescape=True).get_template("template.html")


def _text(name: str) -> str:
    return (files("extract") / "report" / name).read_text(encoding="utf-8")


def _card(folder: Path) -> dict[str, Any]:
    card = folder / "datacard.json"
    return dict(json.loads(card.read_text(encoding="utf-8"))) if card.is_file() else {}


def _as_json(summary: Summary, card: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "card": card,
        "vocabularies": _vocabularies(),
        "events": {"fields": summary.event_fields, "rows": summary.events},
        "articles": {"fields": summary.article_fields, "rows": summary.articles},
        "people": summary.people,
        "papers": summary.papers,
        "gold": reviewed_cells(),
        "chunk": _ARTICLES_A_CHUNK,
        "id": _identity(summary),
    }


def _identity(summary: Summary) -> str:
    """What the page remembers its marks under: other events are other tables, to which they do not belong."""
    ids = json.dumps([[event[0] for event in summary.events], [article[0] for article in summary.articles]])
    return hashlib.sha256(ids.encode()).hexdigest()[:16]


def _vocabularies() -> dict[str, list[str]]:
    """The closed vocabularies by the name of their column; those of the event come first."""
    found: dict[str, list[str]] = {}
    for table in TABLES:
        for column in table.columns:
            if column.vocabulary:
                found.setdefault(column.name, list(column.vocabulary))
    return found


def _island(value: Any) -> str:
    """JSON that may stand in a script element: no tag or comment can begin in it, and no line separator."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_iso)
    return text.translate({ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} in a table")


def _chunks(rows: Mapping[str, Mapping[str, Sequence[Row]]]) -> Iterator[list[dict[str, Any]]]:
    """The texts with their evidence, a hundred articles an island, so that each is only read when it is looked at."""
    articles = iter(rows.items())
    while chunk := list(islice(articles, _ARTICLES_A_CHUNK)):
        yield [_article(article_id, of_article) for article_id, of_article in chunk]


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
