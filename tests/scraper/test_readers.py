"""Reading in processes of its own: one that dies costs at most the page on which it dies again."""

from __future__ import annotations

import asyncio
import os
import signal
from hashlib import sha256

from scraper.article import Page
from scraper.crawling.reading import Readers, Reading
from tests.scraper.servers import NewsServer


def page(server: NewsServer, number: int) -> Page:
    body = server.article_html(number).encode()
    url = f"http://127.0.0.1:{server.port}{server.article_path(number)}"
    return Page(url, url, "2024-12-31T00:00:00Z", 200, {"content-type": "text/html"}, body, sha256(body).hexdigest())


def test_pages_survive_the_death_of_their_reader() -> None:
    server = NewsServer(40, port=8000)

    async def run() -> list[Reading]:
        readers = Readers(1)
        await readers.read(page(server, 40), server.site(), "article")
        (process,) = readers._pool._processes  # type: ignore[attr-defined]
        reading = [readers.read(page(server, number), server.site(), "article") for number in range(1, 6)]
        os.kill(process, signal.SIGKILL)
        done = await asyncio.gather(*reading)
        readers.close()
        return done

    titles = [reading.article.title for reading in asyncio.run(run()) if reading.article]
    assert titles == [f"Hội nghị triển khai nhiệm vụ số {number}" for number in range(1, 6)]
