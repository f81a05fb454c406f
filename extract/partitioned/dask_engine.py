"""Runs the partitions of an input on a Dask cluster, and joins their output under one root folder.

Two passes: the first reads the ids (and outlines of the texts) of every partition, from which repeated articles are
found in input order; the second extracts. The partitions of a worker that dies are given to others. A run that was
stopped continues with the missing partitions.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.batch import NoArticles, Progress
from extract.partitioned.partitions import Partition, Reader
from extract.partitioned.tasks import PartitionOutcome, PartitionSurvey, Verdict, done_before, survey, write_partition
from extract.tables.checks import PARTITIONS
from scraper.article import Article
from scraper.boundary.files import replace_text

if TYPE_CHECKING:
    from distributed import Client

RETRIES = 3  # times that a partition is given to another worker after a failure
_INPUT = "input.sha256"


@dataclass(frozen=True, slots=True)
class Reposts:
    """How reposts are found: a function for the outline of an article, and one for the originals in a sequence of
    outlines."""

    outline_of: Callable[[Article], Any]
    originals: Callable[[Iterable[Any]], Iterator[str | None]]


@contextmanager
def dask_client(scheduler: str | None, workers: int) -> Iterator[Client]:
    """A client of the scheduler at a URL, or of a cluster of local processes that ends with the block.

    Raises OSError where there is no scheduler.
    """
    from distributed import Client, LocalCluster

    if scheduler:
        with Client(scheduler) as client:
            yield client
        return
    cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
    with cluster, Client(cluster) as client:
        yield client


def extract_partitions(
    client: Client,
    partitions: Sequence[Partition],
    readers: Mapping[str, Reader],
    out: Path,
    reposts: Reposts | None = None,
    progress: Progress = lambda done: None,
    topics: bool = False,
) -> PartitionOutcome:
    """Extract all partitions into `out`, a folder of tables each, with `topics` those of each article too. `progress`
    is called with the number of articles done.

    `readers` has a reader for each kind of input. Partitions that an interrupted run of the same input has written are
    kept. Raises NoArticles where there is no article to extract from.
    """
    out.mkdir(parents=True, exist_ok=True)
    _forget_other_input(out, partitions, topics)
    outline_of = reposts.outline_of if reposts else None
    told = [
        client.submit(survey, one, readers[one.kind], outline_of, pure=False, retries=RETRIES) for one in partitions
    ]
    verdicts = decide(partitions, (future.result() for future in told), reposts)
    outcomes = _write_all(client, dict(zip(partitions, verdicts)), readers, out, progress, topics)
    counts = (
        {name: sum(outcome.counts[name] for outcome in outcomes) for name in outcomes[0].counts} if outcomes else {}
    )
    if not counts.get("articles"):
        raise NoArticles(())
    names = [partition.name for partition in partitions]
    replace_text(out / PARTITIONS, json.dumps({"partitions": names, "counts": counts}, indent=2) + "\n")
    return PartitionOutcome(counts, tuple(line for outcome in outcomes for line in outcome.skipped))


def decide(
    partitions: Sequence[Partition], surveys: Iterable[PartitionSurvey[Any]], reposts: Reposts | None
) -> list[Verdict]:
    """The verdict on each partition, in input order: of several articles with one id the first counts, and reposts are
    marked."""
    first_seen: dict[str, str] = {}
    verdicts: list[Verdict] = []
    outlines: list[Any] = []
    positions: list[tuple[int, int]] = []
    for number, (partition, told) in enumerate(zip(partitions, surveys)):
        repeated: dict[int, str] = {}
        for position, article_id in enumerate(told.ids):
            if article_id in first_seen:
                repeated[position] = f"id {article_id!r} was already given in {first_seen[article_id]}"
                continue
            first_seen[article_id] = partition.name
            if reposts:
                outlines.append(told.outlines[position])
                positions.append((number, position))
        verdicts.append(Verdict(repeated, {}))
    marks: list[dict[int, str]] = [{} for _ in verdicts]
    for (number, position), original in zip(positions, reposts.originals(outlines) if reposts else ()):
        if original:
            marks[number][position] = original
    return [Verdict(verdict.repeated, marked) for verdict, marked in zip(verdicts, marks)]


def _write_all(
    client: Client,
    work: Mapping[Partition, Verdict],
    readers: Mapping[str, Reader],
    out: Path,
    progress: Progress,
    topics: bool,
) -> list[PartitionOutcome]:
    """The outcomes in the order of the partitions."""
    from distributed import as_completed

    outcomes = {partition: done for partition in work if (done := done_before(partition, out))}
    finished = sum(outcome.counts["articles"] for outcome in outcomes.values())
    futures = {
        client.submit(write_partition, one, readers[one.kind], verdict, out, topics, pure=False, retries=RETRIES): one
        for one, verdict in work.items()
        if one not in outcomes
    }
    for future in as_completed(list(futures)):
        outcomes[futures[future]] = outcome = future.result()
        finished += outcome.counts["articles"]
        progress(finished)
    return [outcomes[partition] for partition in work]


def _forget_other_input(out: Path, partitions: Sequence[Partition], topics: bool) -> None:
    """Remove the partitions of another input, or of a run that differs in `topics`, from `out`, and record the present
    input."""
    told = [asdict(one) for one in partitions]
    digest = hashlib.sha256(json.dumps([told, "topics"] if topics else told).encode()).hexdigest()
    note = out / _INPUT
    if not note.is_file() or note.read_text(encoding="utf-8").strip() != digest:
        (out / PARTITIONS).unlink(missing_ok=True)
        for folder in out.glob("part-*"):
            shutil.rmtree(folder)
        replace_text(note, digest + "\n")
