"""Speed and accuracy of the extraction beside a pipeline as people write it today (peers.py), in the same run.

    python -m benchmarks.bench_extract [--articles ARTICLES.jsonl] [--gold GOLD.jsonl]... [--peer-articles N]

Times are seconds of processor time of this one process, so that other work on the machine does not count. Both read
the same articles in the same order, after some that pay for loading. Prints Markdown tables.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.gold import ROOT, add_gold_argument, joined, read_all, read_sets
from benchmarks.peers import extract_as_usual
from extract import extract
from extract.events import assemble
from extract.mentions import KINDS
from extract.results import Extraction
from extract.tables.rows import rows_of
from extract.text.document import read_document
from scraper.article import Article

Extractor = Callable[[Article], Extraction]
_TURN = 25  # articles of a turn; a first turn outside of the measurement loads lexicons, patterns and models
_SAMPLE = ROOT / "data" / "gold" / "sample_articles.jsonl"


class Stopwatch:
    """Processor time by stage, added up over the articles."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time of the block to the stage."""
        start = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start


def stages(articles: Sequence[Article]) -> Stopwatch:
    """The time of each stage of the extraction: the same steps as `extract`, and the making of the tables."""
    watch = Stopwatch()
    for article in articles:
        with watch.stage("canonical text"):
            document = read_document(article)
        findings = []
        for kind in KINDS:
            with watch.stage(kind.find.__name__):
                findings.append(kind.find(document))
        with watch.stage("events"):
            found = assemble(document, findings)
        with watch.stage("tables"):
            rows_of(found)
    return watch


def milliseconds_an_article(extractors: Sequence[Extractor], articles: Sequence[Article]) -> list[float]:
    """Processor time of extraction and rows by extractor, on average, once everything is loaded.

    They take turns every few articles, so that other load on the machine slows all of them equally.
    """
    seconds = [0.0] * len(extractors)
    for extractor in extractors:
        _seconds(extractor, articles[:_TURN])
    for first in range(0, len(articles), _TURN):
        for number, extractor in enumerate(extractors):
            seconds[number] += _seconds(extractor, articles[first : first + _TURN])
    return [1000 * spent / len(articles) for spent in seconds]


def _seconds(extractor: Extractor, articles: Sequence[Article]) -> float:
    start = time.process_time()
    for article in articles:
        rows_of(extractor(article))
    return time.process_time() - start


def print_speed(articles: Sequence[Article], for_peer: Sequence[Article]) -> None:
    """Print the milliseconds of both over the articles that both read, the ratio, and ours over all."""
    ours, theirs = milliseconds_an_article((extract, extract_as_usual), for_peer)
    every = ours if len(articles) == len(for_peer) else milliseconds_an_article((extract,), articles)[0]
    length = sum(len(read_document(article).text) for article in articles) / len(articles)
    print(f"{len(articles)} articles of {length:,.0f} characters on average, one core.\n")
    print("| | articles | ms an article |\n|---|---:|---:|")
    for count, milliseconds in {len(articles): every, len(for_peer): ours}.items():
        print(f"| Sukien | {count} | {milliseconds:.2f} |")
    print(f"| underthesea + dateparser + regular expressions | {len(for_peer)} | {theirs:.2f} |")
    print(f"\nOver the same {len(for_peer)} articles the ratio is {theirs / ours:.0f}.\n")


def print_stages(articles: Sequence[Article]) -> None:
    """Print the table of the time of each stage."""
    seconds = stages(articles).seconds
    total = sum(seconds.values())
    print("| stage | ms an article | share |\n|---|---:|---:|")
    for name, spent in sorted(seconds.items(), key=lambda item: -item[1]):
        print(f"| {name} | {1000 * spent / len(articles):.3f} | {spent / total:.0%} |")
    print(f"| all | {1000 * total / len(articles):.3f} | |\n")


def print_accuracy(paths: Sequence[Path] | None) -> None:
    """Print the accuracy of both, separately for real and bundled articles."""
    sets = read_sets(paths)
    groups = [[one for one in sets if (one.name == "sample") is bundled] for bundled in (False, True)]
    for gold in (joined(group) for group in groups if group):
        ours, theirs = (gold.judge(one).figures() for one in (extract, extract_as_usual))
        print(f"{gold.name}: {len(gold.gold)} articles.\n\n| measure | Sukien | usual |\n|---|---:|---:|")
        for name, figure in ours.items():
            print(f"| {name} | {figure:.3f} | {theirs[name]:.3f} |")
        print()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=_SAMPLE, help="articles to time, JSON Lines")
    parser.add_argument("--peer-articles", type=int, metavar="N", help="let the slow one read the first N only")
    add_gold_argument(parser)
    arguments = parser.parse_args()
    articles = read_all(arguments.articles)
    print_speed(articles, articles[: arguments.peer_articles])
    print_stages(articles)
    print_accuracy(arguments.gold)


if __name__ == "__main__":
    main()
