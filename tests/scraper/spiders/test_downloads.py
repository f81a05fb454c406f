"""Limits on the head of a response: its lines and bytes, those of interim responses included."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from twisted.internet.testing import StringTransport

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.policy.guards import MAX_HEAD, MAX_HEAD_LINES
from scraper.spiders.downloads import HeadTooLarge, _BoundedParser
from tests.scraper.servers import NewsServer, Reply, serving


def parser() -> _BoundedParser:
    """The parser of a response to a GET request."""
    request = type("Request", (), {"method": b"GET", "absoluteURI": None})()
    made = _BoundedParser(request, lambda _: None)
    made.makeConnection(StringTransport())
    return made


def names(received: _BoundedParser) -> list[str]:
    return [name.decode().lower() for name, _ in received.headers.getAllRawHeaders()]


def test_a_head_within_the_limits_is_read() -> None:
    received = parser()
    lines = b"".join(b"X-%d: y\r\n" % number for number in range(MAX_HEAD_LINES - 2))
    received.dataReceived(b"HTTP/1.1 200 OK\r\n" + lines + b"\r\n")
    assert len(names(received)) == MAX_HEAD_LINES - 2


@pytest.mark.parametrize(
    "sent",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * MAX_HEAD_LINES,
        b"HTTP/1.1 200 OK\r\n" + (b"X: " + b"y" * 8_000 + b"\r\n") * (MAX_HEAD // 8_000 + 1),
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * MAX_HEAD_LINES,
    ],
    ids=["many lines", "many bytes", "interim responses"],
)
def test_a_larger_head_is_refused(sent: bytes) -> None:
    with pytest.raises(HeadTooLarge):
        parser().dataReceived(sent)


def test_a_header_whose_name_is_none_is_left_out() -> None:
    received = parser()
    received.dataReceived("HTTP/1.1 200 OK\r\nĐịa chỉ: x\r\nX y: z\r\nETag: a\r\n\r\n".encode())
    assert names(received) == ["etag"]


class Endless:
    """Sends the same bytes as long as the client accepts them; `sent` counts them."""

    def __init__(self, first: bytes, again: bytes) -> None:
        self._first, self._again, self.sent = first, again, 0

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(self._first)
        try:
            while self.sent < 200_000_000:
                request.wfile.write(self._again * 1_000)
                self.sent += len(self._again) * 1_000
        finally:
            request.close_connection = True


def test_a_crawl_leaves_heads_without_end_and_reads_headers_with_odd_names(tmp_path: Path) -> None:
    """Two hazards on one site, and an article whose server sends a header with a Vietnamese name."""
    hazards = {
        "/tin-tuc/khong-dut-99.html": Endless(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", b"X-Filler: aaaaaaaaaaaaaaaa\r\n"
        ),
        "/tin-tuc/khong-dut-98.html": Endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"),
    }
    server = NewsServer(3, routes=dict(hazards), linked=list(hazards))
    page = server.article_html(2).encode()
    server.routes[server.article_path(2)] = lambda _: Reply(200, page, {"Content-Type": "text/html", "X y": "z"})
    with serving(server):
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, readers=0))
        assert all(server.hits[path] == 1 and endless.sent < 20_000_000 for path, endless in hazards.items())
    assert outcome.sites[0].status.articles == 3 and outcome.sites[0].status.errors == {"too_large": 2}
