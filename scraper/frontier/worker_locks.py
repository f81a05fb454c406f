"""Locks that show which crawling processes are alive: the system releases a process's lock when it dies."""

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
    """A running process: its name, and the lock that shows that it is alive."""

    name: str
    _lock: IO[str]

    def leave(self) -> None:
        """Release the lock and the name."""
        Path(self._lock.name).unlink(missing_ok=True)
        self._lock.close()


def lock_worker(data_dir: Path) -> WorkerLock:
    """A lock for this process under a name that no other process has."""
    folder = data_dir / "running"
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    name = f"{stamp}-{os.getpid()}-{uuid.uuid4().hex[:6]}"
    while True:
        lock = (folder / name).open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / name).exists():
            return WorkerLock(name, lock)
        lock.close()  # another process found it not held yet, and removed the file


def dead_workers(data_dir: Path) -> Iterator[str]:
    """The names of processes that died without releasing their locks; each is yielded once, to one caller.

    The name's lock is held while the caller cleans up, so that no two processes do it at once.
    """
    for path in sorted((data_dir / "running").glob("*")):
        try:
            lock = path.open("r+")
        except (FileNotFoundError, IsADirectoryError):  # removed meanwhile, or a folder, which is not a lock
            continue
        with lock:
            if _lockable(lock) and path.exists():
                yield path.name
                path.unlink(missing_ok=True)


def living_workers(data_dir: Path) -> set[str]:
    """The names of the processes that are running on this folder, including the caller's."""
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
