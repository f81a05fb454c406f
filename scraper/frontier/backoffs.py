"""The backoffs of servers outside of a crawl's frontier, such as web archives, from one command to the next."""

from __future__ import annotations

from sqlalchemy import Engine, select, update

from scraper.frontier import clock
from scraper.frontier.schema import HOSTS, insert_missing, transaction


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
        now = clock.now()
        until = now + seconds
        with transaction(self._engine) as connection:
            insert_missing(connection, HOSTS, [{"host": host}])
            shorter = update(HOSTS).where(HOSTS.c.host == host, HOSTS.c.next_at < until)
            connection.execute(shorter.values(next_at=until, ready_at=until, paced_at=now, resting=reason))
