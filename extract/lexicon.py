"""The Vietnamese vocabulary of the extraction: TOML files under lexicons/, read once, compared folded.

A lexicon file says in its comments what its entries mean and where they come from. Every finder reads its own file
through
`load`, and turns word lists into one alternation with `any_of`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from extract.text import fold


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon `lexicons/<name>.toml`. Raises FileNotFoundError, or tomllib.TOMLDecodeError naming the file."""
    source = files("extract") / "lexicons" / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise tomllib.TOMLDecodeError(f"{name}.toml: {error}") from error


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, for use on folded text: longest first, blanks stretchable."""
    folded = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in folded) + ")"
