"""Crawls that are killed with kill -9 and started again, and checks of their results."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import func, select

from scraper.frontier.articles import iter_articles
from scraper.frontier.errors import StateError
from scraper.frontier.schema import ARTICLES, PAGES, SITES, URLS, open_store, state_url
from scraper.warc import read_page
from tests.commands import Command, Limit
from tests.scraper.servers import ENTRANCE, PER_PAGE, NewsServer
from tests.scraper.stored import iter_pages

ROOT = Path(__file__).resolve().parent.parent.parent
OF_THE_RUN = ("fetched_at", "warc_file", "warc_offset")  # columns of an article in which two crawls may differ


@dataclass
class KilledCrawl:
    """One crawl of a site, by so many `commands` at a time, killed at moments of the caller's choice.

    `options` are further arguments of the command; `limit` is called in its process before it begins. `kills` counts
    those of a living process, `mid_way` those after which requests were left; `in_flight` counts for every path how
    often it was leased when its process was killed.
    """

    server: NewsServer
    data: Path
    state: str | None = None
    commands: int = 1
    options: tuple[str, ...] = ()
    limit: Limit | None = None
    in_flight: Counter[str] = field(default_factory=Counter)
    most_in_flight: int = 0
    kills: int = 0
    mid_way: int = 0
    running: list[Command] = field(default_factory=list)

    def start(self) -> None:
        """Start the commands that are not running, always with the same arguments."""
        self.running = [command for command in self.running if command.poll() is None]
        self.running += [self._command() for _ in range(self.commands - len(self.running))]

    def kill_after(self, requests: int, seconds: float = 0.0, one_only: bool = False) -> None:
        """Crawl until the server has answered a further number of requests and a further number of seconds has passed,
        then kill with kill -9 every process of the crawl, or of one command only."""
        goal = self.server.requests + requests
        self.start()
        self._wait_until(lambda: self.server.requests >= goal)
        self._kill(seconds, one_only)

    def kill_at_close(self, seconds: float, one_only: bool = False) -> None:
        """Crawl until everything was requested from the server, and kill the given number of seconds later."""
        pages = self.server.articles + self.server.articles // PER_PAGE
        self.start()
        self._wait_until(lambda: len(self.server.hits) > pages)
        self._kill(seconds, one_only)

    def _kill(self, seconds: float, one_only: bool) -> None:
        time.sleep(seconds)
        doomed = [self.running[self.kills % len(self.running)]] if one_only else self.running
        pids = with_descendants({command.pid for command in doomed})
        self.kills += any(command.poll() is None for command in doomed)
        held = self._held_by(pids) if one_only else set()  # the others return the leases of the dead one
        for pid in pids:
            _kill_process(pid)
        held |= self._held_by(pids)
        self.in_flight.update(held)
        self.most_in_flight = max(self.most_in_flight, len(held))
        for command in doomed:
            command.wait()
        self.mid_way += bool(self._left())
        time.sleep(0.2)  # requests in flight arrive at the server

    def finish(self) -> list[int]:
        """Crawl to the end; returns the exit statuses."""
        self.start()
        return [command.wait(timeout=280) for command in self.running]

    def contents(self) -> set[tuple[Any, ...]]:
        """Every stored article with its contents; two crawls of one server give the same."""
        articles = [asdict(article) for article in iter_articles(self.data, state=self.state)]
        return {tuple(str(value) for name, value in one.items() if name not in OF_THE_RUN) for one in articles}

    def versions(self) -> int:
        """The number of versions of articles in the store; equal to that of the articles where none changed."""
        return int(self._read(select(func.count()).select_from(ARTICLES))[0][0])

    def asked_too_often(self) -> dict[str, int]:
        """Paths requested more often than once plus once for every kill while they were in flight; the front page is
        requested by every round."""
        rounds = self._read(select(SITES.c.round))[0][0]
        allowed = Counter({ENTRANCE: rounds - 1}) + self.in_flight
        pages = {path: count for path, count in self.server.hits.items() if path != "/robots.txt"}
        return {path: count for path, count in pages.items() if count > 1 + allowed[path]}

    def unreadable_pages(self) -> list[str]:
        """Pages of the state that are not in the WARC files; reads every file to its end."""
        folder = self.data / "warc"
        for path in folder.glob("*"):
            assert path.name.endswith(".warc.gz"), f"{path.name} was not tidied up"
            assert sum(1 for _ in iter_pages(path))
        rows = self._read(select(PAGES.c.sha256, PAGES.c.warc_file, PAGES.c.warc_offset))
        return [file for sha256, file, offset in rows if read_page(folder, file, offset).sha256 != sha256]

    def asked_in_vain(self) -> set[str]:
        """The paths that were requested and of which nothing is stored."""
        settled = self._read(select(URLS.c.url).where(URLS.c.state.in_(("done", "failed"))))
        return set(self.server.hits) - {urlsplit(url).path for (url,) in settled} - {"/robots.txt"}

    def articles_without_page(self) -> list[str]:
        """Articles whose page is not at the stored place."""
        folder, articles = self.data / "warc", iter_articles(self.data, state=self.state)
        return [
            article.id
            for article in articles
            if read_page(folder, str(article.warc_file), article.warc_offset or 0).sha256 != article.page_sha256
        ]

    def lose_archive(self) -> set[str]:
        """Truncate the open WARC file to half, as a power failure may do; returns the paths of the lost pages."""
        (file,) = (self.data / "warc").glob("*.open")
        kept = file.stat().st_size // 2
        os.truncate(file, kept)
        rows = self._read(select(PAGES.c.url, PAGES.c.warc_offset + PAGES.c.warc_length, PAGES.c.warc_file))
        return {urlsplit(url).path for url, end, name in rows if end > kept and file.name.startswith(name)}

    def _command(self) -> Command:
        self.data.mkdir(parents=True, exist_ok=True)
        sites = self.data / "sites.toml"
        sites.write_text(SITE.format(url=self.server.url), encoding="utf-8")
        words = ["crawl", "thu-nghiem", "--sites", str(sites), "--data", str(self.data), *self.options]
        words += ["--state", self.state] if self.state else []
        return Command("sukien", *words, out=self.data / "output.txt", limit=self.limit)

    def _wait_until(self, reached: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 250
        while not reached() and any(command.poll() is None for command in self.running):
            assert time.monotonic() < deadline, "the crawl does not move"
            time.sleep(0.002)

    def _left(self) -> int:
        """The number of URLs to be requested; one, the front page, where nothing is stored yet."""
        try:
            return sum(state not in ("done", "failed") for (state,) in self._read(select(URLS.c.state)))
        except StateError:
            return 1

    def _held_by(self, pids: set[int]) -> set[str]:
        """The paths that are leased to processes, whose names have their ids."""
        try:
            leased = self._read(select(URLS.c.url, URLS.c.owner).where(URLS.c.state == "leased"))
        except StateError:  # killed before there was any state
            return set()
        return {urlsplit(url).path for url, owner in leased if int(owner.split("-")[1]) in pids}

    def _read(self, query: Any) -> Sequence[Any]:
        engine = open_store(self.state or state_url(self.data), writing=False)
        try:
            with engine.connect() as connection:
                return connection.execute(query).all()
        finally:
            engine.dispose()


def moments(kills: int, requests: int, seed: int) -> list[int]:
    """For each kill the number of requests since the last one, so that all kills are within a crawl of `requests`
    requests."""
    chosen = random.Random(seed)
    return [chosen.randint(0, max(1, 2 * requests // (kills + 1) - 20)) for _ in range(kills)]


def with_descendants(pids: set[int]) -> set[int]:
    """Processes with all of their descendants."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
    while more := {pid for pid, parent in parents.items() if parent in pids} - pids:
        pids = pids | more
    return pids


def _kill_process(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


SITE = """[[site]]
id = "thu-nghiem"
name = "Huyện Suối Trong"
url = "{url}"
listings = ["{url}tin-tuc/"]
level = "district"
platform = "nukeviet4"
"""
