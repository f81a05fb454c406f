"""The session of one crawling process: its lock, frontier, WARC file and parsers, opened and closed together."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime

from sqlalchemy import Connection, update

from scraper.engine.options import CrawlOptions
from scraper.engine.parser_pool import ParserPool
from scraper.engine.recorder import Recorder
from scraper.engine.recovery import recover_worker
from scraper.frontier import clock
from scraper.frontier.attachments import enter_stored_attachments
from scraper.frontier.batched_writes import BatchedWrites
from scraper.frontier.clock_jumps import correct_clock
from scraper.frontier.frontier import Frontier, Lease, release
from scraper.frontier.profiles import stored_profiles
from scraper.frontier.rounds import LISTINGS, EntryPoint, Round, close_round, end_command, open_round
from scraper.frontier.schema import HOSTS, open_store
from scraper.frontier.worker_locks import living_workers, lock_worker
from scraper.pages.urls import url_key
from scraper.platforms import Platform, load_platforms
from scraper.policy.guards import netloc_of
from scraper.policy.politeness import pause_of
from scraper.sites import Site
from scraper.warc import Archive

UNPACED_AT_ONCE = 48  # pages of loopback hosts without a delay that are being requested, parsed or written
# Seconds between two polls of the frontier, and for which writes are batched: each is a transaction.
BEAT, PACED_BEAT = 0.01, 0.05
SECONDS_BETWEEN_CHECKS = 5.0  # seconds between two checks for other processes that died


class Session:
    """The resources of one crawling process. Raises StateError where the state cannot be used."""

    def __init__(self, sites: Sequence[Site], options: CrawlOptions, readers: ParserPool, at_once: int) -> None:
        self.sites = {site.id: site for site in sites}
        self.options = options
        self._at_once = at_once
        self._under_way: dict[int, Lease] = {}
        self._ending = ExitStack()
        options.data.mkdir(parents=True, exist_ok=True)
        self.engine = open_store(options.state_url)
        self._ending.callback(self.engine.dispose)
        recover_worker(self.engine, options)
        with self.engine.begin() as connection:
            correct_clock(connection, clock.now())
        self._owner = owner = lock_worker(options.data)
        self._ending.push(self._leave)
        self.frontier = Frontier(self.engine, owner.name, self._open_rounds(), options.budget)
        with self.engine.connect() as connection:
            self.profiles = stored_profiles(connection, set(self.sites))
        pauses = _pauses(sites, options)
        self.frontier.add_hosts(pauses, _homes(sites), living_workers(options.data) - {owner.name})
        self._paced = any(pauses.values())
        self._beat = PACED_BEAT if self._paced else BEAT
        self._next_look = 0.0
        self._next_check_of_workers = time.monotonic() + SECONDS_BETWEEN_CHECKS
        archive = Archive(options.warc_folder, owner.name)
        self._ending.callback(archive.close)
        self.readers = readers
        self._ending.callback(self.readers.close)
        self._ending.callback(self._give_back, owner.name)
        self.ledger = BatchedWrites(self.engine, self._beat)
        self.recorder = Recorder(self.frontier, archive, self.sites, options.attachments)

    def lease(self) -> list[Lease]:
        """The URLs that may be requested now; none outside the hours."""
        self._recover_dead()
        if self.options.wait():
            return []
        now = time.monotonic()
        unpaced_room = UNPACED_AT_ONCE - sum(not lease.paced for lease in self._under_way.values())
        if not (unpaced_room or self._paced) or now < self._next_look:
            return []
        self._next_look = now + self._beat
        room = self._at_once - len(self._under_way)
        leases = self.frontier.lease(room, unpaced_room) if room > 0 else []
        self._under_way |= {lease.id: lease for lease in leases}
        return leases

    def done(self, lease: Lease) -> None:
        """Record that a leased URL is done; the links of a listing are then leased at once."""
        if lease.kind in LISTINGS:
            self._next_look = 0.0
        self._under_way.pop(lease.id, None)

    def has_work(self) -> bool:
        """Whether any URL can be requested within the longest wait of this crawl."""
        longest_wait = self.options.longest_wait
        return self.options.wait() <= longest_wait and self.frontier.has_work(longest_wait)

    def note_certificate(self, host: str, state: str) -> None:
        """Record the state of a host's certificate."""
        with self.engine.begin() as connection:
            connection.execute(update(HOSTS).where(HOSTS.c.host == host).values(certificate=state))

    def close(self, finished: bool) -> None:
        """Close everything, and the rounds without URLs left; `finished` says that the crawl was not interrupted."""
        self._ending.close()
        engine = open_store(self.options.state_url)
        with engine.begin() as connection:
            for site_id in self.sites:
                close_round(connection, site_id, _today())
                if finished:
                    end_command(connection, site_id)
        engine.dispose()

    def _open_rounds(self) -> list[Round]:
        with self.engine.begin() as connection:
            return [self._open_round(connection, site) for site in self.sites.values()]

    def _open_round(self, connection: Connection, site: Site) -> Round:
        opened = open_round(connection, site.id, _entry_points(site), self.options.window, clock.now(), _today())
        if self.options.attachments:
            enter_stored_attachments(connection, opened, site)
        return opened

    def _recover_dead(self) -> None:
        """At intervals, release the leases of other processes that died."""
        now = time.monotonic()
        if now >= self._next_check_of_workers:
            self._next_check_of_workers = now + SECONDS_BETWEEN_CHECKS
            recover_worker(self.engine, self.options)

    def _leave(self, fault: type[BaseException] | None, *_: object) -> None:
        """Release the lock of this process; where cleaning up failed, the next process does it, as after a kill."""
        if fault is None:
            self._owner.leave()

    def _give_back(self, owner: str) -> None:
        with self.engine.begin() as connection:
            release(connection, [owner])


def _entry_points(site: Site) -> list[EntryPoint]:
    platform = load_platforms()[site.platform]
    return [
        EntryPoint(url_key(url, platform), url, netloc_of(url), _kind(url, site, platform)) for url in site.entry_points
    ]


def _kind(url: str, site: Site, platform: Platform) -> str:
    if url in site.feeds:
        return "feed"
    return "sitemap" if url in site.sitemaps else "listing"


def _pauses(sites: Sequence[Site], options: CrawlOptions) -> dict[str, float]:
    """Every host of every site with its delay; a host of several sites has the longest."""
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
