"""The words of slugs: titles as written in URLs, in lower case without marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from scraper.boundary.values import unmarked

SLUG_WORDS = 4  # a shorter slug says little
ALIKE, SAME = 0.75, 0.97  # share of words that a slug and a title have in common
CUT_OFF = 0.05  # subtracted from the share of a title whose slug is cut off


def slug_words(url: str) -> list[str]:
    """The words of the slug in a URL; empty where it has none."""
    parts = [re.sub(r"\.\w{3,5}$", "", part) for part in unquote(urlsplit(url).path).split("/")]
    words = max((re.split(r"[-_+ ]+", part) for part in parts), key=len, default=[])
    words = [word for word in words if word]
    while words and re.fullmatch(r"(?:post|a|d|n|id)?\d{3,}", words[-1]):
        words.pop()
    while words and re.fullmatch(r"\d{3,}", words[0]):
        words.pop(0)
    return [word.lower() for word in words] if len(words) >= SLUG_WORDS else []


def plain_words(text: str) -> list[str]:
    """The words of a text as in slugs: lower case without marks."""
    return list(_plain_words(text))


@lru_cache(maxsize=1024)
def _plain_words(text: str) -> tuple[str, ...]:
    """The same, kept since each line of a page is compared with its slug several times."""
    return tuple(re.findall(r"[a-z0-9]+", unmarked(text)))


def slug_share(text: str, slug: Sequence[str]) -> float:
    """The share of words that a text and a slug have in common, 0 to 1; slugs may be cut off at some length."""
    words = plain_words(text) if slug else []
    if not words:
        return 0.0
    wanted = Counter(slug)
    share = 2 * (Counter(words) & wanted).total() / (len(words) + len(slug))
    if len(slug) >= SLUG_WORDS + 2 and len(words) <= 3 * len(slug):
        share = max(share, (Counter(words[: len(slug)]) & wanted).total() / len(slug) - CUT_OFF)
    return share
