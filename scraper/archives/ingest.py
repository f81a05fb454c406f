"""Ingestion of pages from other sources into the store of a crawl, parsed as a crawl parses them.

The same page gives the same article from every source. Print views are parsed only where the page of their article is
missing, and an older capture never replaces a newer one.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select, update

from scraper.archives.capture import Capture, JsonLine, Skipped
from scraper.archives.captures import captures
from scraper.archives.jsonl import article_of_line
from scraper.article import Article, Page
from scraper.engine.options import CrawlOptions
from scraper.engine.page_parser import PageRequest, ParsedPage, read_page
from scraper.engine.parser_pool import ParserPool
from scraper.engine.recorder import Recorder, ServerAnswer
from scraper.engine.recovery import recover_worker
from scraper.frontier import clock
from scraper.frontier.articles import article_digest
from scraper.frontier.frontier import LEASE_SECONDS, Frontier, Lease
from scraper.frontier.backoffs import HostBackoffs
from scraper.frontier.rounds import RANKS, DateWindow, Round
from scraper.frontier.schema import ARTICLES, SITES, URLS, insert_missing, open_store, transaction
from scraper.frontier.worker_locks import lock_worker
from scraper.pages.urls import url_key
from scraper.platforms import load_platforms
from scraper.policy.guards import netloc_of
from scraper.sites import Registry, Site
from scraper.warc import Archive, record_of


ReadArticle = Callable[[Page, Site], ParsedPage]


def read_here(page: Page, site: Site) -> ParsedPage:
    """The result of parsing a page as an article, in this process."""
    return read_page(PageRequest(page, site, "article"))


@dataclass(slots=True)
class IngestCounts:
    """Counts of captures: articles new or changed, those already known, reasons for the rest, broken input; and what
    kept a command from its end."""

    stored: int = 0
    known: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    bad: list[Skipped] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    interrupted: bool = False

    def count(self, outcome: str) -> None:
        """Count a result of `Ingestor.store`."""
        if outcome == "stored":
            self.stored += 1
        elif outcome == "known":
            self.known += 1
        else:
            self.reasons[outcome] += 1

    @property
    def seen(self) -> int:
        """The number of captures."""
        return self.stored + self.known + self.reasons.total() + len(self.bad)


class Ingestor:
    """Stores pages under a data folder, within `ingesting`. `read` parses a page as an article."""

    def __init__(
        self, engine: Engine, archive: Archive, owner: str, registry: Registry, read: ReadArticle = read_here
    ) -> None:
        self._engine = engine
        self.backoffs = HostBackoffs(engine)
        self._read = read
        self._owner = owner
        self._registry = registry
        self._frontier = Frontier(engine, owner, ())
        self._recorder = Recorder(self._frontier, archive, registry.sites)

    def has(self, article_id: str) -> bool:
        """Whether an article is stored."""
        query = select(ARTICLES.c.id).where(ARTICLES.c.id == article_id).limit(1)
        with transaction(self._engine) as connection:
            return connection.execute(query).first() is not None

    def store(self, capture: Page | JsonLine, forced: Site | None = None, window: DateWindow = DateWindow()) -> str:
        """Store a capture; returns "stored", "known", or the reason why there is nothing to store."""
        page = capture.page if isinstance(capture, JsonLine) else capture
        site = forced or self._registry.site_at(page.url)
        if site is None:
            return f"no site known for {netloc_of(page.url)}"
        if isinstance(capture, JsonLine):
            reading = ParsedPage(article_of_line(capture.values, page, site), "no text", record=record_of(page))
        else:
            reading = self._read(page, site)
        article = reading.article
        if article is None:
            return reading.reason or "no article"
        if article.published_at not in window:
            return "outside the period"
        with transaction(self._engine) as connection:
            self._open(connection, site)
            if _is_here(connection, article, _is_print(capture, self._registry, site)):
                return "known"
            lease = _claim(connection, self._owner, site, page.url)
            if lease is None:
                return "being crawled"
            answer = ServerAnswer(page, page.headers.get("etag"), page.headers.get("last-modified"))
            return "stored" if self._recorder.keep(connection, lease, answer, reading) else "known"

    def _open(self, connection: Connection, site: Site) -> None:
        if site.id not in self._frontier.rounds:
            insert_missing(connection, SITES, [{"site_id": site.id}])
            number = connection.execute(select(SITES.c.round).where(SITES.c.site_id == site.id)).scalar_one()
            self._frontier.rounds[site.id] = Round(site.id, number, False, DateWindow())


@contextmanager
def parsing_apart(timeout: float) -> Iterator[ReadArticle]:
    """A function that parses pages in a process of its own, as a crawl does; a page may take `timeout` seconds."""
    pool = ParserPool(1, timeout)
    try:
        with asyncio.Runner() as runner:
            yield lambda page, site: runner.run(pool.read(PageRequest(page, site, "article")))
    finally:
        pool.close()


@contextmanager
def ingesting(
    options: CrawlOptions, registry: Registry, read: ReadArticle = read_here
) -> Iterator[Ingestor]:
    """An ingestor on the store of a data folder, where crawls may be running."""
    options.data.mkdir(parents=True, exist_ok=True)
    engine = open_store(options.state_url)
    recover_worker(engine, options)
    owner = lock_worker(options.data)
    archive = Archive(options.warc_folder, owner.name)
    try:
        yield Ingestor(engine, archive, owner.name, registry, read)
    finally:
        archive.close()
        owner.leave()
        engine.dispose()


def ingest(
    paths: Iterable[Path],
    registry: Registry,
    options: CrawlOptions,
    *,
    site: Site | None = None,
    base: str | None = None,
    advance: Callable[[int], None] = lambda done: None,
    read: ReadArticle | None = None,
) -> IngestCounts:
    """Store the articles of WARC files, saved HTML and JSON Lines.

    `site` is the site of all of them, instead of those of the registry by the hosts of the URLs; `base` is the URL of a
    mirrored folder; `advance` is called with the number of captures done. `read` parses the pages; without it they are
    parsed in a process of its own, within the time that `options` allow.
    """
    counts = IngestCounts()
    sources = list(paths)
    apart = nullcontext(read) if read else parsing_apart(options.reading)
    with apart as reader, ingesting(options, registry, reader) as ingestor:
        for capture in _articles_first(lambda: captures(sources, base), registry, site):
            _count(counts, capture, ingestor, site)
            advance(counts.seen)
    return counts


def _articles_first(look: Callable[[], Iterator[Capture]], registry: Registry, site: Site | None) -> Iterator[Capture]:
    """All captures, print views last, for which the sources are read a second time."""
    prints = 0
    for capture in look():
        if _is_print(capture, registry, site):
            prints += 1
        else:
            yield capture
    if prints:
        yield from (capture for capture in look() if _is_print(capture, registry, site))


def _is_print(capture: Capture, registry: Registry, site: Site | None) -> bool:
    if not isinstance(capture, Page):
        return False
    owner = site or registry.site_at(capture.url)
    return owner is not None and load_platforms()[owner.platform].classify(capture.url) == "print"


def _count(counts: IngestCounts, capture: Capture, ingestor: Ingestor, site: Site | None) -> None:
    if isinstance(capture, Skipped):
        if capture.bad:
            counts.bad.append(capture)
        else:
            counts.reasons[capture.reason] += 1
        return
    counts.count(ingestor.store(capture, site))


def _is_here(connection: Connection, article: Article, is_print: bool) -> bool:
    """Whether the article is stored with the same content or from a later capture; for a print view, from any page."""
    columns = (ARTICLES.c.fetched_at, ARTICLES.c.digest, ARTICLES.c.warc_file)
    query = select(*columns).where(ARTICLES.c.id == article.id, ARTICLES.c.current == 1)
    stored = connection.execute(query).first()
    if stored is None:
        return False
    same = stored.digest == article_digest(article) and bool(stored.warc_file)
    return is_print or same or (stored.fetched_at or "") > (article.fetched_at or "")


def _claim(connection: Connection, owner: str, site: Site, url: str) -> Lease | None:
    """The lease of a URL whose response is already at hand; None while a crawl is requesting it."""
    key = url_key(url, load_platforms()[site.platform])
    kind = "article"
    new = {"site_id": site.id, "key": key, "url": url, "host": netloc_of(url), "kind": kind, "state": "done"}
    insert_missing(connection, URLS, [new | {"rank": RANKS[kind], "round": 0}])
    row = connection.execute(select(URLS).where(URLS.c.site_id == site.id, URLS.c.key == key)).mappings().one()
    if row["state"] == "leased":
        return None
    held = {"state": "leased", "owner": owner, "lease_until": clock.now() + LEASE_SECONDS}
    connection.execute(update(URLS).where(URLS.c.id == row["id"]).values(**held))
    return Lease(**_lease_values(row), strikes=0)


def _lease_values(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {entry.name: row[entry.name] for entry in fields(Lease) if entry.name in URLS.c}
