"""The pace of servers: hosts whose names lead to one address share it, and are asked one thing at a time together.

A server is what `scraper.spiders.middlewares` found a host's name to resolve to, with its port where that is unusual.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, or_, select, update

from scraper.frontier.schema import HOSTS, SERVERS, insert_missing
from scraper.frontier.statements import PreparedStatements

_CLAIM = PreparedStatements(
    lambda: update(SERVERS).where(
        SERVERS.c.server == bindparam("this"),
        or_(SERVERS.c.next_at <= bindparam("now"), SERVERS.c.host == bindparam("asker")),
    ),
    ("next_at", "ready_at", "host"),
)
_FREE = PreparedStatements(
    lambda: update(SERVERS).where(SERVERS.c.host == bindparam("this")).values(next_at=SERVERS.c.ready_at)
)


def claim_server(connection: Connection, server: str, host: str, now: float, until: float, ready_at: float) -> bool:
    """Have a host ask its server, until `until` or it is freed; then it may be asked from `ready_at` on (all in seconds
    since 1970). Returns False where another host asks it, or asked it a moment ago."""
    values = {"next_at": until, "ready_at": ready_at, "host": host}
    return bool(_CLAIM.run(connection, this=server, now=now, asker=host, **values).rowcount)


def free_server(connection: Connection, host: str) -> None:
    """Note that what the host asked of its server was answered."""
    _FREE.run(connection, this=host)


def free_servers(connection: Connection, hosts: Collection[str]) -> None:
    """The same for hosts whose askers died."""
    connection.execute(update(SERVERS).where(SERVERS.c.host.in_(hosts)).values(next_at=SERVERS.c.ready_at))


def locate_host(connection: Connection, host: str, server: str) -> None:
    """Note which server a host's name leads to."""
    insert_missing(connection, SERVERS, [{"server": server}])
    connection.execute(update(HOSTS).where(HOSTS.c.host == host).values(server=server))


def server_ready_at(connection: Connection, server: str) -> float:
    """When a server may be asked again, in seconds since 1970."""
    return float(connection.execute(select(SERVERS.c.ready_at).where(SERVERS.c.server == server)).scalar_one())
