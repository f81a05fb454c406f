"""Which platform a page is on, by the marks of all platforms: generator, address, markup, headers, cookies."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scraper.article import Page
from scraper.pages.selecting import select
from scraper.platforms import GENERIC, Platform, RecognitionMark, load_platforms

ENOUGH = 4  # weight of the marks from which a platform is believed
LOOKED_AT = 300_000  # characters of a page that are searched for marks
GENERATORS = [f"meta[name={name}]::attr(content)" for name in ("generator", "Generator", "GENERATOR")]


def recognise(page: Page, text: str, root: etree._Element) -> tuple[Platform, tuple[RecognitionMark, ...]]:
    """The platform whose marks weigh most, and these marks, heaviest first; "generic" where none weighs enough.

    A platform built on another counts that one's marks too, once it shows one of its own.
    """
    platforms = load_platforms()
    found = {platform.id: tuple(_marks(platform, page, text, root)) for platform in platforms.values()}
    own = {name: sum(mark.weight for mark in marks) for name, marks in found.items()}
    bases = {name: own[platform.base] if platform.base and own[name] else 0 for name, platform in platforms.items()}
    best = max(own, key=lambda name: own[name] + bases[name])
    name = best if own[best] + bases[best] >= ENOUGH else GENERIC
    return platforms[name], tuple(sorted(found[name], key=lambda mark: -mark.weight))


def _marks(platform: Platform, page: Page, text: str, root: etree._Element) -> Iterator[RecognitionMark]:
    places = {
        "generator": " ".join(str(found) for css in GENERATORS for found in select(root, css)),
        "url": page.url,
        "html": text[:LOOKED_AT],
        "header": "\n".join(f"{name}: {value}" for name, value in page.headers.items()),
        "cookie": page.headers.get("set-cookie", ""),
    }
    return (mark for mark in platform.marks if mark.regex.search(places[mark.kind]))
