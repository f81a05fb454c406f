"""Tells by the words of a URL whether it is of a section or an article of a site; sections.toml is the vocabulary.

URLs of sections and of articles often have the same form: letters and hyphens. The names of sections are made of few
words; a title has others.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

MOST_SYLLABLES = 16  # of a section's name; longer ones are titles
_ENDING = re.compile(r"\.(?:html?|aspx|php)$")
_NUMBER = re.compile(r"[-/]\d+$")


def names_section(slug: str) -> bool:
    """Returns whether a path segment consists of words of sections only, at least one of them a subject."""
    words = tuple(_ENDING.sub("", slug.lower()).strip("-").replace("_", "-").split("-"))
    return len(words) <= MOST_SYLLABLES and _splits(words, has_subject=False)


def is_section_path(path: str) -> bool:
    """Returns whether the last segment of a path names a section, or the one before it does where the last is its
    number."""
    path = _ENDING.sub("", path.lower().rstrip("/"))
    before, _, last = path.rpartition("/")
    if re.fullmatch(r"\d{1,3}", last):
        last = before.rpartition("/")[2]
    return names_section(last)


def is_numbered_section(path: str) -> bool:
    """Returns whether the last segment of a path names a section and ends in a number of any length."""
    path = _ENDING.sub("", path.lower().rstrip("/"))
    return names_section(_NUMBER.sub("", path).rpartition("/")[2])


def _splits(words: tuple[str, ...], has_subject: bool) -> bool:
    """Whether the words are a sequence of names and joints; `has_subject` once a subject was among them."""
    if not words:
        return has_subject
    subjects, joints, longest = _vocabulary()
    for size in range(min(longest, len(words)), 0, -1):
        name = "-".join(words[:size])
        if name in subjects and _splits(words[size:], True):
            return True
        if name in joints and _splits(words[size:], has_subject):
            return True
    return False


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str], int]:
    """The subjects, the joints, and the number of syllables of the longest of them."""
    content: dict[str, Any] = tomllib.loads((files("scraper") / "sections.toml").read_text(encoding="utf-8"))
    names = [*content["subjects"], *content["joints"]]
    return frozenset(content["subjects"]), frozenset(content["joints"]), max(name.count("-") + 1 for name in names)
