"""The process that fetches on behalf of another: what it sends through its pipe."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from hashlib import sha256
from multiprocessing import Pipe

import pytest
from scrapy.http import HtmlResponse, Response

from scraper.article import Page
from scraper.policy.guards import URLRefused
from scraper.spiders.frontierless import NoResponse
from scraper.spiders.visiting import LONGEST_WAIT, VisitingSpider

URL = "http://mau.example/"


class Visits(VisitingSpider):
    """Takes what a URL gives from a table."""

    given: dict[str, Response | Exception]
    asked: list[tuple[str, float, bool]]

    async def fetch(self, url: str, pause: float, hosts: Collection[str] = (), retrying: bool = True) -> Response:
        self.asked.append((url, pause, retrying))
        answer = self.given[url]
        if isinstance(answer, Exception):
            raise answer
        return answer


def served(answer: Response | Exception, *requests: tuple[str, float]) -> list[object]:
    """What is sent for requests."""
    here, there = Pipe()
    spider = Visits(there)
    spider.given, spider.asked = {URL: answer}, []
    for request in requests:
        here.send(request)

    async def serve() -> None:
        task = asyncio.ensure_future(anext(spider.start(), None))  # type: ignore[call-overload]
        async with asyncio.timeout(60):
            while len(spider.asked) < len(requests) or not here.poll():
                await asyncio.sleep(0.005)
        received.extend(here.recv() for _ in requests)
        here.close()
        await task

    received: list[object] = []
    asyncio.run(serve())
    assert spider._pace._longest_wait == LONGEST_WAIT and spider.name == "visiting"
    assert [retrying for _, _, retrying in spider.asked] == [False] * len(requests)
    assert [(url, pause) for url, pause, _ in spider.asked] == list(requests)
    return received


def test_a_page_is_sent_for_a_url_until_the_pipe_is_closed() -> None:
    headers = {"Content-Type": "text/html", "Set-Cookie": ["a=1", "b=2"]}
    response = HtmlResponse("http://mau.example/tin", status=404, headers=headers, body=b"<p>x</p>")
    first, second = served(response, (URL, 2.0), (URL, 0.0))
    assert isinstance(first, Page) and isinstance(second, Page)
    assert (first.url, first.requested_url, first.status) == ("http://mau.example/tin", URL, 404)
    assert first.headers == {"content-type": "text/html", "set-cookie": "a=1; b=2"}
    assert (first.body, first.sha256) == (b"<p>x</p>", sha256(b"<p>x</p>").hexdigest())
    assert first.fetched_at.endswith("+00:00")


@pytest.mark.parametrize(
    ("error", "sent"),
    [
        (URLRefused("robots", "robots.txt forbids it"), ("refused", "robots", "robots.txt forbids it")),
        (NoResponse(f"{URL}: timeout"), ("no answer", f"{URL}: timeout")),
        (ValueError("Missing scheme"), ("no answer", "Missing scheme")),
    ],
)
def test_the_reason_is_sent_where_there_is_no_page(error: Exception, sent: tuple[str, ...]) -> None:
    assert served(error, (URL, 2.0)) == [sent]
