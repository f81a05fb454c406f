"""Hosts on one server share its delay and its open request."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, insert, select

from scraper.frontier.schema import HOSTS
from scraper.frontier.servers import claim_server, free_server, free_servers, locate_host, server_ready_at

SERVER, UNTIL, READY = "203.0.113.7", 700.0, 105.0


@pytest.fixture(autouse=True)
def located(connection: Connection) -> None:
    """Two hosts on one server, and one on another."""
    for host, server in (("a.example", SERVER), ("b.example", SERVER), ("c.example", "203.0.113.8")):
        connection.execute(insert(HOSTS).values(host=host))
        locate_host(connection, host, server)


def claim(connection: Connection, host: str, now: float) -> bool:
    return claim_server(connection, SERVER, host, now, UNTIL, READY)


def test_a_host_is_stored_with_its_server(connection: Connection) -> None:
    locate_host(connection, "c.example", SERVER)
    assert connection.execute(select(HOSTS.c.server)).scalars().all() == [SERVER] * 3
    assert server_ready_at(connection, SERVER) == 0.0


@pytest.mark.parametrize(
    ("host", "now", "claimed"),
    [
        ("a.example", 101.0, True),  # its own request
        ("b.example", 101.0, False),
        ("b.example", UNTIL - 1, False),
        ("b.example", UNTIL, True),  # the request was never ended
    ],
)
def test_a_server_has_one_open_request(connection: Connection, host: str, now: float, claimed: bool) -> None:
    assert claim(connection, "a.example", 100.0)
    assert claim(connection, host, now) is claimed
    assert server_ready_at(connection, SERVER) == READY


@pytest.mark.parametrize("freed", ["one", "several"])
def test_after_a_request_the_server_rests_for_its_delay(connection: Connection, freed: str) -> None:
    assert claim(connection, "a.example", 100.0)
    if freed == "one":
        free_server(connection, "a.example")
    else:
        free_servers(connection, ["a.example", "c.example"])
    assert not claim(connection, "b.example", READY - 1)
    assert claim(connection, "b.example", READY)


def test_the_end_of_a_request_of_another_host_frees_nothing(connection: Connection) -> None:
    assert claim(connection, "a.example", 100.0)
    free_server(connection, "b.example")
    free_servers(connection, ["c.example"])
    assert not claim(connection, "b.example", READY)
