"""A name server on loopback with the names of a test, and a resolver for Scrapy that queries it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from twisted.internet.abstract import isIPAddress
from twisted.internet.defer import Deferred, succeed
from twisted.names import client, dns

from scraper.spiders.middlewares import GuardedLookups

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase


@dataclass
class NameServer:
    """Answers with the addresses of a name one after the other, then always with the last one."""

    names: dict[str, list[str]]
    port: int = 0
    asked: list[str] = field(default_factory=list)

    def answer(self, datagram: bytes) -> bytes:
        """The answer to a query for an IPv4 address; empty for unknown names."""
        message = dns.Message()
        message.fromStr(datagram)
        name = message.queries[0].name.name.decode()
        addresses = self.names.get(name, [])
        message.answer = 1
        message.rCode = dns.OK if addresses else dns.ENAME
        if addresses:
            address = addresses[min(self.asked.count(name), len(addresses) - 1)]
            message.answers = [dns.RRHeader(name.encode(), payload=dns.Record_A(address))]
        self.asked.append(name)
        return message.toStr()


@contextmanager
def naming(server: NameServer) -> Iterator[NameServer]:
    """Serve on a free port of 127.0.0.1 until the block ends."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bound:
        bound.bind(("127.0.0.1", 0))
        server.port = bound.getsockname()[1]
        thread = threading.Thread(target=_serve, args=(bound, server), daemon=True)
        thread.start()
        yield server
        bound.sendto(b"", ("127.0.0.1", server.port))
        thread.join()


def _serve(bound: socket.socket, server: NameServer) -> None:
    while True:
        datagram, sender = bound.recvfrom(4096)
        if not datagram:
            return
        bound.sendto(server.answer(datagram), sender)


class Asking(client.Resolver):  # type: ignore[misc]
    """A resolver over Twisted's own client; IP addresses are not looked up."""

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        """The address of a name."""
        found: Deferred[str] = succeed(name) if isIPAddress(name) else super().getHostByName(name, timeout or None)
        return found


class LoopbackResolver(GuardedLookups, Asking):
    """Queries the name server at NAME_SERVER_PORT, with the guard of every crawl."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Scrapy's way to make one."""
        return cls(servers=[("127.0.0.1", crawler.settings.getint("NAME_SERVER_PORT"))], reactor=reactor)

    def install_on_reactor(self) -> None:
        """Scrapy's way to use it."""
        self._reactor.installResolver(self)
