"""Weights of words by their rarity among the names, titles and sentences of reported events, written as a lexicon.

    python -m benchmarks.word_weights TABLES > extract/lexicons/word_weights.toml

A word of every third event weighs little, one of a single event 1. Words that are not in the file weigh 1.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as parquet

from extract.linking.events.reports import words_of

_COMMON = 0.003  # share of all events: rarer words are left out and weigh 1
_HEADER = """\
# How distinctive a word of an event's name, title and sentence is, from 0 (in every event) to 1 (in one of hundreds).
# Measured by `python -m benchmarks.word_weights` on {events} events of Vietnamese newspapers from 2014 to 2019.
# Words that are not here weigh 1.
"""


def main(folder: Path) -> None:
    """Print the lexicon of word weights of the events in a folder of tables."""
    events = parquet.read_table(folder / "events.parquet", columns=["name", "title", "quote"]).to_pylist()
    counts = Counter(word for event in events for word in words_of(" ".join(filter(None, event.values()))))
    print(_HEADER.format(events=len(events)))
    print("[weights]")
    for weight, words in _steps(counts, len(events)):
        print(f'"{weight:.1f}" = """\n{" ".join(words)}\n"""')


def _steps(counts: Counter[str], events: int) -> Iterator[tuple[float, list[str]]]:
    """The common words by their weight, in steps of a tenth."""
    rarest = math.log(1 / _COMMON)
    steps: dict[float, list[str]] = defaultdict(list)
    for word, count in sorted(counts.items()):
        if count >= _COMMON * events and not word.isdigit():
            steps[round(math.log(events / count) / rarest, 1)].append(word)
    return iter(sorted(steps.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
