"""`sukien extract --engine dask`: the partitions of files on local or remote storage, extracted on a cluster."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sukien.terminal import fail, printable, progress

if TYPE_CHECKING:
    from extract.jsonl import BadLine
    from extract.partitioned.partitions import Partition
    from scraper.article import Article


def write_partitioned(
    inputs: Iterable[str], out: Path, scheduler: str | None, workers: int, topics: bool = False
) -> int:
    """Extract files into `out`, a folder of tables for each partition, with `topics` those of each article too; returns
    the number of skipped lines and articles."""
    import typer

    from extract.batch import NoArticles
    from extract.partitioned.dask_engine import dask_client, extract_partitions
    from extract.partitioned.partitions import UnknownInput, partitions_of
    from extract.partitioned.runs import Reposts
    from scraper.pages.near_duplicates import originals, outline_of

    try:
        partitions = partitions_of(_expanded(inputs))
    except (UnknownInput, OSError) as error:
        fail(str(error))
    reposts = Reposts(outline_of, originals) if any(one.kind == "warc" for one in partitions) else None
    readers = {"jsonl": lines_of, "parquet": rows_of, "warc": pages_of}
    try:
        with dask_client(scheduler, workers) as client, progress("article") as advance:
            outcome = extract_partitions(client, partitions, readers, out, reposts, advance, topics)
    except NoArticles:
        fail("no article to extract from")
    except OSError as error:
        fail(f"the cluster at {scheduler or 'this machine'} cannot be used: {error}")
    for line in outcome.skipped:
        typer.secho(f"skipped {printable(line)}", fg="yellow", err=True)
    typer.echo(", ".join(f"{count} {name}" for name, count in outcome.counts.items()))
    typer.echo(f"tables of {len(partitions)} partitions in {out}")
    return len(outcome.skipped)


def _expanded(inputs: Iterable[str]) -> Iterator[str]:
    """The files that local patterns match, in the order of their names; URLs are kept unchanged."""
    for one in inputs:
        yield from [one] if "://" in one else sorted(glob.glob(one)) or [one]


def lines_of(partition: Partition) -> Iterator[Article | BadLine]:
    """The articles of a range of JSON Lines, placed by the registry."""
    from extract.partitioned.partitions import read_lines
    from scraper.sites import load_registry

    return read_lines(partition, load_registry().place_for)


def rows_of(partition: Partition) -> Iterator[Article | BadLine]:
    """The articles of a Parquet row group, placed by the registry."""
    from extract.partitioned.partitions import read_parquet_rows
    from scraper.sites import load_registry

    return read_parquet_rows(partition, load_registry().place_for)


def pages_of(partition: Partition) -> Iterator[Article | BadLine]:
    """The articles on the pages of a WARC file that are of a site of the registry, each URL once; damaged records are
    reported."""
    import fsspec

    from extract.jsonl import BadLine
    from scraper.archives.capture import Skipped
    from scraper.archives.captures import captures
    from scraper.article import Page
    from scraper.engine.page_parser import PageRequest, read_page
    from scraper.sites import load_registry

    registry = load_registry()
    remote = "://" in partition.url
    local = fsspec.open_local(f"simplecache::{partition.url}") if remote else partition.url
    for number, capture in enumerate(captures([Path(str(local))]), start=1):
        if isinstance(capture, Skipped) and capture.bad:
            yield BadLine(partition.url, number, capture.reason)
        site = registry.site_at(capture.url) if isinstance(capture, Page) else None
        if site and isinstance(capture, Page):
            article = read_page(PageRequest(capture, site, "article")).article
            if article:
                yield article
