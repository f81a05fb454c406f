"""`sukien reread` and `sukien verify`: what they print, and their exit statuses."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from scraper.engine.rereading import RereadCounts
from sukien.rereading import tell_reread
from tests.commands import invoke
from tests.sukien.crawled import crawl_into


@pytest.fixture()
def folder(tmp_path: Path) -> Path:
    """A folder with a crawl of three articles."""
    crawl_into(tmp_path)
    return tmp_path


def test_what_was_read_again_is_counted(folder: Path) -> None:
    done = invoke("-q", "reread", "--data", folder / "data", "--sites", folder / "sites.toml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "thu-nghiem: 3 pages read again, 0 articles changed, 0 new\n"


def test_pages_that_are_gone_are_status_3_and_named(folder: Path) -> None:
    (warc,) = (folder / "data" / "warc").iterdir()
    warc.rename(folder / "elsewhere")
    done = invoke("-q", "reread", "thu-nghiem", "--data", folder / "data", "--sites", folder / "sites.toml")
    assert done.returncode == 3 and done.stdout.startswith("thu-nghiem: 0 pages read again")
    assert done.stderr.count("not in the archive: ") == 3


def test_verify_counts_names_and_repairs(folder: Path) -> None:
    words = ("-q", "verify", "--data", folder / "data")
    whole = invoke(*words)
    assert (whole.returncode, whole.stdout) == (0, "4 pages checked, 0 missing or damaged\n")
    (warc,) = (folder / "data" / "warc").iterdir()
    warc.unlink()
    broken, repaired = invoke(*words), invoke(*words, "--repair")
    assert (broken.returncode, repaired.returncode) == (1, 0)
    assert "4 pages checked, 4 missing or damaged\n" in broken.stdout and "asked again" not in broken.stdout
    assert "4 will be asked again by the next crawl\n" in repaired.stdout


@pytest.mark.parametrize("command", ["reread", "verify"])
def test_a_folder_without_a_crawl_is_named(command: str, tmp_path: Path) -> None:
    done = invoke(command, "--data", tmp_path)
    assert done.returncode == 1 and f"{tmp_path}: nothing was crawled into this folder" in done.stderr


def test_an_unknown_site_is_named(folder: Path) -> None:
    done = invoke("-q", "reread", "xa-nao", "--data", folder / "data")
    assert done.returncode == 1 and "xa-nao" in done.stderr


def test_changes_are_told_by_field(capsys: pytest.CaptureFixture[str]) -> None:
    changed = RereadCounts("xa-mau", 9, 2, 1, Counter({"author": 1, "title": 2}), ["http://xa.example/5"])
    tell_reread([changed, RereadCounts("xa-moi", 4)])
    printed = capsys.readouterr()
    assert printed.out == (
        "xa-mau: 9 pages read again, 2 articles changed, 1 new; title ×2, author ×1\n"
        "xa-moi: 4 pages read again, 0 articles changed, 0 new\n"
    )
    assert printed.err == "  not in the archive: http://xa.example/5\n"
