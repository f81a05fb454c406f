"""Stable ids."""

from __future__ import annotations

import unicodedata

import pytest

from scraper.article import stable_id


def test_an_id_is_the_same_in_every_run() -> None:
    assert stable_id("a", "xa-mau", "/tin/1") == "a1c2eaea8c3673b90"
    assert len(stable_id("a")) == 17 and stable_id("e", "x")[1:] == stable_id("o", "x")[1:]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("đất",), (unicodedata.normalize("NFD", "đất"),), True),
        (("đất",), ("đát",), False),
        (("a", "b"), ("ab",), False),
        (("a", ""), ("a",), False),
        (("a", "b"), ("b", "a"), False),
    ],
)
def test_what_identifies_a_thing(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert (stable_id("a", *one) == stable_id("a", *other)) is same
