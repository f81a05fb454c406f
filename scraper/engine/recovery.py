"""Recovery after processes that died: truncated records are cut, leases returned, lost pages requested again."""

from __future__ import annotations

import logging
from typing import Any

from sqlalchemy import Connection, Engine, delete, select, update

from scraper.engine.options import CrawlOptions
from scraper.frontier.frontier import release
from scraper.frontier.schema import ARTICLES, PAGES, URLS
from scraper.frontier.worker_locks import dead_workers
from scraper.warc import recover

logger = logging.getLogger(__name__)


def recover_worker(engine: Engine, options: CrawlOptions) -> None:
    """Recover from processes that died in this data folder, if any did and no other process is recovering."""
    for owner in dead_workers(options.data):
        recover(options.warc_folder, owner)
        with engine.begin() as connection:
            freed = release(connection, [owner])
            lost = _forget_lost(connection, options, owner)
        logger.info("process %s had died: %d URLs released, %d pages lost by the disk", owner, freed, lost)


def _forget_lost(connection: Connection, options: CrawlOptions, owner: str) -> int:
    """Request the URLs of lost pages again: after a power cut the disk may have the state but not the page.

    The article is kept, without its place in the archive until its page was fetched again.
    """
    rows = connection.execute(select(PAGES).where(PAGES.c.warc_file.startswith(owner, autoescape=True)))
    sizes = {path.name: path.stat().st_size for path in options.warc_folder.glob(f"{owner}-*.warc.gz")}
    lost = [row for row in rows if row.warc_offset + row.warc_length > sizes.get(row.warc_file, 0)]
    for row in lost:
        forget_page(connection, row)
    return len(lost)


def forget_page(connection: Connection, page: Any) -> None:
    """Forget a page (a row of PAGES) that the archive does not hold: its URL is requested again, its article is
    kept."""
    again = {"state": "discovered", "attempts": 0, "etag": None, "last_modified": None, "sha256": None}
    connection.execute(update(URLS).where(URLS.c.id == page.url_id).values(**again))
    connection.execute(delete(PAGES).where(PAGES.c.id == page.id))
    here = (ARTICLES.c.warc_file == page.warc_file, ARTICLES.c.warc_offset == page.warc_offset)
    connection.execute(update(ARTICLES).where(*here).values(warc_file="", warc_offset=0))
