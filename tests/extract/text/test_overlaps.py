"""Whether a span is free of those that are taken."""

from __future__ import annotations

import pytest

from extract.model import Span
from extract.text.overlaps import is_free

TAKEN = [Span(5, 9), Span(12, 20), Span(20, 24)]


@pytest.mark.parametrize(
    ("span", "free"),
    [
        (Span(0, 5), True),
        (Span(9, 12), True),
        (Span(24, 30), True),
        (Span(4, 6), False),
        (Span(8, 10), False),
        (Span(14, 15), False),
        (Span(10, 13), False),
        (Span(0, 30), False),
        (Span(19, 21), False),
    ],
)
def test_a_span_is_free_between_what_is_taken(span: Span, free: bool) -> None:
    assert is_free(span, TAKEN) is free
    assert is_free(span, [])
