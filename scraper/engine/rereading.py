"""Parses archived pages again: with newer selectors, with the site's profile, by a newer version. Sends no requests.

The common parts of a site's pages are learned first, from the archive. A different result becomes a new version of its
article; where a page no longer gives an article, the earlier version is kept. After a run was killed, the next one
continues after the last page that was written.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from scraper.article import Article, Page
from scraper.engine.options import CrawlOptions
from scraper.engine.page_parser import PageRequest, ParsedPage, read_page
from scraper.engine.parser_pool import ParserPool
from scraper.frontier.profiles import note_reread, reread_place, set_reread_place, store_profile
from scraper.frontier.schema import PAGES, PROFILES, SITES, URLS, open_store, transaction
from scraper.frontier.versions import store_reading
from scraper.pages.evidence import evidence_from
from scraper.pages.profile import SiteProfile, learn_profile
from scraper.sites import Site
from scraper.warc import read_page as read_archived

LEARNED_FROM = 120  # pages of a site, spread over all of them
TRIED = 12  # pages that are read with and without a new profile, to see whether it changes anything
AT_ONCE = 32  # pages that are read, and written, together
SAID_OF = ("title", "lead", "paragraphs", "captions", "published_at", "author", "source", "section", "attachments")


@dataclass(slots=True)
class RereadCounts:
    """Counts for one site: pages read again, articles changed and new, changes by field, pages that are missing."""

    site_id: str
    pages: int = 0
    changed: int = 0
    new: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    damaged: list[str] = field(default_factory=list)


def reread(
    sites: Sequence[Site],
    options: CrawlOptions,
    advance: Callable[[int], None] = lambda done: None,
) -> list[RereadCounts]:
    """Read the archived pages of sites again; `advance` is called with the number of pages done. Raises StateError."""
    engine = open_store(options.state_url)
    readers = ParserPool(1 if options.readers is None else options.readers, options.reading)
    done = 0
    outcome = []
    try:
        with asyncio.Runner() as runner:
            for site in sites:
                profile = learn_site(engine, options, site)
                counts = RereadCounts(site.id)
                for batch in _batches(engine, options, site, profile, counts):
                    readings = runner.run(_read(readers, [request for _, request in batch]))
                    with transaction(engine) as connection:
                        _write(connection, site, profile, batch, readings, counts)
                    done += len(batch)
                    advance(done)
                _finish(engine, site, profile)
                outcome.append(counts)
    finally:
        readers.close()
        engine.dispose()
    return outcome


def reread_first_rounds(sites: Sequence[Site], options: CrawlOptions) -> list[RereadCounts]:
    """Read the pages of sites again whose first round has ended, where their new profiles change something.

    A rereading that was killed is continued.
    """
    engine = open_store(options.state_url)
    try:
        due = [site for site in sites if _is_due(engine, options, site)]
    finally:
        engine.dispose()
    return reread(due, options) if due else []


def _is_due(engine: Engine, options: CrawlOptions, site: Site) -> bool:
    with transaction(engine) as connection:
        own = (SITES.c.site_id == site.id, SITES.c.open == 0)
        closed = connection.execute(select(SITES.c.round).where(*own)).first()
        stored = connection.execute(select(PROFILES.c.reread).where(PROFILES.c.site_id == site.id)).first()
    if closed is None or stored is not None:
        return closed is not None and stored is not None and stored.reread is None
    profile = learn_site(engine, options, site)
    if profile is None or changes_fields(engine, options, site, profile):
        return profile is not None
    with transaction(engine) as connection:
        note_reread(connection, site.id, profile.version)
    return False


def learn_site(engine: Engine, options: CrawlOptions, site: Site) -> SiteProfile | None:
    """The profile of a site's archived pages, stored in place of an earlier one; None where they are too few."""
    pages = (page for page in (_archived(options, row) for row in _sample(engine, site, LEARNED_FROM)) if page)
    profile = learn_profile(pages, _decided(engine, site))
    if profile:
        with transaction(engine) as connection:
            store_profile(connection, site.id, profile, datetime.now(UTC).isoformat(timespec="seconds"))
    return profile


def _decided(engine: Engine, site: Site) -> list[tuple[str, str]]:
    """The URLs of a site's pages, each with what its page turned out to be: "article", "listing", or "none"."""
    query = select(URLS.c.url, URLS.c.kind, URLS.c.error).where(
        URLS.c.site_id == site.id, URLS.c.state.in_(("done", "outside")), URLS.c.kind.in_(("article", "listing"))
    )
    with transaction(engine) as connection:
        return [(row.url, "none" if row.error else row.kind) for row in connection.execute(query)]


def changes_fields(engine: Engine, options: CrawlOptions, site: Site, profile: SiteProfile) -> bool:
    """Whether some pages of a site are read differently with its profile."""
    for row in _sample(engine, site, TRIED):
        page = _archived(options, row)
        if page is None:
            continue
        evidence = evidence_from(row.evidence)
        bare = read_page(PageRequest(page, site, "article", evidence)).article
        profiled = read_page(PageRequest(page, site, "article", evidence, profile)).article
        if bare and profiled and any(getattr(bare, name) != getattr(profiled, name) for name in SAID_OF):
            return True
    return False


def _latest(site: Site) -> Any:
    """The last archived page of every article's URL, and of every further page of one.

    Pages whose parsing took too long are left out: they would do so again.
    """
    kept = (PAGES.c.site_id == site.id, PAGES.c.status == 200, PAGES.c.flags.not_like("%unreadable%"))
    last = select(func.max(PAGES.c.id)).where(*kept).group_by(PAGES.c.url_id)
    columns = (*PAGES.c, URLS.c.kind, URLS.c.evidence, URLS.c.found_on)
    query = select(*columns).join(URLS, URLS.c.id == PAGES.c.url_id)
    return query.where(PAGES.c.id.in_(last), URLS.c.kind.in_(("article", "part"))).order_by(PAGES.c.id)


def _sample(engine: Engine, site: Site, most: int) -> list[Any]:
    """Some of the site's article pages, the same ones for the same archive, spread over all."""
    with transaction(engine) as connection:
        rows = [row for row in connection.execute(_latest(site)) if row.kind == "article"]
    return sorted(rows, key=lambda row: str(row.sha256))[:most]


def _archived(options: CrawlOptions, row: Any) -> Page | None:
    """The archived page of a row; None where it cannot be read."""
    try:
        return read_archived(options.warc_folder, row.warc_file, row.warc_offset)
    except (OSError, ValueError):
        return None


Batch = list[tuple[Any, PageRequest]]


def _batches(
    engine: Engine, options: CrawlOptions, site: Site, profile: SiteProfile | None, counts: RereadCounts
) -> Iterator[Batch]:
    with transaction(engine) as connection:
        behind = reread_place(connection, site.id, _reading_version(profile))
        rows = [row for row in connection.execute(_latest(site)) if row.id > behind]
    requests = iter(_requests(rows, options, site, profile, counts))
    while batch := list(islice(requests, AT_ONCE)):
        yield batch


def _requests(
    rows: Sequence[Any], options: CrawlOptions, site: Site, profile: SiteProfile | None, counts: RereadCounts
) -> Iterator[tuple[Any, PageRequest]]:
    for row in rows:
        page = _archived(options, row)
        if page is None:
            counts.damaged.append(f"{row.warc_file} at byte {row.warc_offset}: {row.url}")
        else:
            yield row, PageRequest(page, site, row.kind, evidence_from(row.evidence), profile)


async def _read(readers: ParserPool, pages: Sequence[PageRequest]) -> list[ParsedPage]:
    return list(await asyncio.gather(*(readers.read(page) for page in pages)))


def _write(
    connection: Connection,
    site: Site,
    profile: SiteProfile | None,
    batch: Batch,
    readings: Sequence[ParsedPage],
    counts: RereadCounts,
) -> None:
    """Store the changes of a batch, and the progress on the site."""
    for (row, _), reading in zip(batch, readings, strict=True):
        counts.pages += 1
        if reading.article:
            before = store_reading(connection, row, reading.article)
            _count(counts, before, reading.article)
    set_reread_place(connection, site.id, _reading_version(profile), batch[-1][0].id)


def _count(counts: RereadCounts, before: Article | str | None, article: Article) -> None:
    if before == "new":
        counts.new += 1
    elif isinstance(before, Article):
        changed = [name for name in SAID_OF if getattr(before, name) != getattr(article, name)]
        counts.changed += 1
        counts.fields.update(changed)


def _finish(engine: Engine, site: Site, profile: SiteProfile | None) -> None:
    with transaction(engine) as connection:
        set_reread_place(connection, site.id, _reading_version(profile), None)
        if profile:
            note_reread(connection, site.id, profile.version)


def _reading_version(profile: SiteProfile | None) -> str:
    """The version of a reading: that of the program and of the profile."""
    return f"{version('sukien')}/{profile.version if profile else 'none'}"
