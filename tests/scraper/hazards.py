"""Behaviour of hostile and broken servers: each hazard as a route of the test server."""

from __future__ import annotations

import gzip
import time
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler

from tests.scraper.encodings import in_1258, in_tcvn3, in_vni
from tests.scraper.servers import Hazard, NewsServer, Reply

HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(frozen=True)
class Expected:
    """The expected result of a URL: its state, its error, the flags of its page."""

    state: str
    error: str | None = None
    flag: str = ""


def add_hazards(server: NewsServer, elsewhere: str) -> dict[str, Expected]:
    """Add every hazard to a site; `elsewhere` is the URL of a private server that must never get a request."""
    routes = {path: (handler, expected) for path, handler, expected in _hazards(server, elsewhere)}
    server.routes |= {path: handler for path, (handler, _) in routes.items()}
    server.linked += [path for path in routes if not path.startswith("/hop-")]
    return {path: expected for path, (_, expected) in routes.items() if not path.startswith("/hop-")}


def _hazards(server: NewsServer, elsewhere: str) -> Iterator[tuple[str, Hazard, Expected]]:
    good = server.article_html(1).encode()
    yield "/gzip-bomb-901.html", _bomb, Expected("failed", "too_large")
    yield "/too-large-902.html", _always(Reply(200, b"x" * 25_000_000, HTML)), Expected("failed", "too_large")
    yield "/nested-903.html", _always(Reply(200, b"<div>" * 90_000, HTML)), Expected("done", flag="nested")
    yield "/hanging-922.html", _packed(b"<p>" * 3_000_000), Expected("done", flag="unreadable")
    yield "/truncated-904.html", _truncated(good), Expected("done", flag="truncated")
    yield "/slow-905.html", _slow, Expected("failed", "timeout")
    yield "/hangs-up-906.html", _hangs_up, Expected("failed", "connection_lost")
    yield "/not-http-907.html", _raw(b"\x00\xff\xfe not http at all\r\n\r\n"), Expected("failed", "connection_lost")
    yield "/bad-gzip-908.html", _always(Reply(200, b"\x1f\x8b" + b"x" * 50, HTML | GZIP)), Expected(
        "failed", "bad_encoding"
    )
    yield "/loop-909.html", redirecting_to("/loop-910.html"), Expected("failed", "redirected")
    yield "/loop-910.html", redirecting_to("/loop-909.html"), Expected("failed", "redirected")
    yield "/self-911.html", redirecting_to("/self-911.html"), Expected("failed", "redirect_loop")
    yield "/private-912.html", redirecting_to(elsewhere), Expected("failed", "off_site")
    yield "/metadata-913.html", redirecting_to("http://169.254.169.254/latest/"), Expected("failed", "off_site")
    yield "/file-914.html", redirecting_to("file:///etc/passwd"), Expected("failed", "refused")
    yield "/busy-915.html", _busy_once(good), Expected("done")
    yield "/broken-916.html", _always(Reply(500, b"loi")), Expected("failed", "http_500")
    yield "/gone-917.html", _always(Reply(410, b"")), Expected("failed", "http_410")
    yield "/empty-918.html", _always(Reply(200, b"", HTML)), Expected("done")
    yield "/binary-919.html", _always(Reply(200, bytes(range(256)) * 400, HTML)), Expected("done")
    yield "/traversal-920.html", _always(Reply(200, good, HTML | DISPOSITION)), Expected("done")
    yield "/chain-921.html", redirecting_to("/hop-1-1.html"), Expected("failed", "redirected")
    yield from ((f"/hop-1-{n}.html", redirecting_to(f"/hop-1-{n + 1}.html"), Expected("failed")) for n in range(1, 30))


def in_every_encoding(page: str) -> dict[str, Reply]:
    """A page in each encoding, by path; TCVN3 has small letters only."""
    unsaid = page.replace('<meta charset="utf-8">', "")
    said = {"Content-Type": "text/html; charset=iso-8859-1"}
    return {
        "/sai-tieu-de-961.html": Reply(200, page.encode(), said),
        "/sai-meta-962.html": Reply(200, page.replace("utf-8", "windows-1252").encode(), PLAIN),
        "/mot-byte-963.html": Reply(200, unsaid.encode() + b"\xe1\xbb", PLAIN),
        "/byte-hong-964.html": Reply(200, unsaid.encode().replace(b"</p>", b"\xff</p>"), said),
        "/tcvn3-965.html": Reply(200, in_tcvn3(unsaid), PLAIN),
        "/vni-966.html": Reply(200, "".join(map(in_vni, unsaid)).encode("windows-1252"), PLAIN),
        "/windows-1258-967.html": Reply(200, b"".join(map(in_1258, page)), HTML),
        "/utf-16-968.html": Reply(200, page.encode("utf-16"), PLAIN),
        "/to-hop-969.html": Reply(200, unicodedata.normalize("NFD", page).encode(), HTML),
        "/thuc-the-970.html": Reply(200, unsaid.encode("ascii", "xmlcharrefreplace"), PLAIN),
    }


PLAIN = {"Content-Type": "text/html"}
GZIP = {"Content-Encoding": "gzip"}
DISPOSITION = {"Content-Disposition": 'attachment; filename="../../../../tmp/sukien-escaped.html"'}


def _always(reply: Reply) -> Hazard:
    return lambda request: reply


def redirecting_to(target: str) -> Hazard:
    """A redirect."""
    return _always(Reply(302, b"", {"Location": target}))


def _bomb(request: BaseHTTPRequestHandler) -> Reply:
    packer = zlib.compressobj(9, wbits=31)
    block = b"0" * 1_000_000
    body = b"".join(packer.compress(block) for _ in range(300)) + packer.flush()
    return Reply(200, body, HTML | GZIP)


def _packed(body: bytes) -> Hazard:
    return _always(Reply(200, gzip.compress(body), HTML | GZIP))


def _truncated(body: bytes) -> Hazard:
    return _always(
        Reply(200, body[: len(body) * 3 // 4], HTML | {"Content-Length": str(len(body)), "Connection": "close"})
    )


def _slow(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    try:
        for _ in range(100):
            request.wfile.write(b"a")
            request.wfile.flush()
            time.sleep(0.2)
    except OSError:
        pass


def _hangs_up(request: BaseHTTPRequestHandler) -> None:
    request.close_connection = True
    request.connection.close()


def _raw(content: bytes) -> Hazard:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(content)
        request.close_connection = True

    return answer


def _busy_once(body: bytes) -> Hazard:
    asked: list[float] = []

    def answer(request: BaseHTTPRequestHandler) -> Reply:
        asked.append(time.monotonic())
        return Reply(429, b"", {"Retry-After": "1"}) if len(asked) == 1 else Reply(200, body, HTML)

    return answer
