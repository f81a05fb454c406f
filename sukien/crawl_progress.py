"""Progress of a crawl: a live table on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from types import TracebackType
from typing import TextIO

from rich.console import Console
from rich.live import Live
from rich.table import Table

from scraper.frontier.status import SiteStatus

PLAIN_EVERY = 10.0  # seconds between two plain lines
RATE_OVER = 30.0  # seconds over which the rate is taken
MOST_ROWS = 20  # sites that fit on a screen


class Rate:
    """Pages a second over the last half minute."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def of(self, pages: int, now: float) -> float:
        """The rate, once `pages` have been fetched in all."""
        self._seen.append((now, pages))
        while now - self._seen[0][0] > RATE_OVER:
            self._seen.popleft()
        (start, first), seconds = self._seen[0], now - self._seen[0][0]
        return (pages - first) / seconds if seconds and start else 0.0


class PlainProgress:
    """One line every ten seconds, for logs."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._rate = Rate()
        self._said = time.monotonic()

    def update(self, states: Sequence[SiteStatus]) -> None:
        """See `scraper.crawl.ProgressListener`."""
        now = time.monotonic()
        rate = self._rate.of(sum(state.pages for state in states), now)
        if now - self._said >= PLAIN_EVERY:
            self._said = now
            print(summary(states, rate), file=self._out, flush=True)


class LiveProgress:
    """A table of the sites, redrawn as it changes, by a thread that the first change starts; a context manager."""

    def __init__(self, console: Console) -> None:
        self._rate = Rate()
        self._live = Live(console=console, refresh_per_second=4, transient=True)

    def __enter__(self) -> LiveProgress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.__exit__(kind, error, trace)

    def update(self, states: Sequence[SiteStatus]) -> None:
        """See `scraper.crawl.ProgressListener`."""
        rate = self._rate.of(sum(state.pages for state in states), time.monotonic())
        self._live.start()
        self._live.update(table_of(states, summary(states, rate)))


def summary(states: Sequence[SiteStatus], rate: float) -> str:
    """The whole crawl in a line."""
    pages, articles, left = (sum(getattr(state, name) for state in states) for name in ("pages", "articles", "left"))
    errors = sum(sum(state.errors.values()) for state in states)
    return f"{pages} pages, {articles} articles, {rate:.1f} pages/s, {left} left, {errors} errors"


def table_of(states: Sequence[SiteStatus], title: str) -> Table:
    """The sites as a table, those with the most left first."""
    table = Table(title=title, title_justify="left")
    for column in ("site", "pages", "articles", "left", "errors", "note"):
        table.add_column(column, justify="left" if column in ("site", "note") else "right")
    for state in sorted(states, key=lambda state: -state.left)[:MOST_ROWS]:
        errors = sum(state.errors.values())
        note = ", ".join(f"{host} rests: {why}" for host, why in state.resting.items())
        table.add_row(
            state.site_id,
            str(state.pages),
            str(state.articles),
            str(state.left),
            str(errors or ""),
            note or state.verdict,
        )
    return table
