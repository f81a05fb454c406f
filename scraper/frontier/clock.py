"""The time that paces a crawl: seconds since 1970 as the process began, and from there by the monotonic clock.

A change of the system clock does not affect a running crawl.
"""

from __future__ import annotations

import time
from functools import cache


def now() -> float:
    """Returns the seconds since 1970."""
    return _offset() + time.monotonic()


@cache
def _offset() -> float:
    return time.time() - time.monotonic()
