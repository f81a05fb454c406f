"""What each step costs as articles become more: processor time, children included, and peak memory of every process.

    python -m benchmarks.bench_growth --articles ARTICLES.jsonl [--workers 2] [--characters 500] [SIZE …]

The sizes are numbers of articles, drawn from the file in a random order that is the same each time: articles that stand
beside each other in a file are of one kind, and later ones may tell more. A file with fewer is gone through again with
other ids. Texts may be cut, so that what grows with the articles can be seen without the cost of reading each. Every
step is the real command, or, for `load`, a process that loads all tables into pandas. The load of the machine stands
beside each figure.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, cycle, islice, pairwise
from pathlib import Path
from random import Random

from tests.scraper.killing import with_descendants

SIZES = (1_000, 4_000, 16_000)
_ORDER = 14  # the seed of the order in which articles are drawn
LOOK_EVERY = 0.3  # seconds between two looks at the memory of the processes
SUKIEN = (sys.executable, "-m", "sukien")


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor, the peak resident set of each process in megabytes, the largest first, and the mean
    number of processes that wanted a processor meanwhile."""

    seconds: float
    megabytes: tuple[int, ...]
    load: float

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, {' + '.join(map(str, self.megabytes[:3]))} MB"


def cost_of(command: list[str]) -> Cost:
    """Run a command to its end. Raises CalledProcessError where it fails; status 3, bad input named, is none."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks: dict[int, int] = {}
    loads = []
    while not (waited := os.wait4(process.pid, os.WNOHANG))[0]:
        peaks |= {pid: peak for pid in with_descendants({process.pid}) if (peak := peak_of(pid))}
        loads.append(os.getloadavg()[0])
        time.sleep(LOOK_EVERY)
    _, status, usage = waited
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(usage.ru_utime + usage.ru_stime, tuple(sorted(peaks.values(), reverse=True)), statistics.mean(loads))


def peak_of(pid: int) -> int:
    """The peak resident set of a process, in megabytes; 0 when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) // 1024 if found else 0


def write_articles(source: Path, size: int, characters: int | None, file: Path) -> None:
    """`size` articles of a source in a random order, cut to so many characters; from the second time through it with
    ids of their own."""
    with source.open("rb") as lines, file.open("w", encoding="utf-8") as written:
        starts = list(accumulate(map(len, lines), initial=0))[:-1]
        Random(_ORDER).shuffle(starts)
        for number, start in enumerate(islice(cycle(starts), size)):
            lines.seek(start)
            article = json.loads(lines.readline())
            article |= {"id": f"{article['id']}-{number}", "text": article["text"][:characters]}
            written.write(json.dumps(article, ensure_ascii=False) + "\n")


def steps(articles: Path, folder: Path, workers: int) -> Iterator[tuple[str, list[str]]]:
    """The steps in their order, each with its command; SQLite and XLSX are written from the tables that there are."""
    tables = str(folder / "tables")
    yield "extract", [*SUKIEN, "extract", str(articles), "--out", tables, "--workers", str(workers)]
    for form, file in (("sqlite", "t.db"), ("xlsx", "t.xlsx")):
        imports = f"from pathlib import Path; from extract.tables.{form} import write_{form}"
        yield form, [sys.executable, "-c", f"{imports}; write_{form}(Path({tables!r}), Path({str(folder / file)!r}))"]
    yield "link", [*SUKIEN, "link", tables]
    yield "report", [*SUKIEN, "report", tables, "--out", str(folder / "report.html")]
    yield "load", [sys.executable, "-c", f"from extract import load; load({tables!r})"]


def main() -> None:
    """Print a table: a row a step, two columns a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True, help="JSON Lines with id and text")
    parser.add_argument("--workers", type=int, default=1, help="processes of extract")
    parser.add_argument("--characters", type=int, help="cut each text to so many")
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    options = parser.parse_args()
    costs: dict[str, list[Cost]] = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as scratch:
            articles = Path(scratch) / "articles.jsonl"
            write_articles(options.articles, size, options.characters, articles)
            for name, command in steps(articles, Path(scratch), options.workers):
                costs.setdefault(name, []).append(cost_of(command))
                cost = costs[name][-1]
                print(f"{size} {name}: {cost}, load {cost.load:.1f}", file=sys.stderr, flush=True)
    print("| step | " + " | ".join(f"{size:,} articles" for size in options.sizes) + " | ms an article more |")
    print("|---|" + "---:|" * (len(options.sizes) + 1))
    for name, of_sizes in costs.items():
        more = " → ".join(f"{1000 * rate:.2f}" for rate in rates(options.sizes, [cost.seconds for cost in of_sizes]))
        print(f"| {name} | " + " | ".join(map(str, of_sizes)) + f" | {more} |")


def rates(sizes: Sequence[int], seconds: Sequence[float]) -> list[float]:
    """Between each size and the next, the seconds that an article more costs; even where the cost is linear."""
    ends = list(zip(sizes, seconds, strict=True))
    return [(later - earlier) / (more - fewer) for (fewer, earlier), (more, later) in pairwise(ends)]


if __name__ == "__main__":
    main()
