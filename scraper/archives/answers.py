"""The answer of a server as an archive holds it: status, headers, and the body as it was before it was packed."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import brotli

from scraper.archives.records import MAX_HEADERS, named_values
from scraper.archives.unpacking import ZstdDecompressor, ZstdError
from scraper.policy.guards import MAX_BYTES

MOST_ENCODINGS = 3  # of one body, within each other
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"(?:[A-Za-z]+(?:/[\d.]*)?\s+)?(\d{3})(?!\d)")
_CHUNK = re.compile(rb"(?:\r?\n)?([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


class Unreadable(Exception):
    """An answer that cannot be read; says why in a few words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers with names in lower case, and the body as it was before it was packed for the wire."""

    status: int
    headers: dict[str, str]
    body: bytes


def parse_answer(block: bytes, limit: int = MAX_BYTES) -> Answer:
    """The answer in the block of a record. Raises Unreadable, for a body of more than `limit` bytes too."""
    end = _END_OF_HEADERS.search(block, 0, MAX_HEADERS)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block[:MAX_HEADERS], b"")
    first, *lines = head.split(b"\n")
    status = _STATUS.match(first.strip())
    if not status:
        raise Unreadable(f"bad status line {ascii(first[:40].decode('latin-1'))}")
    headers = dict(named_values(lines))
    return Answer(int(status[1]), headers, unpacked(body, headers, limit))


def unpacked(body: bytes, headers: dict[str, str], limit: int) -> bytes:
    """A body without what packed it for the wire. One that is no longer packed, whatever its headers say, is as it is.

    Raises Unreadable where it is damaged or has more than `limit` bytes.
    """
    if headers.get("transfer-encoding", "").lower().endswith("chunked"):
        body = _joined(body)
    encodings = [name.strip() for name in headers.get("content-encoding", "").lower().split(",") if name.strip()]
    if len(encodings) > MOST_ENCODINGS:
        raise Unreadable(f"packed {len(encodings)} times")
    for name in reversed(encodings):
        body = _decoded(body, name, limit)
    if len(body) > limit:
        raise Unreadable(f"too large: {len(body):,} bytes")
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a body put together; the body itself where it is in none."""
    parts, position = [], 0
    while found := _CHUNK.match(body, position):
        position = found.end() + int(found[1], 16)
        parts.append(body[found.end() : position])
        if position == found.end():
            break
    return b"".join(parts) if parts else body


def _decoded(body: bytes, encoding: str, limit: int) -> bytes:
    decode = _DECODERS.get(encoding)
    if decode is None or not body:
        return body
    try:
        data = decode(body, limit + 1)
    except (zlib.error, brotli.error, ZstdError) as error:
        if b"<" in body[:2_000] and b"\x00" not in body[:2_000]:
            return body  # unpacked by whoever archived it
        raise Unreadable(f"bad {encoding} encoding: {error}") from None
    if len(data) > limit:
        raise Unreadable(f"too large: more than {limit:,} bytes when unpacked")
    return data


def _gunzip(body: bytes, limit: int) -> bytes:
    return zlib.decompressobj(wbits=31).decompress(body, limit)


def _inflate(body: bytes, limit: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(body, limit)
    except zlib.error:
        return zlib.decompressobj(wbits=-15).decompress(body, limit)


def _unbrotli(body: bytes, limit: int) -> bytes:
    decoder: Any = brotli.Decompressor()
    data = decoder.process(body, output_buffer_limit=limit)
    while len(data) < limit and not decoder.can_accept_more_data() and not decoder.is_finished():
        more = decoder.process(b"", output_buffer_limit=limit - len(data))
        if not more:
            break
        data += more
    return bytes(data)


def _unzstd(body: bytes, limit: int) -> bytes:
    return bytes(ZstdDecompressor().decompress(body, limit))


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
