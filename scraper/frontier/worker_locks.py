"""Which crawling processes are alive: each holds a lock on a file of its own, which the system lets go when it dies."""

from __future__ import annotations

import fcntl
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO


@dataclass(frozen=True, slots=True)
class WorkerLock:
    """A running process: its name, and the lock that says it lives."""

    name: str
    _lock: IO[str]

    def leave(self) -> None:
        """Say goodbye: the name is free of work."""
        Path(self._lock.name).unlink(missing_ok=True)
        self._lock.close()


def lock_worker(data_dir: Path) -> WorkerLock:
    """Announce this process under a name that no other has."""
    folder = data_dir / "running"
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    name = f"{stamp}-{os.getpid()}-{uuid.uuid4().hex[:6]}"
    while True:
        lock = (folder / name).open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / name).exists():
            return WorkerLock(name, lock)
        lock.close()  # another process had looked whether it is held before it was, and tidied up


def dead_workers(data_dir: Path) -> Iterator[str]:
    """The names of processes that died here without a goodbye; each is given once, to one caller, and forgotten after.

    The name's lock is held while the caller tidies up, so that no two processes do it at once.
    """
    for path in sorted((data_dir / "running").glob("*")):
        try:
            lock = path.open("r+")
        except (FileNotFoundError, IsADirectoryError):  # gone meanwhile; a folder is no process
            continue
        with lock:
            if _lockable(lock) and path.exists():
                yield path.name
                path.unlink(missing_ok=True)


def living_workers(data_dir: Path) -> set[str]:
    """The names of the processes that are at work in this folder, the caller's own among them."""
    living = set()
    for path in (data_dir / "running").glob("*"):
        try:
            lock = path.open("r+")
        except (FileNotFoundError, IsADirectoryError):
            continue
        with lock:
            if not _lockable(lock):
                living.add(path.name)
    return living


def _lockable(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
