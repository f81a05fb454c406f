"""Progress of a crawl: a table on a terminal, plain lines elsewhere."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from sukien import crawl_progress
from tests.scraper.servers import NewsServer, serving
from tests.sukien.test_commands import sites_file
from tests.tables import ROOT

LINE = re.compile(r"(\d+) pages, (\d+) articles, (\d+\.\d) pages/s, (\d+) left, 0 errors")


def test_plain_lines_count_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawl_progress, "PLAIN_EVERY", 0.0)
    out = io.StringIO()
    with serving(NewsServer(10)) as server:
        crawl([server.site()], CrawlOptions(data=tmp_path, readers=0, delay=0.1), crawl_progress.PlainProgress(out))
    lines = [LINE.fullmatch(line) for line in out.getvalue().splitlines()]
    pages = [int(line[1]) for line in lines if line]
    assert all(lines) and len(pages) >= 2 and pages == sorted(pages) and pages[-1] > pages[0]


@pytest.mark.slow
def test_a_terminal_sees_the_sites(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with serving(NewsServer(30)) as server:
        words = ["--sites", str(sites_file(server, tmp_path)), "--data", str(tmp_path / "data"), "--delay", "0.05"]
        command = [sys.executable, "-m", "sukien", "crawl", "thu-nghiem", *words]
        environment = os.environ | {"TERM": "xterm", "COLUMNS": "120"}
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=theirs, env=environment)
        os.close(theirs)
        seen = b""
        while chunk := read(ours):
            seen += chunk
        assert process.wait(timeout=60) == 0
    os.close(ours)
    shown = seen.decode("utf-8", errors="replace")
    assert "thu-nghiem" in shown and "articles" in shown and re.search(r"\d+ pages, .* pages/s, \d+ left", shown)


def read(terminal: int) -> bytes:
    """The bytes read; empty at the end, which Linux reports as an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
