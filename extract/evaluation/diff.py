"""The effect of a change of the rules on the output: the facts gained and lost over one set of articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.declaration.tables import Row
from extract.results import Extraction
from extract.tables.rows import TABLES, rows_of
from scraper.boundary.files import replace_text


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One row of a table as a line: its article, its table and its cells."""

    article_id: str
    table: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The facts that only the newer version finds, and those that only the older one found."""

    gained: tuple[Fact, ...]
    lost: tuple[Fact, ...]

    def __str__(self) -> str:
        lines = [(fact, "+") for fact in self.gained] + [(fact, "-") for fact in self.lost]
        return "\n".join(f"{sign} {fact.article_id} {fact.table}: {fact.meaning}" for fact, sign in sorted(lines))


def facts_of(extractions: Iterable[Extraction]) -> frozenset[Fact]:
    """All facts in the tables of these extractions, without the rejections."""
    return frozenset(fact for extraction in extractions for fact in _facts(extraction))


def changes(before: frozenset[Fact], after: frozenset[Fact]) -> Changes:
    """The facts gained and lost from one version to the next."""
    return Changes(tuple(sorted(after - before)), tuple(sorted(before - after)))


def save_facts(path: Path, facts: Iterable[Fact]) -> None:
    """Write one fact a line, sorted, so that version control shows the change of one fact as the change of one line."""
    lines = (json.dumps([fact.article_id, fact.table, fact.meaning], ensure_ascii=False) for fact in sorted(facts))
    replace_text(path, "".join(f"{line}\n" for line in lines))


def load_facts(path: Path) -> frozenset[Fact]:
    """The facts of a file that `save_facts` wrote. Raises OSError or ValueError naming the file."""
    try:
        return frozenset(Fact(*json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path}: not a file of facts: {error}") from None


def _facts(extraction: Extraction) -> Iterator[Fact]:
    rows = rows_of(extraction)
    for table in TABLES:
        if table.facts:
            yield from (Fact(extraction.article.id, table.name, _meaning(row, table.facts)) for row in rows[table.name])


def _meaning(row: Row, columns: tuple[str, ...]) -> str:
    cells = ((column, row[column]) for column in columns)
    return ", ".join(f"{column}={_plain(cell)}" for column, cell in cells if cell not in (None, (), ""))


def _plain(cell: object) -> str:
    return "; ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)
