"""Whether any text makes the extraction raise, hang or quote what is not there: mutated texts, many of them.

    python -m benchmarks.bench_mutations [--texts 2000] [--seed 1] [--workers 1] [--articles FILE] [--progress FILE]

A quarter of the texts are made of the sample's sentences, a quarter of entries of the lexicons, half of the lines of
FILE's articles (of the sample, without one); each is changed a few times as people, editors and programs change
texts. Most are short, one in a hundred is up to 3,000 characters long. Prints figures and the slowest texts; ends with
status 1 where a text raised, took longer than its limit, or has a row whose quote is not in the text where it says. A
seed and a number name a text: the same ones give the same text, of the same articles. With `--progress`, figures of
every portion are appended to a file, and the same command goes on behind the last one.

Then a text is made ten times as long, for the slowest ones and for some others: the factor says how much longer that
took.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from benchmarks.mutations.making import SAMPLE, text_of
from benchmarks.mutations.running import Figures, all_tried, growth


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--articles", type=Path, default=SAMPLE)
    parser.add_argument("--progress", type=Path)
    arguments = parser.parse_args()
    numbers = range(arguments.texts)
    figures = all_tried(arguments.seed, numbers, arguments.articles, arguments.workers, arguments.progress)
    _print_figures(figures)
    _print_growth(arguments.seed, arguments.articles, figures)
    sys.exit(1 if figures.failures else 0)


def _print_figures(figures: Figures) -> None:
    size = f"{figures.texts} texts of {figures.characters} characters, {figures.rows} rows"
    print(f"{size}, {len(figures.failures)} failures")
    for reason, count in Counter(reason for _, reason, _ in figures.failures).most_common():
        name, _, text = next(one for one in figures.failures if one[1] == reason)
        print(f"\n{count} × {reason}; for example {name}:\n{ascii(text)}")


def _print_growth(seed: int, articles: Path, figures: Figures) -> None:
    print("\n| slowest text | characters | ms | ten times as long |\n|---|---:|---:|---:|")
    for seconds, name, length in figures.slowest:
        text = text_of(seed, int(name.partition("/")[2]), articles)
        print(f"| {name} | {length} | {seconds * 1e3:.0f} | {growth(text):.1f} × |")
    others = range(0, figures.texts, figures.texts // 50 or 1)
    factors = sorted(growth(text_of(seed, number, articles)) for number in others)
    print(f"\n{len(factors)} texts made ten times as long: {factors[len(factors) // 2]:.1f} × in the middle, "
          f"{factors[-1]:.1f} × at most")


if __name__ == "__main__":
    main()
