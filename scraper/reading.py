"""Reading pages: Page → article and links, in processes of its own, so that slow parsers do not hold up the downloads.

BeautifulSoup and trafilatura read some tens of pages a second; the reactor must meanwhile answer hundreds of sockets. A
page on which a parser hangs or dies costs that page, not the crawl.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import multiprocessing.connection
import os
import threading
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from scraper.article import Article, Page
from scraper.discover import Link, discover
from scraper.guards import MAX_NESTING, nesting
from scraper.parse import NotAnArticle, parse_article
from scraper.platforms import load_platforms
from scraper.sites import Site

PATIENCE = 60.0  # seconds that a page may take to be read


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page holds: an article, or the reason why not; links; and flags on the page ("nested", "unreadable")."""

    article: Article | None = None
    reason: str | None = None
    links: tuple[Link, ...] = ()
    flags: tuple[str, ...] = ()


def read_page(page: Page, site: Site, kind: str) -> Reading:
    """Read a page asked for as an article, or as a listing, feed or sitemap. Never raises on what a page holds."""
    flags = ("nested",) if nesting(page.body) > MAX_NESTING else ()
    platform = load_platforms()[site.platform]
    try:
        if kind == "article":
            return Reading(parse_article(page, site, platform), flags=flags)
        return Reading(reason=kind, links=discover(page, site, platform), flags=flags)
    except NotAnArticle as error:
        return Reading(reason=error.reason, flags=flags)
    except RecursionError:
        return Reading(reason="unreadable", flags=(*flags, "nested"))
    except Exception as error:  # a parser's bug on hostile markup must cost one page only
        return Reading(reason=f"unreadable: {type(error).__name__}", flags=(*flags, "unreadable"))


class Readers:
    """Processes that read pages; with none of its own, a thread of this process does."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool = self._start()

    async def read(self, page: Page, site: Site, kind: str) -> Reading:
        """Read one page, elsewhere. A page on which the reader dies or hangs is unreadable."""
        pool = self._pool
        try:
            work = asyncio.get_running_loop().run_in_executor(pool, read_page, page, site, kind)
            return await asyncio.wait_for(work, PATIENCE)
        except (BrokenProcessPool, TimeoutError):
            if pool is self._pool:
                self._replace(pool)
            return Reading(reason="unreadable", flags=("unreadable",))

    def close(self) -> None:
        """Let the readers go, after what they are at."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> Executor:
        if not self._processes:
            return ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._processes, mp_context=spawn, initializer=die_with_parent)

    def _replace(self, pool: Executor) -> None:
        for process in multiprocessing.active_children() if self._processes else []:
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._start()


def die_with_parent() -> None:
    """End this process when the one that started it is gone, even by kill -9, which leaves no time to say so."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_await_end, args=(parent.sentinel,), daemon=True).start()


def _await_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
