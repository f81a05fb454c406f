"""Whether the confidences mean something: of the rows that say 0.9, are nine in ten right?

    python -m benchmarks.bench_confidence [--gold GOLD.jsonl]...

A main event is right if the annotation has an event of that type, on those days where it knows them; its type, days,
place and number of attendees are judged by themselves. An official is right if the annotation has that person, and has
every post that the row gives. Prints Markdown tables, and how far the shares are from the confidences on the average.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.fitting.cases import read_cases
from benchmarks.fitting.confidences import calibration_error, judged
from benchmarks.gold import add_gold_argument, joined, read_sets
from extract.weights import weights

_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class JudgedCell:
    """A confidence, the group of the article, and whether the row or cell is right."""

    confidence: float
    group: str
    right: bool


def reliability(cells: Sequence[JudgedCell]) -> Iterator[str]:
    """A Markdown table of the expected and the actual share of right rows in each bin of confidence."""
    yield "| confidence | rows | mean confidence | right |"
    yield "|---|---:|---:|---:|"
    for low, high in zip(_EDGES, _EDGES[1:]):
        inside = [one for one in cells if low <= one.confidence < high or one.confidence == high == 1.0]
        if inside:
            yield _line(f"{low:.2f} – {high:.2f}", inside)
    yield _line("all", cells)


def summary(name: str, cells: Sequence[JudgedCell]) -> Iterator[str]:
    """A line for all articles and for each group: rows, confidence, share right, calibration error, Brier score."""
    groups = ["all", *sorted({one.group for one in cells})]
    for group in groups:
        own = [one for one in cells if group in ("all", one.group)]
        error = calibration_error((one.confidence, one.right) for one in own)
        confidence, right = _mean(one.confidence for one in own), _mean(float(one.right) for one in own)
        yield f"| {name}, {group} | {len(own)} | {confidence:.3f} | {right:.3f} | {error:.3f} | {brier(own):.4f} |"


def brier(cells: Sequence[JudgedCell]) -> float:
    """The Brier score: the mean squared distance of the confidence from the outcome; 0 is best."""
    return _mean((one.confidence - one.right) ** 2 for one in cells)


def _line(name: str, cells: Sequence[JudgedCell]) -> str:
    confidence, right = _mean(one.confidence for one in cells), _mean(float(one.right) for one in cells)
    return f"| {name} | {len(cells)} | {confidence:.3f} | {right:.3f} |"


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return sum(every) / len(every) if every else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_gold_argument(parser)
    gold = joined(read_sets(parser.parse_args().gold))
    cells: defaultdict[str, list[JudgedCell]] = defaultdict(list)
    for name, group, confidence, right in judged(weights(), read_cases(gold)):
        cells[name].append(JudgedCell(confidence, group, right))
    for name, own in cells.items():
        print(f"{name}, {gold.name}\n")
        print("\n".join(reliability(own)) + "\n")
    print("| confidence | rows | mean | right | calibration error | Brier score |\n|---|---:|---:|---:|---:|---:|")
    for name, own in cells.items():
        print("\n".join(summary(name, own)))


if __name__ == "__main__":
    main()
