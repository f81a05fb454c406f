"""The two tasks on one partition: survey its articles, and later write its tables into a folder of their own.

Both depend on the partition only, so a scheduler may run them on any worker, repeatedly, and in any order.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from extract.batch import BatchOutcome, NoArticles, extract_to
from extract.jsonl import BadLine
from extract.partitioned.partitions import Partition, Reader
from extract.tables.writer import TableFolder
from scraper.article import Article

OUTCOME = "outcome.json"
Outline = TypeVar("Outline")


@dataclass(frozen=True, slots=True)
class PartitionSurvey(Generic[Outline]):
    """The ids of a partition's articles in order, and their outlines for finding reposts."""

    ids: tuple[str, ...]
    outlines: tuple[Outline, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows from the other partitions for this one's articles, by their position in it.

    `repeated`: articles whose id occurred before, with its place; `duplicate_of`: reposts, with the id of the first
    near-identical article.
    """

    repeated: Mapping[int, str] = field(default_factory=dict)
    duplicate_of: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartitionOutcome:
    """The number of rows by table, and messages on what was skipped."""

    counts: Mapping[str, int]
    skipped: tuple[str, ...]


def survey(
    partition: Partition, reader: Reader, outline_of: Callable[[Article], Outline] | None
) -> PartitionSurvey[Outline]:
    """The survey of a partition; with outlines where `outline_of` is given."""
    articles = [one for one in reader(partition) if isinstance(one, Article)]
    ids = tuple(article.id for article in articles)
    return PartitionSurvey(ids, tuple(map(outline_of, articles)) if outline_of else ())


def write_partition(
    partition: Partition, reader: Reader, verdict: Verdict, out: Path, topics: bool = False
) -> PartitionOutcome:
    """Extract a partition and write its tables into `out`/part-NNNNNN, in place of what an earlier attempt left there;
    with `topics` those of each article too.

    All files of the folder are put in place in one step, `outcome.json` among them.
    """
    target = out / partition.name
    articles = _decided(partition, reader, verdict)
    try:
        outcome = _partition_outcome(extract_to(target, articles, topics=topics))
    except NoArticles as empty:
        outcome = _partition_outcome(BatchOutcome({}, empty.skipped))
        with TableFolder(target) as tables:
            outcome = replace(outcome, counts=tables.counts)
    (target / OUTCOME).write_text(json.dumps([dict(outcome.counts), outcome.skipped], ensure_ascii=False), "utf-8")
    return outcome


def done_before(partition: Partition, out: Path) -> PartitionOutcome | None:
    """The outcome of a partition that an earlier run completed in `out`, else None."""
    file = out / partition.name / OUTCOME
    if not file.is_file():
        return None
    counts, skipped = json.loads(file.read_text(encoding="utf-8"))
    return PartitionOutcome(counts, tuple(skipped))


def _decided(partition: Partition, reader: Reader, verdict: Verdict) -> Iterator[Article | BadLine]:
    """The partition's articles, reposts marked, with a bad line in place of each whose id occurred before."""
    position = 0
    for one in reader(partition):
        if isinstance(one, BadLine):
            yield one
            continue
        repeated = verdict.repeated.get(position)
        yield BadLine(partition.url, position + 1, repeated) if repeated else _marked(one, verdict, position)
        position += 1


def _marked(article: Article, verdict: Verdict, position: int) -> Article:
    original = verdict.duplicate_of.get(position)
    return replace(article, duplicate_of=original) if original else article


def _partition_outcome(outcome: BatchOutcome) -> PartitionOutcome:
    return PartitionOutcome(outcome.counts, tuple(str(one) for one in outcome.skipped))
