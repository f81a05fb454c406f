"""A crawl that cannot start ends with a word, whatever stands in its way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scraper.survey.toml import entry_toml
from tests.scraper.servers import NewsServer, serving


def dangling_archive(data: Path) -> None:
    (data / "warc").symlink_to("/nowhere/at/all")


def file_for_a_folder(data: Path) -> None:
    (data / "running").write_text("")


def folder_for_a_process(data: Path) -> None:
    (data / "running" / "20200101T000000-1-abcdef").mkdir(parents=True)


@pytest.mark.parametrize(
    ("obstruct", "status"), [(dangling_archive, 1), (file_for_a_folder, 1), (folder_for_a_process, 0)]
)
def test_it_ends(tmp_path: Path, obstruct: Callable[[Path], None], status: int) -> None:
    data, sites = tmp_path / "data", tmp_path / "sites.toml"
    data.mkdir()
    obstruct(data)
    with serving(NewsServer(3)) as server:
        sites.write_text(entry_toml(server.site()), encoding="utf-8")
        command = [sys.executable, "-m", "sukien", "crawl", "thu-nghiem", "--sites", str(sites), "--data", str(data)]
        done = subprocess.run([*command, "--delay", "0"], capture_output=True, text=True, timeout=120)
    assert done.returncode == status
    assert ("could not start" in done.stderr + done.stdout) == bool(status)
