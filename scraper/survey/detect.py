"""Detection of the platform of a page, with reasons, and a registry entry that a crawl can use unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from scraper.article import Page
from scraper.pages.decode import declared_encoding, decode
from scraper.pages.recognise import recognise
from scraper.pages.selecting import first_text, select, tree
from scraper.pages.urls import join
from scraper.pages.vocabulary import vocabulary
from scraper.platforms import Platform
from scraper.sites import Level, Site, load_registry


@dataclass(frozen=True, slots=True)
class Detection:
    """The platform of a page, the reasons with their weights, strongest first, and an entry for its site."""

    platform: str
    reasons: tuple[tuple[int, str], ...]
    entry: Site


def detect(page: Page) -> Detection:
    """The platform with the highest weight of marks on a page; "generic" where none reaches the minimum."""
    text = decode(page.body, declared_encoding(page.headers, page.body))
    root = tree(text)
    platform, marks = recognise(page, text, root)
    reasons = tuple((mark.weight, mark.reason) for mark in marks)
    return Detection(platform.id, reasons, _entry(page, root, platform))


def _entry(page: Page, root: etree._Element, platform: Platform) -> Site:
    """An entry for the site of a page, from the page, its URL and the province's portal only."""
    parts = urlsplit(page.url)
    name = first_text(root, ["meta[property='og:site_name']::attr(content)", "title"]) or parts.netloc
    place = load_registry().place_for(None, page.url)
    front = f"{parts.scheme}://{parts.netloc}/"
    listed = platform.classify(page.url) == "listing" and page.url != front
    return Site(
        id=re.sub(r"[^a-z0-9]+", "-", parts.netloc.lower().removeprefix("www.")).strip("-"),
        name=name,
        url=front,
        level=place.level or _level(name),  # type: ignore[arg-type]
        province=place.province,
        province_code=place.province_code,
        district=place.district,
        district_code=place.district_code,
        commune=place.commune,
        commune_code=place.commune_code,
        platform=platform.id,
        status="live",
        seen=page.url,
        listings=(front, page.url) if listed else (),
        feeds=tuple(_feeds(root, page.url)),
    )


def _feeds(root: etree._Element, base: str) -> Iterator[str]:
    """The feeds linked by a page, on its own host."""
    for found in select(root, "link[rel=alternate][type='application/rss+xml']::attr(href)"):
        url = join(base, str(found))
        if url and urlsplit(url).netloc == urlsplit(base).netloc and "/comments/" not in url:
            yield url


def _level(name: str) -> Level | None:
    """The level of the body that a site's title names, most specific first."""
    levels: tuple[Level, ...] = ("department", "commune", "district", "province")
    return next((level for level in levels if vocabulary().site_levels[level].search(name.lower())), None)
