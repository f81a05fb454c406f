"""Many articles in, tables out: in one process or several, always the same rows in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.jsonl import BadLine
from extract.limits import Limits
from extract.tables.writer import TableFolder
from extract.workers import Outcome, outcomes
from scraper.article import Article

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class FailedArticle:
    """An article without rows: its position in the input, its id, and the reason."""

    where: str
    article_id: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: article {self.article_id}: {self.reason}"


Skipped = BadLine | FailedArticle


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What a run did: rows by table, and the lines and articles that were skipped."""

    counts: dict[str, int]
    skipped: tuple[Skipped, ...] = field(default=())


class NoArticles(Exception):
    """An input without an article to extract from; `skipped` has what was skipped."""

    def __init__(self, skipped: tuple[Skipped, ...]) -> None:
        super().__init__("no article to extract from")
        self.skipped = skipped


def place_of(article: Article) -> str:
    """The place where an article was found: its record in a WARC file, or its URL."""
    if article.warc_file:
        return f"{article.warc_file} at byte {article.warc_offset}"
    return article.url or "(no address)"


def extract_to(
    out: Path,
    articles: Iterable[Article | BadLine],
    workers: int = 1,
    progress: Progress = lambda done: None,
    *,
    limits: Limits = Limits(),
    topics: bool = False,
    place: Callable[[Article], str] = place_of,
    escape_formulas: bool = False,
    finish: Callable[[Path], None] = lambda new: None,
) -> BatchOutcome:
    """Extract all articles and write the tables into the folder `out`. `progress` is called with the number of articles
    done. With `topics` those of each article are found too.

    Bad lines, and articles that fail or meet a limit, are left out and returned; `place` gives the position of an
    article in the input. `escape_formulas` and `finish` are those of TableFolder. Raises NoArticles where no article is
    left, FolderInUse where another process writes there, OSError where the folder cannot be written; in all cases the
    tables of an earlier run stay as they are.
    """
    skipped: list[Skipped] = []
    good = _only_articles(articles, skipped)
    with TableFolder(out, escape_formulas, finish) as tables:
        for done, outcome in enumerate(outcomes(good, workers, limits, topics=topics), start=1):
            _add(tables, outcome, skipped, place)
            progress(done)
        if not tables.counts["articles"]:
            raise NoArticles(tuple(skipped))
    return BatchOutcome(tables.counts, tuple(skipped))


def _only_articles(articles: Iterable[Article | BadLine], skipped: list[Skipped]) -> Iterator[Article]:
    for article in articles:
        if isinstance(article, BadLine):
            skipped.append(article)
        else:
            yield article


def _add(tables: TableFolder, outcome: Outcome, skipped: list[Skipped], place: Callable[[Article], str]) -> None:
    """Write the rows of an article, or record why there are none."""
    reason = outcome.reason
    if outcome.rows is not None:
        try:
            tables.add(outcome.rows)
            return
        except ValueError as error:
            reason = str(error)
    skipped.append(FailedArticle(place(outcome.article), outcome.article.id, reason))
