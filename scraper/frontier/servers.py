"""The delays of servers: hosts whose names resolve to one IP address share a delay and one open request.

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
    """Reserve a server for a request of a host, until `until` or until it is freed; the next request may be sent from
    `ready_at` on (in seconds since 1970). Returns False where another host has it, or had it a moment ago."""
    values = {"next_at": until, "ready_at": ready_at, "host": host}
    return bool(_CLAIM.run(connection, this=server, now=now, asker=host, **values).rowcount)


def free_server(connection: Connection, host: str) -> None:
    """Record that a host's open request to its server has ended."""
    _FREE.run(connection, this=host)


def free_servers(connection: Connection, hosts: Collection[str]) -> None:
    """The same for the hosts of processes that died."""
    connection.execute(update(SERVERS).where(SERVERS.c.host.in_(hosts)).values(next_at=SERVERS.c.ready_at))


def locate_host(connection: Connection, host: str, server: str) -> None:
    """Record the server that a host's name resolves to."""
    insert_missing(connection, SERVERS, [{"server": server}])
    connection.execute(update(HOSTS).where(HOSTS.c.host == host).values(server=server))


def server_ready_at(connection: Connection, server: str) -> float:
    """When a server may get its next request, in seconds since 1970."""
    return float(connection.execute(select(SERVERS.c.ready_at).where(SERVERS.c.server == server)).scalar_one())
