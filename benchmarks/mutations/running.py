"""Extraction of mutated texts, each under a limit, in portions that a later run need not do again; and its figures."""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import partial
from heapq import nlargest
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.mutations.making import text_of
from extract.limits import ArticleFailed, Limits, extract_rows
from scraper.article import Article
from scraper.boundary.processes import exit_with_parent

LIMITS = Limits(seconds=5.0)
PORTION = 500
SHOWN = 20


@dataclass(slots=True)
class Figures:
    """The results of texts."""

    texts: int = 0
    characters: int = 0
    rows: int = 0
    failures: list[tuple[str, str, str]] = field(default_factory=list)
    slowest: list[tuple[float, str, int]] = field(default_factory=list)

    @classmethod
    def read(cls, written: dict[str, Any]) -> Figures:
        """Figures as they were written in JSON."""
        pairs = {name: [tuple(entry) for entry in written[name]] for name in ("failures", "slowest")}
        return cls(**{**written, **pairs})

    def add(self, other: Figures) -> None:
        """Add the figures of another."""
        self.texts += other.texts
        self.characters += other.characters
        self.rows += other.rows
        self.failures += other.failures
        self.slowest = nlargest(SHOWN, [*self.slowest, *other.slowest])


def tried(seed: int, articles: Path, numbers: range) -> Figures:
    """Extract the texts with these numbers and check the results."""
    figures = Figures()
    for number in numbers:
        _try(figures, f"{seed}/{number}", text_of(seed, number, articles))
    return figures


def _try(figures: Figures, name: str, text: str) -> None:
    half = len(text) // 3 if figures.texts % 3 == 0 else 0  # a third has a title
    article = Article(id=name, title=text[:half], paragraphs=(text[half:],), published_at="2024-05-15")
    figures.texts += 1
    figures.characters += len(text)
    start = time.process_time()
    try:
        rows = extract_rows(article, LIMITS)
    except ArticleFailed as failed:
        figures.failures.append((name, str(failed), text))
        return
    figures.slowest = nlargest(SHOWN, [*figures.slowest, (time.process_time() - start, name, len(text))])
    figures.rows += sum(map(len, rows.values()))
    canonical = str(rows["articles"][0]["text"])
    for table, own in rows.items():
        for row in own:
            if "quote" in row and canonical[int(str(row["span_start"])) : int(str(row["span_end"]))] != row["quote"]:
                figures.failures.append((name, f"{table}: a quote that is not in the text", text))


def all_tried(seed: int, numbers: range, articles: Path, workers: int, progress: Path | None) -> Figures:
    """Extract the texts with these numbers in processes, those that the progress does not have."""
    done = _read(progress)
    figures = Figures()
    for figure in done.values():
        figures.add(figure)
    starts = (start for start in numbers[::PORTION] if start not in done)
    with ProcessPoolExecutor(workers, initializer=exit_with_parent) as pool:
        while some := list(islice(starts, 4 * workers)):
            parts = [range(start, min(start + PORTION, numbers.stop)) for start in some]
            for part, result in zip(parts, pool.map(partial(tried, seed, articles), parts)):
                figures.add(result)
                _append(progress, part.start, result)
            print(f"{figures.texts} texts, {len(figures.failures)} failures", file=sys.stderr, flush=True)
    return figures


def _read(progress: Path | None) -> dict[int, Figures]:
    if progress is None or not progress.exists():
        return {}
    with progress.open(encoding="utf-8") as lines:
        return {start: Figures.read(figures) for start, figures in map(json.loads, lines)}


def _append(progress: Path | None, start: int, figures: Figures) -> None:
    if progress is not None:
        with progress.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps([start, asdict(figures)]) + "\n")


def growth(text: str, times: int = 10) -> float:
    """How much longer a text takes that is so many times as long."""
    _seconds(text, least=0)  # the lexicons are read
    return _seconds("\n".join([text] * times)) / _seconds(text)


def _seconds(text: str, least: float = 0.2) -> float:
    article = Article(id="growth", title="", paragraphs=(text,), published_at="2024-05-15")
    times, taken, start = 0, 0.0, time.process_time()
    while times == 0 or taken < least:
        extract_rows(article, Limits(seconds=60))
        times, taken = times + 1, time.process_time() - start
    return taken / times
