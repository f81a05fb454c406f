"""kill -9 at many random moments over a large site: what is lost, what is asked twice, whether the archive is whole.

    python -m benchmarks.bench_kill [--articles N] [--kills N] [--row WORD …]

The same `sukien crawl` command is given again after every kill: by itself, as two commands at a time on one frontier
that are both killed, and as two of which one is killed while the other goes on; on SQLite, and on a real PostgreSQL
server where its programs are installed. The kills fall all over the crawl, and some of them on purpose while it starts,
within its first pages, and while it closes. What is then in the store is compared, with all that the articles say, with
what an undisturbed crawl of the same server stored.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.scraper.killing import KilledCrawl, moments
from tests.scraper.postgres import find_programs, running
from tests.scraper.servers import PER_PAGE, NewsServer, serving

ARTICLES, KILLS = 3000, 30
AT_START, AT_FIRST_PAGES, AT_CLOSE = 0.2, 0.1, 0.2  # of the kills
START_SECONDS = 4.0  # from the command to its first requests
CLOSE_SECONDS = (1.5, 5.0)  # from the command to its end, where little is left
BOTH_SECONDS = (2.0, 6.0)  # from the restart of a command until both processes send requests
LATENCY = 1.0  # seconds of a response where one process continues while the other restarts, so that enough is left


@dataclass(frozen=True)
class Row:
    """The setup of a crawl: a word for the database, the number of simultaneous commands, and whether only one is
    killed."""

    name: str
    commands: int = 1
    one_only: bool = False

    @property
    def title(self) -> str:
        """The row in the table."""
        how = "one process" if self.commands == 1 else "two processes"
        return f"{self.name}, {how}{', one of them killed' if self.one_only else ''}"


ROWS = [Row(name, *how) for name in ("SQLite", "PostgreSQL") for how in ((1, False), (2, False), (2, True))]


def kill_all_over(crawl: KilledCrawl, kills: int, one_only: bool, seed: int) -> None:
    """Kill a crawl at random moments: after a number of pages, some seconds after its start, while it closes."""
    chosen = random.Random(seed)
    at_start, at_first, at_close = (round(share * kills) for share in (AT_START, AT_FIRST_PAGES, AT_CLOSE))
    requests = crawl.server.articles + crawl.server.articles // PER_PAGE
    anywhere = kills - at_start - at_first - at_close
    if one_only:  # the other one continues its requests meanwhile
        plan = [(0, chosen.uniform(*BOTH_SECONDS)) for _ in range(anywhere)]
    else:  # half of the pages, since the others pass while starts are waited for
        plan = [(after, 0.0) for after in moments(anywhere, requests // 2, seed)]
    plan += [(0, chosen.uniform(0, START_SECONDS)) for _ in range(at_start)]
    plan += [(chosen.randint(1, 10), 0.0) for _ in range(at_first)]
    chosen.shuffle(plan)
    for after, seconds in plan:
        crawl.kill_after(after, seconds, one_only)
    crawl.kill_at_close(chosen.uniform(0, 1), one_only)
    for _ in range(2 * at_close):
        if crawl.kills < kills:  # a command that ended before it was killed does not count
            crawl.kill_after(0, chosen.uniform(*CLOSE_SECONDS), one_only)


def undisturbed(server: NewsServer) -> set[tuple[Any, ...]]:
    """The articles that an undisturbed crawl stores."""
    with tempfile.TemporaryDirectory() as folder:
        crawl = KilledCrawl(server, Path(folder))
        assert crawl.finish() == [0], (crawl.data / "output.txt").read_text()
        return crawl.contents()


def measure(row: Row, server: NewsServer, kills: int, expected: set[tuple[Any, ...]]) -> str:
    """Crawl and kill; a line of the table."""
    server.hits.clear()
    server.latency = LATENCY if row.one_only else 0.0
    with tempfile.TemporaryDirectory() as folder, _state(row) as state:
        crawl = KilledCrawl(server, Path(folder), state, row.commands)
        start = time.monotonic()
        kill_all_over(crawl, kills, row.one_only, seed=len(row.title))
        statuses = crawl.finish()
        seconds = time.monotonic() - start
        found = crawl.contents()
        twice = sum(count - 1 for path, count in server.hits.items() if path != "/robots.txt")
        changed = len(found - expected) + crawl.versions() - len(found)
        figures = [row.title, crawl.kills, crawl.mid_way, len(expected - found), changed]
        figures += [twice, crawl.most_in_flight, len(crawl.asked_too_often()), len(crawl.unreadable_pages())]
        return _line([*figures, max(statuses), f"{seconds:.0f} s"])


@contextmanager
def _state(row: Row) -> Iterator[str | None]:
    with ExitStack() as stack:
        if row.name == "SQLite":
            yield None
            return
        programs = find_programs()
        assert programs, "no PostgreSQL server is installed"
        yield stack.enter_context(stack.enter_context(running(programs)).database())


def _line(cells: list[object]) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--row", type=int, nargs="*", help="rows of the table by number, from 1")
    asked = parser.parse_args()
    rows = [ROWS[number - 1] for number in asked.row] if asked.row else ROWS
    heads = ["state, processes", "kills", "with pages left", "articles lost", "too many or changed", "asked again"]
    heads += ["most in flight at a kill", "asked again, not in flight", "unreadable in WARC", "exit", "time"]
    print(_line([*heads]), _line(["---"] * len(heads)), sep="\n", flush=True)
    with serving(NewsServer(asked.articles)) as server:
        expected = undisturbed(server)
        for row in rows:
            if row.name == "SQLite" or find_programs():
                print(measure(row, server, asked.kills, expected), flush=True)


if __name__ == "__main__":
    main()
