"""A disk that is really full, a small file system in memory: a message, and what was there before is still there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extract import load
from scraper.frontier.status import site_status
from scraper.survey.toml import entry_toml
from tests.scraper.servers import NewsServer, serving

MOUNTED = "mount -t tmpfs -o {bounds} full {folder} && exec {python} -m tests.sukien.test_full_disk {case} {folder}"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("unshare") and os.geteuid() == 0), reason="needs a namespace of mounts"),
]


@pytest.mark.parametrize(
    ("case", "bounds"),
    [("extract", "size=900k"), ("report", "size=6m"), ("crawl", "size=700k"), ("files", "size=20m,nr_inodes=120")],
)
def test_a_full_disk_is_a_message(tmp_path: Path, case: str, bounds: str) -> None:
    script = MOUNTED.format(bounds=bounds, folder=tmp_path, python=sys.executable, case=case)
    done = subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stdout + done.stderr


def sukien(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sukien", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=240)


def articles(file: Path, count: int) -> Path:
    """So many articles as JSON Lines."""
    text = "Sáng {day}/3/2024, UBND huyện Suối Trong tổ chức hội nghị bàn việc thứ {number} với 45 đại biểu dự."
    lines = ({"id": f"bai-{n}", "text": text.format(day=n % 28 + 1, number=n)} for n in range(count))
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return file


def fill(folder: Path, left: int) -> Path:
    """Take all room of a file system but for so many bytes."""
    room = os.statvfs(folder)
    path = folder / "filler"
    path.write_bytes(b"x" * max(0, room.f_bavail * room.f_frsize - left))
    return path


def extract_on_full_disk(folder: Path) -> None:
    assert sukien("extract", articles(folder / "few.jsonl", 3), "--out", folder / "tables").returncode == 0
    many = articles(folder / "many.jsonl", 400)
    filler = fill(folder, 60_000)
    full = sukien("extract", many, "--out", folder / "tables")
    assert full.returncode == 1 and "No space left" in full.stderr and "Traceback" not in full.stderr, full.stderr
    assert len(load(folder / "tables").articles) == 3
    filler.unlink()
    assert not list(folder.glob(".tables.*.partial"))


def report_on_full_disk(folder: Path) -> None:
    assert sukien("extract", articles(folder / "few.jsonl", 3), "--out", folder / "tables").returncode == 0
    assert sukien("report", folder / "tables", "--title", "Trang cũ").returncode == 0
    page = (folder / "tables" / "report.html").read_bytes()
    fill(folder, 20_000)
    full = sukien("report", folder / "tables", "--title", "Trang mới")
    assert full.returncode == 1 and "No space left" in full.stderr and "Traceback" not in full.stderr, full.stderr
    assert (folder / "tables" / "report.html").read_bytes() == page
    assert not list((folder / "tables").glob(".*.partial"))


def crawl_on_full_disk(folder: Path) -> None:
    with serving(NewsServer(120)) as server:
        (folder / "sites.toml").write_text(entry_toml(server.site()), encoding="utf-8")
        words = ("crawl", "--sites", folder / "sites.toml", "--data", folder / "data", "--delay", "0")
        filler = fill(folder, 450_000)
        full = sukien(*words)
        said = full.stdout + full.stderr
        assert full.returncode == 1 and ("No space left" in said or "disk is full" in said), said
        assert "Traceback" not in said, said
        filler.unlink()
        os.system(f"mount -o remount,size=20m {folder}")
        again = sukien(*words)
        assert again.returncode == 0, again.stdout + again.stderr
        assert site_status(folder / "data")[0].articles == 120


def no_file_to_be_had(folder: Path) -> None:
    """A crawl on a file system that has room, but for so few files more: the log is the sixth."""
    with serving(NewsServer(5)) as server:
        (folder / "sites.toml").write_text(entry_toml(server.site()), encoding="utf-8")
        words = ("crawl", "--sites", folder / "sites.toml", "--data", folder / "data", "--delay", "0")
        for left in (0, 3, 5):
            fillers = take_files(folder, left)
            full = sukien(*words)
            said = full.stdout + full.stderr
            assert full.returncode == 1 and ("No space left" in said or "cannot be opened" in said), said
            assert "Traceback" not in said, said
            shutil.rmtree(folder / "data", ignore_errors=True)
            for filler in fillers:
                filler.unlink()
        assert sukien(*words).returncode == 0


def take_files(folder: Path, left: int) -> list[Path]:
    """Make files until a file system has no more than so many for others."""
    fillers = [folder / f"filler-{number}" for number in range(os.statvfs(folder).f_favail - left)]
    for filler in fillers:
        filler.touch()
    return fillers


if __name__ == "__main__":
    cases = {
        "extract": extract_on_full_disk,
        "report": report_on_full_disk,
        "crawl": crawl_on_full_disk,
        "files": no_file_to_be_had,
    }
    cases[sys.argv[1]](Path(sys.argv[2]))
