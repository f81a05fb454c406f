"""Comparison of printed wordings: whether two are the same, or alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from extract.text import lexicon
from extract.text.normalize import fold, plain


def same_wording(text: str | None) -> str:
    """The normal form of a wording: folded, abbreviations written out, no punctuation."""
    words = re.sub(r"[^\w./ ]+", " ", fold(plain(text or ""))).split()
    expansions = _abbreviations()
    return " ".join(
        " ".join(expansions.get(word, expansions.get(word.strip("."), word.strip("."))) for word in words).split()
    )


def alike(one: str, other: str) -> bool:
    """Whether two wordings are equal or one holds the other as whole words."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def paired_with(golden: Sequence[str], extracted: Iterable[str]) -> list[str]:
    """The extracted wordings, each replaced by the gold one that it is like; one to one, equal ones first."""
    left, result = list(golden), []
    for wording in sorted(extracted, key=lambda one: one not in golden):
        match = wording if wording in left else next((one for one in left if alike(one, wording)), None)
        if match is not None:
            left.remove(match)
        result.append(wording if match is None else match)
    return result


@cache
def _abbreviations() -> dict[str, str]:
    return dict(lexicon.load("abbreviations")["words"])
