"""Bodies that are not packed as their headers say, in a crawl."""

from __future__ import annotations

import asyncio
import gzip
from gzip import BadGzipFile
from pathlib import Path

import brotli
import pytest
from scrapy import Request
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from scraper.policy.guards import LARGE_BODY, MAX_BYTES
from scraper.spiders.body_room import BodyPlace, BodyRoom
from scraper.spiders.compression import BoundedCompressionMiddleware
from tests.scraper.answering import SITEMAPS, XML, Routes, articles, crawled, page_of
from tests.scraper.servers import NewsServer, Reply

PAGE = "<!DOCTYPE html><html><body><p>Họp Hội đồng nhân dân xã.</p></body></html>".encode()
ROBOTS = b"User-agent: *\nDisallow: /noi-bo/\n"
LARGE = b" " * (LARGE_BODY + 1)
JSON = b'{"version": "https://jsonfeed.org/version/1.1", "items": []}'


def read(body: bytes, encoding: str) -> Response:
    middleware = BoundedCompressionMiddleware.from_crawler(get_crawler())
    headers = {"Content-Encoding": encoding, "Content-Type": "text/html"}
    answer = Response("http://vi-du.example/tin", headers=headers, body=body)
    return asyncio.run(middleware.process_response(Request(answer.url), answer))


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", "br", "zstd", "gzip, gzip", "br, gzip"])
@pytest.mark.parametrize("body", [PAGE, ROBOTS, JSON, PAGE * 500], ids=["page", "robots", "json", "long"])
def test_text_is_kept_whatever_the_headers_say(body: bytes, encoding: str) -> None:
    found = read(body, encoding)
    assert found.body == body and "Content-Encoding" not in found.headers
    assert isinstance(found, HtmlResponse)


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br, gzip", "deflate, gzip"])
def test_a_body_packed_once_that_is_said_to_be_packed_twice(encoding: str) -> None:
    assert read(gzip.compress(PAGE), encoding).body == PAGE


@pytest.mark.parametrize(("pack", "encoding"), [(gzip.compress, "gzip"), (brotli.compress, "br")])
def test_a_packed_body_is_unpacked(pack: object, encoding: str) -> None:
    assert callable(pack) and read(pack(PAGE), encoding).body == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_what_is_neither_packed_nor_text_cannot_be_unpacked(encoding: str) -> None:
    with pytest.raises(BadGzipFile):
        read(b"\x1f\x8b" + bytes(range(256)), encoding)


def test_a_body_that_is_too_large_when_unpacked() -> None:
    with pytest.raises(DownloadCancelledError):
        read(gzip.compress(b" " * (MAX_BYTES + 1)), "gzip")


def test_a_large_body_waits_for_its_place_and_keeps_it() -> None:
    async def unpacking() -> list[int]:
        room = BodyRoom(MAX_BYTES)
        middleware = BoundedCompressionMiddleware.from_crawler(get_crawler())
        answer = Response("http://vi-du.example/", headers={"Content-Encoding": "gzip"}, body=gzip.compress(LARGE))
        places = [BodyPlace(room) for _ in range(3)]
        work = [
            asyncio.ensure_future(middleware.process_response(Request(answer.url, meta={"place": place}), answer))
            for place in places
        ]
        done = []
        for place in places:
            await asyncio.sleep(0.01)
            done.append(sum(one.done() for one in work))
            place.leave()
        return done

    assert asyncio.run(unpacking()) == [1, 2, 3]


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_pages_sitemap_and_robots_of_a_server_that_says_so_and_does_not_pack(tmp_path: Path, encoding: str) -> None:
    said = {"Content-Encoding": encoding}

    def routes(server: NewsServer) -> Routes:
        urls = "".join(f"<url><loc>{server.url}{server.article_path(n)[1:]}</loc></url>" for n in (1, 2))
        return {
            "/robots.txt": Reply(200, b"User-agent: *\nDisallow: " + server.article_path(2).encode(), said),
            "/s.xml": Reply(200, f"<urlset {SITEMAPS}>{urls}</urlset>".encode(), XML | said),
            server.article_path(1): page_of(server, 1, **said),
        }

    outcome, server = crawled(tmp_path, routes, listings=["s.xml"])
    assert outcome.exit_status == 0 and len(articles(tmp_path)) == 1
    assert not server.hits[server.article_path(2)]
