"""The Vietnamese vocabulary of the extraction: TOML files under lexicons/, read once, and compared in folded form.

The comments of a lexicon file say what its entries mean and where they come from. Every finder reads its own file
through `load`; `any_of` is a regular expression for any of the words of a list. Patterns over the lists are written as
`extract.text.patterns.WordPattern`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from extract.text.normalize import fold


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon `lexicons/<name>.toml`. Raises FileNotFoundError, or tomllib.TOMLDecodeError naming the file."""
    source = files("extract") / "lexicons" / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise tomllib.TOMLDecodeError(f"{name}.toml: {error}") from error


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, for use on folded text: longest first, blanks stretchable.

    Words are grouped by their first letter, so that at each position the engine tries only those with that letter.
    """
    endings: dict[str, list[str]] = {}
    for word in sorted({fold(word) for word in words}, key=lambda word: (-len(word), word)):
        endings.setdefault(word[:1], []).append(stretchable(word[1:]))
    return "(?:" + "|".join(f"{stretchable(first)}(?:{'|'.join(rest)})" for first, rest in endings.items()) + ")"


def stretchable(words: str) -> str:
    """A regular expression for the words, with any blanks between them."""
    return re.escape(words).replace(r"\ ", r"\s+")
