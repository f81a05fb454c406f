"""Rebuilds a folder of tables from its rows and from the articles that are new or changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.batch import FailedArticle, Progress, place_of
from extract.declaration.tables import Row
from extract.limits import Limits
from extract.tables.checks import check_tables
from extract.tables.rows import table_named
from extract.tables.writer import TableFolder
from extract.updating.news import News
from extract.updating.stored_rows import StoredRows, stored_rows
from extract.updating.versions import Versions, content_hash, read_versions, rules_version, write_versions
from extract.workers import Outcome, outcomes
from scraper.article import Article

Articles = Callable[[], Iterable[Article]]


@dataclass(frozen=True, slots=True)
class UpdateOutcome:
    """The result of an update: the news, rows by table, and the articles that failed."""

    news: News
    counts: dict[str, int]
    failed: tuple[FailedArticle, ...]


def update_tables(
    out: Path,
    articles: Articles,
    workers: int = 1,
    progress: Progress = lambda done: None,
    limits: Limits = Limits(),
    topics: bool = False,
    finish: Callable[[Path, News], None] = lambda new, news: None,
) -> UpdateOutcome | None:
    """Bring the tables in `out` up to date with `articles`, which returns all current articles each time it is called.

    Only articles that are new, changed, or were extracted by older rules are extracted; the rows of the others are
    kept. With `topics` those of each article are found too; all articles are extracted again where the tables were made
    without topics, and where they have topics that are no longer requested. `finish` is called with the new folder and
    the news before the folder is put in place, so that the news appear together with their tables, or not at all.
    Returns None, with nothing written, where nothing has changed. Raises NotTables where `out` is damaged, FolderInUse
    where another process writes there.
    """
    before = _known(out)
    known, rules = before.articles, rules_version(topics)
    contents = {article.id: content_hash(article) for article in articles()}
    changed = {article_id for article_id, content in contents.items() if known.get(article_id) != content}
    wanted = changed if rules == before.rules else set(contents)
    if not wanted and known.keys() <= contents.keys():
        return None
    news, failed = News(), list[FailedArticle]()
    earlier = _events_of(out, (changed | known.keys() - contents.keys()) & known.keys())
    with TableFolder(out, finish=lambda new: _finish(new, news, Versions(contents, rules), finish)) as tables:
        stored = StoredRows(out) if known else None
        fresh = _Extracted(outcomes((one for one in articles() if one.id in wanted), workers, limits, topics=topics))
        for done, article_id in enumerate(contents, start=1):
            progress(done)
            if article_id not in wanted:
                tables.add((stored and stored.take(article_id)) or {})
            elif outcome := fresh.take(article_id):
                failed += _failure(outcome)
                if outcome.rows is not None:
                    tables.add(outcome.rows)
                    news.compare(earlier.get(article_id), outcome.rows["events"], article_id in changed)
        for article_id in sorted(known.keys() - contents.keys()):
            news.lose(earlier.get(article_id, ()))
    return UpdateOutcome(news, tables.counts, tuple(failed))


def _failure(outcome: Outcome) -> list[FailedArticle]:
    """Why there are no rows of an article; empty where there are."""
    article = outcome.article
    return [] if outcome.rows is not None else [FailedArticle(place_of(article), article.id, outcome.reason)]


class _Extracted:
    """Outcomes in the order of their articles; those of articles that are gone are skipped."""

    def __init__(self, found: Iterator[Outcome]) -> None:
        self._found = found
        self._next = next(found, None)

    def take(self, article_id: str) -> Outcome | None:
        """The outcome of an article, if it is the next one."""
        outcome = self._next
        if outcome is None or outcome.article.id != article_id:
            return None
        self._next = next(self._found, None)
        return outcome


def _known(out: Path) -> Versions:
    """The versions in a folder of tables that an update wrote; empty for any other folder."""
    found = read_versions(out)
    if found:
        check_tables(out)
    return found or Versions({}, "")


def _events_of(out: Path, articles: Collection[str]) -> dict[str, list[Row]]:
    """The present rows of events of some articles, by article; articles without events are left out."""
    found: dict[str, list[Row]] = {article_id: [] for article_id in articles}
    if found:
        for row in stored_rows(out, table_named("events")):
            if row["article_id"] in found:
                found[str(row["article_id"])].append(row)
    return found


def _finish(new: Path, news: News, versions: Versions, finish: Callable[[Path, News], None]) -> None:
    write_versions(new, versions)
    finish(new, news)
