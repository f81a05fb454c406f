"""The kinds of pages by their URLs, and whether the words of a URL alone decided."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import cast
from urllib.parse import unquote, urlsplit

from scraper.pages.url_patterns import url_pattern
from scraper.platforms import GENERIC, Platform, UrlKind, load_platforms

UNSURE = frozenset(("article", "listing", "other"))  # kinds of URLs that a slug may have decided
_SHORT, _LONG = "a", "a-a-a-a-a-a-a-a"  # the slug of a section, and of an article
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ENDING = re.compile(r"\.\w{2,5}$")
_NUMBER_MARK = re.compile(r"[-_][a-z]{1,4}(?=\d{2,}(?:\.\w{2,5})?$)")  # of the numbers of topics and tags


def kind_by_rules(url: str, platform: Platform, learned: Mapping[str, str]) -> tuple[UrlKind, bool]:
    """The kind of a URL, and whether it is sure, by more than the words of its slug or by what the site's pages taught.

    `learned` are the kinds of pages by the patterns of their URLs.
    """
    kind, firm = _kind_of_url(url, platform)
    if firm or not learned:
        return kind, firm
    known = learned.get(url_pattern(url))
    return (cast(UrlKind, known), True) if known else (kind, firm)


def _kind_of_url(url: str, platform: Platform) -> tuple[UrlKind, bool]:
    """The kind of a URL, and whether it is the same for any words in its last segment.

    Where no rule of the platform knows the URL, it is judged as on an unknown system, and is not sure to be an article.
    """
    kind = platform.classify(url)
    if kind not in UNSURE or platform.excludes(url):
        return kind, True
    if kind == "other" and platform.id != GENERIC:
        guess, firm = _kind_of_url(url, load_platforms()[GENERIC])
        return guess, firm and guess != "article"
    short, long = _other_slugs(url)
    if {platform.classify(short), platform.classify(long)} != {kind}:
        return kind, False
    number = re.fullmatch(r"\d{1,3}", urlsplit(url).path.rstrip("/").rpartition("/")[2])
    if kind == "other":
        return kind, number is None
    return kind, kind != "listing" or bool(number) or _is_marked(url, long, platform)


def _is_marked(url: str, long: str, platform: Platform) -> bool:
    """Whether a listing is one by a mark of its URL: a month, a mark before its number, a parameter, a folder."""
    parts = urlsplit(url)
    if re.fullmatch(r"(?:/\d{1,4})+/?", parts.path):
        return True
    unmarked = _NUMBER_MARK.sub("-", long)
    others = (_bare(long), unmarked, parts._replace(query="").geturl())
    return any(platform.classify(other) != "listing" for other in others)


def _bare(url: str) -> str:
    """The URL with words in its last segment only: if that is a listing, it is not one by a name of its own."""
    parts = urlsplit(url)
    before, slash, last = unquote(parts.path).rpartition("/")
    words = re.sub(r"[^\W\d_]+(?:[-_]+[^\W\d_]+)*", _SHORT, before)
    return parts._replace(path=words + slash + last).geturl()


@lru_cache(maxsize=4096)
def _other_slugs(url: str) -> tuple[str, str]:
    """The URL with the slug of a section, and with that of an article, in place of its own; its number is kept."""
    parts = urlsplit(url)
    path = unquote(parts.path).rstrip("/")
    before, _, last = path.rpartition("/")
    ending = _ENDING.search(last)
    stem = _YEAR.sub("", last[: ending.start()] if ending else last)
    if not re.search(r"[^\W\d_]", stem):
        return url, url
    number = re.search(r"[-_]?[a-z]{0,4}\d{3,}$", stem)
    tail = (number[0] if number else "") + (ending[0] if ending else "")
    short, long = (parts._replace(path=f"{before}/{slug}{tail}").geturl() for slug in (_SHORT, _LONG))
    return short, long
