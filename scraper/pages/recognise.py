"""Recognition of the platform of a page by the marks of all platforms: generator, URL, markup, headers, cookies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from scraper.article import Page
from scraper.pages.selecting import select
from scraper.platforms import GENERIC, Platform, RecognitionMark, load_platforms

ENOUGH = 4  # minimum weight of the marks of a platform
LOOKED_AT = 300_000  # characters of a page that are searched for marks
GENERATORS = [f"meta[name={name}]::attr(content)" for name in ("generator", "Generator", "GENERATOR")]
_EMBEDDED = re.compile(
    r"<(?:img|a|source|video|iframe)\b[^<>]*?(?:src|href|srcset)\s*=\s*[\"']?\s*"
    r"(?:https?:)?//([^/\"'\s>]+)[^\"'>]*\Z",
    re.I,
)


def recognise(page: Page, text: str, root: etree._Element) -> tuple[Platform, tuple[RecognitionMark, ...]]:
    """The platform with the highest total weight of marks, and these marks, heaviest first; "generic" where none
    reaches the minimum.

    A platform built on another also counts the other's marks, if the page has one of its own.
    """
    platforms = load_platforms()
    places = _places(page, text, root)
    found = {platform.id: tuple(_marks(platform, places, page.url)) for platform in platforms.values()}
    own = {name: sum(mark.weight for mark in marks) for name, marks in found.items()}
    bases = {name: own[platform.base] if platform.base and own[name] else 0 for name, platform in platforms.items()}
    best = max(own, key=lambda name: own[name] + bases[name])
    name = best if own[best] + bases[best] >= ENOUGH else GENERIC
    return platforms[name], tuple(sorted(found[name], key=lambda mark: -mark.weight))


def _places(page: Page, text: str, root: etree._Element) -> dict[str, tuple[str, str]]:
    """The text searched for marks of each kind, as it is and in lower case."""
    looked_at = {
        "generator": " ".join(str(found) for css in GENERATORS for found in select(root, css)),
        "url": page.url,
        "html": text[:LOOKED_AT],
        "header": "\n".join(f"{name}: {value}" for name, value in page.headers.items()),
        "cookie": page.headers.get("set-cookie", ""),
    }
    return {kind: (found, found.lower()) for kind, found in looked_at.items()}


def _marks(platform: Platform, places: dict[str, tuple[str, str]], url: str) -> Iterator[RecognitionMark]:
    for mark in platform.marks:
        text, lower = places[mark.kind]
        if text and (not mark.literals or any(literal in lower for literal in mark.literals)):
            if any(not _on_another_host(text, found.start(), url) for found in mark.regex.finditer(text)):
                yield mark


def _on_another_host(text: str, start: int, url: str) -> bool:
    """Whether a mark occurs in the URL of an image, a link or a frame of another host, so that it does not count."""
    opened = text.rfind("<", max(0, start - 1000), start)
    found = _EMBEDDED.match(text[opened:start]) if opened >= 0 else None
    return found is not None and not _same_site(found[1], urlsplit(url).netloc)


def _same_site(host: str, other: str) -> bool:
    return host.lower().removeprefix("www.") == other.lower().removeprefix("www.")
