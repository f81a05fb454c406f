"""Whether memory stays flat: the resident size of a crawling process over a long crawl.

python benchmarks/bench_memory.py [ARTICLES]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from scraper.crawling.crawl import crawl
from scraper.crawling.options import CrawlOptions
from scraper.crawling.status import SiteStatus
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
    """Notes the size of the crawling process, in megabytes, as the pages go by."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self.at: list[tuple[int, float]] = []

    def update(self, states: Sequence[SiteStatus]) -> None:
        """See `scraper.crawling.crawl.Watcher`."""
        for owner in (self._data / "running").glob("*"):
            status = Path(f"/proc/{owner.name.split('-')[1]}/status")
            if states and status.exists():
                size = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
                self.at.append((states[0].pages, int(size.split()[1]) / 1024))


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
        pages, size = next((at for at in sizes.at if at[0] >= articles * tenth / 10), sizes.at[-1])
        print(f"{pages:>7} pages: {size:.0f} MB")


if __name__ == "__main__":
    main()
