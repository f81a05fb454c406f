"""The frontier: every address a crawl knows, and the state it is in, so that a killed crawl goes on where it was.

An address is discovered, leased (a process is asking it), and then done or failed. Two more states serve --since and
--until: outside (its day is not of interest) and waiting (a listing page that is asked only if the articles of the
page before it are still of interest). What an answer brought (the page's record, the article, the new links) and the
address's new state are written in one transaction.
"""

from __future__ import annotations

import random
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, Engine, and_, exists, or_, select, update

from scraper.links import Found, Listing, take_in
from scraper.rounds import Round
from scraper.store import HOSTS, SITES, URLS, insert_missing

LEASE_SECONDS = 600.0  # longer than any request and its reading may take
JITTER = 0.25  # of a host's pause, either way; never below what robots.txt asks for


@dataclass(frozen=True, slots=True)
class Lease:
    """An address that this process, and no other, may ask until the lease expires."""

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
    strikes: int
    paced: bool

    @property
    def listing(self) -> Listing:
        """This address as the page on which links are found."""
        return Listing(self.id, self.kind, self.depth, self.barren)


@dataclass(frozen=True, slots=True)
class Budget:
    """How many requests and bytes a site may be asked for by one command; null is no limit."""

    requests: int | None = None
    bytes: int | None = None


class Frontier:
    """The addresses of some sites, seen by one process. `rounds` are the open rounds, by site."""

    def __init__(self, engine: Engine, owner: str, rounds: Sequence[Round], budget: Budget = Budget()) -> None:
        self._engine = engine
        self._owner = owner
        self.budget = budget
        self.rounds = {one.site_id: one for one in rounds}
        self._hosts: list[str] = []
        self._expire_at = 0.0

    def add_hosts(self, pauses: dict[str, float]) -> None:
        """Say which hosts are asked, and how long each is left in peace between two requests, in seconds."""
        with self._engine.begin() as connection:
            insert_missing(connection, HOSTS, [{"host": host} for host in sorted(pauses)])
            for host, pause in sorted(pauses.items()):
                connection.execute(update(HOSTS).where(HOSTS.c.host == host).values(pause=pause))
        self._hosts = sorted({*self._hosts, *pauses})

    def lease(self, room: int, unpaced_room: int) -> list[Lease]:
        """Take up to `room` addresses whose hosts may be asked now.

        A host with a pause is asked one thing at a time; of those without one, `unpaced_room` addresses are taken at
        most.
        """
        now = time.time()
        leases: list[Lease] = []
        with self._engine.begin() as connection:
            if now >= self._expire_at:
                self._expire(connection, now)
            for host in self._ready_hosts(connection, now, room):
                taken = self._lease_of(connection, host, room - len(leases), unpaced_room, now)
                unpaced_room -= sum(not lease.paced for lease in taken)
                leases += taken
        return leases

    def has_work(self, patience: float) -> bool:
        """Whether anything may still be asked within `patience` seconds, by this process or after another is done."""
        limit = time.time() + patience
        waiting = and_(
            URLS.c.host == HOSTS.c.host,
            URLS.c.site_id.in_(self.rounds),
            self._within_budget(),
            URLS.c.state.in_(("discovered", "leased")),
            URLS.c.due_at <= limit,
        )
        awake = and_(HOSTS.c.host.in_(self._hosts), or_(HOSTS.c.resting.is_(None), HOSTS.c.next_at <= limit))
        query = select(HOSTS.c.host).where(awake, exists().where(waiting))
        with self._engine.connect() as connection:
            return connection.execute(query.limit(1)).first() is not None

    def settle(self, connection: Connection, lease: Lease, **values: Any) -> bool:
        """Give a leased address its next state; false where the lease was lost and the outcome must be dropped."""
        mine = and_(URLS.c.id == lease.id, URLS.c.state == "leased", URLS.c.owner == self._owner)
        freed = {"owner": None, "lease_until": None} | values
        if connection.execute(update(URLS).where(mine).values(**freed)).rowcount == 0:
            return False
        if lease.paced:
            self._release_host(connection, lease.host)
        return True

    def take_in(self, connection: Connection, lease: Lease, found: Sequence[Found]) -> None:
        """Enter the links that were found at a leased address."""
        take_in(connection, self.rounds[lease.site_id], lease.listing, found)

    def rest(self, connection: Connection, host: str, seconds: float, reason: str) -> None:
        """Leave a host alone for so long."""
        connection.execute(
            update(HOSTS).where(HOSTS.c.host == host).values(next_at=time.time() + seconds, resting=reason)
        )

    def heed(self, host: str, crawl_delay: float) -> None:
        """Remember what the host's robots.txt asks for, in seconds between requests."""
        with self._engine.begin() as connection:
            connection.execute(update(HOSTS).where(HOSTS.c.host == host).values(crawl_delay=crawl_delay))

    def _ready_hosts(self, connection: Connection, now: float, room: int) -> list[Any]:
        ask = and_(URLS.c.host == HOSTS.c.host, URLS.c.state == "discovered", URLS.c.due_at <= now)
        mine = and_(HOSTS.c.host.in_(self._hosts), HOSTS.c.next_at <= now)
        columns = (HOSTS.c.host, HOSTS.c.pause, HOSTS.c.crawl_delay, HOSTS.c.strikes, HOSTS.c.resting)
        query = select(*columns).where(mine, exists().where(ask))
        return list(connection.execute(query.order_by(HOSTS.c.next_at).limit(room).with_for_update(skip_locked=True)))

    def _lease_of(self, connection: Connection, host: Any, room: int, unpaced_room: int, now: float) -> list[Lease]:
        pause = max(host.crawl_delay, host.pause * random.uniform(1 - JITTER, 1 + JITTER))
        most = min(1, room) if pause else min(room, unpaced_room)
        query = select(URLS).where(
            URLS.c.host == host.host,
            URLS.c.state == "discovered",
            URLS.c.due_at <= now,
            URLS.c.site_id.in_(self.rounds),
            self._within_budget(),
        )
        rows = list(connection.execute(query.order_by(URLS.c.rank, URLS.c.id).limit(most)))
        rows = self._spend(connection, rows)
        if not rows:
            return []
        self._take(connection, host, rows, pause, now)
        return [_lease(row, host, bool(pause)) for row in rows]

    def _take(self, connection: Connection, host: Any, rows: Sequence[Any], pause: float, now: float) -> None:
        until = now + LEASE_SECONDS
        taken = {"state": "leased", "owner": self._owner, "lease_until": until, "attempts": URLS.c.attempts + 1}
        connection.execute(update(URLS).where(URLS.c.id.in_([row.id for row in rows])).values(**taken))
        pace = {"next_at": until, "ready_at": now + pause} if pause else {}
        if pause or host.resting:
            connection.execute(update(HOSTS).where(HOSTS.c.host == host.host).values(resting=None, **pace))

    def _spend(self, connection: Connection, rows: list[Any]) -> list[Any]:
        """Count the requests that are about to be made; those beyond a site's budget are left."""
        kept: list[Any] = []
        for site_id in {row.site_id for row in rows}:
            own = [row for row in rows if row.site_id == site_id]
            if self.budget.requests is not None:
                asked = connection.execute(
                    select(SITES.c.asked).where(SITES.c.site_id == site_id).with_for_update()
                ).scalar_one()
                own = own[: max(0, self.budget.requests - asked)]
            connection.execute(update(SITES).where(SITES.c.site_id == site_id).values(asked=SITES.c.asked + len(own)))
            kept += own
        return kept

    def _within_budget(self) -> Any:
        conditions = [SITES.c.site_id == URLS.c.site_id]
        if self.budget.requests is not None:
            conditions.append(SITES.c.asked < self.budget.requests)
        if self.budget.bytes is not None:
            conditions.append(SITES.c.bytes < self.budget.bytes)
        return exists().where(and_(*conditions))

    def _release_host(self, connection: Connection, host: str) -> None:
        connection.execute(update(HOSTS).where(HOSTS.c.host == host).values(next_at=HOSTS.c.ready_at))

    def _expire(self, connection: Connection, now: float) -> None:
        self._expire_at = now + LEASE_SECONDS / 20
        connection.execute(
            update(URLS)
            .where(URLS.c.state == "leased", URLS.c.lease_until < now)
            .values(state="discovered", owner=None, lease_until=None)
        )


def _lease(row: Any, host: Any, paced: bool) -> Lease:
    copied = {entry.name: getattr(row, entry.name) for entry in fields(Lease) if entry.name in URLS.c}
    return Lease(**copied | {"attempts": row.attempts + 1}, strikes=host.strikes, paced=paced)


def release(connection: Connection, owners: Collection[str]) -> int:
    """Give back what dead processes held, and let the hosts that they were asking be asked; the number of addresses."""
    held = and_(URLS.c.state == "leased", URLS.c.owner.in_(owners))
    hosts = select(URLS.c.host).where(held).distinct()
    connection.execute(
        update(HOSTS).where(HOSTS.c.host.in_(hosts), HOSTS.c.resting.is_(None)).values(next_at=HOSTS.c.ready_at)
    )
    freed = connection.execute(update(URLS).where(held).values(state="discovered", owner=None, lease_until=None))
    return int(freed.rowcount)
