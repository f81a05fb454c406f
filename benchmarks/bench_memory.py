"""The resident size of the processes of a long crawl, to see whether memory stays constant.

python -m benchmarks.bench_memory [ARTICLES]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.status import SiteStatus
from tests.scraper.killing import with_descendants
from tests.scraper.servers import NewsServer

ARTICLES = 10_000
SERVER = """
import sys
from tests.scraper.servers import NewsServer, serving
with serving(NewsServer(articles={articles})) as server:
    print(server.port, flush=True)
    sys.stdin.read()
"""


class Sizes:
    """Records the size of the crawling process, and of its parser processes, in megabytes, in the course of a crawl."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self.at: list[tuple[int, float, float]] = []

    def update(self, states: Sequence[SiteStatus]) -> None:
        """See `scraper.crawl.ProgressListener`."""
        for owner in (self._data / "running").glob("*"):
            crawling = int(owner.name.split("-")[1])
            readers = with_descendants({crawling}) - {crawling}
            if states:
                self.at.append((states[0].pages, megabytes(crawling), sum(megabytes(pid) for pid in readers)))


def megabytes(pid: int) -> float:
    """The resident size of a process; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    command = [sys.executable, "-c", SERVER.format(articles=articles)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdin
    server = NewsServer(articles, port=int(process.stdout.readline()))
    try:
        with tempfile.TemporaryDirectory() as folder:
            sizes = Sizes(Path(folder))
            crawl([server.site()], CrawlOptions(data=Path(folder)), sizes)
    finally:
        process.stdin.close()
        process.wait()
    for tenth in range(1, 11):
        pages, crawling, reading = next((at for at in sizes.at if at[0] >= articles * tenth / 10), sizes.at[-1])
        print(f"{pages:>7} pages: {crawling:.0f} MB, and {reading:.0f} MB in the processes that read")


if __name__ == "__main__":
    main()
