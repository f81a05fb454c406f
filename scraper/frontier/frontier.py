"""The frontier: every URL that a crawl knows, with its state, so that a killed crawl can be continued.

A URL is discovered, leased (a process is requesting it), and then done or failed. Two more states serve --since and
--until: outside (its day is not of interest) and waiting (a listing page that is requested only if the articles of the
page before it are still of interest). The result of a response (the page's record, the article, the new links) and the
URL's new state are written in one transaction.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, Select, and_, bindparam, exists, or_, select, update

from scraper.frontier import clock
from scraper.frontier.links import FoundLink, ListingVisit, add_links
from scraper.frontier.rounds import Round
from scraper.frontier.schema import HOSTS, SERVERS, SITES, URLS, insert_missing
from scraper.frontier.servers import (
    claim_server,
    free_server,
    free_servers,
    locate_host,
    server_ready_at,
)
from scraper.frontier.statements import PreparedStatements
from scraper.policy.politeness import spacing
from scraper.policy.robots import LONG_DELAY

LEASE_SECONDS = 600.0  # longer than a request and the parsing of its page may take


@dataclass(frozen=True, slots=True)
class Lease:
    """A URL that this process, and no other, may request until the lease expires.

    `pause` is the delay in seconds between this request and the next to its host; 0 for a host without a delay.
    """

    id: int
    site_id: str
    key: str
    url: str
    host: str
    kind: str
    attempts: int
    hops: int
    depth: int
    barren: int
    etag: str | None
    last_modified: str | None
    sha256: str | None
    found_on: int | None
    evidence: str | None
    published: str | None
    unchanged: int
    strikes: int
    pause: float = 0.0

    @property
    def paced(self) -> bool:
        """Whether its host gets one request at a time."""
        return bool(self.pause)

    @property
    def listing(self) -> ListingVisit:
        """This URL as the listing page on which links are found."""
        return ListingVisit(self.id, self.kind, self.depth, self.barren)


@dataclass(frozen=True, slots=True)
class Budget:
    """The maximum number of requests to a site, and of bytes from it, for one command; None is no limit."""

    requests: int | None = None
    bytes: int | None = None


def _ready(hosts: Sequence[str]) -> Select[Any]:
    """The hosts that may get a request now and have URLs to request, those that waited longest first."""
    ask = and_(URLS.c.host == HOSTS.c.host, URLS.c.state == "discovered", URLS.c.due_at <= bindparam("now"))
    columns = (HOSTS.c.host, HOSTS.c.pause, HOSTS.c.crawl_delay, HOSTS.c.strikes, HOSTS.c.resting, HOSTS.c.server)
    busy = exists().where(and_(SERVERS.c.server == HOSTS.c.server, SERVERS.c.next_at > bindparam("now")))
    ours = HOSTS.c.host.in_([bindparam(f"host{number}", host) for number, host in enumerate(hosts)])
    query = select(*columns).where(ours, HOSTS.c.next_at <= bindparam("now"), ~busy, exists().where(ask))
    return query.order_by(HOSTS.c.next_at).limit(bindparam("most")).with_for_update(skip_locked=True)


@cache
def _settling(columns: tuple[str, ...]) -> PreparedStatements:
    mine = and_(URLS.c.id == bindparam("this"), URLS.c.state == "leased", URLS.c.owner == bindparam("mine"))
    return PreparedStatements(lambda: update(URLS).where(mine), columns)


_RELEASE = PreparedStatements(
    lambda: update(HOSTS).where(HOSTS.c.host == bindparam("this")).values(next_at=HOSTS.c.ready_at)
)
_PACE = PreparedStatements(
    lambda: update(HOSTS).where(HOSTS.c.host == bindparam("this")),
    ("next_at", "ready_at", "paced_at", "resting"),
)
_LEASE = PreparedStatements(
    lambda: update(URLS).where(URLS.c.id == bindparam("this")).values(state="leased", attempts=URLS.c.attempts + 1),
    ("owner", "lease_until"),
)
_SPEND = PreparedStatements(
    lambda: update(SITES).where(SITES.c.site_id == bindparam("this")).values(asked=SITES.c.asked + bindparam("more"))
)
_SPENT = PreparedStatements(
    lambda: select(SITES.c.asked, SITES.c.bytes).where(SITES.c.site_id == bindparam("this")).with_for_update()
)
_WANTED = PreparedStatements(
    lambda: select(URLS)
    .where(
        URLS.c.host == bindparam("here"),
        URLS.c.state == "discovered",
        URLS.c.due_at <= bindparam("now"),
        URLS.c.site_id == bindparam("ours"),
    )
    .order_by(URLS.c.rank, URLS.c.id)
    .limit(bindparam("most"))
)


class Frontier:
    """The URLs of some sites, as one process sees them. `rounds` are the open rounds, by site."""

    def __init__(self, engine: Engine, owner: str, rounds: Sequence[Round], budget: Budget = Budget()) -> None:
        self._engine = engine
        self._owner = owner
        self.budget = budget
        self.rounds = {one.site_id: one for one in rounds}
        self._hosts: dict[str, Sequence[str]] = {}
        self._expire_at = 0.0
        self._located: dict[str, str] = {}
        self._ready = PreparedStatements(lambda: _ready([]))

    def add_hosts(
        self, pauses: Mapping[str, float], sites: Mapping[str, Sequence[str]], others: Collection[str] = ()
    ) -> None:
        """Register the hosts of sites, each with its delay between requests in seconds.

        A longer delay is kept if it was set by one of `others`, the other processes that are running.
        """
        with self._engine.begin() as connection:
            insert_missing(connection, HOSTS, [{"host": host} for host in sorted(pauses)])
            for host, pause in sorted(pauses.items()):
                kept = and_(HOSTS.c.paused_by.is_not(None), HOSTS.c.paused_by.in_(others), HOSTS.c.pause > pause)
                own = update(HOSTS).where(HOSTS.c.host == host, ~kept)
                connection.execute(own.values(pause=pause, paused_by=self._owner))
        self._hosts = dict(sites)
        self._ready = PreparedStatements(lambda: _ready(list(self._hosts)))

    def lease(self, room: int, unpaced_room: int) -> list[Lease]:
        """Lease up to `room` URLs whose hosts may get a request now.

        A host with a delay gets one request at a time; of hosts without one, at most `unpaced_room` URLs are leased.
        """
        now = clock.now()
        leases: list[Lease] = []
        with self._engine.begin() as connection:
            if now >= self._expire_at:
                self._expire(connection, now)
            for host in self._ready.run(connection, now=now, most=room).all():
                taken = self._lease_of(connection, host, room - len(leases), unpaced_room, now)
                unpaced_room -= sum(not lease.paced for lease in taken)
                leases += taken
        return leases

    def has_work(self, seconds: float) -> bool:
        """Whether any URL can be requested within `seconds`, by this process or after another is done."""
        limit = clock.now() + seconds
        waiting = and_(
            URLS.c.host == HOSTS.c.host,
            URLS.c.site_id.in_(self.rounds),
            self._within_budget(),
            URLS.c.state.in_(("discovered", "leased")),
            URLS.c.due_at <= limit,
        )
        under_way = exists().where(URLS.c.host == HOSTS.c.host, URLS.c.state == "leased")
        soon = or_(HOSTS.c.resting.is_(None), HOSTS.c.next_at <= limit, under_way)
        due = and_(HOSTS.c.host.in_(self._hosts), soon)
        query = select(HOSTS.c.host).where(due, exists().where(waiting))
        with self._engine.connect() as connection:
            return connection.execute(query.limit(1)).first() is not None

    def settle(self, connection: Connection, lease: Lease, **values: Any) -> bool:
        """Set the next state of a leased URL; False where the lease was lost and the outcome must be dropped."""
        freed = {"owner": None, "lease_until": None} | values
        if _settling(tuple(freed)).run(connection, this=lease.id, mine=self._owner, **freed).rowcount == 0:
            return False
        if lease.paced:
            _RELEASE.run(connection, this=lease.host)
            free_server(connection, lease.host)
        return True

    def add_links(self, connection: Connection, lease: Lease, found: Sequence[FoundLink]) -> None:
        """Add the links that were found on the page of a leased URL."""
        add_links(connection, self.rounds[lease.site_id], lease.listing, found)

    def locate(self, host: str, server: str, pause: float) -> float:
        """Record the server to which the name of a leased, paced host resolves. Returns the seconds that it has to wait
        because another of the server's hosts has an open request, or had one a moment ago."""
        if self._located.get(host) == server:
            return 0.0  # the server was claimed with the lease
        now = clock.now()
        with self._engine.begin() as connection:
            locate_host(connection, host, server)
            claimed = claim_server(connection, server, host, now, now + LEASE_SECONDS, now + pause)
            wait = 0.0 if claimed else max(pause, server_ready_at(connection, server) - now)
        self._located[host] = server
        return wait

    def apply_crawl_delay(self, host: str, crawl_delay: float) -> None:
        """Store the crawl delay of the host's robots.txt, in seconds between requests."""
        with self._engine.begin() as connection:
            connection.execute(update(HOSTS).where(HOSTS.c.host == host).values(crawl_delay=crawl_delay))

    def _lease_of(self, connection: Connection, host: Any, room: int, unpaced_room: int, now: float) -> list[Lease]:
        pause = spacing(host.pause, host.crawl_delay, random.uniform(-1, 1))
        most = min(1, room) if pause else min(room, unpaced_room)
        leases: list[Lease] = []
        for site_id in self._hosts[host.host]:
            wanted = self._affordable(connection, site_id, most - len(leases))
            rows = _WANTED.run(connection, here=host.host, ours=site_id, now=now, most=wanted).all() if wanted else []
            if rows and self._take(connection, host, rows, pause, now):
                leases += [_lease(row, host, pause) for row in rows]
        return leases

    def _take(self, connection: Connection, host: Any, rows: Sequence[Any], pause: float, now: float) -> bool:
        """Lease rows of a host; False where its server has an open request for another host."""
        until = now + LEASE_SECONDS
        if pause and host.server and not claim_server(connection, host.server, host.host, now, until, now + pause):
            return False
        _LEASE.run_all(connection, [{"this": row.id, "owner": self._owner, "lease_until": until} for row in rows])
        _SPEND.run(connection, this=rows[0].site_id, more=len(rows))
        if pause:
            long = host.crawl_delay > LONG_DELAY
            resting = f"crawl_delay_{host.crawl_delay:.0f}_s" if long else None
            _PACE.run(connection, this=host.host, next_at=until, ready_at=now + pause, paced_at=now, resting=resting)
        elif host.resting:
            connection.execute(update(HOSTS).where(HOSTS.c.host == host.host).values(resting=None))
        return True

    def _affordable(self, connection: Connection, site_id: str, most: int) -> int:
        """How many of `most` requests the site's budget allows."""
        if self.budget == Budget() or most <= 0:
            return most
        spent = _SPENT.run(connection, this=site_id).one()
        if self.budget.bytes is not None and spent.bytes >= self.budget.bytes:
            return 0
        return most if self.budget.requests is None else max(0, min(most, self.budget.requests - spent.asked))

    def _within_budget(self) -> Any:
        conditions = [SITES.c.site_id == URLS.c.site_id]
        if self.budget.requests is not None:
            conditions.append(SITES.c.asked < self.budget.requests)
        if self.budget.bytes is not None:
            conditions.append(SITES.c.bytes < self.budget.bytes)
        return exists().where(and_(*conditions))

    def _expire(self, connection: Connection, now: float) -> None:
        self._expire_at = now + LEASE_SECONDS / 20
        connection.execute(
            update(URLS)
            .where(URLS.c.state == "leased", URLS.c.lease_until < now)
            .values(state="discovered", owner=None, lease_until=None)
        )


def _lease(row: Any, host: Any, pause: float) -> Lease:
    copied = {entry.name: getattr(row, entry.name) for entry in fields(Lease) if entry.name in URLS.c}
    return Lease(**copied | {"attempts": row.attempts + 1}, strikes=host.strikes, pause=pause)


def release(connection: Connection, owners: Collection[str]) -> int:
    """Release the leases of dead processes, and the hosts of their open requests; returns the number of URLs."""
    held = and_(URLS.c.state == "leased", URLS.c.owner.in_(owners))
    hosts = connection.execute(select(URLS.c.host).where(held).distinct()).scalars().all()
    free_servers(connection, hosts)
    connection.execute(
        update(HOSTS).where(HOSTS.c.host.in_(hosts), HOSTS.c.resting.is_(None)).values(next_at=HOSTS.c.ready_at)
    )
    freed = connection.execute(update(URLS).where(held).values(state="discovered", owner=None, lease_until=None))
    return int(freed.rowcount)
