"""Compressed files as streams that are read in bounded pieces: gzip members, Zstandard frames, or plain bytes.

A WARC file has one member a record, so that what follows a damaged member can be found again.
"""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Iterator
from typing import IO, Any

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdDecompressor as ZstdDecompressor
    from compression.zstd import ZstdDict
    from compression.zstd import ZstdError as ZstdError
else:
    from backports.zstd import ZstdDecompressor as ZstdDecompressor
    from backports.zstd import ZstdDict
    from backports.zstd import ZstdError as ZstdError

GZIP = b"\x1f\x8b\x08"
ZSTD = b"\x28\xb5\x2f\xfd"
ZSTD_DICTIONARY = b"\x5d\x2a\x4d\x18"  # the skippable frame in which a .warc.zst keeps its dictionary
_PIECE = 1 << 16
_LOOKED_AT = 1 << 20  # bytes of a file, to detect its format
_LONGEST_DICTIONARY = 10_000_000  # bytes


class Damaged(Exception):
    """Bytes that cannot be unpacked, or end too early."""


class _Gzip:
    def __init__(self) -> None:
        self._decoder = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._decoder.eof

    @property
    def unused_data(self) -> bytes:
        return self._decoder.unused_data

    def decode(self, data: bytes, limit: int) -> bytes:
        return self._decoder.decompress(self._decoder.unconsumed_tail + data, limit)

    @property
    def needs_input(self) -> bool:
        return not self._decoder.unconsumed_tail


class _Zstd:
    def __init__(self, dictionary: Any) -> None:
        self._decoder = ZstdDecompressor(zstd_dict=dictionary)

    @property
    def eof(self) -> bool:
        return bool(self._decoder.eof)

    @property
    def unused_data(self) -> bytes:
        return bytes(self._decoder.unused_data)

    def decode(self, data: bytes, limit: int) -> bytes:
        return bytes(self._decoder.decompress(data, limit))

    @property
    def needs_input(self) -> bool:
        return bool(self._decoder.needs_input)


class Member(io.RawIOBase):
    """The unpacked bytes of one member that begins at `offset` of a file. Reading raises Damaged."""

    def __init__(self, file: IO[bytes], offset: int, decoder: _Gzip | _Zstd | None) -> None:
        self._file = file
        self._decoder = decoder
        self.offset = offset
        self.end = offset  # of what was read so far; once it is read, of the member
        file.seek(offset)

    @property
    def packed(self) -> bool:
        """Whether the member is compressed."""
        return self._decoder is not None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return not self.packed

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: Any) -> int:
        data = self._unpacked(len(buffer)) if self._decoder else self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _unpacked(self, limit: int) -> bytes:
        decoder = self._decoder
        assert decoder
        while not decoder.eof:
            piece = b""
            if decoder.needs_input:
                self._file.seek(self.end)
                piece = self._file.read(_PIECE)
                if not piece:
                    raise Damaged("it ends in the middle of a record")
                self.end += len(piece)
            try:
                data = decoder.decode(piece, limit)
            except (zlib.error, ZstdError) as error:
                raise Damaged(str(error)) from None
            if decoder.eof:
                self.end -= len(decoder.unused_data)
            if data:
                return data
        return b""


def members(file: IO[bytes], start: int = 0) -> Iterator[Member]:
    """The members of a file from byte `start` on, each to be read before the next is requested; after a damaged one,
    the next bytes that begin like a member."""
    head = _at(file, 0, 4)
    if head[:3] == GZIP or (head not in (ZSTD, ZSTD_DICTIONARY) and _is_damaged_gzip(file)):
        yield from _packed(file, start, GZIP, _Gzip)
    elif head in (ZSTD, ZSTD_DICTIONARY):
        dictionary, first = _dictionary(file)
        yield from _packed(file, max(first, start), ZSTD, lambda: _Zstd(dictionary))
    else:
        yield Member(file, start, None)


def _packed(file: IO[bytes], start: int, magic: bytes, decoder: Any) -> Iterator[Member]:
    offset: int | None = start
    while offset is not None:
        member = Member(file, offset, decoder())
        yield member
        offset = member.end if read_through(member) else find(file, magic, offset + 1)
        if offset is not None and not _at(file, offset, 1):
            return


def _is_damaged_gzip(file: IO[bytes]) -> bool:
    """Whether a file that does not begin with a gzip member has some further on, and no plain records."""
    start = _at(file, 0, _LOOKED_AT)
    return GZIP in start and b"WARC/" not in start and not start.startswith(b"filedesc:")


def read_through(member: Member) -> bool:
    """Read the rest of a member; returns whether it could be read to its end."""
    try:
        while member.read(_PIECE):
            pass
    except Damaged:
        return False
    return True


def find(file: IO[bytes], magic: bytes, start: int) -> int | None:
    """The offset of the next occurrence of bytes in a file, from `start` on."""
    overlap = len(magic) - 1
    while piece := _at(file, start, _PIECE):
        if (found := piece.find(magic)) >= 0:
            return start + found
        if len(piece) <= overlap:
            return None
        start += len(piece) - overlap
    return None


def _at(file: IO[bytes], offset: int, length: int) -> bytes:
    file.seek(offset)
    return file.read(length)


def _dictionary(file: IO[bytes]) -> tuple[Any, int]:
    """The dictionary of a .warc.zst, if it has one, and where its records begin."""
    if _at(file, 0, 4) != ZSTD_DICTIONARY:
        return None, 0
    size = int.from_bytes(_at(file, 4, 4), "little")
    content = _at(file, 8, min(size, _LONGEST_DICTIONARY))
    try:
        if content.startswith(ZSTD):
            content = ZstdDecompressor().decompress(content, _LONGEST_DICTIONARY)
        return ZstdDict(content), 8 + size
    except (ZstdError, ValueError) as error:
        raise Damaged(f"its dictionary: {error}") from None
