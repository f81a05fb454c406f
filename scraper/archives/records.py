"""The records of WARC and ARC files of any crawler; a damaged or too large one does not affect the others."""

from __future__ import annotations

import io
import operator
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import IO, Any

from scraper.archives.unpacking import Damaged, Member, find, members
from scraper.policy.guards import MAX_BYTES

MAX_HEADERS = 1_000_000  # bytes of the headers of a record, and of those of the response in it
MAX_BLOCK = MAX_BYTES + MAX_HEADERS
WARC = b"WARC/"
_LINE = 1 << 16  # bytes of a header line
_BLANK_LINES = 1_000  # in a row, after which no record is expected
_PIECE = 1 << 16
_FIRST_LINE, _HEADER = re.compile(rb"WARC/\d\.\d+\r?\n"), re.compile(rb"[A-Za-z-]+:")
_ARC = re.compile(rb"(?P<url>[a-z]+:\S+) \S+ (?P<date>\d{14}) (?P<type>\S+)(?: .*)? (?P<length>\d+)\s*")


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """A record: its offset in bytes of its file; its headers, names in lower case; its block.

    `fault` says why its block cannot be used.
    """

    offset: int
    headers: dict[str, str]
    block: bytes = b""
    fault: str | None = None

    @property
    def type(self) -> str:
        """response, resource, revisit, conversion, …; empty where a fault hides it."""
        return self.headers.get("warc-type", "").lower()


def records(file: IO[bytes], start: int = 0) -> Iterator[WarcRecord]:
    """The records of a seekable file, plain or compressed, from the member or record at byte `start` on; damage is
    returned as a record with a fault."""
    try:
        for member in members(file, start):
            yield from _of_member(member)
    except Damaged as damage:
        yield WarcRecord(0, {}, fault=f"damaged: {damage}")


def _of_member(member: Member) -> Iterator[WarcRecord]:
    try:
        if not member.packed:
            yield from _parse(io.BufferedReader(member), member.offset, packed=False)
            return
        start = _read_up_to(member, MAX_BLOCK)
        if len(start) < MAX_BLOCK:  # read to the end, where its checksum is
            yield from _parse(io.BytesIO(start), member.offset, packed=True)
        else:
            yield from _parse(_Joined(start, member), member.offset, packed=True)
    except Damaged as damage:
        yield WarcRecord(member.offset, {}, fault=f"damaged: {damage}")


def _parse(stream: IO[bytes], base: int, packed: bool) -> Iterator[WarcRecord]:
    """The records of a stream. After a damaged one, parsing continues with the next line that begins a record, if the
    stream is seekable."""
    line = _next_line(stream)
    while line:
        start = stream.tell() - len(line) if stream.seekable() else 0
        record = _read(stream, line, base if packed else start)
        follows = _next_line(stream)
        damaged = (record.fault or "").startswith("damaged")
        if damaged or (follows and not _begins(follows) and not _almost_begins(follows)):
            record = replace(record, fault=record.fault or "damaged: nothing begins where its length says that it ends")
            follows = _resume(stream, start + len(line))
        yield record
        line = follows


def _read(stream: IO[bytes], line: bytes, offset: int) -> WarcRecord:
    """The record that begins with a line."""
    headers = _headers(stream) if line.startswith(WARC) else _arc_headers(line)
    declared = headers.get("content-length", "")
    if not declared.isascii() or not declared.isdigit() or len(declared) > 15:
        return WarcRecord(offset, headers, fault="damaged: its header gives no length")
    length = int(declared)
    block = _read_up_to(stream, min(length, MAX_BLOCK))
    rest = length - len(block)
    while rest > 0 and (piece := stream.read(min(rest, _PIECE))):
        rest -= len(piece)
    if rest > 0:
        return WarcRecord(offset, headers, fault="damaged: it ends in the middle of a record")
    if length > len(block):
        return WarcRecord(offset, headers, fault=f"too large: {length:,} bytes")
    return WarcRecord(offset, headers, block)


def _begins(line: bytes) -> bool:
    return line.startswith(WARC) or _ARC.fullmatch(line) is not None


def _almost_begins(line: bytes) -> bool:
    """Whether a line is the first of a record except for one byte: the damage is then in that record."""
    return any(
        len(line) == len(begin) and sum(map(operator.ne, line, begin)) == 1
        for begin in (b"WARC/1.0\r\n", b"WARC/1.1\r\n")
    )


def _headers(stream: IO[bytes]) -> dict[str, str]:
    lines, size = [], 0
    while (line := stream.readline(_LINE)).strip():
        size += len(line)
        if size > MAX_HEADERS:
            raise Damaged(f"headers of more than {MAX_HEADERS:,} bytes")
        lines.append(line)
    return dict(named_values(lines))


def named_values(lines: list[bytes]) -> Iterator[tuple[str, str]]:
    """The headers of lines, names in lower case; a line that begins with a blank continues the one before."""
    joined: list[bytes] = []
    for line in lines:
        if line[:1] in b" \t" and joined:
            joined[-1] += b" " + line.strip()
        else:
            joined.append(line.strip())
    for line in joined:
        name, colon, value = line.partition(b":")
        if colon:
            yield _decoded(name.strip()).lower(), _decoded(value.strip())


def _decoded(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _arc_headers(line: bytes) -> dict[str, str]:
    """The line before a record of an ARC file as the headers of a WARC record."""
    found = _ARC.fullmatch(line)
    if not found:
        return {}
    try:
        moment = datetime.strptime(found["date"].decode(), "%Y%m%d%H%M%S").strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        moment = ""
    url = _decoded(found["url"])
    kind = "warcinfo" if url.startswith("filedesc:") else "response"
    length = found["length"].decode()
    return {"warc-type": kind, "warc-target-uri": url, "warc-date": moment, "content-length": length}


def _next_line(stream: IO[bytes]) -> bytes:
    """The next line that is not blank; empty at the end."""
    for _ in range(_BLANK_LINES):
        line = stream.readline(_LINE)
        if not line or line.strip():
            return line
    raise Damaged("nothing but blank lines")


def _resume(stream: IO[bytes], start: int) -> bytes:
    """The next line from `start` on that begins a record; empty where there is none."""
    if not stream.seekable():
        raise Damaged("no record begins where the length of one says that it ends")
    while (found := find(stream, WARC, start)) is not None:
        stream.seek(found)
        line = stream.readline(_LINE)
        if _FIRST_LINE.fullmatch(line) and _HEADER.match(stream.readline(_LINE)):
            stream.seek(found + len(line))
            return line
        start = found + 1
    return b""


def _read_up_to(stream: IO[bytes] | Member, size: int) -> bytes:
    pieces = []
    while size > 0 and (piece := stream.read(min(size, _PIECE))):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


class _Joined(io.BufferedReader):
    """A stream of given bytes followed by the rest of a member."""

    def __init__(self, start: bytes, member: Member) -> None:
        super().__init__(_Chain(start, member))


class _Chain(io.RawIOBase):
    def __init__(self, start: bytes, member: Member) -> None:
        self._parts: list[io.RawIOBase | io.BytesIO] = [io.BytesIO(start), member]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while self._parts:
            size = self._parts[0].readinto(buffer)
            if size:
                return size
            self._parts.pop(0)
        return 0
