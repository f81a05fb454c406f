"""Child processes: how they are started, and that they end with their parent."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import sys
import threading
from multiprocessing.context import ForkContext, ForkServerContext, SpawnContext

# What a crawling process, and those that it forks to read its pages, import; none of it starts a thread or a reactor.
_LOADED_FIRST = ("scrapy.crawler", "scrapy.settings", "scraper.spiders.news", "scraper.pages.parse")


def starting() -> ForkServerContext | SpawnContext:
    """How the processes of a crawl are started: forked from a process that has loaded what they need, so that it is
    loaded once for all of them; anew where that is not at hand."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_LOADED_FIRST))
    return context


def forking() -> ForkContext | SpawnContext:
    """How a process that was just started, and has neither threads nor a reactor, starts its own."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    return multiprocessing.get_context("fork")


def exit_with_parent() -> None:
    """End this process when its parent is gone, even if that was killed with SIGKILL."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_await_end, args=(parent.sentinel,), daemon=True).start()


def _await_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
