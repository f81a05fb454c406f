"""A name in the text, and when it is one in any context."""

from __future__ import annotations

import pytest

from extract.mentions.names.values import Evidence, NameMention


@pytest.mark.parametrize(
    ("lead", "start", "end", "evidence", "sure"),
    [
        (3, 3, 5, "family", True),
        (3, 3, 5, "weak", False),  # two syllables without an honorific
        (2, 3, 5, "weak", True),
        (3, 3, 6, "weak", True),
        (2, 3, 6, "foreign", False),
        (2, 3, 4, "given", True),
    ],
)
def test_a_name_that_is_one_in_any_context(lead: int, start: int, end: int, evidence: Evidence, sure: bool) -> None:
    assert NameMention(lead, start, end, evidence).sure is sure
