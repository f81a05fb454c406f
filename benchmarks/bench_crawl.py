"""How fast the whole crawl is (robots.txt, frontier, reading, archive, store) beside a bare Scrapy spider that only
downloads the same pages of the same server on loopback, one after the other in the same run.

    python benchmarks/bench_crawl.py [ARTICLES]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from tests.scraper.servers import NewsServer

ARTICLES = 3000
MENU = 120  # for a page of about 16 KB
ROUNDS = 3
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
print(len(kept))
"""


def bare(url: str, articles: int) -> float:
    """Seconds that a bare spider takes, the start of its process included, as for ours."""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as script:
        script.write(BARE.format(url=url))
        script.flush()
        start = time.perf_counter()
        command = [sys.executable, script.name]
        done = subprocess.run(command, check=True, timeout=300, capture_output=True, text=True)
        seconds = time.perf_counter() - start
    assert int(done.stdout) == articles, done
    return seconds


def ours(server: NewsServer, articles: int) -> float:
    """Seconds that our crawl takes; it must give every article."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        outcome = crawl([server.site()], CrawlOptions(data=Path(folder)))
        seconds = time.perf_counter() - start
        found = sum(1 for _ in iter_articles(Path(folder)))
    assert outcome.exit_status == 0 and found == articles, (outcome, found)
    return seconds


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    code = SERVER.format(articles=articles, menu=MENU)
    process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdin
    server = NewsServer(articles, port=int(process.stdout.readline()))
    try:
        times = [(bare(server.url, articles), ours(server, articles)) for _ in range(ROUNDS)]
    finally:
        process.stdin.close()
        process.wait()
    for plain, whole in times:
        rates = f"bare {articles / plain:.0f} pages/s, ours {articles / whole:.0f} pages/s"
        print(f"{rates}, ratio {plain / whole:.2f}")
    plain, whole = (min(column) for column in zip(*times, strict=True))
    print(f"best of {ROUNDS}: ratio {plain / whole:.2f}")


if __name__ == "__main__":
    main()
