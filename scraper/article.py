"""The results of a crawl: the page as the server sent it, and the article that was read from it.

Standard library only, so that the extraction can import these types without Scrapy.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field


def stable_id(prefix: str, *parts: str) -> str:
    """A short id that is the same in every run: a hash of what identifies the thing.

    The parts are hashed as NFC text with all their marks, so "đất", "đát" and "đạt" have different ids.
    """
    identity = "\x1f".join(unicodedata.normalize("NFC", part) for part in parts)
    return f"{prefix}{hashlib.sha256(identity.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Page:
    """One response of a server, byte for byte.

    `url` is the final URL, after redirects; `requested_url` the one requested. `fetched_at` is ISO 8601 in UTC. Header
    names are lower case. `sha256` is of `body`.
    """

    url: str
    requested_url: str
    fetched_at: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit, by its bare names of the time ("Na Hang", not "huyện Na Hang"); None where unknown.

    Codes are those of the General Statistics Office. `level` is that of the publishing body: central, province,
    department, district or commune.
    """

    province: str | None = None
    province_code: str | None = None
    district: str | None = None
    district_code: str | None = None
    commune: str | None = None
    commune_code: str | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that an article offers (a plan, a dispatch): its URL and its kind (pdf, doc, docx, xls, …)."""

    url: str
    type: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, as text.

    `published_at` is ISO 8601, a day ("2021-03-12") or a time with its offset; `published_precision` is the precision
    given on the page: second, minute, hour, day, or None where the page gives no time. `place` is the unit of the site
    that published it. `duplicate_of` is the id of a near-identical earlier article of the same crawl. `profile` is the
    version of the site's profile with which the page was read; None where there was none.
    """

    id: str
    url: str | None = None
    site_id: str | None = None
    title: str = ""
    lead: str = ""
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    published_at: str | None = None
    published_precision: str | None = None
    author: str | None = None
    source: str | None = None
    section: str | None = None
    attachments: tuple[Attachment, ...] = ()
    platform: str | None = None
    place: Place = field(default_factory=Place)
    fetched_at: str | None = None
    page_sha256: str | None = None
    warc_file: str | None = None
    warc_offset: int | None = None
    duplicate_of: str | None = None
    profile: str | None = None
