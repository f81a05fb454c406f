"""Kinds of fault that users of similar crawlers reported in public, with servers of our own; see docs/hazards.md."""

from __future__ import annotations

import gzip
import time
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from scraper.crawl import CrawlOutcome, crawl
from scraper.engine.options import CrawlOptions
from tests.scraper.servers import NewsServer, Reply, serving

HTML = {"Content-Type": "text/html; charset=utf-8"}
XML = {"Content-Type": "application/xml"}
PACKED = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip"


def run(server: NewsServer, data: Path, **site: object) -> CrawlOutcome:
    return crawl([server.site(**site)], CrawlOptions(data=data, readers=0, longest_wait=30, timeout=5))


def broken_chunks(page: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n" % (
        len(page),
        page,
    )


def sent(raw: bytes, request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(raw)
    request.close_connection = True


@pytest.mark.slow
def test_bodies_without_their_last_chunk_or_with_the_length_of_the_unpacked_one_are_kept(tmp_path: Path) -> None:
    """Each is requested three times, with pauses between the attempts."""
    server = NewsServer(3)
    packed = gzip.compress(server.article_html(3).encode())
    head = f"{PACKED}\r\nContent-Length: {len(server.article_html(3).encode())}\r\n\r\n".encode()
    chunks = broken_chunks(server.article_html(2).encode())
    bodies = {server.article_path(2): chunks, server.article_path(3): head + packed}
    server.routes |= {path: partial(sent, raw) for path, raw in bodies.items()}
    with serving(server):
        outcome = run(server, tmp_path)
    assert outcome.sites[0].status.articles == 3 and [server.hits[path] for path in bodies] == [3, 3]


def test_a_sitemap_whose_url_has_a_query(tmp_path: Path) -> None:
    server = NewsServer(3)
    with serving(server):
        listed = "".join(f"<url><loc>{server.url}{server.article_path(n)[1:]}</loc></url>" for n in (1, 2, 3))
        body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'.encode()
        server.routes["/sitemap.xml"] = lambda request: Reply(200, body, {})
        outcome = run(server, tmp_path, listings=(), sitemaps=(f"{server.url}sitemap.xml?from=1&to=9",), url=server.url)
    assert outcome.sites[0].status.articles == 3


def test_a_redirect_to_itself_that_ends_once_a_cookie_is_sent(tmp_path: Path) -> None:
    server = NewsServer(3)
    path = server.article_path(2)

    def answer(request: BaseHTTPRequestHandler) -> Reply:
        if "vao=1" in request.headers.get("Cookie", ""):
            return server.answer(path)
        return Reply(302, b"", {"Location": path, "Set-Cookie": "vao=1; Path=/"})

    server.routes[path] = answer
    with serving(server):
        outcome = run(server, tmp_path)
    assert outcome.sites[0].status.articles == 3 and server.hits[path] == 2


def test_links_of_a_feed_are_relative_to_the_base_of_their_entry(tmp_path: Path) -> None:
    server = NewsServer(2)
    entries = "".join(
        f"<entry xml:base='/tin-tuc/'><title>Hội nghị {n}</title><id>urn:{n}</id>"
        f"<link href='{server.article_path(n).rpartition('/')[2]}'/></entry>"
        for n in (1, 2)
    )
    body = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title>{entries}</feed>'.encode()
    server.routes["/rss/tin.xml"] = lambda request: Reply(200, body, XML)
    with serving(server):
        outcome = run(server, tmp_path, listings=(), feeds=(f"{server.url}rss/tin.xml",))
    assert outcome.sites[0].status.articles == 2


def test_a_robots_txt_that_redirects_in_a_circle_is_leave_to_ask(tmp_path: Path) -> None:
    server = NewsServer(3, robots=Reply(302, b"", {"Location": "/robots.txt"}))
    with serving(server):
        outcome = run(server, tmp_path)
    assert outcome.sites[0].status.articles == 3 and server.hits["/robots.txt"] == 6


def test_a_robots_txt_that_never_comes_stalls_no_other_site(tmp_path: Path) -> None:
    silent = NewsServer(3, routes={"/robots.txt": lambda request: time.sleep(20)})  # type: ignore[func-returns-value]
    with serving(silent), serving(NewsServer(3)) as server:
        sites = [silent.site("im-lang"), server.site()]
        outcome = crawl(sites, CrawlOptions(data=tmp_path, readers=0, longest_wait=5, timeout=4))
        assert silent.requests == 0
    good = next(site for site in outcome.sites if site.status.site_id == "thu-nghiem")
    assert good.status.articles == 3 and not good.problems


@pytest.mark.parametrize("said", ["", "identity", "utf-8", "gzip, gzip"])
def test_an_encoding_that_is_blank_unknown_or_given_twice(tmp_path: Path, said: str) -> None:
    server = NewsServer(3)
    page = server.article_html(2).encode()
    body = gzip.compress(gzip.compress(page)) if "gzip" in said else page
    server.routes[server.article_path(2)] = lambda request: Reply(200, body, HTML | {"Content-Encoding": said})
    with serving(server):
        assert run(server, tmp_path).sites[0].status.articles == 3


def test_a_time_to_wait_that_is_no_number_is_none(tmp_path: Path) -> None:
    server = NewsServer(3, routes={"/tin-tuc/": lambda request: Reply(429, b"", {"Retry-After": "\u00b2"})})
    with serving(server):
        outcome = run(server, tmp_path)
    assert outcome.sites[0].status.errors == {"http_429": 1} and outcome.left == 1
