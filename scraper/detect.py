"""Which platform a page is on, and why; and a registry entry that a crawl takes as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from scraper.article import Page
from scraper.decode import declared_encoding, decode
from scraper.platforms import GENERIC, Mark, Platform, load_platforms
from scraper.selecting import first_text, select, tree
from scraper.sites import Level, Site, load_registry
from scraper.urls import join

ENOUGH = 4  # weight of the marks from which a platform is believed
GENERATORS = [f"meta[name={name}]::attr(content)" for name in ("generator", "Generator", "GENERATOR")]
LOOKED_AT = 300_000  # characters of a page that are searched for marks
# Whose site a title names, most specific first (the units of the Law on Local Government, and provincial bodies).
LEVELS: tuple[tuple[str, Level], ...] = (
    (r"\b(?:sở|ban quản lý|công an|mặt trận|mttq|hội|đoàn|tỉnh ủy|trường)\b", "department"),
    (r"\b(?:xã|phường|thị trấn|đặc khu)\b", "commune"),
    (r"\b(?:huyện|quận|thị xã)\b", "district"),
    (r"\btỉnh\b", "province"),
)


@dataclass(frozen=True, slots=True)
class Detection:
    """The platform of a page, the reasons with their weights, strongest first, and an entry for its site."""

    platform: str
    reasons: tuple[tuple[int, str], ...]
    entry: Site


def detect(page: Page) -> Detection:
    """The platform whose marks weigh most on a page; "generic" where none weighs enough."""
    text = decode(page.body, declared_encoding(page.headers, page.body))
    root = tree(text)
    found = {platform.id: tuple(_marks(platform, page, text, root)) for platform in load_platforms().values()}
    weights = {name: sum(mark.weight for mark in marks) for name, marks in found.items()}
    for name, base in ((one.id, one.base) for one in load_platforms().values() if one.base):
        weights[name] += weights[base] if found[name] and base else 0
    best = max(weights, key=lambda name: weights[name])
    platform = best if weights[best] >= ENOUGH else GENERIC
    marks = sorted(found[platform], key=lambda mark: -mark.weight)
    reasons = tuple((mark.weight, mark.reason) for mark in marks)
    return Detection(platform, reasons, _entry(page, root, load_platforms()[platform]))


def _marks(platform: Platform, page: Page, text: str, root: etree._Element) -> Iterator[Mark]:
    headers = "\n".join(f"{name}: {value}" for name, value in page.headers.items())
    places = {
        "generator": " ".join(str(found) for css in GENERATORS for found in select(root, css)),
        "url": page.url,
        "html": text[:LOOKED_AT],
        "header": headers,
        "cookie": page.headers.get("set-cookie", ""),
    }
    return (mark for mark in platform.marks if mark.regex.search(places[mark.kind]))


def _entry(page: Page, root: etree._Element, platform: Platform) -> Site:
    """An entry for the site of a page: what the page, its address and the province's portal tell, and nothing else."""
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
    """The feeds that a page names, on its own host."""
    for found in select(root, "link[rel=alternate][type='application/rss+xml']::attr(href)"):
        url = join(base, str(found))
        if url and urlsplit(url).netloc == urlsplit(base).netloc and "/comments/" not in url:
            yield url


def _level(name: str) -> Level | None:
    return next((level for pattern, level in LEVELS if re.search(pattern, name.lower())), None)
