"""Endless sites: calendars, endless listings, URLs that only look like articles; each is left after a few pages."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from tests.scraper.servers import ITEM, LISTING, NewsServer, Reply, serving

HTML = {"Content-Type": "text/html; charset=utf-8"}
GOOD = 30


class EndlessServer(NewsServer):
    """A site with a real listing that links to an endless sequence of pages."""

    def answer(self, path: str) -> Reply:
        """The response of the site; see the tests for the traps."""
        if path.startswith("/lich/"):
            return self._calendar(int(path.strip("/").rpartition("-")[2]))
        if path.startswith("/kho/"):
            return self._shop(int(path.strip("/").rpartition("-")[2]))
        return super().answer(path)

    def _calendar(self, month: int) -> Reply:
        """A month without news, and a link to the next one, as a page of its own or as the next page of a listing."""
        links = f'<a href="/lich/thang-{month + 1}/">sau</a><a href="/lich/page-{month + 1}/">sau</a>'
        return Reply(200, links.encode(), HTML)

    def _shop(self, page: int) -> Reply:
        """Twenty URLs that look like articles but are not, and a next page."""
        items = "".join(ITEM.format(path=f"/kho/hang-{page * 20 + n}.html", number=n, day="") for n in range(20))
        onward = f'<a href="/kho/page-{page + 1}/">sau</a>'
        return Reply(200, LISTING.format(items=items, onward=onward).encode(), HTML)


@pytest.mark.slow
@pytest.mark.parametrize(("entry_point", "most"), [("/lich/thang-1/", 60), ("/kho/page-1/", 250)])
def test_a_trap_is_left_and_the_good_pages_are_there(tmp_path: Path, entry_point: str, most: int) -> None:
    server = EndlessServer(GOOD, linked=[entry_point])

    def none(request: BaseHTTPRequestHandler) -> Reply:
        return Reply(200, b"<html><body></body></html>", HTML)

    server.routes |= {f"/kho/hang-{number}.html": none for number in range(20, 5000)}
    with serving(server):
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, readers=0))
        assert server.requests - GOOD - 2 <= most
        assert outcome.left == 0 and outcome.sites[0].status.articles == GOOD
