"""The commands put together: `sukien` as a user runs it in a process of its own; `scrapy list` and `scrapy crawl`."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from scraper.sites import load_registry
from tests.commands import run
from tests.scraper.killing import SITE
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


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (("frobnicate",), 2, "No such command"),
        (("--frobnicate",), 2, "No such option"),
        (("evaluate", "no-gold.jsonl", "no-articles.jsonl"), 1, "no such file"),
        (("update", "--all", "--province", "Lai Châu"), 2, "--all stands by itself"),
        (("report", "tests"), 1, "tests lacks articles"),
    ],
)
def test_wrong_words_get_a_clear_message_and_status(words: tuple[str, ...], status: int, message: str) -> None:
    done = run("sukien", *words)
    assert done.returncode == status, done.stdout + done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_it_tells_its_version() -> None:
    done = run("sukien", "--version")
    assert (done.returncode, done.stdout) == (0, f"sukien {version('sukien')}\n")


def test_a_pipe_gets_no_colours(tmp_path: Path) -> None:
    done = run("sukien", "report", tmp_path / "nowhere")
    assert "\x1b" not in done.stdout + done.stderr
