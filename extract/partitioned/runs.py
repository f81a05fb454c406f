"""A run over the partitions of an input, on whatever engine: which of its articles count, and what it leaves in its
folder."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extract.batch import NoArticles
from extract.partitioned.partitions import Partition
from extract.partitioned.tasks import PartitionOutcome, PartitionSurvey, Verdict
from extract.tables.checks import PARTITIONS
from scraper.article import Article
from scraper.boundary.files import replace_text

_INPUT = "input.sha256"


@dataclass(frozen=True, slots=True)
class Reposts:
    """How reposts are found: a function for the outline of an article, and one for the originals in a sequence of
    outlines."""

    outline_of: Callable[[Article], Any]
    originals: Callable[[Iterable[Any]], Iterator[str | None]]


def decide(
    partitions: Sequence[Partition], surveys: Iterable[PartitionSurvey[Any]], reposts: Reposts | None
) -> list[Verdict]:
    """The verdict on each partition, in input order: of several articles with one id the first counts, and reposts are
    marked."""
    first_seen: dict[str, str] = {}
    verdicts: list[Verdict] = []
    outlines: list[Any] = []
    positions: list[tuple[int, int]] = []
    for number, (partition, surveyed) in enumerate(zip(partitions, surveys)):
        repeated: dict[int, str] = {}
        for position, article_id in enumerate(surveyed.ids):
            if article_id in first_seen:
                repeated[position] = f"id {article_id!r} was already given in {first_seen[article_id]}"
                continue
            first_seen[article_id] = partition.name
            if reposts:
                outlines.append(surveyed.outlines[position])
                positions.append((number, position))
        verdicts.append(Verdict(repeated, {}))
    marks: list[dict[int, str]] = [{} for _ in verdicts]
    for (number, position), original in zip(positions, reposts.originals(outlines) if reposts else ()):
        if original:
            marks[number][position] = original
    return [Verdict(verdict.repeated, marked) for verdict, marked in zip(verdicts, marks)]


def joined(partitions: Sequence[Partition], outcomes: Sequence[PartitionOutcome], out: Path) -> PartitionOutcome:
    """The outcome of all partitions, in their order, which is recorded in `out`. Raises NoArticles where there is no
    article."""
    counts = (
        {name: sum(outcome.counts[name] for outcome in outcomes) for name in outcomes[0].counts} if outcomes else {}
    )
    if not counts.get("articles"):
        raise NoArticles(())
    names = [partition.name for partition in partitions]
    replace_text(out / PARTITIONS, json.dumps({"partitions": names, "counts": counts}, indent=2) + "\n")
    return PartitionOutcome(counts, tuple(line for outcome in outcomes for line in outcome.skipped))


def forget_other_input(out: Path, partitions: Sequence[Partition], topics: bool) -> None:
    """Remove the partitions of another input, or of a run that differs in `topics`, from `out`, and record the present
    input."""
    described = [asdict(one) for one in partitions]
    digest = hashlib.sha256(json.dumps([described, "topics"] if topics else described).encode()).hexdigest()
    note = out / _INPUT
    if not note.is_file() or note.read_text(encoding="utf-8").strip() != digest:
        (out / PARTITIONS).unlink(missing_ok=True)
        for folder in out.glob("part-*"):
            shutil.rmtree(folder)
        replace_text(note, digest + "\n")
