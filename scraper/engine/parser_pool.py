"""Parses pages into articles and links in separate processes, so that slow parsers do not delay the downloads.

BeautifulSoup and trafilatura parse some tens of pages a second; the reactor must meanwhile serve hundreds of sockets. A
parser that hangs or dies costs its page, not the crawl.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module

from scraper.boundary.processes import exit_with_parent, own_signals, return_large_blocks, starting
from scraper.engine.lone_reader import LoneReader
from scraper.engine.page_parser import PageRequest, ParsedPage, read_page
from scraper.frontier.rounds import LISTINGS
from scraper.platforms import load_platforms
from scraper.policy.guards import LARGE_BODY

TIMEOUT = 60.0  # seconds that a page may take to be read
BATCH = 4  # at most so many pages are given to a process at once


@dataclass(frozen=True, slots=True)
class _Task:
    """A page to be parsed, and the future of its result."""

    request: PageRequest
    reading: asyncio.Future[ParsedPage]


class ParserPool:
    """Processes that parse pages, each page within `timeout` seconds of processor time; without processes, a thread of
    this process does it, within as many seconds."""

    def __init__(self, processes: int, timeout: float = TIMEOUT) -> None:
        self._processes = processes
        self._timeout = timeout
        self._alone = LoneReader(timeout) if processes else None
        self._pool = self._start(processes)
        self.stuck = False  # a thread of this process hangs, which only the end of the process can stop
        self._free = max(1, processes)
        self._waiting: deque[_Task] = deque()
        self._batches: set[asyncio.Task[None]] = set()
        self._thread_of_alone = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lone-reader")

    async def read(self, request: PageRequest) -> ParsedPage:
        """Parse one page in the pool; listings go before articles, because their links are needed.

        Large ones are read alone, one after the other. When a process dies, all pages in work are lost: each of them
        is then read alone, and a page on which a process dies again, as it does when the page takes too long, is
        unreadable.
        """
        if self._processes and len(request.page.body) > LARGE_BODY:
            return await self._read_alone(request)
        task = _Task(request, asyncio.get_running_loop().create_future())
        if request.kind in LISTINGS:
            self._waiting.appendleft(task)
        else:
            self._waiting.append(task)
        self._hand_out()
        return await task.reading

    def close(self) -> None:
        """End the processes after their present pages."""
        for pool in (self._pool, self._thread_of_alone):
            pool.shutdown(wait=True, cancel_futures=True)
        if self._alone:
            self._alone.close()
            self._alone = None

    def _hand_out(self) -> None:
        """Give every free process its share of the waiting pages: sending several at once costs less."""
        while self._free and self._waiting:
            share = min(BATCH, -(-len(self._waiting) // self._free))
            batch = [self._waiting.popleft() for _ in range(share)]
            self._free -= 1
            work = asyncio.ensure_future(self._read_batch(batch))
            self._batches.add(work)
            work.add_done_callback(self._batches.discard)

    async def _read_batch(self, batch: Sequence[_Task]) -> None:
        try:
            readings = await self._read_together(batch)
        except Exception as error:  # whoever waits for a page must get the error
            for task in batch:
                task.reading.set_exception(error)
        else:
            for task, reading in zip(batch, readings, strict=True):
                task.reading.set_result(reading)
        self._free += 1
        self._hand_out()

    async def _read_together(self, batch: Sequence[_Task]) -> list[ParsedPage]:
        pool = self._pool
        try:
            return await self._read_in(pool, [task.request for task in batch])
        except (BrokenProcessPool, TimeoutError):
            if pool is self._pool:
                self.stuck |= not self._processes
                self._pool = self._start(self._processes)
                _end(pool)
            return [await self._read_alone(task.request) for task in batch]

    async def _read_alone(self, request: PageRequest) -> ParsedPage:
        """The page parsed by a process that has no other; where there are no processes, one is started now."""
        self._alone = self._alone or LoneReader(self._timeout)
        return await asyncio.get_running_loop().run_in_executor(self._thread_of_alone, self._alone.read, request)

    async def _read_in(self, pool: Executor, pages: Sequence[PageRequest]) -> list[ParsedPage]:
        loop = asyncio.get_running_loop()
        if isinstance(pool, ProcessPoolExecutor):
            return await loop.run_in_executor(pool, _read_in_time, pages, self._timeout)
        work = loop.run_in_executor(pool, _read_pages, pages)
        return await asyncio.wait_for(work, self._timeout * len(pages))

    def _start(self, processes: int) -> Executor:
        if not processes:
            return ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        pool = ProcessPoolExecutor(processes, mp_context=starting(), initializer=_begin)
        pool.submit(load_platforms)  # the first work starts all processes; they load their parsers while there is none
        return pool


def _read_pages(pages: Sequence[PageRequest]) -> list[ParsedPage]:
    return [read_page(page) for page in pages]


def _read_in_time(pages: Sequence[PageRequest], seconds: float) -> list[ParsedPage]:
    """The same as the only work of a process, which the system kills when a page is not parsed within `seconds` of
    processor time, which do not depend on what else the machine does.

    A hanging parser cannot prevent this, as it could an exception.
    """
    readings = []
    for page in pages:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        readings.append(read_page(page))
    signal.setitimer(signal.ITIMER_PROF, 0)
    return readings


def _end(pool: Executor) -> None:
    """End a pool at once, even if its processes are at work; a thread cannot be ended, and is left running."""
    for process in getattr(pool, "_processes", None) or {}:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """The initialisation of a process, before the time of its first page begins."""
    os.setpgrp()  # Ctrl-C is handled by the process that started the crawl
    own_signals()
    return_large_blocks()
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)  # the end of a process that parses for too long
    exit_with_parent()
    import_module("scraper.pages.parse")
