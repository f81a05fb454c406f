"""Feeds in several pages: the older entries are read, and no feed leads on for ever."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from scraper.crawl import CrawlOutcome, crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.rounds import DateWindow
from tests.scraper.servers import NewsServer, Reply, serving


class Feeds(NewsServer):
    """A site whose news are in a feed of pages of two articles, newest first; without an end where `endless`."""

    endless = ""
    form = "json"

    def feed(self, request: BaseHTTPRequestHandler) -> Reply:
        page = int(parse_qs(urlsplit(request.path).query).get("trang", ["1"])[0])
        newest = self.articles - 2 * (page - 1)
        numbers = [number for number in (newest, newest - 1) if number > 0]
        if self.endless == "same":
            numbers = [1, 2]
        paths = [(self.article_path(number), self.day_of(number).isoformat()) for number in numbers]
        if self.endless == "false":
            paths = [(f"/tin-tuc/khong-co-{page}-{n}.html", "2024-05-01") for n in range(20)]
        following = "" if not self.endless and newest <= 2 else f"/feed?trang={page + 1}"
        return self.as_json(paths, following) if self.form == "json" else self.as_atom(paths, following)

    def as_json(self, paths: list[tuple[str, str]], following: str) -> Reply:
        items = [{"id": path, "url": path, "title": "Hội nghị", "date_published": day} for path, day in paths]
        told = {"version": "https://jsonfeed.org/version/1.1", "title": "Tin", "items": items}
        body = json.dumps(told | ({"next_url": following} if following else {}))
        return Reply(200, body.encode(), {"Content-Type": "application/feed+json"})

    def as_atom(self, paths: list[tuple[str, str]], following: str) -> Reply:
        entries = "".join(
            f'<entry><title>Tin</title><id>{path}</id><link href="{path}"/><updated>{day}T08:00:00Z</updated></entry>'
            for path, day in paths
        )
        onward = f'<link rel="next" href="{following}"/>' if following else ""
        body = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title>{onward}{entries}</feed>'
        return Reply(200, body.encode(), {"Content-Type": "application/atom+xml"})


def crawled(server: Feeds, folder: Path, since: str | None = None) -> CrawlOutcome:
    server.routes["/feed"] = server.feed
    server.routes["/"] = lambda request: Reply(200, "<p>Chưa có tin nào.</p>".encode(), {"Content-Type": "text/html"})
    with serving(server):
        site = server.site(listings=(), feeds=(f"{server.url}feed",))
        return crawl([site], CrawlOptions(data=folder, readers=0, window=DateWindow(since)))


@pytest.mark.parametrize("form", ["json", "atom"])
def test_the_older_pages_of_a_feed_are_read(tmp_path: Path, form: str) -> None:
    server = Feeds(7)
    server.form = form
    outcome = crawled(server, tmp_path)
    assert outcome.exit_status == 0 and outcome.sites[0].status.articles == 7
    assert sum(count for path, count in server.hits.items() if path.startswith("/feed")) == 4


def test_the_pages_before_the_first_day_of_interest_are_not_asked_for(tmp_path: Path) -> None:
    server = Feeds(9)
    outcome = crawled(server, tmp_path, since=server.day_of(9).replace(day=30).isoformat())
    assert outcome.sites[0].status.articles == 2 and "/feed?trang=4" not in server.hits


@pytest.mark.parametrize(("endless", "most"), [("same", 6), ("false", 10)])
def test_a_feed_that_leads_on_for_ever_is_left(tmp_path: Path, endless: str, most: int) -> None:
    server = Feeds(2)
    server.endless = endless
    crawled(server, tmp_path)
    assert sum(count for path, count in server.hits.items() if path.startswith("/feed")) <= most
