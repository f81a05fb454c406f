"""Atomic replacement of files and folders: readers see the old or the new content, even if the writing process dies.

A file is written under a temporary name beside its place and moved there in one step. A folder is written beside its
place and the two are exchanged in one step; where the system cannot do that, its files are moved one by one while a
marker in the folder says that it is being changed.
"""

from __future__ import annotations

import ctypes
import fcntl
import glob
import os
import shutil
import socket
import sys
import uuid
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

MARKER = ".being-replaced"
_WRITTEN_HERE: set[str] = set()  # names of the partial files that this process is writing
_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2), RENAME_SWAP of macOS' renamex_np(2)


class FolderInUse(Exception):
    """Another process writes into the folder; the message names it."""


@contextmanager
def replacing_file(path: Path) -> Iterator[Path]:
    """Yields the path to write to; the file replaces `path` when the block ends without an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{_unique()}.partial")
    _WRITTEN_HERE.add(partial.name)
    remove_leftovers(path)
    try:
        yield partial
        _sync(partial)
        os.replace(partial, path)
    finally:
        _remove(partial)
        _WRITTEN_HERE.discard(partial.name)


@contextmanager
def scratch_folder(file: Path) -> Iterator[Path]:
    """A folder beside a file for what is written on the way to it; one that a killed process left is removed by the
    next that writes the file."""
    folder = file.with_name(f".{file.name}.{_unique()}.partial")
    _WRITTEN_HERE.add(folder.name)
    remove_leftovers(file)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        _remove(folder)
        _WRITTEN_HERE.discard(folder.name)


def replace_text(path: Path, text: str) -> None:
    """Write a text file atomically."""
    with replacing_file(path) as partial:
        partial.write_text(text, encoding="utf-8")


@contextmanager
def replacing_folder(folder: Path, drop: Callable[[Path], Collection[str]] = lambda old: ()) -> Iterator[Path]:
    """Yields a new folder to write into, which replaces `folder` when the block ends without an error.

    Files of `folder` that the block does not write are kept, except for the names that `drop` returns for the old
    folder. Raises FolderInUse where another process writes into it; OSError, with the old folder unchanged, where it
    fails.
    """
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _lock(folder):
        remove_leftovers(folder, locked=True)
        new = folder.with_name(f".{folder.name}.{_unique()}.partial")
        new.mkdir()
        try:
            yield new
            _put_in_place(new, folder, drop(folder) if folder.is_dir() else ())
        finally:
            _remove(new)


def remove_leftovers(path: Path, locked: bool = False) -> None:
    """Remove the unfinished replacements, left by dead processes, of a file, or of a folder whose lock is held."""
    for leftover in path.parent.glob(f".{glob.escape(path.name)}.*.partial"):
        if locked or not (leftover.name in _WRITTEN_HERE or _is_alive(leftover.name.split(".")[-2])):
            _remove(leftover)


def _put_in_place(new: Path, folder: Path, dropped: Collection[str]) -> None:
    for file in new.iterdir():
        _sync(file)
    if not folder.exists():
        os.rename(new, folder)
    elif _can_be_moved(folder, dropped):
        _keep_files(folder, new, dropped)
        if not _exchange(new, folder):
            _move_entries(new, folder, dropped)
    else:
        _move_entries(new, folder, dropped)
    _sync(folder.parent)


def _can_be_moved(folder: Path, dropped: Collection[str]) -> bool:
    """Whether a folder can be exchanged: not a mount point, not the working folder of this process, and without
    subfolders, into which others may be writing."""
    with suppress(OSError):
        if Path.cwd().is_relative_to(folder):
            return False
    return not folder.is_mount() and all(entry.name in dropped for entry in folder.iterdir() if _is_folder(entry))


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system does not support it."""
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE) == 0)
    if sys.platform == "darwin":
        return bool(libc.renamex_np(first, second, _EXCHANGE) == 0)
    return False


def _keep_files(old: Path, new: Path, dropped: Collection[str]) -> None:
    """Link or copy the files of the old folder into the new one, except those that it has already and those to be
    dropped."""
    for file in old.iterdir():
        target = new / file.name
        if file.name in dropped or file.name == MARKER or target.exists() or _is_folder(file):
            continue
        try:
            os.link(file, target, follow_symlinks=False)
        except OSError:
            shutil.copy2(file, target, follow_symlinks=False)


def _move_entries(new: Path, folder: Path, dropped: Collection[str]) -> None:
    """Put the entries of the new folder into the old one, one by one."""
    marker = folder / MARKER
    marker.write_text(f"{_holder()}\n", encoding="utf-8")
    _sync(folder)
    for name in dropped:
        _remove(folder / name)
    for entry in sorted(new.iterdir()):
        if _is_folder(folder / entry.name):
            _remove(folder / entry.name)
        os.replace(entry, folder / entry.name)
    _sync(folder)
    marker.unlink()


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, a file beside it. Raises FolderInUse, naming the holder."""
    path = folder.with_name(f".{folder.name}.lock")
    while True:
        file = path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "another process"
            file.close()
            raise FolderInUse(f"{folder} is being written by {holder}") from None
        if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
            break
        file.close()  # its holder has just removed it
    with file:
        file.truncate(0)
        file.write(_holder())
        file.flush()
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _holder() -> str:
    since = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return f"process {os.getpid()} on {socket.gethostname()}, since {since}"


def _unique() -> str:
    """A name that identifies the process that made it."""
    return f"{uuid.uuid4().hex[:8]}-{socket.gethostname().replace('.', '_')}-{os.getpid()}"


def _is_alive(name: str) -> bool:
    """Whether the process that made a unique name may still run; one of another machine may."""
    _, _, made_by = name.partition("-")
    host, _, process = made_by.rpartition("-")
    if host != socket.gethostname().replace(".", "_"):
        return True
    with suppress(PermissionError):
        try:
            os.kill(int(process), 0)
        except ProcessLookupError:
            return False
    return int(process) != os.getpid()


def _sync(path: Path) -> None:
    """Flush a file or a folder to the disk (fsync), so that its new name does not outlive its content."""
    with suppress(OSError):  # a file system that cannot
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _remove(path: Path) -> None:
    if _is_folder(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
