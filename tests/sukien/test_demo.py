"""The main job: `sukien demo` crawls the demo sites over real HTTP, and the tables agree with the articles."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extract.text.normalize import plain
from tests.commands import run
from tests.evidence import assert_every_row_quotes_its_article, assert_keys_hold, rows
from tests.tables import ROOT


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    done = run("sukien", "demo", "--out", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "newest of" in done.stdout
    return folder


def samples() -> dict[str, dict[str, object]]:
    files = (ROOT / "data" / "sample" / "articles").rglob("*.toml")
    read = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return {plain(sample["title"]): sample for sample in read}


def test_every_article_is_found_once_with_its_day(demo: Path) -> None:
    written, crawled = samples(), rows(demo / "tables", "articles")
    assert len(written) >= 60
    assert sorted(row["title"] for row in crawled) == sorted(written)
    assert [
        row["title"] for row in crawled if row["published_at"][:10] != str(written[row["title"]]["published"])[:10]
    ] == []


def test_every_row_can_be_traced_to_its_characters(demo: Path) -> None:
    assert assert_every_row_quotes_its_article(demo / "tables") > 500
    assert_keys_hold(demo / "tables")


def test_every_article_can_be_traced_to_the_bytes_that_the_server_sent(demo: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    for row in rows(demo / "tables", "articles"):
        with (demo / "crawl" / "warc" / Path(row["warc_file"]).name).open("rb") as file:
            file.seek(int(row["warc_offset"]))
            record = next(iter(ArchiveIterator(file)))
            assert record.rec_type == "response"
            assert len(record.content_stream().read()) > 500


def test_no_header_clock_related_news_or_print_twin_gets_into_a_text(demo: Path) -> None:
    for row in rows(demo / "tables", "articles"):
        assert "Tin liên quan" not in row["text"] and "Lượt xem" not in row["text"], row["url"]
        assert "/print" not in row["url"] and "savefile" not in row["url"]


def test_the_real_articles_are_quoted_too(shared_gold: Path, tmp_path: Path) -> None:
    for name in ("seeds", "dev"):
        folder = tmp_path / name
        assert run("sukien", "extract", shared_gold / f"{name}_articles.jsonl", "--out", folder).returncode == 0
        assert assert_every_row_quotes_its_article(folder) > 0
        assert_keys_hold(folder)
