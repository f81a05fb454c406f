"""Crawls of a small site of which some responses are replaced."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from scraper.article import Article
from scraper.crawl import CrawlOutcome, crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from tests.scraper.servers import NewsServer, Reply, serving

HTML = {"Content-Type": "text/html; charset=utf-8"}
XML = {"Content-Type": "application/xml"}
SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
Routes = dict[str, Reply]


def answer(reply: Reply, request: BaseHTTPRequestHandler) -> Reply:
    return reply


def crawled(
    tmp_path: Path, routes: Callable[[NewsServer], Routes], **site: list[str]
) -> tuple[CrawlOutcome, NewsServer]:
    """A crawl of a site of two articles, with some of its responses replaced; the server has the requests."""
    with serving(NewsServer(2)) as server:
        server.routes = {path: partial(answer, reply) for path, reply in routes(server).items()}
        values = {name: [server.url + path for path in paths] for name, paths in site.items()}
        outcome = crawl([server.site(**values)], CrawlOptions(data=tmp_path, readers=0))
    return outcome, server


def articles(tmp_path: Path) -> list[Article]:
    return sorted(iter_articles(tmp_path), key=lambda article: article.title)


def link(path: str, text: str = "Xem") -> str:
    return f'<a href="{path}">{text}</a>'


def page(body: str, head: str = "") -> Reply:
    return Reply(200, f"<html><head>{head}</head><body>{body}</body></html>".encode(), HTML)


def page_of(server: NewsServer, number: int, **headers: str) -> Reply:
    return Reply(200, server.article_html(number).encode(), HTML | headers)
