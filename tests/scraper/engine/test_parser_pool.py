"""Parsing in processes: a page on which a parser dies or hangs fails, and others are not affected."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from scraper.article import Page
from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.engine.page_parser import PageRequest, ParsedPage
from scraper.engine.parser_pool import ParserPool
from scraper.policy.guards import MAX_TAGS
from tests.scraper.engine.made import SERVER, page, titles, titles_of
from tests.scraper.servers import NewsServer, Reply, serving

HANGING = b"<tr><td>A B" * (MAX_TAGS // 2 - 1)  # a page that takes the parsers many seconds


async def read(readers: ParserPool, pages: Sequence[Page]) -> list[ParsedPage]:
    return await asyncio.gather(*(readers.read(PageRequest(one, SERVER.site(), "article")) for one in pages))


def test_pages_survive_the_death_of_their_reader() -> None:
    async def run() -> list[ParsedPage]:
        readers = ParserPool(1)
        await read(readers, [page(40)])
        (process,) = readers._pool._processes  # type: ignore[attr-defined]
        reading = asyncio.ensure_future(read(readers, [page(number) for number in range(1, 6)]))
        await asyncio.sleep(0)
        os.kill(process, signal.SIGKILL)
        done = await reading
        readers.close()
        return done

    assert titles(asyncio.run(run())) == titles_of(1, 2, 3, 4, 5)


def test_a_page_on_which_the_parser_hangs_is_given_up_and_the_next_are_read() -> None:
    async def run() -> list[ParsedPage]:
        readers = ParserPool(1, timeout=1.5)
        done = await read(readers, [page(1), replace(page(2), body=HANGING), page(3)])
        done += await read(readers, [page(4)])
        readers.close()
        return done

    readings = asyncio.run(run())
    assert titles(readings) == [*titles_of(1), None, *titles_of(3, 4)]
    assert readings[1].flags == ("unreadable",) and readings[1].record


@pytest.mark.slow
def test_a_thread_that_hangs_does_not_keep_the_crawl_from_ending(tmp_path: Path) -> None:
    server = NewsServer(10, linked=["/treo-931.html"])
    server.routes["/treo-931.html"] = lambda request: Reply(200, HANGING, {"Content-Type": "text/html"})
    with serving(server):
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, readers=0, reading=0.4))
    assert outcome.exit_status == 0 and outcome.sites[0].status.articles == 10
    assert outcome.sites[0].status.errors == {"no_article:unreadable": 1}
