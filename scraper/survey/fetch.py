"""Fetches single pages outside of a crawl, to inspect a site before it is registered and to check registered ones.

A process of its own sends the requests, through the downloader and the guards of a crawl.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from scraper.article import Page
from scraper.boundary.processes import start_process
from scraper.pages.decode import declared_encoding, decode
from scraper.pages.obstacles import refresh_target
from scraper.policy.guards import MAX_HOPS, URLRefused, is_loopback_name, netloc_of
from scraper.policy.politeness import DEFAULT_PAUSE, are_loopback
from scraper.sites import host_of
from scraper.spiders.visiting import run_visits


class Unreachable(OSError):
    """A URL without a response; the message says why."""


class Visitor:
    """Fetches pages while `visiting` is open; a server gets one request in two seconds, on loopback without delay."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def fetch(self, url: str) -> Page:
        """The page at a URL, after redirects, of any status.

        Raises Unreachable; URLRefused for private addresses, what robots.txt forbids, and too many redirects.
        """
        try:
            self._pipe.send((url, _pause(url)))
            answer = self._pipe.recv()
        except (EOFError, BrokenPipeError) as error:
            raise Unreachable(f"{url}: the process that asks has ended") from error
        if isinstance(answer, Page):
            return answer
        if answer[0] == "refused":
            raise URLRefused(*answer[1:])
        raise Unreachable(answer[1])

    def enter(self, url: str) -> Page:
        """The same for the entrance of a site, also after redirects within pages, to public hosts as those of servers.

        Raises Unreachable and URLRefused as `fetch` does.
        """
        page = self.fetch(url)
        for _ in range(MAX_HOPS):
            target = _target_within(page)
            if target is None:
                return page
            if are_loopback({netloc_of(target)}) and not are_loopback({netloc_of(url)}):
                raise URLRefused("refused", target)
            page = self.fetch(target)
        raise URLRefused("redirects", f"more than {MAX_HOPS} from {url}")


def _target_within(page: Page) -> str | None:
    """The URL to which a page redirects by its Refresh header or a meta element."""
    if page.status != 200:
        return None
    html = decode(page.body, declared_encoding(page.headers, page.body))
    return refresh_target(html, page.url, page.headers.get("refresh", ""))


@contextmanager
def visiting() -> Iterator[Visitor]:
    """Yields a visitor, whose process ends with the block."""
    here, there = Pipe()
    process = start_process(run_visits, (there,), daemon=True)
    there.close()
    try:
        yield Visitor(here)
    finally:
        here.close()
        process.terminate()
        process.join()


def _pause(url: str) -> float:
    host = host_of(url)
    return 0.0 if is_loopback_name(host.rpartition(":")[0] or host) else DEFAULT_PAUSE
