"""Locks that show which processes are alive."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scraper.frontier.worker_locks import dead_workers, living_workers, lock_worker

OTHER = """
import sys, pathlib
from scraper.frontier.worker_locks import lock_worker
lock = lock_worker(pathlib.Path(sys.argv[1]))
print(lock.name, flush=True)
sys.stdin.read()
"""


@contextmanager
def other_process(folder: Path) -> Iterator[str]:
    """The name of another process, which is killed at the end."""
    command = [sys.executable, "-c", OTHER, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().strip()
        process.kill()


def test_a_process_lives_until_it_leaves(tmp_path: Path) -> None:
    first, second = lock_worker(tmp_path), lock_worker(tmp_path)
    assert living_workers(tmp_path) == {first.name, second.name} and first.name != second.name
    assert list(dead_workers(tmp_path)) == []
    first.leave()
    assert living_workers(tmp_path) == {second.name}
    second.leave()
    assert list((tmp_path / "running").iterdir()) == []


def test_a_killed_process_is_named_once(tmp_path: Path) -> None:
    own = lock_worker(tmp_path)
    with other_process(tmp_path) as name:
        assert living_workers(tmp_path) == {own.name, name}
        assert list(dead_workers(tmp_path)) == []
    assert living_workers(tmp_path) == {own.name}
    assert list(dead_workers(tmp_path)) == [name]
    assert list(dead_workers(tmp_path)) == []
    own.leave()


def test_no_two_callers_clean_up_after_the_same_process(tmp_path: Path) -> None:
    (tmp_path / "running").mkdir()
    (tmp_path / "running" / "dead").touch()
    first = dead_workers(tmp_path)
    assert next(first) == "dead"
    assert list(dead_workers(tmp_path)) == [] and living_workers(tmp_path) == {"dead"}
    assert list(first) == [] and living_workers(tmp_path) == set()


def test_a_name_stays_where_cleaning_up_failed(tmp_path: Path) -> None:
    (tmp_path / "running").mkdir()
    (tmp_path / "running" / "dead").touch()
    names = dead_workers(tmp_path)
    next(names)
    names.close()  # type: ignore[attr-defined]
    assert list(dead_workers(tmp_path)) == ["dead"]


def test_a_folder_that_is_not_there_has_no_processes_and_folders_in_it_are_none(tmp_path: Path) -> None:
    assert living_workers(tmp_path) == set() == set(dead_workers(tmp_path))
    (tmp_path / "running" / "folder").mkdir(parents=True)
    assert living_workers(tmp_path) == set() == set(dead_workers(tmp_path))
