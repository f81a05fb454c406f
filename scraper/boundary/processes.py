"""Processes that end with the one that started them."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import threading


def die_with_parent() -> None:
    """End this process when the one that started it is gone, even by kill -9, which leaves no time to say so."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_await_end, args=(parent.sentinel,), daemon=True).start()


def _await_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
