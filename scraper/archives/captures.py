"""Pages that somebody else saved: WARC files of any crawler, saved HTML, JSON Lines; each as the page it once was.

The address of a saved file stands in a file beside it (`page.html.url`), in the remark of the browser or the mirror
that saved it, or in its head; a folder that mirrors a site has the address that its user gives.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, urljoin

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from scraper.article import Page
from scraper.pages.decode import decode
from scraper.pages.selecting import select, tree
from scraper.warc import page_of

WARC_NAMES = (".warc", ".warc.gz", ".arc", ".arc.gz")
HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".aspx", ".php")
LINE_NAMES = (".jsonl", ".ndjson", ".jl")
HEAD = 3000  # bytes in which a saved page says where it comes from
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_MIRRORED = re.compile(r"<!--\s*Mirrored from (\S+) by HTTrack[^,]*,\s*([^>]*?)\s*-->")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that is no page to read: where it was, and why in one or two words; `bad` says that it is broken."""

    where: str
    reason: str
    bad: bool = False


@dataclass(frozen=True, slots=True)
class JsonLine:
    """A line of JSON that holds an article instead of its page: the line as a page, and its values."""

    page: Page
    values: dict[str, object]


Capture = Page | JsonLine | Skipped


def captures(paths: Iterable[Path], base: str | None = None) -> Iterator[Capture]:
    """Everything in files and folders, in the order of their names; `base` is the address of a mirrored folder."""
    for path in paths:
        if path.is_dir():
            for file in sorted(one for one in path.rglob("*") if one.is_file()):
                if file.name.lower().endswith(WARC_NAMES + HTML_NAMES + LINE_NAMES):
                    yield from _of_file(file, urljoin(base, quote(file.relative_to(path).as_posix())) if base else None)
        elif path.is_file():
            yield from _of_file(path, base)
        else:
            yield Skipped(str(path), "no such file", bad=True)


def _of_file(path: Path, address: str | None) -> Iterator[Capture]:
    name = path.name.lower()
    if name.endswith(WARC_NAMES):
        yield from _of_warc(path)
    elif name.endswith(LINE_NAMES):
        yield from _of_lines(path)
    else:
        yield _saved(path, address)


def _of_warc(path: Path) -> Iterator[Capture]:
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file, arc2warc=True):
                if record.rec_type == "revisit":
                    yield Skipped(str(path), "revisit record")
                elif record.rec_type == "response" and record.http_headers:
                    yield _answer(path, record)
        except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, OSError, ValueError) as error:
            yield Skipped(str(path), f"damaged: {error}", bad=True)


def _answer(path: Path, record: object) -> Capture:
    page = page_of(record)
    if page.status != 200:
        return Skipped(str(path), f"status {page.status}")
    if "html" not in page.headers.get("content-type", "text/html"):
        return Skipped(str(path), "not HTML")
    return page


def _of_lines(path: Path) -> Iterator[Capture]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _of_line(f"{path}:{number}", line, path)


def _of_line(where: str, line: bytes, path: Path) -> Capture:
    try:
        values = json.loads(line)
    except ValueError as error:
        return Skipped(where, f"not JSON: {error}", bad=True)
    if not isinstance(values, dict) or not isinstance(values.get("url"), str):
        return Skipped(where, "a line needs an address in `url`", bad=True)
    fetched_at = str(values.get("fetched_at") or _modified(path))
    if isinstance(values.get("html"), str):
        return _page(values["url"], fetched_at, values["html"].encode(), "text/html; charset=utf-8")
    return JsonLine(_page(values["url"], fetched_at, line.strip(), "application/json"), values)


def _saved(path: Path, address: str | None) -> Capture:
    body = path.read_bytes()
    remark = decode(body[:HEAD])
    mirrored = _MIRRORED.search(remark)
    url = _beside(path) or _remarked(remark) or address or _claimed(body)
    if not url:
        return Skipped(str(path), "nothing says which address it has; see --base", bad=True)
    return _page(url, _mirrored_at(mirrored) or _modified(path), body, "text/html")


def _beside(path: Path) -> str | None:
    """The address in `page.html.url`: the bare address, or an Internet shortcut."""
    file = path.with_name(path.name + ".url")
    found = re.search(r"https?://\S+", file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else None
    return found[0] if found else None


def _remarked(remark: str) -> str | None:
    saved, mirrored = _SAVED_FROM.search(remark), _MIRRORED.search(remark)
    if saved and saved[1].startswith("http"):
        return saved[1]
    return f"http://{mirrored[1]}" if mirrored and re.match(r"[\w-]+(\.[\w-]+)+/", mirrored[1]) else None


def _claimed(body: bytes) -> str | None:
    """The address that the head of the page gives it."""
    root = tree(decode(body))
    rules = ("link[rel=canonical]::attr(href)", "meta[property='og:url']::attr(content)")
    found = (str(value) for rule in rules for value in select(root, rule))
    return next((url for url in found if url.startswith("http")), None)


def _mirrored_at(mirrored: re.Match[str] | None) -> str | None:
    try:
        return _iso(parsedate_to_datetime(mirrored[2])) if mirrored else None
    except ValueError:
        return None


def _modified(path: Path) -> str:
    return _iso(datetime.fromtimestamp(path.stat().st_mtime, UTC))


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _page(url: str, fetched_at: str, body: bytes, kind: str) -> Page:
    return Page(url, url, fetched_at, 200, {"content-type": kind}, body, sha256(body).hexdigest())
