"""Honorifics and degrees before a name."""

from __future__ import annotations

import pytest

from extract.mentions.names.honorifics import honorific_at, lead_of
from tests.extract.texts import tokens_of


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("đồng chí Lò Văn Tám", "đồng"),
        ("đồng chí PGS.TS. Lò Văn Tám", "đồng"),
        ("ông Lò Văn Tám", "ông"),
        ("huyện ủy Lò Văn Tám", "Lò"),
        ("Xã họp cùng đồng chí. Lò Văn Tám", "Lò"),
    ],
)
def test_the_honorifics_of_a_name_are_those_right_before_it(text: str, lead: str) -> None:
    tokens = tokens_of(text)
    start = tokens.folded.index("lò")
    assert tokens.folded[lead_of(tokens, start)] == lead.lower()


def test_an_honorific_has_a_kind() -> None:
    tokens = tokens_of("đồng chí Lò Văn Tám")
    assert honorific_at(tokens, 0) == (2, "official")
    assert honorific_at(tokens, 2) is None
