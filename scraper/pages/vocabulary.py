"""The words and selectors that all platforms share (reading.toml), compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`noise` and `captions` are CSS selectors; `related` and `lines` match whole lines; bylines match a label."""

    noise: str
    captions: str
    related: re.Pattern[str]
    lines: re.Pattern[str]
    home: re.Pattern[str]
    author: re.Pattern[str]
    source: re.Pattern[str]


@cache
def vocabulary() -> Vocabulary:
    """The shared vocabulary of reading.toml."""
    content = tomllib.loads((files("scraper.pages") / "reading.toml").read_text(encoding="utf-8"))
    bylines = content["bylines"]
    return Vocabulary(
        noise=", ".join(content["noise"]),
        captions=", ".join(content["captions"]),
        related=re.compile(rf"\W*(?:{_any(content['related'])})\W*", re.I),
        lines=re.compile("|".join(f"(?:{line})" for line in content["lines"]), re.I),
        home=re.compile(_any(content["home"]), re.I),
        author=_label(bylines["author"], r"\s*:"),
        source=_label(bylines["source"], r"(?:\s*:|(?<=theo)\s)"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _label(words: Iterable[str], end: str) -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{_any(words)}){end}\s*(?P<name>.*)", re.I)
