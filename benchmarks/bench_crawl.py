"""What a crawl costs (robots.txt, frontier, reading, archive, store) beside a bare Scrapy spider that only downloads
the same pages of the same server on loopback, in processor time of all their processes, one after the other in the same
run. What else the machine does changes the seconds, and both alike.

    python -m benchmarks.bench_crawl [ARTICLES]
"""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from scraper.frontier.articles import iter_articles
from scraper.survey.toml import entry_toml
from tests.scraper.servers import NewsServer

ARTICLES = 3000
MENU = 120  # for a page of about 16 KB
ROUNDS = 3
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER: processes whose parent ends become ours, and their cost with them
SERVER = """
import sys, time
from tests.scraper.servers import NewsServer, serving
with serving(NewsServer(articles={articles}, menu={menu})) as server:
    print(server.port, flush=True)
    sys.stdin.read()
"""
BARE = """
import scrapy
kept = []
from scrapy.crawler import AsyncCrawlerProcess

class Bare(scrapy.Spider):
    name = "bare"
    start_urls = ["{url}tin-tuc/"]
    def parse(self, response):
        for href in response.css("h3 a::attr(href), .pagination a::attr(href)").getall():
            yield response.follow(href, self.parse if "page-" in href else self.keep)
    def keep(self, response):
        kept.append(response.url)

settings = {{"LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False,
             "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "DOWNLOAD_DELAY": 0}}
process = AsyncCrawlerProcess(settings)
process.crawl(Bare)
process.start()
raise SystemExit(len(kept) != {articles})
"""


def cost_of(command: list[str]) -> float:
    """Seconds of the processor that a command and all processes that it started have used when the last has ended."""
    before = _of_children()
    done = subprocess.run(command, timeout=900, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return _of_children() - before


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def bare(url: str, folder: Path, articles: int) -> float:
    """The cost of a bare spider, the start of its process included, as for ours."""
    (folder / "bare.py").write_text(BARE.format(url=url, articles=articles), encoding="utf-8")
    return cost_of([sys.executable, str(folder / "bare.py")])


def ours(server: NewsServer, folder: Path, articles: int) -> float:
    """The cost of our crawl; it must give every article."""
    (folder / "sites.toml").write_text(entry_toml(server.site()), encoding="utf-8")
    words = ["crawl", "--sites", str(folder / "sites.toml"), "--data", str(folder / "data"), "--delay", "0"]
    seconds = cost_of([sys.executable, "-m", "sukien", *words])
    found = sum(1 for _ in iter_articles(folder / "data"))
    assert found == articles, found
    return seconds


def measure(url: str, articles: int) -> None:
    """Print the cost of a page for both, and their ratio."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    server = NewsServer(articles, port=int(url.rstrip("/").rpartition(":")[2]))
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            plain, whole = bare(url, Path(folder), articles), ours(server, Path(folder), articles)
        costs = f"bare {1000 * plain / articles:.2f} ms a page, ours {1000 * whole / articles:.2f} ms"
        print(f"{costs}, ratio {plain / whole:.2f}, load {os.getloadavg()[0]:.1f}", flush=True)


def main() -> None:
    """Start a server, and measure in a process of its own, which waits for all of its children but not for the
    server."""
    if sys.argv[1:2] == ["--url"]:
        return measure(sys.argv[2], int(sys.argv[3]))
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    code = SERVER.format(articles=articles, menu=MENU)
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdin
    url = NewsServer(articles, port=int(process.stdout.readline())).url
    try:
        subprocess.run([sys.executable, "-m", "benchmarks.bench_crawl", "--url", url, str(articles)], check=True)
    finally:
        process.stdin.close()
        process.wait()


if __name__ == "__main__":
    main()
