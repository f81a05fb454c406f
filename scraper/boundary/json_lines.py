"""JSON Lines from outside, plain or gzip: lines of bounded length, each a JSON object or the reason why it is not
one."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

MAX_LINE = 20_000_000  # bytes; a crawl takes no page larger than that
_GZIP = b"\x1f\x8b"


class DamagedFile(Exception):
    """A compressed file that cannot be decompressed further; the message says where and why."""


@contextmanager
def open_lines(path: Path) -> Iterator[IO[bytes]]:
    """A file of lines, decompressed where its first bytes are those of gzip. Raises OSError where it cannot be
    opened."""
    with path.open("rb") as file:
        packed = file.read(2) == _GZIP
        file.seek(0)
        if packed:
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield unpacked  # type: ignore[misc]
        else:
            yield file


def numbered_lines(stream: IO[bytes], limit: int = MAX_LINE) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, with their numbers from 1; None in place of a line of more than `limit` bytes.

    Raises DamagedFile, with the number of the line, where a compressed stream is broken.
    """
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(limit + 1)
            whole = len(line) <= limit
            rest = line
            while not whole and rest and not rest.endswith(b"\n"):
                rest = stream.readline(limit)
        except (EOFError, OSError, zlib.error) as error:
            raise DamagedFile(f"damaged from line {number} on: {error}") from None
        if not line:
            return
        if not whole or line.strip():
            yield number, line if whole else None


def json_object(line: bytes | None) -> dict[str, object]:
    """The object that a line holds. Raises ValueError with the reason for the user."""
    if line is None:
        raise ValueError(f"longer than {MAX_LINE // 1_000_000} MB")
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: {error.reason} at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("not JSON that can be read: nested too deeply") from None
    if not isinstance(data, dict):
        raise ValueError(f"a JSON object is expected, not {type(data).__name__}")
    return data
