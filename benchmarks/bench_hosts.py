"""Many hosts at once, each asked every two seconds: pages a second and memory of a few processes.

    python benchmarks/bench_hosts.py [HOSTS] [SECONDS] [PROCESSES]

Every host is a port of its own on loopback; one process serves them all. The processes counted are the parent and those
that crawl; each parses its pages itself.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.frontier import Budget
from scraper.frontier.status import SiteStatus
from scraper.sites import Site

HOSTS, SECONDS, PROCESSES = 800, 60, 4
PAUSE = 2.0
SERVER = """
import asyncio, sys
from tests.scraper.servers import NewsServer

site = NewsServer(articles=2000)

async def serve(reader, writer):
    try:
        while line := await reader.readline():
            while (await reader.readline()).strip():
                pass
            reply = site.answer(line.split()[1].decode())
            head = [f"HTTP/1.1 {{reply.status}} -", f"Content-Length: {{len(reply.body)}}"]
            head += [f"{{name}}: {{value}}" for name, value in reply.headers.items()]
            writer.write(("\\r\\n".join(head) + "\\r\\n\\r\\n").encode() + reply.body)
            await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass
    writer.close()

async def main():
    servers = [await asyncio.start_server(serve, "127.0.0.1", 0) for _ in range({hosts})]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await asyncio.to_thread(sys.stdin.read)

asyncio.run(main())
"""


class Memory:
    """Watches the crawl: the pages over time, and the largest resident size of any of its processes, in megabytes."""

    def __init__(self) -> None:
        self.pages: list[tuple[float, int]] = []
        self.largest = 0.0

    def update(self, states: Sequence[SiteStatus]) -> None:
        """See `scraper.crawl.ProgressListener`."""
        self.pages.append((time.monotonic(), sum(state.pages for state in states)))
        self.largest = max(self.largest, *_sizes())


def _sizes() -> list[float]:
    sizes = [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]
    children = Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text().split()
    for pid in children:
        try:
            lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        except FileNotFoundError:
            continue
        sizes += [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")]
    return sizes


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:]]
    hosts, seconds, processes = numbers + [HOSTS, SECONDS, PROCESSES][len(numbers) :]
    command = [sys.executable, "-c", SERVER.format(hosts=hosts)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdin
    sites = [_site(int(port)) for port in process.stdout.readline().split()]
    memory = Memory()
    try:
        with tempfile.TemporaryDirectory() as folder:
            budget = Budget(requests=int(seconds / PAUSE))
            options = CrawlOptions(Path(folder), delay=PAUSE, budget=budget, workers=processes - 1, readers=0)
            crawl(sites, options, memory)
    finally:
        process.stdin.close()
        process.wait()
    (start, first), (end, last) = _steady(memory.pages)
    rate = (last - first) / (end - start)
    print(f"{hosts} hosts, each asked every {PAUSE:g} s, by {processes} processes:")
    print(f"  {rate:.0f} of {hosts / PAUSE:.0f} pages/s")
    print(f"  {last} pages; largest process {memory.largest:.0f} MB")


def _steady(pages: list[tuple[float, int]]) -> tuple[tuple[float, int], tuple[float, int]]:
    """The middle of the run: from the tenth of the pages to nine tenths."""
    most = pages[-1][1]
    middle = [entry for entry in pages if 0.1 * most <= entry[1] <= 0.9 * most]
    return middle[0], middle[-1]


def _site(port: int) -> Site:
    url = f"http://127.0.0.1:{port}/"
    entry = {"id": f"host-{port}", "name": f"Máy chủ {port}", "url": url, "level": "district"}
    return Site.model_validate(entry | {"platform": "nukeviet4", "listings": (f"{url}tin-tuc/",)})


if __name__ == "__main__":
    main()
