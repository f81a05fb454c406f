"""Extraction of articles in processes, in input order, each within its limits; a process that dies costs one
article."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice

from extract.declaration.tables import Row
from extract.limits import ArticleFailed, Limits, extract_rows
from scraper.article import Article
from scraper.boundary.processes import exit_with_parent

_ARTICLES_A_TASK = 32
_TASKS_WAITING_A_WORKER = 4
_OBJECTS_A_COLLECTION = 50_000  # an extraction makes many objects and hardly a cycle of them

Rows = dict[str, list[Row]]
RowsOf = Callable[[Article], Rows]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for an article: its rows by table, or the reason why there are none."""

    article: Article
    rows: Rows | None
    reason: str = ""


def outcomes(
    articles: Iterator[Article], workers: int, limits: Limits, *, topics: bool = False
) -> Iterator[Outcome]:
    """The outcome of each article, in input order; in this process where `workers` is 1."""
    rows_of = partial(extract_rows, limits=limits, topics=topics)
    if workers == 1:
        return _outcomes_here(articles, rows_of)
    return _Pool(workers, rows_of).outcomes(articles)


class _Pool:
    """Processes that extract batches of articles."""

    def __init__(self, workers: int, rows_of: RowsOf) -> None:
        self._workers = workers
        self._rows_of = rows_of
        self._waiting: deque[tuple[list[Article], Future[list[Outcome]]]] = deque()
        self._pool = self._start(workers)

    def outcomes(self, articles: Iterator[Article]) -> Iterator[Outcome]:
        """The outcomes of the articles in their order."""
        try:
            while batch := list(islice(articles, _ARTICLES_A_TASK)):
                self._submit(batch)
                if len(self._waiting) > self._workers * _TASKS_WAITING_A_WORKER:
                    yield from self._next()
            while self._waiting:
                yield from self._next()
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, batch: list[Article]) -> None:
        try:
            future = self._pool.submit(_batch_outcomes, batch, self._rows_of)
        except BrokenProcessPool as broken:
            future = Future()
            future.set_exception(broken)
        self._waiting.append((batch, future))

    def _next(self) -> Iterable[Outcome]:
        batch, future = self._waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self._restart()
            return map(self._alone, batch)

    def _restart(self) -> None:
        """Start new processes for the pending batches: all of a pool's work is lost when one of its processes dies."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._start(self._workers)
        lost = [batch for batch, _ in self._waiting]
        self._waiting.clear()
        for batch in lost:
            self._submit(batch)

    def _alone(self, article: Article) -> Outcome:
        """The outcome of an article that is extracted in a process of its own, in case it kills the process."""
        with self._start(1) as pool:
            try:
                return pool.submit(_outcome, article, self._rows_of).result()
            except BrokenProcessPool:
                return Outcome(article, None, "the process that read it was killed: out of memory, perhaps")

    def _start(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, initializer=_begin_worker)


def _begin_worker() -> None:
    exit_with_parent()
    gc.set_threshold(_OBJECTS_A_COLLECTION)


def _outcomes_here(articles: Iterable[Article], rows_of: RowsOf) -> Iterator[Outcome]:
    with collecting_seldom():
        for article in articles:
            yield _outcome(article, rows_of)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for cyclic garbage less often in the block."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS_A_COLLECTION)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _outcome(article: Article, rows_of: RowsOf) -> Outcome:
    try:
        return Outcome(article, rows_of(article))
    except ArticleFailed as failed:
        return Outcome(article, None, str(failed))


def _batch_outcomes(articles: list[Article], rows_of: RowsOf) -> list[Outcome]:
    return [_outcome(article, rows_of) for article in articles]
