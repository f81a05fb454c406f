"""Patterns of the URLs of one site, and what its pages taught about the kind of page at the URLs of each pattern."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlsplit

FEWEST_DECIDED = 5  # pages of a pattern that teach its kind
DECIDED = 0.95  # the share of them that are of one kind
_ENDING = re.compile(r"\.\w{2,5}$")
_WORDS = re.compile(r"[^\W\d_]+(?:[-_+ ]+[^\W\d_]+)*")


def url_pattern(url: str) -> str:
    """The pattern of a URL: its folders, then "a" for words and "0" for numbers, and the names of its parameters."""
    parts = urlsplit(url.lower())
    folder, _, last = unquote(parts.path).rstrip("/").rpartition("/")
    ending = _ENDING.search(last)
    stem = last[: ending.start()] if ending else last
    masked = re.sub(r"\d+", "0", _WORDS.sub("a", stem)) + (ending[0] if ending else "")
    names = "&".join(sorted(name for name, _ in parse_qsl(parts.query, keep_blank_values=True)))
    return re.sub(r"\d+", "0", folder) + f"/{masked}" + (f"?{names}" if names else "")


def learn_kinds(decided: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The kind of page, article or listing, by the pattern of its URL, from URLs and what their pages were.

    A pattern whose pages are of several kinds, as of sections and articles side by side, teaches nothing.
    """
    counts: dict[str, Counter[str]] = {}
    for url, kind in decided:
        counts.setdefault(url_pattern(url), Counter())[kind] += 1
    learned = {}
    for pattern, of in sorted(counts.items()):
        kind, pages = of.most_common(1)[0]
        if kind in ("article", "listing") and pages >= FEWEST_DECIDED and pages >= DECIDED * of.total():
            learned[pattern] = kind
    return learned
