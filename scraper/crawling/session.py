"""One process at work on a crawl: its name, its frontier, its WARC file, its readers, opened and closed together."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, select, update

from scraper.crawling.archive import Archive, recover
from scraper.crawling.attachments import enter_stored_attachments
from scraper.crawling.frontier import Frontier, Lease, release
from scraper.crawling.guards import netloc_of
from scraper.crawling.options import CrawlOptions
from scraper.crawling.owners import bury_dead, enter
from scraper.platforms import Platform, load_platforms
from scraper.crawling.politeness import pause_of
from scraper.crawling.reading import Readers
from scraper.crawling.recorder import Recorder
from scraper.crawling.rounds import Entrance, Round, close_round, open_round
from scraper.sites import Site
from scraper.crawling.store import HOSTS, PAGES, URLS, open_store
from scraper.pages.urls import url_key

logger = logging.getLogger(__name__)
UNPACED_AT_ONCE = 16  # requests under way to loopback hosts without a pause
LOOK_EVERY = 0.03  # seconds between two looks for hosts whose pause is over; each look is a transaction


class Session:
    """What one crawling process holds. Raises sqlalchemy.exc.OperationalError where the state cannot be opened."""

    def __init__(self, sites: Sequence[Site], options: CrawlOptions, readers: int, at_once: int) -> None:
        self.sites = {site.id: site for site in sites}
        self.options = options
        self._at_once = at_once
        self._under_way: dict[int, Lease] = {}
        self._ending = ExitStack()
        options.data.mkdir(parents=True, exist_ok=True)
        self.engine = open_store(options.state_url)
        self._ending.callback(self.engine.dispose)
        bury(self.engine, options)
        owner = enter(options.data)
        self._ending.callback(owner.leave)
        self.frontier = Frontier(self.engine, owner.name, self._open_rounds(), options.budget)
        pauses = _pauses(sites, options)
        self.frontier.add_hosts(pauses, _homes(sites))
        self._paced = any(pauses.values())
        self._next_look = 0.0
        archive = Archive(options.warc_folder, owner.name)
        self._ending.callback(archive.close)
        self.readers = Readers(readers)
        self._ending.callback(self.readers.close)
        self._ending.callback(self._give_back, owner.name)
        self.recorder = Recorder(self.engine, self.frontier, archive, self.sites, options.attachments)

    def lease(self) -> list[Lease]:
        """What may be asked now; nothing outside the hours."""
        hours = self.options.hours
        if hours and hours.wait(datetime.now(UTC)):
            return []
        free = UNPACED_AT_ONCE - sum(not lease.paced for lease in self._under_way.values())
        unpaced_room = free if free >= UNPACED_AT_ONCE // 2 else 0  # a few at a time: each look costs a transaction
        now = time.monotonic()
        if not (unpaced_room or self._paced) or (self._paced and now < self._next_look):
            return []
        self._next_look = now + LOOK_EVERY
        room = self._at_once - len(self._under_way)
        leases = self.frontier.lease(room, unpaced_room) if room > 0 else []
        self._under_way |= {lease.id: lease for lease in leases}
        return leases

    def done(self, lease: Lease) -> None:
        """A leased address has been dealt with."""
        self._under_way.pop(lease.id, None)

    def has_work(self) -> bool:
        """Whether there is something to ask within the patience of this crawl."""
        return self.frontier.has_work(self.options.patience)

    def note_certificate(self, host: str, state: str) -> None:
        """Record what a host's certificate is worth."""
        with self.engine.begin() as connection:
            connection.execute(update(HOSTS).where(HOSTS.c.host == host).values(certificate=state))

    def close(self) -> None:
        """Close everything, and the rounds of which nothing is left."""
        self._ending.close()
        engine = open_store(self.options.state_url)
        with engine.begin() as connection:
            for site_id in self.sites:
                close_round(connection, site_id, _today())
        engine.dispose()

    def _open_rounds(self) -> list[Round]:
        with self.engine.begin() as connection:
            return [self._open_round(connection, site) for site in self.sites.values()]

    def _open_round(self, connection: Connection, site: Site) -> Round:
        opened = open_round(connection, site.id, _entrances(site), self.options.window, time.time(), _today())
        if self.options.attachments:
            enter_stored_attachments(connection, opened, site)
        return opened

    def _give_back(self, owner: str) -> None:
        with self.engine.begin() as connection:
            release(connection, [owner])


def bury(engine: Engine, options: CrawlOptions) -> None:
    """Tidy up after processes that died: their WARC files are made whole, their leases given back."""
    for owner in bury_dead(options.data):
        recover(options.warc_folder, owner)
        with engine.begin() as connection:
            freed = release(connection, [owner])
            lost = _forget_lost(connection, options, owner)
        logger.info("process %s had died: %d addresses given back, %d pages lost by the disk", owner, freed, lost)


def _forget_lost(connection: Connection, options: CrawlOptions, owner: str) -> int:
    """After a power cut the disk may have kept the state but not the page: such an address is asked again."""
    rows = connection.execute(select(PAGES).where(PAGES.c.warc_file.startswith(owner, autoescape=True)))
    sizes = {path.name: path.stat().st_size for path in options.warc_folder.glob(f"{owner}-*.warc.gz")}
    lost = [row for row in rows if row.warc_offset + row.warc_length > sizes.get(row.warc_file, 0)]
    for row in lost:
        again = {"state": "discovered", "etag": None, "last_modified": None, "sha256": None}
        connection.execute(update(URLS).where(URLS.c.id == row.url_id).values(**again))
        connection.execute(delete(PAGES).where(PAGES.c.id == row.id))
    return len(lost)


def _entrances(site: Site) -> list[Entrance]:
    platform = load_platforms()[site.platform]
    return [Entrance(url_key(url, platform), url, netloc_of(url), _kind(url, site, platform)) for url in site.entrances]


def _kind(url: str, site: Site, platform: Platform) -> str:
    if url in site.feeds:
        return "feed"
    return "sitemap" if url in site.sitemaps else "listing"


def _pauses(sites: Sequence[Site], options: CrawlOptions) -> dict[str, float]:
    """Every host of every site with its pause; a host of several sites is spared the longest."""
    pauses: dict[str, float] = {}
    for site in sites:
        pause = pause_of(site, options.delay)
        for host in site.hosts:
            for name in (host, f"www.{host}"):
                pauses[name] = max(pause, pauses.get(name, 0.0))
    return pauses


def _homes(sites: Sequence[Site]) -> dict[str, list[str]]:
    """The sites on every host."""
    homes: dict[str, list[str]] = {}
    for site in sites:
        for host in site.hosts:
            for name in (host, f"www.{host}"):
                homes.setdefault(name, []).append(site.id)
    return homes


def _today() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
