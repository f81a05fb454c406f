"""A process that fetches one URL after another on behalf of another process, through the guards of every crawl."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from hashlib import sha256
from multiprocessing.connection import Connection
from typing import Any

from scrapy.http import Response

from scraper.article import Page
from scraper.boundary.processes import exit_with_parent, own_signals
from scraper.policy.guards import URLRefused
from scraper.spiders.frontierless import FrontierlessSpider, NoResponse

LONGEST_WAIT = 30.0  # seconds to wait for a server in backoff


class VisitingSpider(FrontierlessSpider):
    """Serves requests from a pipe: for (URL, delay in seconds) a page, or the reason why there is none."""

    name = "visiting"

    def __init__(self, pipe: Connection, **arguments: Any) -> None:
        super().__init__(LONGEST_WAIT, **arguments)
        self._pipe = pipe

    async def start(self) -> AsyncIterator[Any]:
        """Serve until the other end of the pipe is closed."""
        loop = asyncio.get_running_loop()
        while (request := await loop.run_in_executor(None, self._receive)) is not None:
            self._pipe.send(await self._answer(*request))
        return
        yield

    def _receive(self) -> tuple[str, float] | None:
        try:
            request: tuple[str, float] = self._pipe.recv()
            return request
        except EOFError:
            return None

    async def _answer(self, url: str, pause: float) -> Page | tuple[str, ...]:
        try:
            return _page(await self.fetch(url, pause, retrying=False), url)
        except URLRefused as refused:
            return "refused", refused.reason, str(refused).removeprefix(f"{refused.reason}: ")
        except (NoResponse, ValueError) as error:
            return "no answer", str(error)


def run_visits(pipe: Connection) -> None:
    """Serve requests from a pipe; the main function of a process of its own."""
    os.setpgrp()  # Ctrl-C is handled by the parent process, whose end ends this one
    own_signals()
    exit_with_parent()
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.settings import Settings

    settings = Settings()
    settings.setmodule("scraper.settings", priority="project")
    settings.set("LOG_ENABLED", False, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    process.crawl(VisitingSpider, pipe=pipe)
    process.start(install_signal_handlers=False)


def _page(response: Response, request: str) -> Page:
    headers = {
        name.decode("latin-1").lower(): b"; ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
    now = datetime.now(UTC).isoformat(timespec="seconds")
    digest = sha256(response.body).hexdigest()
    return Page(response.url, request, now, response.status, headers, response.body, digest)
