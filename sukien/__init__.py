"""The `sukien` command, and the functions that notebooks and scripts call.

Nothing is imported here before it is used, so that the command can be interrupted from its first moment on. The
package is large because every group of commands has a module with its options, help and output; what they do is in
`scraper` and `extract`.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

    from extract import load
    from sukien.api import CrawlError, CrawlReport, crawl, extract_page, extract_text, read_article
    from sukien.commands import app

__all__ = ["CrawlError", "CrawlReport", "app", "crawl", "extract_page", "extract_text", "load", "main", "read_article"]

_HOMES = {"app": "sukien.commands", "load": "extract"}  # the modules of the names that are not of `sukien.api`
_INTERRUPTED = 130


def __getattr__(name: str) -> object:
    """A public name, imported when it is first accessed."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES.get(name, "sukien.api")), name)
    globals()[name] = value
    return value


def main() -> None:
    """Entry point of the console script. SIGTERM is handled as Ctrl-C in every command."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    try:
        from sukien.commands import run

        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Raise KeyboardInterrupt; while a module is being imported, which could lose it or turn it into an error of its
    own, end the process at once."""
    while frame:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            os._exit(_INTERRUPTED)
        frame = frame.f_back
    raise KeyboardInterrupt
