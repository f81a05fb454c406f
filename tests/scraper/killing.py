"""Crawls that are killed with kill -9 and started again, and what must be true of them afterwards."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import select

from scraper.crawling.archive import iter_pages, read_page
from scraper.crawling.store import PAGES, URLS, iter_articles, open_store, state_url
from tests.scraper.servers import NewsServer

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class KilledCrawl:
    """One crawl of a site, in as many commands as `commands` at once, killed after so many answers of the server."""

    server: NewsServer
    data: Path
    state: str | None = None
    commands: int = 1
    in_flight: Counter[str] = field(default_factory=Counter)
    kills: int = 0

    def start(self) -> list[subprocess.Popen[bytes]]:
        """Give the command, the same one every time."""
        self.data.mkdir(parents=True, exist_ok=True)
        sites = self.data / "sites.toml"
        sites.write_text(SITE.format(url=self.server.url), encoding="utf-8")
        words = ["crawl", "thu-nghiem", "--sites", str(sites), "--data", str(self.data)]
        words += ["--state", self.state] if self.state else []
        output = (self.data / "output.txt").open("ab")
        command = [sys.executable, "-m", "sukien", *words]
        return [subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output) for _ in range(self.commands)]

    def kill_after(self, requests: int) -> None:
        """Crawl until the server has answered so many more requests, then kill every process with kill -9."""
        goal = self.server.requests + requests
        commands = self.start()
        deadline = time.monotonic() + 60
        while self.server.requests < goal and any(command.poll() is None for command in commands):
            assert time.monotonic() < deadline, "the crawl does not move"
            time.sleep(0.002)
        for pid in [*(command.pid for command in commands), *self._workers()]:
            _kill(pid)
        for command in commands:
            command.wait()
        self.kills += 1
        time.sleep(0.2)  # requests that were on their way arrive at the server
        self.in_flight.update(self._leased())

    def finish(self) -> list[int]:
        """Crawl to the end; the exit statuses."""
        return [command.wait(timeout=280) for command in self.start()]

    def article_ids(self) -> set[str]:
        """What is in the store."""
        return {article.id for article in iter_articles(self.data, state=self.state)}

    def asked_too_often(self) -> dict[str, int]:
        """Addresses that were asked more than once without having been in flight when a process was killed."""
        pages = {path: count for path, count in self.server.hits.items() if path != "/robots.txt"}
        return {path: count for path, count in pages.items() if count > 1 + self.in_flight[path]}

    def unreadable_pages(self) -> list[str]:
        """Pages of the state that are not in the WARC files; reads every file to its end."""
        folder = self.data / "warc"
        for path in folder.glob("*"):
            assert path.name.endswith(".warc.gz"), f"{path.name} was not tidied up"
            assert sum(1 for _ in iter_pages(path))
        engine = open_store(self.state or state_url(self.data), writing=False)
        with engine.connect() as connection:
            rows: Sequence[tuple[str, str, int]] = connection.execute(  # type: ignore[assignment]
                select(PAGES.c.sha256, PAGES.c.warc_file, PAGES.c.warc_offset)
            ).all()
        engine.dispose()
        return [file for sha256, file, offset in rows if read_page(folder, file, offset).sha256 != sha256]

    def _workers(self) -> list[int]:
        """The crawling processes, by the names under which they announce themselves."""
        return [int(path.name.split("-")[1]) for path in (self.data / "running").glob("*")]

    def _leased(self) -> list[str]:
        engine = open_store(self.state or state_url(self.data), writing=False)
        with engine.connect() as connection:
            leased = connection.execute(select(URLS.c.url).where(URLS.c.state == "leased")).scalars().all()
        engine.dispose()
        return [urlsplit(url).path for url in leased]


def moments(kills: int, requests: int, seed: int) -> list[int]:
    """After how many requests each kill comes, so that all of them fall within a crawl of so many requests."""
    chosen = random.Random(seed)
    return [chosen.randint(0, max(1, 2 * requests // (kills + 1) - 20)) for _ in range(kills)]


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


SITE = """[[site]]
id = "thu-nghiem"
name = "Huyện Suối Trong"
url = "{url}"
listings = ["{url}tin-tuc/"]
level = "district"
platform = "nukeviet4"
"""
