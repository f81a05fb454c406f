"""Runs the partitions of an input on a Dask cluster, and joins their output under one root folder.

Two passes: the first reads the ids (and outlines of the texts) of every partition, from which repeated articles are
found in input order; the second extracts. The partitions of a worker that dies are given to others. A run that was
stopped continues with the missing partitions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from extract.batch import Progress
from extract.partitioned.partitions import Partition, Reader
from extract.partitioned.runs import Reposts, decide, forget_other_input, joined
from extract.partitioned.tasks import PartitionOutcome, Verdict, done_before, survey, write_partition

if TYPE_CHECKING:
    from distributed import Client

RETRIES = 3  # times that a partition is given to another worker after a failure


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
    forget_other_input(out, partitions, topics)
    outline_of = reposts.outline_of if reposts else None
    surveys = [
        client.submit(survey, one, readers[one.kind], outline_of, pure=False, retries=RETRIES) for one in partitions
    ]
    verdicts = decide(partitions, (future.result() for future in surveys), reposts)
    outcomes = _write_all(client, dict(zip(partitions, verdicts)), readers, out, progress, topics)
    return joined(partitions, outcomes, out)


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
