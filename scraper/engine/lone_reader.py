"""Parses pages one at a time, each in a process of its own that is forked for it and ends after it.

What a parser takes for a large page does not all come back while its process lives. The process that forks the others
is itself forked before the crawl has threads, and so shares with it the memory of what both have loaded.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.util import Finalize

from scraper.boundary.processes import exit_with_parent, own_signals, return_large_blocks, start_process
from scraper.engine.page_parser import PageRequest, ParsedPage, parse_page
from scraper.warc import record_of

_UNREADABLE = ParsedPage(reason="unreadable", flags=("unreadable",))


class LoneReader:
    """Reads pages, each within `seconds` of processor time. Its methods block, and are not for two threads at once."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._start()

    def read(self, request: PageRequest) -> ParsedPage:
        """Parse one page; it is unreadable where its process dies, as it does when the page takes too long.

        The page's record is made here: it is as large as the page, and would be in three processes otherwise.
        """
        try:
            self._pipe.send(request)
            reading: ParsedPage = pickle.loads(self._pipe.recv_bytes())
        except (EOFError, OSError):  # the process that forks the others was killed
            self._process.join()
            self._start()
            reading = _UNREADABLE
        return replace(reading, record=record_of(request.page))

    def close(self) -> None:
        """End the process."""
        with suppress(OSError):  # it was killed
            self._pipe.send(None)
        self._process.join()

    def _start(self) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = start_process(_serve, (theirs, self._seconds))
        theirs.close()
        # where it is not closed, the exit of this process would wait for it
        Finalize(self, self._process.terminate, exitpriority=0)


def _serve(pipe: Connection, seconds: float) -> None:
    """Have the pages that come read; the main function of the process that forks the others. It has no threads."""
    os.setpgrp()  # Ctrl-C is handled by the process that started the crawl
    own_signals()
    return_large_blocks()
    parent = multiprocessing.parent_process()
    assert parent is not None
    while pipe in wait([pipe, parent.sentinel]):
        try:
            request = pipe.recv()
        except EOFError:
            return
        if request is None:
            return
        process, receiver = _start_reading(request, seconds)
        del request
        if receiver not in wait([receiver, parent.sentinel]):
            os._exit(1)  # the crawl is gone; the page's process ends with this one
        reading = _received(receiver)
        process.join()
        pipe.send_bytes(reading)


def _start_reading(request: PageRequest, seconds: float) -> tuple[BaseProcess, Connection]:
    """A process that reads a page, and the pipe from which its pickled result comes, or nothing but an end."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    with sender:
        return start_process(_read, (sender, request, seconds)), receiver


def _received(receiver: Connection) -> bytes:
    with receiver:
        try:
            return receiver.recv_bytes()
        except EOFError:
            return pickle.dumps(_UNREADABLE)


def _read(pipe: Connection, request: PageRequest, seconds: float) -> None:
    """Read one page; the main function of its process."""
    own_signals()
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)  # the end of a process that parses for too long
        signal.setitimer(signal.ITIMER_PROF, seconds)
    exit_with_parent()
    pipe.send_bytes(pickle.dumps(parse_page(request)))
