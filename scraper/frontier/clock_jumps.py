"""Correction of the times in a state after the system clock was set back between two commands."""

from __future__ import annotations

from sqlalchemy import Connection, and_, update

from scraper.frontier.frontier import LEASE_SECONDS
from scraper.frontier.schema import HOSTS, SERVERS, URLS

CLOCKS_DIFFER = 60.0  # seconds by which the clocks of two machines on one state may differ
LONGEST_WAIT = 3600.0  # seconds that a URL waits for its next attempt, at most


def correct_clock(connection: Connection, now: float) -> None:
    """Move the times of hosts and URLs back as far as the clock was set back since the state was written."""
    ahead = HOSTS.c.paced_at > now + CLOCKS_DIFFER
    moved = {name: now + (HOSTS.c[name] - HOSTS.c.paced_at) for name in ("next_at", "ready_at")}
    connection.execute(update(HOSTS).where(ahead).values(**moved, paced_at=now))
    waits = and_(URLS.c.state == "discovered", URLS.c.due_at > now + LONGEST_WAIT)
    connection.execute(update(URLS).where(waits).values(due_at=now))
    held = and_(URLS.c.state == "leased", URLS.c.lease_until > now + LEASE_SECONDS + CLOCKS_DIFFER)
    connection.execute(update(URLS).where(held).values(lease_until=now + LEASE_SECONDS))
    asked = SERVERS.c.next_at > now + LONGEST_WAIT + CLOCKS_DIFFER
    connection.execute(update(SERVERS).where(asked).values(next_at=now, ready_at=now))
