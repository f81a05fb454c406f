"""`scrapy list`, `scrapy crawl SITE -O …`, `sukien crawl`, `sukien status`, as people type them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scraper.sites import load_registry
from tests.commands import run
from tests.scraper.killing import ROOT, SITE
from tests.scraper.servers import NewsServer, serving


def sites_file(server: NewsServer, folder: Path) -> Path:
    path = folder / "sites.toml"
    path.write_text(SITE.format(url=server.url), encoding="utf-8")
    return path


def test_scrapy_lists_the_sites_of_the_registry() -> None:
    assert run("scrapy", "list").stdout.split() == sorted(load_registry().sites)


@pytest.mark.slow
def test_scrapy_crawls_a_site_anew_each_time(tmp_path: Path) -> None:
    with serving(NewsServer(12)) as server:
        sites = sites_file(server, tmp_path)
        for _ in range(2):
            out = tmp_path / "articles.jsonl"
            done = run("scrapy", "crawl", "thu-nghiem", "-O", out, "-s", f"SITES={sites}", "-s", "LOG_LEVEL=ERROR")
            assert done.returncode == 0, done.stderr
            lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
            assert len({line["id"] for line in lines}) == len(lines) == 12
            assert all(line["title"].startswith("Hội nghị") and line["paragraphs"] for line in lines)


def test_a_dry_run_asks_nothing(tmp_path: Path) -> None:
    with serving(NewsServer(12)) as server:
        words = ("crawl", "thu-nghiem", "--sites", sites_file(server, tmp_path), "--data", tmp_path / "data")
        done = run("sukien", *words, "--dry-run")
        assert done.returncode == 0 and f"{server.url}tin-tuc/" in done.stdout
        assert not server.hits and not (tmp_path / "data").exists()


@pytest.mark.slow
def test_status_tells_how_a_site_stands(tmp_path: Path) -> None:
    with serving(NewsServer(12)) as server:
        server.routes[server.article_path(3)] = lambda request: server.answer("/nothing")
        words = ("crawl", "thu-nghiem", "--sites", sites_file(server, tmp_path), "--data", tmp_path / "data")
        assert run("sukien", *words).returncode == 0
    said = run("sukien", "status", "--data", tmp_path / "data").stdout
    assert "thu-nghiem: 11 articles, 12 pages, 13 requests this time, 0 left; errors: http_404 ×1" in said
    assert re.search(r"last success 20\d\d-\d\d-\d\d \d\d:\d\d, Vietnamese time", said)


def test_status_of_nothing_says_so(tmp_path: Path) -> None:
    done = run("sukien", "status", "--data", tmp_path)
    assert done.returncode == 1 and "nothing was crawled" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_cleanly_and_says_how_to_go_on(tmp_path: Path, how: signal.Signals) -> None:
    with serving(NewsServer(200)) as server:
        words = ["crawl", "thu-nghiem", "--sites", sites_file(server, tmp_path), "--data", tmp_path / "data"]
        command = [sys.executable, "-m", "sukien", *map(str, words)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        while server.requests < 50:
            time.sleep(0.01)
        os.kill(process.pid, how)
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 130
        assert "give the same command again" in said
        asked = server.requests
        assert run("sukien", *words).returncode == 0
        assert server.requests == 210 and asked < 210  # nothing was asked twice
