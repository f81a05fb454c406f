"""Atomic replacement of files and folders: kills at any moment, and two simultaneous writers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scraper.boundary import files
from scraper.boundary.files import MARKER, FolderInUse, replace_text, replacing_file, replacing_folder, scratch_folder

NAMES = ("a.csv", "b.csv", "c.csv")


def write(folder: Path, run: str) -> None:
    with replacing_folder(folder) as new:
        for name in NAMES:
            (new / name).write_text(run)


def held(folder: Path) -> set[str]:
    return {(folder / name).read_text() for name in NAMES}


def test_a_folder_is_of_the_last_run_and_keeps_what_is_not_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write(folder, "one")
    (folder / "notes.txt").write_text("mine")
    (folder / "old.csv").write_text("of an earlier run")
    with replacing_folder(folder, lambda old: ["old.csv"]) as new:
        for name in NAMES:
            (new / name).write_text("two")
    assert held(folder) == {"two"}
    assert sorted(path.name for path in folder.iterdir()) == [*NAMES, "notes.txt"]
    assert list(tmp_path.iterdir()) == [folder]


def test_a_block_that_fails_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write(folder, "one")
    with pytest.raises(RuntimeError), replacing_folder(folder) as new:
        (new / "a.csv").write_text("two")
        raise RuntimeError("stopped")
    assert held(folder) == {"one"} and list(tmp_path.iterdir()) == [folder]


def test_a_second_writer_is_told_who_is_at_it(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    with replacing_folder(folder):
        with pytest.raises(FolderInUse, match=f"tables is being written by process {os.getpid()} on "):
            write(folder, "two")
    write(folder, "three")
    assert held(folder) == {"three"}


def test_a_folder_within_which_others_have_folders_is_changed_file_by_file(tmp_path: Path) -> None:
    """Another process, such as a crawl, may be writing into those."""
    folder = tmp_path / "tables"
    write(folder, "one")
    (folder / "crawl").mkdir()
    inode = folder.stat().st_ino
    write(folder, "two")
    assert held(folder) == {"two"} and folder.stat().st_ino == inode and not (folder / MARKER).exists()


def test_where_the_system_cannot_exchange_folders_a_marker_tells_that_it_is_being_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tables"
    write(folder, "one")
    monkeypatch.setattr(files, "_exchange", lambda one, other: False)
    seen = []
    replace = os.replace

    def watched(source: Path, target: Path) -> None:
        seen.append((folder / MARKER).read_text().startswith("process "))
        replace(source, target)

    monkeypatch.setattr(os, "replace", watched)
    write(folder, "two")
    assert held(folder) == {"two"} and seen == [True] * 3 and not (folder / MARKER).exists()


def test_the_folder_that_one_stands_in_stays_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("."), "one")
    write(Path("."), "two")
    assert held(Path(".")) == {"two"}


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real", "one")
    (tmp_path / "tables").symlink_to("real")
    write(tmp_path / "tables", "two")
    assert (tmp_path / "tables").is_symlink() and held(tmp_path / "real") == {"two"}


KILLED = """
import os, signal, sys
from pathlib import Path
from scraper.boundary import files
from scraper.boundary.files import replacing_folder

calls, last = 0, int(sys.argv[2])

def counted(frame, event, argument):
    global calls
    calls += event == "c_call"
    if calls == last:
        os.kill(os.getpid(), signal.SIGKILL)

with replacing_folder(Path(sys.argv[1])) as new:
    for name in ("a.csv", "b.csv", "c.csv"):
        (new / name).write_text("two")
    sys.setprofile(counted)
"""


@pytest.mark.slow
def test_a_kill_at_every_step_of_the_change_leaves_the_old_files_or_the_new_ones(tmp_path: Path) -> None:
    """The process is killed after one, two, three … system calls, until the change is complete before."""
    folder, seen = tmp_path / "tables", []
    for step in range(1, 1000, 7):
        write(folder, "one")
        (folder / "notes.txt").write_text("mine")
        done = subprocess.run([sys.executable, "-c", KILLED, folder, str(step)], check=False)
        assert len(held(folder)) == 1 and (folder / "notes.txt").read_text() == "mine"
        seen += held(folder)
        if done.returncode != -signal.SIGKILL:
            break
    assert done.returncode == 0 and set(seen) == {"one", "two"}
    write(folder, "three")
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    replace_text(file, "one")
    with pytest.raises(OSError), replacing_file(file) as partial:
        partial.write_text("tw")
        raise OSError("disk full")
    assert file.read_text() == "one" and list(tmp_path.iterdir()) == [file]


def test_what_dead_processes_left_is_removed_and_what_living_ones_write_is_not(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    with written_by_another(file) as other:
        replace_text(file, "one")
        assert other.exists()
    replace_text(file, "two")
    assert list(tmp_path.iterdir()) == [file]


@contextmanager
def written_by_another(file: Path) -> Iterator[Path]:
    """The partial file of a process that is alive within the block, and killed afterwards."""
    script = """
import sys, time
from pathlib import Path
from scraper.boundary.files import replacing_file
with replacing_file(Path(sys.argv[1])) as partial:
    partial.touch()
    print(partial, flush=True)
    time.sleep(60)
"""
    process = subprocess.Popen([sys.executable, "-c", script, file], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    with process:
        yield Path(process.stdout.readline().strip())
        process.kill()


def test_two_threads_that_write_one_file_leave_one_of_the_two(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    threads = [threading.Thread(target=replace_text, args=(file, str(n) * 100_000)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(file.read_text()) in ({"0"}, {"1"}) and len(file.read_text()) == 100_000


def test_a_scratch_folder_that_a_killed_process_left_goes_with_the_next_write(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    script = f"""
import os, signal
from pathlib import Path
from scraper.boundary.files import scratch_folder
with scratch_folder(Path({str(page)!r})) as scratch:
    (scratch / "part").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    root = Path(__file__).resolve().parents[3]
    assert subprocess.run([sys.executable, "-c", script], cwd=root).returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 1
    with scratch_folder(page) as scratch:
        (scratch / "part").write_text("whole")
        replace_text(page, (scratch / "part").read_text())
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
