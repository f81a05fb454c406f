"""Builds the report: an HTML page that carries the tables, the map, its style and its script, and needs no network.

Text of articles is not trusted: it is written into JSON islands in which no tag can begin, and the script inserts it as
text only. The Content Security Policy of the page allows only the script built in here, by its hash, and, where the
texts are in files of their own, those files.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader

from extract.evaluation.gold import reviewed_cells
from extract.mentions import KINDS
from extract.report.boundaries import read_boundaries
from extract.report.links import TENURE_FIELDS, read_links
from extract.report.scripts import bundled
from extract.report.summary import Summary, summarise
from extract.report.texts import ARTICLES_A_CHUNK, chunks, island, write_apart
from extract.tables.checks import check_tables
from extract.tables.grouped import rows_by_article
from extract.tables.rows import TABLES
from scraper.boundary.files import replacing_file, scratch_folder

SINGLE_FILE = 20_000_000
"""Bytes up to which the report is one file."""


@dataclass(frozen=True, slots=True)
class Look:
    """Options of a report: its title, a GeoJSON file of boundaries, and the maximum size of a single file."""

    title: str | None = None
    boundaries: Path | None = None
    single_file: int = SINGLE_FILE


def write_page(
    folder: Path,
    file: Path,
    look: Look = Look(),
    progress: Callable[[int], None] = lambda articles: None,
) -> Path:
    """Write the report of the tables in `folder`; returns the path of the page.

    That is `file`, or, where it would be larger than `look.single_file` bytes, `index.html` in a folder of that name
    without the suffix, with the texts beside it. `progress` is called with the number of articles done. Raises
    NotTables where `folder` holds none, and BoundariesError.
    """
    check_tables(folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    summary = Summary(read_links(folder))
    with scratch_folder(file) as scratch:
        parts = list(_write_parts(summary, folder, scratch, progress))
        shown = {**_as_json(summary, _card(folder)), "title": look.title}
        shapes = json.loads(_text("map.json"))
        if look.boundaries:
            shapes["own"] = read_boundaries(look.boundaries, summary.place_names())
        page = _Page(island(shown), island(shapes), parts)
        if page.size <= look.single_file:
            _write(page, file, apart=False)
            return file
        index = file.with_suffix("") / "index.html"
        write_apart(index.parent / "texts", parts)
        _write(page, index, apart=True)
        return index


@dataclass(frozen=True, slots=True)
class _Page:
    """The page's data: the summary and the shapes as JSON, and the files that hold a chunk of texts each."""

    summary: str
    shapes: str
    parts: Sequence[Path]

    @property
    def size(self) -> int:
        """The size of the data in bytes, which is nearly that of the page."""
        return len(self.summary.encode()) + len(self.shapes) + sum(part.stat().st_size for part in self.parts)


def _write_parts(summary: Summary, folder: Path, scratch: Path, progress: Callable[[int], None]) -> Iterator[Path]:
    """Write every chunk of texts as a file, while the summary collects the articles that pass."""
    for number, chunk in enumerate(chunks(summarise(summary, rows_by_article(folder)))):
        part = scratch / f"{number}.json"
        part.write_text(chunk, encoding="utf-8", errors="replace")
        progress(len(summary.articles))
        yield part


def _write(page: _Page, file: Path, apart: bool) -> None:
    script = bundled()
    islands = () if apart else (part.read_text(encoding="utf-8") for part in page.parts)
    values = {
        "style": _text("report.css") + _grounds(),
        "script": script,
        "script_hash": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "summary": page.summary,
        "words": island(json.loads(_text("words.json"))),
        "map": page.shapes,
        "apart": apart,
        "chunks": islands,
    }
    template = Environment(loader=PackageLoader("extract", "report"), autoescape=True).get_template("template.html")
    with replacing_file(file) as partial, partial.open("w", encoding="utf-8", errors="replace") as written:
        written.writelines(template.generate(values))


def _grounds() -> str:
    """The CSS of the marks of every kind of mention, in light and dark mode and in print."""
    marks = [table.highlight for kind in KINDS for table in kind.tables if table.highlight]
    light = "".join(f"mark.k-{mark.name}{{background:{mark.light}}}" for mark in marks)
    dark = [(f"mark.k-{mark.name}{{background:{mark.dark}}}") for mark in marks]
    chosen = "".join(f':root[data-theme="dark"] {rule}' for rule in dark)
    preferred = "".join(f':root:not([data-theme="light"]) {rule}' for rule in dark)
    return f"{light}\n@media screen{{{chosen}}}\n" f"@media screen and (prefers-color-scheme:dark){{{preferred}}}\n"


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
        "tenures": {"fields": TENURE_FIELDS, "people": summary.tenures},
        "issues": summary.issues,
        "gold": reviewed_cells(),
        "chunk": ARTICLES_A_CHUNK,
        "id": _identity(summary),
    }


def _identity(summary: Summary) -> str:
    """The key under which the page stores the user's marks: it differs for other events, whose marks are others."""
    ids = json.dumps([[event[0] for event in summary.events], [article[0] for article in summary.articles]])
    return hashlib.sha256(ids.encode()).hexdigest()[:16]


def _vocabularies() -> dict[str, list[str]]:
    """The closed vocabularies by the name of their column; those of the event come first."""
    found: dict[str, list[str]] = {}
    for table in TABLES:
        for column in table.columns:
            if column.values:
                found.setdefault(column.name, list(column.values))
    return found
