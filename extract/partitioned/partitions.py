"""Division of the input into pieces, each read by one task: lines of a JSON Lines file, row groups of a Parquet file,
whole WARC files.

Files are named by path or by a URL that fsspec knows (s3://, gs://, hdfs://, https://).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import fsspec

from extract.jsonl import BadLine, PlaceOf, parse_line
from scraper.article import Article

InputKind = Literal["jsonl", "parquet", "warc"]
Reader = Callable[["Partition"], Iterator[Article | BadLine]]

LINES_A_PARTITION = 2_000
_ENDINGS: tuple[tuple[InputKind, tuple[str, ...]], ...] = (
    ("jsonl", (".jsonl", ".ndjson", ".jl")),
    ("parquet", (".parquet", ".pq")),
    ("warc", (".warc", ".warc.gz", ".arc", ".arc.gz", ".wacz", ".warc.zst")),
)


class UnknownInput(ValueError):
    """A file whose name does not tell its format."""


@dataclass(frozen=True, slots=True)
class Partition:
    """One piece of the input, in the order of the input.

    `start` and `stop` are bytes of a JSON Lines file or row groups of a Parquet file; `first` is the number of the
    first line or row, from 1. A WARC file is one partition.
    """

    number: int
    kind: InputKind
    url: str
    start: int = 0
    stop: int = 0
    first: int = 1

    @property
    def name(self) -> str:
        """The name of the folder of its tables."""
        return f"part-{self.number:06d}"


def kind_of(url: str) -> InputKind:
    """The format of a file, by its name. Raises UnknownInput."""
    for kind, endings in _ENDINGS:
        if url.lower().endswith(endings):
            return kind
    raise UnknownInput(f"{url}: is it JSON Lines, Parquet or WARC? its name should end in .jsonl, .parquet or .warc.gz")


def partitions_of(urls: Iterable[str], lines: int = LINES_A_PARTITION) -> list[Partition]:
    """The partitions of files, in their order, each JSON Lines file divided after every `lines` lines.

    Raises OSError for a file that cannot be opened, UnknownInput for one of unknown format.
    """
    found: list[Partition] = []
    for url in urls:
        kind = kind_of(url)
        pieces = {"jsonl": _line_ranges, "parquet": _row_groups, "warc": _whole}[kind](url, lines)
        found += [Partition(number, kind, url, *piece) for number, piece in enumerate(pieces, start=len(found))]
    return found


def _line_ranges(url: str, lines: int) -> Iterator[tuple[int, int, int]]:
    start = at = 0
    first = number = 1
    with fsspec.open(url, "rb") as file:
        for line in file:
            at += len(line)
            number += 1
            if number - first == lines:
                yield start, at, first
                start, first = at, number
    if at > start:
        yield start, at, first


def _row_groups(url: str, lines: int) -> Iterator[tuple[int, int, int]]:
    """One partition for each row group; `lines` is ignored, since the writer of the file has divided it."""
    import pyarrow.parquet as pq

    first = 1
    with fsspec.open(url, "rb") as file:
        footer = pq.ParquetFile(file).metadata
        for group in range(footer.num_row_groups):
            yield group, group + 1, first
            first += footer.row_group(group).num_rows


def _whole(url: str, lines: int) -> Iterator[tuple[int, int, int]]:
    yield 0, 0, 1


def read_lines(partition: Partition, place_of: PlaceOf) -> Iterator[Article | BadLine]:
    """The articles of a range of a JSON Lines file, with the bad lines among them."""
    with fsspec.open(partition.url, "rb") as file:
        file.seek(partition.start)
        left, number = partition.stop - partition.start, partition.first
        while left > 0:
            line = file.readline(left)
            left -= len(line)
            if line.strip():
                yield _article(partition, number, line, place_of)
            number += 1


def read_parquet_rows(partition: Partition, place_of: PlaceOf) -> Iterator[Article | BadLine]:
    """The articles of a Parquet row group whose columns are those of JSON Lines: id, text, title, published, …"""
    import pyarrow.parquet as pq

    with fsspec.open(partition.url, "rb") as file:
        rows = pq.ParquetFile(file).read_row_group(partition.start).to_pylist()
    for number, row in enumerate(rows, start=partition.first):
        line = json.dumps({name: cell for name, cell in row.items() if cell is not None}, default=str).encode()
        yield _article(partition, number, line, place_of)


def _article(partition: Partition, number: int, line: bytes, place_of: PlaceOf) -> Article | BadLine:
    try:
        return parse_line(line, place_of)
    except ValueError as error:
        return BadLine(partition.url, number, str(error))
