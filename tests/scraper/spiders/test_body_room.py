"""Room for large bodies: who asked first gets it first, and what is given back is given on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.policy.guards import LARGE_BODY
from scraper.spiders import body_room
from scraper.spiders.body_room import BodyPlace, BodyRoom
from tests.scraper.servers import NewsServer, serving


async def turns(number: int) -> None:
    for _ in range(number):
        await asyncio.sleep(0)


def run(work: Callable[[BodyRoom], Awaitable[None]], size: int = 10) -> None:
    async def inner() -> None:
        await work(BodyRoom(size))

    asyncio.run(inner())


def test_room_is_given_in_order() -> None:
    async def work(room: BodyRoom) -> None:
        places = [BodyPlace(room) for _ in range(3)]
        taken = [asyncio.ensure_future(place.take(6 if n < 2 else 1)) for n, place in enumerate(places)]
        await turns(3)
        assert [one.done() for one in taken] == [True, False, False]  # the last one waits behind the second
        places[0].leave()
        await turns(3)
        assert [one.done() for one in taken] == [True, True, True]

    run(work)


def test_a_place_is_taken_once_and_left_once() -> None:
    async def work(room: BodyRoom) -> None:
        place, other = BodyPlace(room), BodyPlace(room)
        await place.take(10)
        await place.take(10)
        place.leave()
        place.leave()
        await other.take(10)
        waiting = asyncio.ensure_future(place.take(1))
        await turns(3)
        assert not waiting.done()
        waiting.cancel()

    run(work)


def test_who_no_longer_waits_gets_none() -> None:
    async def work(room: BodyRoom) -> None:
        first, second, third = (BodyPlace(room) for _ in range(3))
        await first.take(10)
        gone, waiting = asyncio.ensure_future(second.take(10)), asyncio.ensure_future(third.take(10))
        await turns(3)
        gone.cancel()
        await turns(3)
        first.leave()
        await turns(3)
        assert waiting.done() and gone.cancelled()

    run(work)


def sent(body: bytes, chunked: bool, request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html; charset=utf-8")
    request.send_header(*(("Transfer-Encoding", "chunked") if chunked else ("Content-Length", str(len(body)))))
    request.end_headers()
    for start in range(0, len(body), 100_000):
        piece = body[start : start + 100_000]
        request.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
    request.wfile.write(b"0\r\n\r\n" if chunked else b"")


@pytest.mark.parametrize("chunked", [False, True], ids=["length", "chunks"])
def test_large_pages_are_all_read_one_after_the_other(
    tmp_path: Path, chunked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(body_room.BodyRoom.__init__, "__defaults__", (1,))
    picture = f'<img src="data:image/png;base64,{"QUJD" * (LARGE_BODY // 4 + 1)}">'
    with serving(NewsServer(6)) as server:
        for number in range(1, 7):
            body = server.article_html(number).replace("</p>", f"</p>{picture}", 1).encode()
            server.routes[server.article_path(number)] = partial(sent, body, chunked)
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, readers=0))
    assert outcome.exit_status == 0 and outcome.sites[0].status.articles == 6
