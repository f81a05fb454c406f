"""Runs a crawl in worker processes: starts, watches and ends them, and checks the result."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.process import BaseProcess
from typing import Protocol

from sqlalchemy import Engine, select, update
from sqlalchemy.exc import SQLAlchemyError

from scraper.boundary.processes import start_process
from scraper.engine.expectations import Problem, check_site
from scraper.engine.options import CrawlOptions
from scraper.engine.rereading import RereadCounts, reread_first_rounds
from scraper.frontier.errors import StateError, cannot_write
from scraper.frontier.schema import SITES, URLS, open_store, transaction
from scraper.frontier.status import SiteStatus, read_status
from scraper.policy.politeness import pause_of
from scraper.sites import Site
from scraper.spiders.worker import run_worker, share_out

LOOK_EVERY = 0.5  # seconds between two checks of the state
ENDS_WITHIN = 120.0  # seconds for which a process that was told to stop may finish its open requests
READERS = 3  # processes that read pages for a single crawling process


class ProgressListener(Protocol):
    """An observer of the progress of a crawl."""

    def update(self, states: Sequence[SiteStatus]) -> None:
        """Called about twice a second with the state of the sites that are being crawled."""


@dataclass(frozen=True, slots=True)
class SiteOutcome:
    """The result for one site: its state, and its problems."""

    status: SiteStatus
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class CrawlOutcome:
    """The result of a crawl.

    `crashed` is the number of processes that ended badly; `opens_in` is the number of seconds until the allowed hours,
    where work is left for them; `reread` counts the changes where pages were read again with their sites' profiles.
    """

    sites: tuple[SiteOutcome, ...]
    interrupted: bool = False
    crashed: int = 0
    opens_in: float = 0.0
    reread: tuple[RereadCounts, ...] = ()

    @property
    def left(self) -> int:
        """The number of URLs still to be requested; the same command continues with them."""
        return sum(site.status.left for site in self.sites)

    @property
    def exit_status(self) -> int:
        """0 for a successful crawl, 130 for one that was interrupted, else 1."""
        if self.interrupted:
            return 130
        return int(bool(self.crashed) or any(site.problems for site in self.sites))


def crawl(sites: Sequence[Site], options: CrawlOptions, watcher: ProgressListener | None = None) -> CrawlOutcome:
    """Crawl sites until nothing is left within the options, continuing an earlier crawl that was stopped.

    Ctrl-C (KeyboardInterrupt) ends it cleanly. Raises ValueError without sites, StateError where the state of an
    earlier crawl cannot be used, or that of this one cannot be written.
    """
    if not sites:
        raise ValueError("no site to crawl")
    options.data.mkdir(parents=True, exist_ok=True)
    engine = open_store(options.state_url)
    engine.dispose()  # no open connection may be there when processes are forked
    processes: list[BaseProcess] = []
    again: list[RereadCounts] = []
    interrupted = False
    try:
        try:
            with _running(sites, options, processes), _reading(options) as reading:
                _watch(processes, reading, sites, watcher)
            if not any(process.exitcode for process in processes):
                again = reread_first_rounds(sites, options)
        except KeyboardInterrupt:
            interrupted = True
        crashed = 0 if interrupted else sum(bool(process.exitcode) for process in processes)
        return replace(_judge(engine, sites, interrupted, crashed, options.wait()), reread=tuple(again))
    except SQLAlchemyError as error:
        raise StateError(cannot_write(error, engine)) from error
    finally:
        engine.dispose()


def plan(sites: Sequence[Site], options: CrawlOptions) -> Iterator[tuple[Site, float, list[str]]]:
    """The first requests of a crawl: each site with its pause in seconds and its URLs. Sends no request."""
    pending: dict[str, list[str]] = {}
    if options.state or (options.data / "state.sqlite").exists():
        engine = open_store(options.state_url, writing=False)
        with transaction(engine) as connection:
            query = select(URLS.c.site_id, URLS.c.url).where(URLS.c.state.in_(("discovered", "leased", "waiting")))
            for site_id, url in connection.execute(query.order_by(URLS.c.rank, URLS.c.id)):
                pending.setdefault(site_id, []).append(url)
        engine.dispose()
    for site in sites:
        yield site, pause_of(site, options.delay), pending.get(site.id) or list(site.entry_points)


@contextmanager
def _reading(options: CrawlOptions) -> Iterator[Engine]:
    """The state, opened for reading alone: Ctrl-C in the midst of a query can leave its transaction open for a while,
    and one that may write would keep the crawling processes from writing theirs."""
    engine = open_store(options.state_url, writing=False)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _running(sites: Sequence[Site], options: CrawlOptions, processes: list[BaseProcess]) -> Iterator[None]:
    """Start the crawling processes and add them to a list; they are ended with the block, however it ends."""
    shares = share_out(sites, options.workers)
    logs = options.data / "log"
    logs.mkdir(exist_ok=True)
    try:
        for number, share in enumerate(shares):
            arguments = (share, options, _readers(options, len(shares)), logs / f"crawl-{number}.log")
            processes.append(start_process(run_worker, arguments))
        yield
    finally:
        _end(processes)


def _readers(options: CrawlOptions, workers: int) -> int:
    if options.readers is not None:
        return options.readers
    return min(READERS, max(1, (os.cpu_count() or 1) - 1)) if workers == 1 else 0


def _watch(
    processes: Sequence[BaseProcess], engine: Engine, sites: Sequence[Site], watcher: ProgressListener | None
) -> None:
    """Wait for the processes."""
    while any(process.is_alive() for process in processes):
        _pause(processes)
        if watcher:
            watcher.update(_states(engine, sites))


def _end(processes: Sequence[BaseProcess]) -> None:
    """Tell the processes to stop, and kill those still running after the longest time of a request and a page, or at a
    second Ctrl-C."""
    started = [process for process in processes if process.pid]
    for process in started:
        process.terminate()
    end = time.monotonic() + ENDS_WITHIN
    try:
        for process in started:
            process.join(max(0.0, end - time.monotonic()))
    finally:
        for process in started:
            if process.is_alive():
                process.kill()
                process.join()


def _pause(processes: Sequence[BaseProcess]) -> None:
    end = time.monotonic() + LOOK_EVERY
    for process in processes:
        process.join(max(0.0, end - time.monotonic()))


def _states(engine: Engine, sites: Sequence[Site]) -> list[SiteStatus]:
    wanted = {site.id for site in sites}
    return [status for status in read_status(engine) if status.site_id in wanted]


def _judge(engine: Engine, sites: Sequence[Site], interrupted: bool, crashed: int, closed: float) -> CrawlOutcome:
    """The outcome; a site left unfinished because the allowed hours are over is not checked yet."""
    problems: dict[str, list[Problem]] = {}
    states = {status.site_id: status for status in _states(engine, sites)}
    with transaction(engine) as connection:
        for site in sites:
            if site.id not in states:  # no process opened its round
                continue
            left = interrupted or (closed and states[site.id].left)
            found = [] if left else [*check_site(connection, site), *_unfinished(states[site.id])]
            problems[site.id] = found
            verdict = "; ".join(problem.message for problem in found) or None
            connection.execute(update(SITES).where(SITES.c.site_id == site.id).values(verdict=verdict))
    outcomes = tuple(SiteOutcome(status, tuple(problems[status.site_id])) for status in _states(engine, sites))
    outcome = CrawlOutcome(outcomes, interrupted, crashed)
    return replace(outcome, opens_in=closed) if outcome.left else outcome


def _unfinished(status: SiteStatus) -> list[Problem]:
    """Work left because its hosts are in backoff."""
    if not (status.left and status.resting):
        return []
    hosts = ", ".join(f"{host} ({why})" for host, why in status.resting.items())
    return [Problem("resting", f"{status.left} URLs are left; these hosts are in backoff: {hosts}")]
