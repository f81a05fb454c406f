"""Test whether a span overlaps those that other rules have taken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extract.model import Span


def is_free(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span shares no character with any of `taken`, which are in order and apart from each other."""
    before = bisect_right(taken, span.start, key=lambda other: other.start) - 1
    return not any(span.overlaps(other) for other in taken[max(before, 0) : before + 2])
