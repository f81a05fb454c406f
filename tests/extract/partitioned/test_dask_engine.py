"""Extraction on a real Dask cluster: the tables of the serial run, duplicates across partitions, a worker killed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from distributed import Client, LocalCluster

from extract import load
from extract.batch import NoArticles, extract_to
from extract.jsonl import read_articles
from extract.partitioned.dask_engine import extract_partitions
from extract.partitioned.partitions import partitions_of
from scraper.sites import load_registry
from sukien.partitioned import lines_of, pages_of, rows_of
from tests.tables import SAMPLE

pytestmark = pytest.mark.slow
READERS = {"jsonl": lines_of, "parquet": rows_of, "warc": pages_of}
TABLES = ("articles", "events", "officials", "positions", "attendance", "documents", "dates", "rejections")


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A client of two worker processes on this machine."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        with Client(cluster) as connected:
            yield connected


@pytest.fixture(scope="module")
def serial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample articles by one process."""
    out = tmp_path_factory.mktemp("serial")
    extract_to(out, read_articles(SAMPLE, load_registry().place_for))
    return out


def assert_same_tables(one: Path, other: Path) -> None:
    first, second = load(one), load(other)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(first, name), getattr(second, name))


@pytest.mark.parametrize("lines", [7, 1000])
def test_the_tables_are_those_of_the_serial_run(client: Client, serial: Path, tmp_path: Path, lines: int) -> None:
    done: list[int] = []
    outcome = extract_partitions(
        client, partitions_of([str(SAMPLE)], lines), READERS, tmp_path / "out", progress=done.append
    )
    assert_same_tables(serial, tmp_path / "out")
    assert done[-1] == outcome.counts["articles"] == len(load(serial).articles)


def test_an_id_of_two_partitions_stands_once_and_is_named(client: Client, serial: Path, tmp_path: Path) -> None:
    twice = [str(SAMPLE), str(SAMPLE)]
    outcome = extract_partitions(client, partitions_of(twice, 30), READERS, tmp_path / "out")
    assert_same_tables(serial, tmp_path / "out")
    assert len(outcome.skipped) == outcome.counts["articles"] and "already given" in outcome.skipped[0]


def test_a_worker_that_is_killed_costs_nothing(client: Client, serial: Path, tmp_path: Path) -> None:
    pids = list(client.run(os.getpid).values())
    out = tmp_path / "out"

    def kill_once_at_work() -> None:
        while not list(out.glob("part-*")):
            time.sleep(0.02)
        os.kill(pids[0], signal.SIGKILL)

    killer = threading.Thread(target=kill_once_at_work)
    killer.start()
    extract_partitions(client, partitions_of([str(SAMPLE)], 3), READERS, out)
    killer.join()
    assert pids[0] not in client.run(os.getpid).values()
    assert_same_tables(serial, out)
    assert not list(out.glob(".*"))


def test_a_run_that_was_stopped_goes_on_with_what_is_missing(client: Client, serial: Path, tmp_path: Path) -> None:
    out, pieces = tmp_path / "out", partitions_of([str(SAMPLE)], 20)
    extract_partitions(client, pieces, READERS, out)
    kept = (out / "part-000000" / "events.parquet").stat().st_mtime_ns
    (out / "part-000001" / "outcome.json").unlink()
    extract_partitions(client, pieces, READERS, out)
    assert (out / "part-000000" / "events.parquet").stat().st_mtime_ns == kept
    assert_same_tables(serial, out)


def test_topics_are_those_of_the_serial_run_and_a_run_without_them_begins_anew(client: Client, tmp_path: Path) -> None:
    parts = partitions_of([str(SAMPLE)], 20)
    extract_partitions(client, parts, READERS, tmp_path / "out")
    extract_partitions(client, parts, READERS, tmp_path / "out", topics=True)
    extract_to(tmp_path / "serial", read_articles(SAMPLE, load_registry().place_for), topics=True)
    assert load(tmp_path / "serial").articles["topics"].map(len).any()
    assert_same_tables(tmp_path / "out", tmp_path / "serial")


def test_other_input_in_the_same_folder_begins_anew(client: Client, serial: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    extract_partitions(client, partitions_of([str(SAMPLE)], 20), READERS, out)
    extract_partitions(client, partitions_of([str(SAMPLE)], 1000), READERS, out)
    assert len(list(out.glob("part-*"))) == 1
    assert_same_tables(serial, out)


def test_nothing_to_extract_from_is_told(client: Client, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("{}\n", encoding="utf-8")
    with pytest.raises(NoArticles):
        extract_partitions(client, partitions_of([str(empty)]), READERS, tmp_path / "out")
