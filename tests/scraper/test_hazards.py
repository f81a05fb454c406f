"""A hostile server: every hazard affects its own page only, and forbidden hosts get no request."""

from __future__ import annotations

from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from scraper.frontier.schema import PAGES, URLS, open_store, state_url
from tests.scraper.hazards import Expected, add_hazards, in_every_encoding
from tests.scraper.servers import NewsServer, Reply, serving

GOOD = 25
MAZES = [
    "/a/b/a/b/a/b/x-950.html",
    "/x-951.html?a=1&a=2&a=3",
    f"/{'x' * 2100}-952.html",
    f"/{'/'.join(map(str, range(30)))}-953.html",
]


@pytest.mark.slow
def test_every_hazard_costs_its_own_page_only(tmp_path: Path) -> None:
    with serving(NewsServer(3)) as private, serving(NewsServer(GOOD)) as server:
        expected = add_hazards(server, private.url)
        server.linked += MAZES
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path / "data", timeout=5, reading=5))
        assert outcome.crashed == 0 and outcome.left == 0
        assert private.requests == 0 and not set(MAZES) & set(server.hits)
        assert what_became_of(tmp_path / "data", expected) == expected
    found = {article.url for article in iter_articles(tmp_path / "data")}
    assert {f"{server.url}{server.article_path(number)[1:]}" for number in range(1, GOOD + 1)} <= found
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.slow
def test_an_article_is_the_same_in_every_encoding(tmp_path: Path) -> None:
    server = NewsServer(1)
    pages = in_every_encoding(small(server.article_html(1)))
    server.routes = {path: partial(answer, reply) for path, reply in pages.items()}
    server.linked = list(pages)
    with serving(server):
        assert crawl([server.site()], CrawlOptions(data=tmp_path, readers=0)).exit_status == 0
    articles = {urlsplit(article.url or "").path: article for article in iter_articles(tmp_path)}
    plain = articles.pop(server.article_path(1))
    wanted = (plain.title, *map(small, plain.paragraphs))
    read = {path: (one.title, *map(without_bad_bytes, one.paragraphs)) for path, one in articles.items()}
    assert read == dict.fromkeys(pages, wanted)


def without_bad_bytes(text: str) -> str:
    """The text without the U+FFFD of bad bytes, which must not affect the rest."""
    return text.replace("\ufffd", "")


def small(text: str) -> str:
    """The text with capitals beyond ASCII in lower case, since TCVN3 has none."""
    return "".join(letter if letter.isascii() else letter.lower() for letter in text)


def answer(reply: Reply, request: BaseHTTPRequestHandler) -> Reply:
    return reply


def what_became_of(data: Path, paths: dict[str, Expected]) -> dict[str, Expected]:
    """State, error and flags of the URLs, from the state of the crawl."""
    engine = open_store(state_url(data), writing=False)
    with engine.connect() as connection:
        flags = {row.url_id: row.flags for row in connection.execute(select(PAGES.c.url_id, PAGES.c.flags))}
        rows = list(connection.execute(select(URLS.c.id, URLS.c.key, URLS.c.state, URLS.c.error)))
    engine.dispose()
    became = {}
    for row in rows:
        path = "/" + row.key.partition("/")[2]
        if path in paths:
            error = None if row.state == "done" else row.error
            became[path] = Expected(row.state, error, flags.get(row.id, "") if paths[path].flag else "")
    return became
