"""The pages in WARC, ARC and WACZ files of any crawler; other records are named by their kind, bad ones by their
place."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from typing import IO

from w3lib.url import safe_url_string

from scraper.archives.answers import Answer, Unreadable, parse_answer
from scraper.archives.capture import Capture, Skipped
from scraper.archives.records import WarcRecord, records
from scraper.article import Page
from scraper.boundary.values import utc_time, web_url
from scraper.pages.urls import with_plain_host

ZIP = b"PK\x03\x04"
ARCHIVE_FOLDER = "archive/"  # where a WACZ keeps its WARC files
# Records that are not pages and are skipped silently beside others: every crawler writes them.
_BESIDE = frozenset(("warcinfo", "request"))
_IDENTITIES = ("warc-record-id", "warc-payload-digest", "warc-target-uri")
_KINDS = {
    "conversion": "conversion record: only text; the WARC file with the pages is needed",
    "continuation": "continuation record: a page cut into several records",
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A record that a later one may refer to: its file, the member of a WACZ that holds it, its offset."""

    path: Path
    inner: str
    offset: int


class WarcCaptures:
    """Reads archives one after another, and keeps the places of pages that later revisit records refer to."""

    def __init__(self) -> None:
        self._seen: dict[str, _Place] = {}

    def of_file(self, path: Path) -> Iterator[Capture]:
        """All items in a WARC, ARC or WACZ file."""
        beside: Counter[str] = Counter()
        others = False
        try:
            for inner in _warcs_in(path):
                with _opened(path, inner) as file:
                    for record in records(file):
                        if record.type in _BESIDE and not record.fault:
                            beside[record.type] += 1
                        else:
                            others = True
                            yield from self._captures(record, _Place(path, inner, record.offset))
            if not others:
                yield _without_pages(path, beside)
        except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
            yield Skipped(str(path), f"damaged: {error}", bad=True)

    def _captures(self, record: WarcRecord, place: _Place) -> Iterator[Capture]:
        where = f"{place.path}{'!' if place.inner else ''}{place.inner} at byte {place.offset}"
        if record.fault:
            yield Skipped(where, record.fault, bad=True)
            return
        try:
            capture = self._capture(record, where)
        except Unreadable as error:
            capture = Skipped(where, str(error), bad=True)
        if isinstance(capture, Page):
            self._remember(record, place)
        yield capture

    def _capture(self, record: WarcRecord, where: str) -> Capture:
        """The page of a record, or the reason why it has none. Raises Unreadable."""
        uri = record.headers.get("warc-target-uri", "").strip("<>")
        if record.type in ("response", "resource", "revisit") and not uri.lower().startswith(("http:", "https:")):
            return Skipped(where, f"{record.type} record of no page of the web")
        if record.type == "response":
            answer = parse_answer(record.block)
        elif record.type == "resource":
            answer = Answer(200, {"content-type": record.headers.get("content-type", "")}, record.block)
        elif record.type == "revisit":
            original = self._original(record)
            if original is None:
                return Skipped(where, "revisit record of a page that is not in these files")
            answer = _as_revisited(original, record)
        else:
            return Skipped(where, _KINDS.get(record.type, f"{record.type or 'nameless'} record"))
        if answer.status != 200:
            return Skipped(where, f"status {answer.status}")
        if "html" not in (answer.headers.get("content-type") or "text/html").lower():
            return Skipped(where, "not HTML")
        return _page(_target(uri), _fetched(record, answer), answer)

    def _original(self, record: WarcRecord) -> Answer | None:
        """The response that a revisit record refers to, if it was seen."""
        place = next(filter(None, map(self._seen.get, _references(record))), None)
        if place is None:
            return None
        references = _references(record)
        with _opened(place.path, place.inner) as file:
            for one in takewhile(lambda one: one.offset == place.offset, records(file, place.offset)):
                if any(one.headers.get(name) in references for name in _IDENTITIES):
                    return parse_answer(one.block)
        return None

    def _remember(self, record: WarcRecord, place: _Place) -> None:
        for name in _IDENTITIES:
            if name in record.headers and record.type == "response":
                self._seen[record.headers[name]] = place


def _without_pages(path: Path, beside: Counter[str]) -> Skipped:
    """The note on a file in which no record can be a page."""
    if not beside:
        return Skipped(str(path), "no record in it", bad=True)
    return Skipped(str(path), f"a file with nothing but {' and '.join(sorted(beside))} records, which hold no pages")


def _references(record: WarcRecord) -> list[str]:
    """The references of a revisit record to the original: its id, the digest of its body, its URL."""
    names = ("warc-refers-to", "warc-payload-digest", "warc-refers-to-target-uri")
    return [record.headers[name] for name in names if name in record.headers]


def _page(url: str, fetched_at: str, answer: Answer) -> Page:
    return Page(url, url, fetched_at, 200, answer.headers, answer.body, sha256(answer.body).hexdigest())


def _as_revisited(original: Answer, record: WarcRecord) -> Answer:
    """The original's body with the status and headers of the later visit, where its record has them."""
    if not record.block:
        return original
    own = parse_answer(record.block)
    return Answer(own.status, {**original.headers, **own.headers}, original.body)


def archived_url(url: str) -> str:
    """A URL as archives and dumps write it, with blanks and raw letters, in its percent-encoded form.

    Raises ValueError for what is not a URL, or would be one only after removal of characters.
    """
    return safe_url_string(with_plain_host(web_url(url.strip().replace(" ", "%20"))))


def _target(uri: str) -> str:
    try:
        return archived_url(uri)
    except ValueError as error:
        raise Unreadable(f"WARC-Target-URI: {error}") from None


def _fetched(record: WarcRecord, answer: Answer) -> str:
    """When the page was fetched: by the record, else by the server's own clock."""
    try:
        fetched = utc_time(record.headers.get("warc-date", ""))
    except ValueError:
        fetched = None
    if fetched is None and "date" in answer.headers:
        try:
            fetched = utc_time(parsedate_to_datetime(answer.headers["date"]).isoformat())
        except (ValueError, OverflowError):
            fetched = None
    if fetched is None:
        raise Unreadable("nothing says when it was fetched: WARC-Date is missing or no time")
    return fetched


def _warcs_in(path: Path) -> list[str]:
    """The names of the WARC files in a WACZ; for any other file, a single empty name."""
    with path.open("rb") as file:
        if file.read(4) != ZIP:
            return [""]
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.startswith(ARCHIVE_FOLDER) and not name.endswith("/")]
    if not names:
        raise zipfile.BadZipFile("a ZIP file without WARC files in archive/, so no WACZ")
    return names


@contextmanager
def _opened(path: Path, inner: str) -> Iterator[IO[bytes]]:
    if not inner:
        with path.open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(path) as package, package.open(inner) as packed:
        yield packed
