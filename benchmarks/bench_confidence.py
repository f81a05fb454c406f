"""Whether the confidences mean something: of the rows that say 0.9, are nine in ten right?

    python -m benchmarks.bench_confidence [--gold GOLD.jsonl]...

A main event is right if the annotation has an event of that type, on those days where it knows them. An official is
right if the annotation has that person, and has every post that the row gives. Prints Markdown tables.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.gold import GoldSet, add_gold_argument, joined, read_sets
from extract import extract
from extract.evaluation.columns import Gold
from extract.evaluation.wording import same_wording
from extract.model import Extraction, OfficialValue

_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class JudgedCount:
    """A row's confidence, and whether the row is right."""

    confidence: float
    right: bool


def judged_events(gold: GoldSet) -> Iterator[JudgedCount]:
    """The main events of the articles that are annotated for events."""
    for golden, found in _pairs(gold, "event"):
        if found.main_event:
            yield JudgedCount(found.main_event.confidence, _event_is_right(golden, found))


def judged_officials(gold: GoldSet) -> Iterator[JudgedCount]:
    """The officials of the articles that are annotated for officials."""
    for golden, found in _pairs(gold, "officials"):
        people = {same_wording(person["name"]): person for person in golden["officials"]}
        for mention in found.officials:
            person = people.get(same_wording(mention.value.name))
            yield JudgedCount(mention.value.confidence, person is not None and _posts_are_right(mention.value, person))


def _pairs(gold: GoldSet, aspect: str) -> Iterator[tuple[Gold, Extraction]]:
    articles = {article.id: article for article in gold.articles}
    for golden in gold.gold:
        if aspect in (golden.get("partial") or (aspect,)):
            yield golden, extract(articles[golden["id"]])


def _event_is_right(golden: Gold, found: Extraction) -> bool:
    main, want = found.main_event, golden.get("event")
    if not golden["is_event"] or not main or not want or main.type != want["type"]:
        return False
    known = want["start"] and not want["start"].startswith("--")
    return not known or (main.start_date, main.end_date) == (want["start"], want["end"])


def _posts_are_right(official: OfficialValue, person: Gold) -> bool:
    """Whether each post is one of the annotation's, or a part or another form of one."""
    full = [same_wording(post) for post in (*person["positions"], *person.get("variants", []))]
    return all(any(f" {same_wording(post.text)} " in f" {known} " for known in full) for post in official.positions)


def reliability(judged: Sequence[JudgedCount]) -> Iterator[str]:
    """A Markdown table: of the rows in each bin of confidence, how many are said to be right, and how many are."""
    yield "| confidence | rows | mean confidence | right |"
    yield "|---|---:|---:|---:|"
    for low, high in zip(_EDGES, _EDGES[1:]):
        inside = [one for one in judged if low <= one.confidence < high or one.confidence == high == 1.0]
        if inside:
            yield _line(f"{low:.2f} – {high:.2f}", inside)
    yield _line("all", judged)


def _line(name: str, judged: Sequence[JudgedCount]) -> str:
    said, right = _mean(one.confidence for one in judged), _mean(float(one.right) for one in judged)
    return f"| {name} | {len(judged)} | {said:.3f} | {right:.3f} |"


def brier(judged: Sequence[JudgedCount]) -> float:
    """The mean squared distance of the confidence from what is so; 0 is best."""
    return _mean((one.confidence - one.right) ** 2 for one in judged)


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return sum(every) / len(every) if every else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_gold_argument(parser)
    gold = joined(read_sets(parser.parse_args().gold))
    for name, judged in (("events", list(judged_events(gold))), ("officials", list(judged_officials(gold)))):
        print(f"{name}, {gold.name}; Brier score {brier(judged):.4f}\n")
        print("\n".join(reliability(judged)) + "\n")


if __name__ == "__main__":
    main()
