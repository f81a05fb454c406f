"""Many articles in, tables out: in one process or several, always the same rows in the same order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from extract import extract
from extract.jsonl import BadLine
from extract.tables.rows import Row, rows_of
from extract.tables.writer import TableFolder
from scraper.article import Article

_ARTICLES_A_TASK = 32
_TASKS_WAITING_A_WORKER = 4

Progress = Callable[[int], None]
Rows = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What a run did: rows by table, and the lines that were skipped."""

    counts: dict[str, int]
    bad_lines: tuple[BadLine, ...] = field(default=())


class NoArticles(Exception):
    """There was no article to extract from; `bad_lines` says what was skipped."""

    def __init__(self, bad_lines: tuple[BadLine, ...]) -> None:
        super().__init__("no article to extract from")
        self.bad_lines = bad_lines


def extract_to(
    out: Path, articles: Iterable[Article | BadLine], workers: int = 1, progress: Progress = lambda done: None
) -> BatchOutcome:
    """Extract all articles and write the tables into the folder `out`. `progress` is told how many articles are done.

    Bad lines are counted and left out. Raises NoArticles where nothing is left, OSError where the folder cannot be
    written; in both cases the tables of an earlier run stay as they are.
    """
    bad: list[BadLine] = []
    good = _only_articles(articles, bad)
    with TableFolder(out) as tables:
        for done, rows in enumerate(_extracted(good, workers), start=1):
            tables.add(rows)
            progress(done)
        if not tables.counts["articles"]:
            raise NoArticles(tuple(bad))
        return BatchOutcome(tables.counts, tuple(bad))


def _only_articles(articles: Iterable[Article | BadLine], bad: list[BadLine]) -> Iterator[Article]:
    for article in articles:
        if isinstance(article, BadLine):
            bad.append(article)
        else:
            yield article


def _extracted(articles: Iterator[Article], workers: int) -> Iterator[Rows]:
    """Rows article by article, in input order."""
    if workers == 1:
        yield from (rows_of(extract(article)) for article in articles)
        return
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[Future[list[Rows]]] = deque()
        while batch := list(islice(articles, _ARTICLES_A_TASK)):
            waiting.append(pool.submit(_rows_of_batch, batch))
            if len(waiting) > workers * _TASKS_WAITING_A_WORKER:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _rows_of_batch(articles: list[Article]) -> list[Rows]:
    return [rows_of(extract(article)) for article in articles]
