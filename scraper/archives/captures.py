"""Pages saved by other programs: WARC files of any crawler, saved HTML, JSON Lines; each as the original page.

The URL of a saved file is in a file beside it (`page.html.url`), in the comment of the browser or mirroring program
that saved it, or in its head; the URL of a folder that mirrors a site is given by the user.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, urljoin

from scraper.archives.capture import Capture, JsonLine, Skipped
from scraper.archives.unpacking import GZIP, ZSTD, ZSTD_DICTIONARY, Damaged, members
from scraper.archives.warc_captures import ZIP, WarcCaptures, archived_url
from scraper.article import Page
from scraper.boundary.json_lines import DamagedFile, json_object, numbered_lines, open_lines
from scraper.boundary.values import clean_text, utc_time
from scraper.pages.decode import decode
from scraper.pages.selecting import select, tree
from scraper.policy.guards import MAX_BYTES

WARC_NAMES = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz", ".wacz", ".wet.gz", ".wat.gz", ".wet", ".wat")
HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".aspx", ".php")
LINE_NAMES = (".jsonl", ".ndjson", ".jl", ".jsonl.gz", ".ndjson.gz", ".jl.gz")
INDEX_NAMES = (".cdx", ".cdxj", ".cdx.gz", ".cdxj.gz")
HEAD = 3000  # bytes of a saved page that are searched for its URL
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_MIRRORED = re.compile(r"<!--\s*Mirrored from (\S+) by HTTrack[^,]*,\s*([^>]*?)\s*-->")


def captures(paths: Iterable[Path], base: str | None = None) -> Iterator[Capture]:
    """All items in files and folders, in the order of their names; `base` is the URL of a mirrored folder."""
    archives = WarcCaptures()
    for path in paths:
        if path.is_dir():
            for file in sorted(one for one in path.rglob("*") if one.is_file()):
                if file.name.lower().endswith(WARC_NAMES + HTML_NAMES + LINE_NAMES):
                    mirrored = urljoin(base, quote(file.relative_to(path).as_posix())) if base else None
                    yield from _of_file(file, mirrored, archives)
        elif path.is_file():
            yield from _of_file(path, base, archives)
        else:
            yield Skipped(str(path), "no such file", bad=True)


def _of_file(path: Path, url: str | None, archives: WarcCaptures) -> Iterator[Capture]:
    """All items in a file, whose format is detected by its first bytes, or else by its name."""
    try:
        head, name = _head(path), path.name.lower()
    except OSError as error:
        yield Skipped(str(path), str(error.strerror), bad=True)
        return
    if head.startswith((ZIP, b"WARC/", b"filedesc:")) or name.endswith(WARC_NAMES):
        yield from archives.of_file(path)
    elif head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") or name.endswith(LINE_NAMES):
        yield from _of_lines(path)
    elif head.startswith(b" CDX ") or name.endswith(INDEX_NAMES):
        yield Skipped(str(path), "an index of captures, which holds no pages: the WARC files that it names are needed")
    else:
        yield _saved(path, url)


def _head(path: Path) -> bytes:
    """The first bytes of a file, decompressed. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(64)
        if head.startswith((GZIP, ZSTD, ZSTD_DICTIONARY)):
            try:
                return next(members(file)).read(64) or b""
            except Damaged:
                return head
        return head


def _of_lines(path: Path) -> Iterator[Capture]:
    try:
        with open_lines(path) as stream:
            for number, line in numbered_lines(stream):
                yield _of_line(f"{path}:{number}", line, path)
    except (DamagedFile, OSError) as error:
        yield Skipped(str(path), str(error), bad=True)


def _of_line(where: str, line: bytes | None, path: Path) -> Capture:
    try:
        values = json_object(line)
        if not isinstance(values.get("url"), str):
            raise ValueError("a line needs its URL in `url`")
        url = archived_url(str(values["url"]))
        fetched_at = utc_time(str(values["fetched_at"])) if values.get("fetched_at") else None
    except ValueError as error:
        return Skipped(where, str(error), bad=True)
    fetched_at = fetched_at or _modified(path)
    if isinstance(values.get("html"), str):
        body = clean_text(str(values["html"])).encode()
        return _page(url, fetched_at, body, "text/html; charset=utf-8")
    return JsonLine(_page(url, fetched_at, (line or b"").strip(), "application/json"), values)


def _saved(path: Path, given: str | None) -> Capture:
    try:
        with path.open("rb") as file:
            body = file.read(MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            raise ValueError(f"too large: more than {MAX_BYTES:,} bytes")
        remark = decode(body[:HEAD])
        mirrored = _MIRRORED.search(remark)
        url = _url_beside(path) or _url_in_comment(remark) or given or _url_in_head(body)
        if not url:
            raise ValueError("nothing says which URL it has; see --base")
        url = archived_url(url)
    except (ValueError, OSError, RecursionError) as error:
        return Skipped(str(path), str(error), bad=True)
    return _page(url, _mirrored_at(mirrored) or _modified(path), body, "text/html")


def _url_beside(path: Path) -> str | None:
    """The URL in `page.html.url`, which has the URL alone or is an Internet shortcut."""
    file = path.with_name(path.name + ".url")
    found = re.search(r"https?://\S+", file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else None
    return found[0] if found else None


def _url_in_comment(remark: str) -> str | None:
    saved, mirrored = _SAVED_FROM.search(remark), _MIRRORED.search(remark)
    if saved and saved[1].startswith("http"):
        return saved[1]
    return f"http://{mirrored[1]}" if mirrored and re.match(r"[\w-]+(\.[\w-]+)+/", mirrored[1]) else None


def _url_in_head(body: bytes) -> str | None:
    """The URL of the page according to its head."""
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
