"""Pages of a small news server, and what was read of them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from scraper.article import Page
from scraper.engine.page_parser import ParsedPage
from tests.scraper.servers import NewsServer

SERVER = NewsServer(40, port=8000)


def page(number: int) -> Page:
    body = SERVER.article_html(number).encode()
    url = f"http://127.0.0.1:{SERVER.port}{SERVER.article_path(number)}"
    return Page(url, url, "2024-12-31T00:00:00Z", 200, {"content-type": "text/html"}, body, sha256(body).hexdigest())


def titles(readings: Sequence[ParsedPage]) -> list[str | None]:
    return [reading.article.title if reading.article else None for reading in readings]


def titles_of(*numbers: int) -> list[str]:
    return [f"Hội nghị triển khai nhiệm vụ số {number}" for number in numbers]
