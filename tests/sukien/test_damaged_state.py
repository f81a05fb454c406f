"""A damaged state, an archive with missing parts: every command reports it, none ends in a traceback."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extract import load
from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.survey.toml import entry_toml
from sukien import app
from tests.scraper.servers import NewsServer, serving


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a crawl, the file of its site, and a saved page to ingest."""
    folder = tmp_path_factory.mktemp("crawled")
    with serving(NewsServer(12)) as server:
        (folder / "sites.toml").write_text(entry_toml(server.site()), encoding="utf-8")
        crawl([server.site()], CrawlOptions(data=folder / "data", readers=0))
        (folder / "page.html").write_text(server.article_html(3), encoding="utf-8")
        (folder / "page.html.url").write_text(f"{server.url}tin-tuc/hoi-nghi-moi-77.html", encoding="utf-8")
    return folder


@pytest.fixture
def data(crawled: Path, tmp_path: Path) -> Path:
    """A copy of the crawl's data."""
    (tmp_path / "data" / "warc").mkdir(parents=True)
    for name in ("state.sqlite", *(f"warc/{path.name}" for path in (crawled / "data" / "warc").iterdir())):
        (tmp_path / "data" / name).write_bytes((crawled / "data" / name).read_bytes())
    return tmp_path / "data"


def sukien(*words: object) -> Result:
    return CliRunner().invoke(app, list(map(str, words)))


def random_page(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(1, len(content) // 4096) * 4096
    content[start : start + 4096] = chance.randbytes(4096)


def random_bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("damage", [random_page, random_bit, cut])
def test_a_damaged_state_is_a_message(
    crawled: Path, data: Path, damage: Callable[[bytearray, random.Random], None], seed: int
) -> None:
    state = data / "state.sqlite"
    content = bytearray(state.read_bytes())
    damage(content, random.Random(seed))
    sites = ("--sites", crawled / "sites.toml")
    commands: list[tuple[object, ...]] = [
        ("status",),
        ("verify",),
        ("verify", "--repair"),
        ("extract", "--out", data.parent / "tables"),
        ("update", "--no-crawl", "--out", data.parent / "updated"),
        ("reread", *sites),
        ("crawl", *sites, "--dry-run"),
        ("ingest", crawled / "page.html", "--site", "thu-nghiem", *sites),
    ]
    for words in commands:
        for left in data.glob("state.sqlite*"):
            left.unlink()
        state.write_bytes(content)
        done = sukien(*words, "--data", data)
        assert isinstance(done.exception, SystemExit | None), (words, done.exception)
        assert done.exit_code == 0 or done.output


def test_one_damaged_article_costs_itself(data: Path, tmp_path: Path) -> None:
    with sqlite3.connect(data / "state.sqlite") as connection:
        connection.execute("UPDATE articles SET data = substr(data, 2) WHERE rowid = (SELECT max(rowid) FROM articles)")
    done = sukien("extract", "--data", data, "--out", tmp_path / "tables")
    assert done.exit_code == 3 and "is damaged" in done.output
    assert len(load(tmp_path / "tables").articles) == 11
    before = sorted(path.name for path in (tmp_path / "tables").iterdir())
    update = sukien("update", "--no-crawl", "--data", data, "--out", tmp_path / "tables")
    assert update.exit_code == 1 and "is damaged" in update.output  # an article that is not read is not gone
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == before


@pytest.mark.parametrize("gone", ["file", "end"])
def test_what_the_archive_lacks_is_told(data: Path, tmp_path: Path, gone: str) -> None:
    (archive,) = (data / "warc").glob("*.warc.gz")
    if gone == "file":
        archive.unlink()
    else:
        archive.write_bytes(archive.read_bytes()[:-200])
    for words in (("status",), ("extract", "--out", tmp_path / "tables")):
        done = sukien(*words, "--data", data)
        assert done.exit_code == 0 and archive.name in done.output and "sukien verify" in done.output
    named = sukien("verify", "--data", data)
    assert named.exit_code == 1 and archive.name in named.output
