"""The memory of a crawl of hostile feeds and sitemaps beside a good site: all its processes together.

    python -m benchmarks.bench_hostile

Bodies of up to 20 MB: elements, attributes and names without end, one entry of 20 MB, entities, JSON, lists of URLs,
pages and random bytes in place of a sitemap. Pages that processes share are counted once (PSS). Prints new
maxima with the size of each process, in megabytes, and what was read; ends with status 1 where a good page is missing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from scraper.frontier.articles import iter_articles
from scraper.policy.guards import MAX_BYTES
from scraper.survey.toml import entry_toml
from tests.scraper.killing import with_descendants
from tests.scraper.servers import NewsServer, Reply, serving

GOOD = 40
RANDOM = 9
SMALLEST_STEP = 10.0  # megabytes between two maxima that are printed
HOSTILE_SERVER = """
import sys
from benchmarks.bench_hostile import hostile
from tests.scraper.servers import serving
with serving(hostile()) as server:
    print(server.port, flush=True)
    sys.stdin.read()
"""


def _filled(head: bytes, unit: bytes, tail: bytes = b"", size: int = MAX_BYTES - 1_000) -> bytes:
    return head + unit * ((size - len(head) - len(tail)) // len(unit)) + tail


def _numbered(head: bytes, unit: bytes, count: int, tail: bytes) -> bytes:
    return head + b"".join(unit % number for number in range(count)) + tail


URLSET = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
RSS = b'<rss version="2.0"><channel>'
JSON = b'{"version": "https://jsonfeed.org/version/1.1", "items": ['
ITEM = b"<item><title>Tin</title><link>http://127.0.0.1:9/tin-12.html</link><pubDate>2024-05-17</pubDate></item>"
BODIES: dict[str, Callable[[], bytes]] = {
    "others": partial(_filled, URLSET, b"<a/>", b"</urlset>"),
    "one-entry": partial(_filled, URLSET + b"<url>", b"<a/>", b"</url></urlset>"),
    "attributes": partial(_numbered, URLSET + b"<url ", b'a%d="" ', 1_500_000, b"/></urlset>"),
    "names": partial(_numbered, URLSET, b"<a%d/>", 1_500_000, b"</urlset>"),
    "items": partial(_filled, RSS, ITEM),
    "markup": partial(_filled, RSS + b"<item><description>", b"&lt;b&gt;"),
    "nested": partial(_filled, RSS, b"<item>"),
    "entities": partial(_numbered, b"<!DOCTYPE rss [", b'<!ENTITY a%d "b">', 900_000, b"]><rss/>"),
    "json": partial(_filled, JSON, b'{"url":"/a"},', b"{}]}", 2_990_000),
    "json-too-large": partial(_filled, JSON, b'{"url":"/a"},', b"{}]}"),
    "list": partial(_filled, b"", b"http://a\n"),
    "blank-lines": partial(_filled, b"http://127.0.0.1:9/a\n" * 30, b"\n"),
    "page": partial(_filled, b"<html><body>", b"<p>"),
    **{f"random-{number}": partial(os.urandom, MAX_BYTES - 1_000) for number in range(RANDOM)},
}


def hostile() -> NewsServer:
    """A server with a route for each hostile body."""

    def answer(body: Callable[[], bytes], request: BaseHTTPRequestHandler) -> Reply:
        return Reply(200, body(), {"Content-Type": "application/xml"})

    return NewsServer(1, routes={f"/{name}": partial(answer, body) for name, body in BODIES.items()})


def proportional_megabytes(pid: int) -> float:
    """The proportional size of a process; 0 when it is gone."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return 0.0


def watched(command: list[str], log: Path) -> None:
    """Run a command and print its largest sizes, the last of them to the megabyte."""
    with log.open("w") as out:
        crawl = subprocess.Popen(command, stdout=out, stderr=out)
    start, largest, told = time.monotonic(), 0.0, 0.0
    while crawl.poll() is None:
        sizes = sorted(map(proportional_megabytes, with_descendants({crawl.pid})), reverse=True)
        largest = max(largest, sum(sizes))
        if largest > told + SMALLEST_STEP:
            told = largest
            parts = ", ".join(f"{size:.0f}" for size in sizes)
            print(f"{time.monotonic() - start:5.0f} s: {largest:.0f} MB ({parts})", flush=True)
        time.sleep(0.1)
    print(f"{largest:.0f} MB at most")


def main() -> None:
    words = [sys.executable, "-c", HOSTILE_SERVER]
    server = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stdin and server.stdout
    bad = NewsServer(0, port=int(server.stdout.readline()))
    with serving(NewsServer(GOOD)) as good, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sitemaps = tuple(f"{bad.url}{body}" for body in BODIES)
        sites = (good.site("tot"), bad.site("xau", listings=(), sitemaps=sitemaps))
        (folder / "sites.toml").write_text("\n".join(map(entry_toml, sites)), encoding="utf-8")
        command = [sys.executable, "-m", "sukien", "crawl", "tot", "xau", "--sites", str(folder / "sites.toml")]
        watched([*command, "--data", str(folder / "data")], folder / "output.txt")
        print((folder / "output.txt").read_text(encoding="utf-8")[-1_000:])
        found = sum(1 for _ in iter_articles(folder / "data"))
    server.stdin.close()
    server.wait()
    print(f"{found} of {GOOD} good pages")
    sys.exit(found < GOOD)


if __name__ == "__main__":
    main()
