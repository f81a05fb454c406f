"""Writing and reading of pages in WARC files: one gzip member a record, flushed before anything refers to it.

A file that is being written ends in `.open`; at a clean end, or in the recovery after a kill, a truncated last record
is cut off and the file gets its final name. `warc_file` in the tables is always the final name.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.archives.unpacking import members, read_through
from scraper.article import Page

ROTATE_AT = 1_000_000_000  # bytes: the usual size in web archives
OPEN = ".open"
# Headers that described the transferred bytes, not the stored body; renamed as web archives do.
_ENDS_A_HEADER = re.compile(r"[\r\n\x00\x85\u2028\u2029]+")
_NAME_SIGNS = "!#$%&'*+-.^_`|~"  # characters allowed in the name of a header, RFC 9110 5.6.2
_ASCII = "".join(map(chr, range(128)))
WIRE_HEADERS = ("content-encoding", "transfer-encoding", "content-length")


@dataclass(frozen=True, slots=True)
class WarcPosition:
    """The place of a record: file name, offset and length in bytes."""

    file: str
    offset: int
    length: int


class Archive:
    """The WARC files written by one process, named after it."""

    def __init__(self, folder: Path, owner: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._owner = owner
        self._number = 0
        self._file: IO[bytes] | None = None

    def append(self, record: bytes) -> WarcPosition:
        """Append one record; when this returns, it was passed to the operating system.

        Raises OSError, which names the file; no part of the record is then left in it.
        """
        file = self._current()
        offset = file.tell()
        try:
            rest = memoryview(record)
            while rest:  # a nearly full disk may accept a part only
                rest = rest[file.write(rest) :]
        except OSError as error:
            file.truncate(offset)
            file.seek(offset)
            raise OSError(error.errno, error.strerror, file.name) from error
        return WarcPosition(self._name(), offset, len(record))

    def close(self) -> None:
        """Rename the present file to its final name."""
        if self._file:
            os.fsync(self._file.fileno())
            self._file.close()
            _finish_file(self._folder / (self._name() + OPEN))
            self._file = None

    def _current(self) -> IO[bytes]:
        if self._file and self._file.tell() >= ROTATE_AT:
            self.close()
            self._number += 1
        if self._file is None:
            self._file = (self._folder / (self._name() + OPEN)).open("ab", buffering=0)
        return self._file

    def _name(self) -> str:
        return f"{self._owner}-{self._number:05d}.warc.gz"


def recover(folder: Path, owner: str) -> None:
    """Cut the truncated tails of the files of a killed process, and rename them to their final names. Complete records
    are kept, also after a damaged one."""
    for path in sorted(folder.glob(f"{owner}-*.warc.gz{OPEN}")):
        os.truncate(path, sound_length(path))
        _finish_file(path)


def sound_length(path: Path) -> int:
    """The end of the last whole gzip member of a file, in bytes; what follows is a truncated record."""
    sound = 0
    with path.open("rb") as file:
        for member in members(file):
            if read_through(member):
                sound = member.end
    return sound


def read_page(folder: Path, file: str, offset: int) -> Page:
    """The page at a place, also while the file is being written. Raises FileNotFoundError or ValueError."""
    path = next((one for one in (folder / file, folder / (file + OPEN)) if one.exists()), folder / file)
    with path.open("rb") as source:
        source.seek(offset)
        for record in ArchiveIterator(source):
            return page_of(record)
    raise ValueError(f"{path}: no record at byte {offset}")


def record_of(page: Page) -> bytes:
    """A page as one WARC record, a gzip member of its own."""
    headers = [(_archived(name), _value(value)) for name, value in page.headers.items()]
    http = StatusAndHeaders(str(page.status), [*headers, ("Content-Length", str(len(page.body)))], protocol="HTTP/1.1")
    about = {"WARC-Date": _value(page.fetched_at), "WARC-Payload-Digest": f"sha256:{page.sha256}"}
    if page.requested_url != page.url:
        about["WARC-X-Requested-URI"] = _value(page.requested_url)
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    record = writer.create_warc_record(
        _value(page.url), "response", payload=BytesIO(page.body), http_headers=http, warc_headers_dict=about
    )
    writer.write_record(record)
    return buffer.getvalue()


def _archived(name: str) -> str:
    """The name of a header in the archive, without characters that would end it."""
    name = quote(name.encode("utf-8", "replace"), safe=_NAME_SIGNS)
    return f"X-Archive-Orig-{name}" if name in WIRE_HEADERS else name


def _value(value: str) -> str:
    """The value of a header without line breaks, so that no other header can begin in it. Letters beyond ASCII are
    percent-encoded, since the WARC writer rejects some of them."""
    return quote(_ENDS_A_HEADER.sub(" ", value.encode("utf-8", "replace").decode()), safe=_ASCII)


def page_of(record: Any) -> Page:
    """The response in a WARC record of any crawler, its body decoded according to its headers."""
    body = record.content_stream().read()
    url = record.rec_headers.get_header("WARC-Target-URI")
    return Page(
        url=url,
        requested_url=record.rec_headers.get_header("WARC-X-Requested-URI") or url,
        fetched_at=record.rec_headers.get_header("WARC-Date"),
        status=int(record.http_headers.get_statuscode()),
        headers={name.lower(): value for name, value in record.http_headers.headers},
        body=body,
        sha256=sha256(body).hexdigest(),
    )


def _finish_file(path: Path) -> None:
    if path.stat().st_size:
        path.rename(path.with_name(path.name.removesuffix(OPEN)))
    else:
        path.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # so that the new name survives a power failure
    finally:
        os.close(folder)
