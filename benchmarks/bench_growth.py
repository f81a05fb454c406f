"""What each step costs as articles become more: processor time and peak memory of the command, children included.

    python -m benchmarks.bench_growth --articles ARTICLES.jsonl [SIZE …]

The sizes are numbers of articles, the first of the file; a file with fewer is gone through again with other ids. Every
step is the real command, or, for `load`, a process that loads all tables into pandas.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

SIZES = (1_000, 4_000, 16_000)
SUKIEN = (sys.executable, "-m", "sukien")


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor and the largest resident set, in megabytes, of a command."""

    seconds: float
    megabytes: float


def cost_of(command: list[str]) -> Cost:
    """Run a command to its end. Raises CalledProcessError where it fails; status 3, bad input named, is none."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def write_articles(source: Path, size: int, file: Path) -> None:
    """The first `size` articles of a source; from the second time through it with ids of their own."""
    with source.open(encoding="utf-8") as lines, file.open("w", encoding="utf-8") as written:
        for number, line in enumerate(islice(cycle(lines), size)):
            article = json.loads(line)
            article["id"] = f"{article['id']}-{number}"
            written.write(json.dumps(article, ensure_ascii=False) + "\n")


def steps(articles: Path, folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The steps in their order, each with its command."""
    tables = str(folder / "tables")
    yield "extract", [*SUKIEN, "extract", str(articles), "--out", tables]
    yield "extract --sqlite", [*SUKIEN, "extract", str(articles), "--out", tables, "--sqlite", str(folder / "t.db")]
    yield "extract --xlsx", [*SUKIEN, "extract", str(articles), "--out", tables, "--xlsx", str(folder / "t.xlsx")]
    yield "link", [*SUKIEN, "link", tables]
    yield "report", [*SUKIEN, "report", tables, "--out", str(folder / "report.html")]
    yield "load", [sys.executable, "-c", f"from extract import load; load({tables!r})"]


def main() -> None:
    """Print a table: a row a step, two columns a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True, help="JSON Lines with id and text")
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    options = parser.parse_args()
    costs: dict[str, list[Cost]] = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as scratch:
            articles = Path(scratch) / "articles.jsonl"
            write_articles(options.articles, size, articles)
            for name, command in steps(articles, Path(scratch)):
                costs.setdefault(name, []).append(cost_of(command))
                print(f"{size} {name}: {costs[name][-1]}", file=sys.stderr, flush=True)
    print("| step | " + " | ".join(f"{size:,} articles" for size in options.sizes) + " |")
    print("|---|" + "---:|" * len(options.sizes))
    for name, of_sizes in costs.items():
        cells = (f"{cost.seconds:.1f} s, {cost.megabytes:.0f} MB" for cost in of_sizes)
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
