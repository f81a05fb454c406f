"""kill -9 at many random moments over a large site: what is lost, what is asked twice, whether the archive is whole.

    python benchmarks/bench_kill.py [ARTICLES] [KILLS]

The same `sukien crawl` command is given again after every kill; once alone, once as two commands at a time on one
frontier, once more on a real PostgreSQL server where its programs are installed.
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.scraper.killing import KilledCrawl, moments
from tests.scraper.postgres import find_programs, running
from tests.scraper.servers import PER_PAGE, NewsServer, serving

ARTICLES, KILLS = 3000, 30


def measure(title: str, articles: int, kills: int, commands: int, state: str | None) -> None:
    """Crawl and kill once, and print a line about it."""
    requests = articles + articles // PER_PAGE
    with serving(NewsServer(articles)) as server, tempfile.TemporaryDirectory() as folder:
        crawl = KilledCrawl(server, Path(folder), state, commands)
        start = time.monotonic()
        for after in moments(kills, requests, seed=articles + commands):
            crawl.kill_after(after)
        statuses = crawl.finish()
        lost = articles - len(crawl.article_ids())
        twice = sum(count - 1 for path, count in server.hits.items() if count > 1 and path != "/robots.txt")
        unexcused, unreadable = len(crawl.asked_too_often()), len(crawl.unreadable_pages())
        seconds = time.monotonic() - start
        print(f"{title}: {articles} articles, {crawl.kills} kills, {seconds:.0f} s, exit {statuses}; lost {lost};")
        print(f"  asked again {twice}, of these not in flight at a kill {unexcused}; unreadable in WARC {unreadable}")


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:]]
    articles, kills = numbers + [ARTICLES, KILLS][len(numbers) :]
    measure("SQLite, one process", articles, kills, 1, None)
    measure("SQLite, two processes", articles, kills, 2, None)
    programs = find_programs()
    if programs is None:
        print("PostgreSQL: no server is installed")
        return
    with ExitStack() as stack:
        url = stack.enter_context(stack.enter_context(running(programs)).database())
        measure("PostgreSQL, two processes", articles, kills, 2, url)


if __name__ == "__main__":
    main()
