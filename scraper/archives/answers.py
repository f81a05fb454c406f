"""HTTP responses stored in archives: status, headers, and the decoded body."""

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

MOST_ENCODINGS = 3  # nested encodings of one body
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"(?:[A-Za-z]+(?:/[\d.]*)?\s+)?(\d{3})(?!\d)")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_CHUNK = re.compile(rb"(?:\r?\n)?([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


class Unreadable(Exception):
    """A response that cannot be read; the message says why."""


class TooLarge(Unreadable):
    """A body of more bytes than the limit."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: status, headers with names in lower case, and the body without content and transfer encodings."""

    status: int
    headers: dict[str, str]
    body: bytes


def parse_answer(block: bytes, limit: int = MAX_BYTES) -> Answer:
    """The response in the block of a record. Raises Unreadable, also for a body of more than `limit` bytes."""
    end = _END_OF_HEADERS.search(block, 0, MAX_HEADERS)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block[:MAX_HEADERS], b"")
    first, *lines = head.split(b"\n")
    status = _STATUS.match(first.strip())
    if not status:
        raise Unreadable(f"bad status line {ascii(first[:40].decode('latin-1'))}")
    headers: dict[str, str] = {}
    for name, value in named_values(lines):
        repeated = name in headers and name.endswith("-encoding")  # each is an encoding more
        headers[name] = f"{headers[name]}, {value}" if repeated else value
    return Answer(int(status[1]), headers, unpacked(body, headers, limit))


def unpacked(body: bytes, headers: dict[str, str], limit: int) -> bytes:
    """A body without its encodings. One that is already decoded, contrary to its headers, is returned unchanged.

    Raises Unreadable where it is damaged, TooLarge where it has more than `limit` bytes.
    """
    if headers.get("transfer-encoding", "").lower().endswith("chunked"):
        body = _joined(body)
    encodings = [name for part in headers.get("content-encoding", "").lower().split(",") if (name := part.strip(' "'))]
    if len(encodings) > MOST_ENCODINGS:
        raise Unreadable(f"packed {len(encodings)} times")
    for name in reversed(encodings):
        body = _decoded(body, name, limit)
    if len(body) > limit:
        raise TooLarge(f"too large: {len(body):,} bytes")
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a body joined; the body itself where it is not chunked."""
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
        if _reads_as_text(body[:2_000]):
            return body  # decoded by the archiving program, or never packed
        raise Unreadable(f"bad {encoding} encoding: {error}") from None
    if len(data) > limit:
        raise TooLarge(f"too large: more than {limit:,} bytes when unpacked")
    return data


def _reads_as_text(head: bytes) -> bool:
    """Whether the beginning of a body is markup, JSON or plain text."""
    if b"<" in head or head.lstrip()[:1] in (b"{", b"["):
        return b"\x00" not in head
    return not _CONTROL.search(head) and head.decode("utf-8", "replace").count("\ufffd") <= 1  # a letter cut at the end


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
