"""The data card of a run: contents, sources, software, measured accuracy and known limits.

`datacard.json` is for machines, `datacard.md` for people who cite the tables. Neither holds the time of the
extraction: the same input gives the same card.
"""

from __future__ import annotations

import hashlib
import json
import platform
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from extract.tables.checks import table_files
from extract.tables.rows import TABLES
from extract.tables.writer import read_rows
from scraper.boundary.files import replace_text

_MADE_WITH = ("sukien", "lunar-vn", "pyarrow")  # what a run of the extraction imports
_TOPICS_MADE_WITH = "underthesea"  # imported where topics are requested


def write_card(folder: Path, registry_sha256: str | None = None, pages: int | None = None) -> None:
    """Write the card of the tables in `folder`. `pages` is how many pages the crawl fetched, where one did."""
    card = make_card(folder, registry_sha256, pages)
    replace_text(folder / "datacard.json", json.dumps(card, ensure_ascii=False, indent=2) + "\n")
    replace_text(folder / "datacard.md", "\n".join(_as_markdown(card)) + "\n")


def make_card(folder: Path, registry_sha256: str | None = None, pages: int | None = None) -> dict[str, Any]:
    """The contents of the card, as values for JSON."""
    known = _known()
    sites = Counter(str(site or "(none)") for site in _values(folder, "articles", "site_id"))
    return {
        "sites": dict(sorted(sites.items())),
        "published": _period(_values(folder, "articles", "published_at")),
        "fetched": _period(_values(folder, "articles", "fetched_at")),
        "events": _period(_values(folder, "events", "start_date")),
        "pages": pages,
        "counts": {table.name: _length(folder, table.name) for table in TABLES},
        "versions": {"python": platform.python_version(), **{name: version(name) for name in _made_with(folder)}},
        "registry_sha256": registry_sha256,
        "lexicons_sha256": tree_sha256(files("extract") / "lexicons"),
        "units_sha256": tree_sha256(files("extract") / "gazetteer" / "data", suffix=".csv"),
        "accuracy": known["accuracy"],
        "limits": known["limits"],
        "limits_vi": known["limits_vi"],
    }


def _made_with(folder: Path) -> tuple[str, ...]:
    """The versions of the packages that the contents of the tables depend on."""
    return (*_MADE_WITH, _TOPICS_MADE_WITH) if any(_values(folder, "articles", "topics")) else _MADE_WITH


def tree_sha256(*folders: Traversable, suffix: str = ".toml") -> str:
    """One hash of the names and contents of all files of a kind in folders."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith(suffix):
                digest.update(f"{file.name}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _known() -> dict[str, Any]:
    """The measured accuracy and the known limits, which accuracy.toml keeps."""
    return tomllib.loads((files("extract") / "accuracy.toml").read_text(encoding="utf-8"))


def _period(moments: Iterator[Any]) -> list[str] | None:
    """The first and the last day, None where none is known."""
    first = last = None
    for moment in map(_iso, filter(None, moments)):
        first, last = min(first or moment, moment), max(last or moment, moment)
    return [first, last] if first and last else None


def _iso(moment: Any) -> str:
    return str(moment.isoformat()) if hasattr(moment, "isoformat") else str(moment)


def _values(folder: Path, table: str, column: str) -> Iterator[Any]:
    """The cells of one column; no other column is read."""
    return (row[column] for row in read_rows(folder, table, columns=[column]))


def _length(folder: Path, table: str) -> int:
    """The number of rows, as the footers of the Parquet files state it."""
    return sum(int(pq.read_metadata(file).num_rows) for file in table_files(folder, table))


def accuracy_lines() -> Iterator[str]:
    """The measured accuracy in Markdown, each basis with its figures."""
    for measured in _known()["accuracy"]:
        yield from ("", measured["basis"], "", "| measure | value |", "|---|---|")
        yield from (f"| {name} | {value:.3f} |" for name, value in measured["figures"].items())


def _as_markdown(card: Mapping[str, Any]) -> Iterator[str]:
    yield "# Data card"
    yield from ("", "Events of Vietnamese local government, extracted from the news of its sites by Sukien.", "")
    for key in ("published", "fetched", "events"):
        yield f"- {key}: " + (" to ".join(card[key]) if card[key] else "unknown")
    yield f"- pages fetched: {'unknown' if card['pages'] is None else card['pages']}"
    yield f"- registry: {card['registry_sha256'] or 'not used'}"
    yield f"- lexicons: {card['lexicons_sha256']}"
    yield f"- units: {card['units_sha256']}"
    for title, key in (("Rows", "counts"), ("Articles by site", "sites"), ("Made with", "versions")):
        yield from ("", f"## {title}", "", "| | |", "|---|---|")
        yield from (f"| {name} | {value} |" for name, value in card[key].items())
    yield from ("", "## Measured accuracy", *accuracy_lines())
    yield from ("", "## Known limits", "")
    yield from (f"- {limit}" for limit in card["limits"])
