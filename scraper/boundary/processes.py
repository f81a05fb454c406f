"""Processes: how children are started, that they end with their parent, and when Ctrl-C may interrupt."""

from __future__ import annotations

import ctypes
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from multiprocessing.context import ForkContext, ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Any

# What a crawling process, and those that it forks to read its pages, import; none of it starts a thread or a reactor.
_LOADED_FIRST = "scraper.spiders.preloaded"
_MMAP_THRESHOLD, _LARGE_BLOCK = -3, 1_000_000  # a parameter of glibc's mallopt, and its value in bytes
_ENDING = (signal.SIGINT, signal.SIGTERM)


def starting() -> ForkContext | ForkServerContext | SpawnContext:
    """How the processes of a crawl, and those that read its pages, are started: forked from a process that has loaded
    what they need, so that it is loaded once for all of them; anew where that is not at hand.

    That process is this one, unless it has threads or a reactor, which a fork would copy in the midst of their work.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    if threading.active_count() == 1 and "twisted.internet.reactor" not in sys.modules:
        import_module(_LOADED_FIRST)
        return multiprocessing.get_context("fork")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_LOADED_FIRST])
    return context


def start_process(target: Callable[..., None], arguments: tuple[Any, ...], daemon: bool = False) -> BaseProcess:
    """Start a process of a crawl, whose main function begins with `own_signals`. No database connection may be open."""
    context = starting()
    process: BaseProcess = context.Process(target=target, args=arguments, daemon=daemon)
    if isinstance(context, ForkContext):
        with _signals_held():
            process.start()
    else:
        process.start()
    return process


def own_signals() -> None:
    """Let SIGINT and SIGTERM end this process as any other, not as the one that it was forked from handles them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


@contextmanager
def _signals_held() -> Iterator[None]:
    """Deliver SIGINT and SIGTERM after the block; a process that is forked in it gets them once it asks for them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def return_large_blocks() -> None:
    """Have the memory of large objects, such as bodies of pages, go back to the system as soon as they are gone.

    By itself glibc keeps blocks of up to 32 MB once it has given out some; other libraries are left as they are.
    """
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(_MMAP_THRESHOLD, _LARGE_BLOCK)


def exit_with_parent() -> None:
    """End this process when its parent is gone, even if that was killed with SIGKILL."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_await_end, args=(parent.sentinel,), daemon=True).start()


def _await_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold back Ctrl-C and SIGTERM until the block ends; a second one is let through at once.

    In the midst of a transaction they would leave the write lock held, or come out as an error of the library. Only the
    main thread gets signals: in another one nothing is held.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []

    def hold(number: int, _: object) -> None:
        held.append(number)
        if len(held) > 1:
            release()
            signal.raise_signal(number)

    def release() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    before = {number: signal.signal(number, hold) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        release()
    if held:
        signal.raise_signal(held[0])
