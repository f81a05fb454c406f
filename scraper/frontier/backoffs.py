"""The backoffs of hosts: how one is recorded, and those of servers outside of a crawl, such as web archives, from one
command to the next."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, and_, or_, select, update

from scraper.frontier import clock
from scraper.frontier.schema import HOSTS, insert_missing, transaction


def rest_host(connection: Connection, host: str, seconds: float, reason: str, whole_server: bool = False) -> None:
    """Record that a host gets no requests for so many seconds; with `whole_server`, none of the hosts on its server.

    A longer backoff that one of them has already is kept.
    """
    now = clock.now()
    until = now + seconds
    here = HOSTS.c.host == host
    if whole_server:
        here = or_(here, HOSTS.c.server == select(HOSTS.c.server).where(HOSTS.c.host == host).scalar_subquery())
    resting = update(HOSTS).where(and_(here, HOSTS.c.next_at < until))
    connection.execute(resting.values(next_at=until, ready_at=until, paced_at=now, resting=reason))


class HostBackoffs:
    """The backoffs that hosts requested with Retry-After, in the state of a crawl."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def left(self, host: str) -> float:
        """The seconds until a host may be requested again; 0 for one that is not in backoff."""
        columns = (HOSTS.c.next_at, HOSTS.c.paced_at)
        query = select(*columns).where(HOSTS.c.host == host, HOSTS.c.resting.is_not(None))
        with transaction(self._engine) as connection:
            row = connection.execute(query).first()
        if row is None:
            return 0.0
        now = max(clock.now(), float(row.paced_at))  # a clock that was set back since makes no backoff longer
        return max(0.0, float(row.next_at) - now)

    def record(self, host: str, seconds: float, reason: str) -> None:
        """Record that a host may not be requested for so many seconds."""
        with transaction(self._engine) as connection:
            insert_missing(connection, HOSTS, [{"host": host}])
            rest_host(connection, host, seconds, reason)
