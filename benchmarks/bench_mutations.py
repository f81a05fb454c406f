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
import json
import random
import sys
import time
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import cache, partial
from heapq import nlargest
from itertools import islice
from pathlib import Path
from typing import Any

from extract.limits import ArticleFailed, Limits, extract_rows
from scraper.article import Article
from scraper.boundary.processes import exit_with_parent

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data" / "gold" / "sample_articles.jsonl"
LIMITS = Limits(seconds=5.0)
LENGTHS = ((70, 130), (95, 300), (99, 600), (100, 3_000))  # percent of the texts up to this many characters
PORTION = 500
SHOWN = 20
ODD = "\u00a0\u200b\u0301\u0323\ufffd\ud83d\x00\r\t\x0b\u2028\ufeff\u202eİßﬁ²٣Ⅳ½😀"
SIGNS = "\n .,;:-–…!?/()[]{}\"'“”‘’*+=_|&%0123456789"

Mutation = Callable[[random.Random, str], str]


@dataclass(slots=True)
class Figures:
    """The results of texts."""

    texts: int = 0
    characters: int = 0
    rows: int = 0
    failures: list[tuple[str, str, str]] = field(default_factory=list)
    slowest: list[tuple[float, str, int]] = field(default_factory=list)

    @classmethod
    def read(cls, written: dict[str, Any]) -> Figures:
        """Figures as they were written in JSON."""
        pairs = {name: [tuple(entry) for entry in written[name]] for name in ("failures", "slowest")}
        return cls(**{**written, **pairs})

    def add(self, other: Figures) -> None:
        """Add the figures of another."""
        self.texts += other.texts
        self.characters += other.characters
        self.rows += other.rows
        self.failures += other.failures
        self.slowest = nlargest(SHOWN, [*self.slowest, *other.slowest])


@cache
def sentences(articles: Path = SAMPLE) -> list[str]:
    """The lines of articles."""
    with articles.open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    bodies = (str(text.get("text") or "\n".join(text["paragraphs"])) for text in texts)
    return [part for body in bodies for part in body.split("\n") if part]


@cache
def entries() -> list[str]:
    """The words of all lexicons, keys and values."""
    files = sorted((ROOT / "extract" / "lexicons").glob("*.toml"))
    return sorted({word for file in files for word in _strings(tomllib.loads(file.read_text(encoding="utf-8")))})


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield key
            yield from _strings(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _strings(entry)


def text_of(seed: int, number: int, articles: Path = SAMPLE) -> str:
    """The text with a number."""
    chance = random.Random(f"{seed}/{number}")
    longest = _longest(chance)
    if number % 4 == 1:
        text = " ".join(chance.choices(entries(), k=chance.randint(2, 2 + longest // 20)))
    else:
        lines = sentences(SAMPLE if number % 4 == 0 else articles)
        text = chance.choice((" ", "\n")).join(chance.choices(lines, k=chance.randint(1, 1 + longest // 150)))
    text = _window(chance, text, longest)
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(MUTATIONS)(chance, text)[:longest]
    return text


def _longest(chance: random.Random) -> int:
    percent = chance.randrange(100)
    return chance.randint(30, next(longest for below, longest in LENGTHS if percent < below))


def _window(chance: random.Random, text: str, longest: int) -> str:
    start = chance.choice((0, chance.randrange(max(len(text) - longest, 0) + 1)))
    return text[start : start + longest]


def _cut(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text) + 1)
    return text[start : chance.randrange(start, len(text) + 1)] if chance.random() < 0.5 else text[:start]


def _drop_words(chance: random.Random, text: str) -> str:
    return " ".join(word for word in text.split(" ") if chance.random() > 0.1)


def _swap_words(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(3):
        first, second = chance.randrange(len(words)), chance.randrange(len(words))
        words[first], words[second] = words[second], words[first]
    return " ".join(words)


def _insert(choices: Sequence[str], chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(choices) + text[at:]
    return text


def _insert_entry(chance: random.Random, text: str) -> str:
    return _insert([f" {chance.choice(entries())} "], chance, text)


def _insert_fragment(chance: random.Random, text: str) -> str:
    other = chance.choice(sentences())
    start = chance.randrange(len(other))
    return _insert([other[start : start + chance.randint(1, 80)]], chance, text)


def _repeat(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    piece = text[at : at + chance.randint(1, 20)]
    return text[:at] + piece * chance.randint(2, 60) + text[at:]


def _break_lines(chance: random.Random, text: str) -> str:
    return "".join("\n" if char == " " and chance.random() < 0.15 else char for char in text)


def _join_words(chance: random.Random, text: str) -> str:
    return "".join(char for char in text if char != " " or chance.random() > 0.1)


def _change_digits(chance: random.Random, text: str) -> str:
    return "".join(chance.choice("0123456789") if char.isdigit() and char.isascii() else char for char in text)


def _change_case(chance: random.Random, text: str) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _decompose(chance: random.Random, text: str) -> str:
    return unicodedata.normalize(chance.choice(("NFD", "NFKD")), text)


MUTATIONS: Sequence[Mutation] = (
    _cut,
    _drop_words,
    _swap_words,
    partial(_insert, SIGNS),
    partial(_insert, ODD),
    _insert_entry,
    _insert_fragment,
    _repeat,
    _break_lines,
    _join_words,
    _change_digits,
    _change_case,
    _decompose,
)


def tried(seed: int, articles: Path, numbers: range) -> Figures:
    """Extract the texts with these numbers and check the results."""
    figures = Figures()
    for number in numbers:
        _try(figures, f"{seed}/{number}", text_of(seed, number, articles))
    return figures


def _try(figures: Figures, name: str, text: str) -> None:
    half = len(text) // 3 if figures.texts % 3 == 0 else 0  # a third has a title
    article = Article(id=name, title=text[:half], paragraphs=(text[half:],), published_at="2024-05-15")
    figures.texts += 1
    figures.characters += len(text)
    start = time.process_time()
    try:
        rows = extract_rows(article, LIMITS)
    except ArticleFailed as failed:
        figures.failures.append((name, str(failed), text))
        return
    figures.slowest = nlargest(SHOWN, [*figures.slowest, (time.process_time() - start, name, len(text))])
    figures.rows += sum(map(len, rows.values()))
    canonical = str(rows["articles"][0]["text"])
    for table, own in rows.items():
        for row in own:
            if "quote" in row and canonical[int(str(row["span_start"])) : int(str(row["span_end"]))] != row["quote"]:
                figures.failures.append((name, f"{table}: a quote that is not in the text", text))


def all_tried(seed: int, numbers: range, articles: Path, workers: int, progress: Path | None) -> Figures:
    """Extract the texts with these numbers in processes, those that the progress does not have."""
    done = _read(progress)
    figures = Figures()
    for figure in done.values():
        figures.add(figure)
    starts = (start for start in numbers[::PORTION] if start not in done)
    with ProcessPoolExecutor(workers, initializer=exit_with_parent) as pool:
        while some := list(islice(starts, 4 * workers)):
            parts = [range(start, min(start + PORTION, numbers.stop)) for start in some]
            for part, result in zip(parts, pool.map(partial(tried, seed, articles), parts)):
                figures.add(result)
                _append(progress, part.start, result)
            print(f"{figures.texts} texts, {len(figures.failures)} failures", file=sys.stderr, flush=True)
    return figures


def _read(progress: Path | None) -> dict[int, Figures]:
    if progress is None or not progress.exists():
        return {}
    with progress.open(encoding="utf-8") as lines:
        return {start: Figures.read(figures) for start, figures in map(json.loads, lines)}


def _append(progress: Path | None, start: int, figures: Figures) -> None:
    if progress is not None:
        with progress.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps([start, asdict(figures)]) + "\n")


def growth(text: str, times: int = 10) -> float:
    """How much longer a text takes that is so many times as long."""
    _seconds(text, least=0)  # the lexicons are read
    return _seconds("\n".join([text] * times)) / _seconds(text)


def _seconds(text: str, least: float = 0.2) -> float:
    article = Article(id="growth", title="", paragraphs=(text,), published_at="2024-05-15")
    times, taken, start = 0, 0.0, time.process_time()
    while times == 0 or taken < least:
        extract_rows(article, Limits(seconds=60))
        times, taken = times + 1, time.process_time() - start
    return taken / times


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
