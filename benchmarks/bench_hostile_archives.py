"""The memory of an ingest of hostile WARC files beside a good one: all its processes together.

    python -m benchmarks.bench_hostile_archives

Bombs of gzip, brotli, Zstandard and gzip within gzip, a record that unpacks to gigabytes, a header of 700 MB, 20 MB of
elements, 19 MB of one paragraph, and the same within .jsonl.gz and .wacz. Prints new maxima as
`benchmarks.bench_hostile` does, and what was read; ends with status 1 where a good page is missing.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import brotli
from backports import zstd

from benchmarks.bench_hostile import watched
from scraper.frontier.articles import iter_articles
from scraper.survey.toml import entry_toml
from tests.scraper.archives.made import SITE, answer, numbered, record

GOOD = 5
MEGABYTE = bytes(1_000_000)
BOMB = 1_000  # megabytes of a body once it is unpacked


def gzipped(parts: Iterable[bytes]) -> bytes:
    """One gzip member of many parts."""
    packing = zlib.compressobj(9, wbits=31)
    return b"".join([*map(packing.compress, parts), packing.flush()])


def brotlied(parts: Iterable[bytes]) -> bytes:
    """The parts packed with brotli."""
    packing = brotli.Compressor(quality=1)
    return b"".join([*map(packing.process, parts), packing.finish()])


def zstandarded(parts: Iterable[bytes]) -> bytes:
    """The parts packed with Zstandard."""
    packing = zstd.ZstdCompressor(1)
    return b"".join([*map(packing.compress, parts), packing.flush()])


def bodies() -> Iterator[bytes]:
    """Responses whose bodies are bombs or take a parser much."""
    bomb = [MEGABYTE] * BOMB
    yield answer(gzipped(bomb), "Content-Encoding: gzip")
    yield answer(brotlied(bomb), "Content-Encoding: br")
    yield answer(zstandarded(bomb), "Content-Encoding: zstd")
    yield answer(gzip.compress(gzipped(bomb)), "Content-Encoding: gzip, gzip")
    yield answer(b"<b>" * 6_000_000)
    yield answer(b"<p>" + b"Xa Mau hop. " * 1_600_000)


def headers() -> Iterator[bytes]:
    """The parts of a record whose response has a header of 700 MB."""
    head = b"HTTP/1.1 200 OK\r\nX-Dai: "
    whole = record(head + b"\r\n\r\n<p>x</p>", day="2024-05-15T01:00:00Z")
    length = len(head) + len(b"\r\n\r\n<p>x</p>")
    before, after = whole.split(head)
    yield before.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + 700_000_000)) + head
    yield from [b"a" * 1_000_000] * 700
    yield after


def unpacked_record() -> Iterator[bytes]:
    """The parts of a record whose body is gigabytes."""
    whole = answer(b"")
    before, after = record(whole).split(whole)
    length = len(whole) + BOMB * len(MEGABYTE)
    yield before.replace(b"Content-Length: %d" % len(whole), b"Content-Length: %d" % length) + whole
    yield from [MEGABYTE] * BOMB
    yield after


def write(folder: Path) -> None:
    """The hostile files and the good one."""
    (folder / "0-good.warc.gz").write_bytes(b"".join(gzip.compress(numbered(n)) for n in range(GOOD)))
    records = (record(body, url=f"http://mau.example/xau-{number}.html") for number, body in enumerate(bodies()))
    bad = b"".join(map(gzip.compress, records))
    (folder / "1-bodies.warc.gz").write_bytes(bad)
    makers: dict[str, Callable[[], Iterator[bytes]]] = {"2-header": headers, "3-record": unpacked_record}
    for name, parts in makers.items():
        (folder / f"{name}.warc.gz").write_bytes(gzipped(parts()))
    (folder / "4-lines.jsonl.gz").write_bytes(gzipped([b'{"id": "a", "text": "', *[b"a" * 1_000_000] * BOMB, b'"}\n']))
    with zipfile.ZipFile(folder / "5-package.wacz", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("archive/1.warc.gz", bad)
        with package.open("archive/2.warc", "w") as file:
            for part in unpacked_record():
                file.write(part)
    (folder / "sites.toml").write_text(entry_toml(SITE), encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        files = sorted(map(str, folder.glob("[0-9]-*")))
        command = [sys.executable, "-m", "sukien", "ingest", *files, "--sites", str(folder / "sites.toml")]
        watched([*command, "--data", str(folder / "data")], folder / "output.txt")
        print((folder / "output.txt").read_text(encoding="utf-8")[-3_000:])
        found = sum(1 for _ in iter_articles(folder / "data"))
    print(f"{found} of {GOOD} good pages")
    sys.exit(found < GOOD)


if __name__ == "__main__":
    main()
