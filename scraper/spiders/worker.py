"""A crawling process: Scrapy over a share of the sites, until nothing is left or it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.engine.options import CrawlOptions
from scraper.boundary.processes import exit_with_parent, own_signals, return_large_blocks
from scraper.engine.parser_pool import ParserPool
from scraper.sites import Site

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import Settings


_LOOK_AGAIN = 0.05  # seconds between two checks whether a crawl that is to end has started


def run_worker(sites: Sequence[Site], options: CrawlOptions, readers: int, log: Path) -> None:
    """Crawl the sites; the main function of a process of its own. SIGTERM ends it cleanly; its log goes to a file."""
    os.setpgrp()  # Ctrl-C is handled by the parent process, which then tells this one to stop
    own_signals()
    return_large_blocks()
    try:
        reading = ParserPool(readers, options.reading)  # while there are no threads
        exit_with_parent()
        ended_well = _crawl(sites, options, reading, log)
    except Exception as error:  # no room for the log, no process or thread to be had
        print(f"the crawl could not start: {error}", file=sys.stderr, flush=True)
        for child in multiprocessing.active_children():
            child.kill()  # the exit would wait for them
        sys.exit(1)
    if reading.stuck:
        os._exit(not ended_well)  # all is written; a normal exit would wait for the thread that hangs
    reading.close()  # a crawl that could not start has not closed them, and the exit would wait for them
    sys.exit(not ended_well)


def _crawl(sites: Sequence[Site], options: CrawlOptions, reading: ParserPool, log: Path) -> bool:
    """Crawl to the end; whether all went well, else why is printed."""
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.settings import Settings

    from scraper.spiders.news import NewsSpider

    settings = Settings()
    settings.setmodule("scraper.settings", priority="project")
    settings.set("LOG_FILE", str(log), priority="cmdline")
    settings.set("DOWNLOAD_TIMEOUT", options.timeout, priority="cmdline")
    logging.raiseExceptions = False  # a log that cannot be written must not hide why the crawl ends
    introduce(settings, options.contact)
    process = AsyncCrawlerProcess(settings)
    logging.getLogger("scrapy").setLevel(settings["LOG_LEVEL"])  # else its DEBUG records are made, then thrown away
    crawler = process.create_crawler(NewsSpider)
    stop_on_signals(crawler)
    task = process.crawl(crawler, sites=sites, options=options, readers=reading)
    process.start(install_signal_handlers=False)
    reason = crawler.stats.get_value("finish_reason") if crawler.stats else None
    if reason in ("finished", "shutdown"):
        return True
    fault = task.exception() if task.done() and not task.cancelled() else None
    why = f"it could not start{f': {fault}' if fault else ''}"
    print(f"the crawl ended early: {reason or why}; see {log}", file=sys.stderr, flush=True)
    return False


def stop_on_signals(crawler: Crawler) -> None:
    """Install handlers so that SIGTERM and SIGINT end a crawl cleanly at any time.

    With Scrapy's own handlers a crawl that is interrupted while it opens hangs: here it is ended once it runs.
    """
    from scrapy import signals

    loop = asyncio.get_event_loop()
    opened = False

    def note_opened() -> None:
        nonlocal opened
        opened = True

    def end() -> None:
        if opened and crawler.engine and crawler.engine.running:
            asyncio.ensure_future(crawler.stop_async())
        else:
            loop.call_later(_LOOK_AGAIN, end)

    crawler.signals.connect(note_opened, signals.spider_opened, weak=False)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(end))


def introduce(settings: Settings, contact: str | None) -> None:
    """Add the operator's contact to the user agent."""
    if contact:
        agent = f"{settings['USER_AGENT'].partition(' (')[0]} (+{contact})"
        settings.set("USER_AGENT", agent, priority="cmdline")


def share_out(sites: Sequence[Site], workers: int) -> list[list[Site]]:
    """Divide sites among processes, those on one host together, so that each host gets requests from one process."""
    shares: list[list[Site]] = [[] for _ in range(max(1, min(workers, len(sites))))]
    home: dict[str, list[Site]] = {}
    for site in sites:
        known = next((home[host] for host in sorted(site.hosts) if host in home), None)
        share = min(shares, key=len) if known is None else known
        share.append(site)
        home |= {host: share for host in site.hosts}
    return [share for share in shares if share]
