"""The captures of a site in a web archive: their index (CDX), and the choice of those to request.

Two kinds of index are understood: that of the Wayback Machine (JSON, an array of rows) and that of pywb (an object a
line). A capture is requested with `id_`, for the page as the server sent it, without the archive's own banner.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from scraper.pages.urls import url_key
from scraper.platforms import Platform
from scraper.sites import Site

WAYBACK_MACHINE = "https://web.archive.org/web"
ROWS_AT_ONCE = 20_000
_NAMES = {"original": "url", "statuscode": "status", "mimetype": "mime"}  # the Wayback Machine's, and pywb's
_KINDS = ("article", "print")
_HTML = re.compile(r"html|unk|^-$|^$")


class IndexUnreadable(ValueError):
    """The archive's response is not an index of captures."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as it was on one day; `timestamp` is YYYYMMDDhhmmss in UTC, `digest` that of the body."""

    url: str
    timestamp: str
    digest: str

    @property
    def fetched_at(self) -> str:
        """The moment of the capture, ISO 8601 in UTC."""
        stamp = self.timestamp.ljust(14, "0")
        return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[8:10]}:{stamp[10:12]}:{stamp[12:14]}Z"


@dataclass(frozen=True, slots=True)
class WebArchive:
    """A Wayback-style service; `base` is the part before the timestamp in the URL of a capture."""

    base: str

    @classmethod
    def at(cls, url: str) -> WebArchive:
        """The service that a user names: the Wayback Machine by its host, any other by the URL of its collection."""
        url = url.rstrip("/")
        return cls(WAYBACK_MACHINE if re.fullmatch(r"https?://web\.archive\.org(?:/web)?", url) else url)

    def index_of(self, host: str, since: str | None = None, resume: str = "") -> str:
        """The URL of the index of a host's captures, from a day on (no page published since then has an older
        capture)."""
        asked = {"url": host, "matchType": "host", "output": "json"}
        if since:
            asked["from"] = since.replace("-", "")
        if not self._is_machine:
            return f"{self.base}/cdx?{urlencode(asked)}"
        asked |= {"filter": "statuscode:200", "collapse": "digest", "limit": str(ROWS_AT_ONCE), "showResumeKey": "true"}
        if resume:
            asked["resumeKey"] = resume
        return f"{self.base.removesuffix('/web')}/cdx/search/cdx?{urlencode(asked)}"

    def page_of(self, capture: Capture) -> str:
        """The URL of a capture's page, as the server sent it."""
        return f"{self.base}/{capture.timestamp}id_/{capture.url}"

    @property
    def _is_machine(self) -> bool:
        return self.base == WAYBACK_MACHINE


def read_index(text: str) -> tuple[list[Capture], str]:
    """The captures of HTML pages in an index, and the key for the next part where it is incomplete. Raises
    IndexUnreadable."""
    try:
        rows, resume = _rows(text.strip())
        return [_capture(row) for row in rows if _is_page(row)], resume
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexUnreadable(f"no index of captures: {text[:80]!r}") from error


def _rows(text: str) -> tuple[list[dict[str, str]], str]:
    if not text.startswith("["):
        return [json.loads(line) for line in text.splitlines() if line.strip()], ""
    table: list[list[str]] = json.loads(text)
    if not table:
        return [], ""
    head = [_NAMES.get(name, name) for name in table[0]]
    end = table.index([]) if [] in table else len(table)
    resume = table[end + 1][0] if end + 1 < len(table) else ""
    return [dict(zip(head, row, strict=True)) for row in table[1:end]], resume


def _is_page(row: dict[str, Any]) -> bool:
    return row.get("status", "200") == "200" and bool(_HTML.search(row.get("mime", "")))


def _capture(row: dict[str, str]) -> Capture:
    return Capture(row["url"], row["timestamp"], row.get("digest", ""))


def by_article(captures: Iterable[Capture], site: Site, platform: Platform) -> Iterator[tuple[Capture, ...]]:
    """The captures that may show an article of the site, grouped by article, the oldest first, each body once.

    Print views come after the articles' own pages: they are needed only where those were not captured.
    """
    found: dict[str, list[Capture]] = {}
    for capture in sorted(captures, key=lambda capture: (_rank(capture, platform), capture.timestamp)):
        if _rank(capture, platform) < len(_KINDS) and site.owns(capture.url):
            found.setdefault(url_key(capture.url, platform), []).append(capture)
    yield from (_distinct(group) for group in found.values())


def _rank(capture: Capture, platform: Platform) -> int:
    kind = platform.classify(capture.url)
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _distinct(captures: Sequence[Capture]) -> tuple[Capture, ...]:
    return tuple({capture.digest or capture.timestamp: capture for capture in reversed(captures)}.values())[::-1]
