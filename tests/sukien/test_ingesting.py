"""`sukien ingest`: what it prints, and its exit statuses."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from scraper.archives.capture import Skipped
from scraper.archives.ingest import IngestCounts
from scraper.frontier.articles import iter_articles
from scraper.sites import load_registry
from sukien.ingesting import tell_counts
from tests.commands import invoke

OWN = """\
[[site]]
id = "xa-mau"
name = "Xã Mẫu"
url = "http://mau.example/"
level = "commune"
platform = "wordpress"
"""
TEXT = "Sáng 12/3, UBND xã Mẫu tổ chức hội nghị triển khai nhiệm vụ. Dự hội nghị có 45 đại biểu của các thôn. " * 3


@pytest.fixture()
def options(tmp_path: Path) -> tuple[str | Path, ...]:
    """A file with a site of the user's own, and a folder for the data."""
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    return ("--sites", tmp_path / "own.toml", "--data", tmp_path / "data")


def lines(path: Path, *urls: str) -> Path:
    """A JSON Lines file with an article for each URL."""
    rows = [{"url": url, "title": "Xã Mẫu họp", "text": TEXT, "published": "2024-03-12"} for url in urls]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_what_is_new_and_what_is_known(tmp_path: Path, options: tuple[str | Path, ...]) -> None:
    file = lines(tmp_path / "a.jsonl", "http://mau.example/tin/xa-mau-hop-7.html")
    first, second = invoke("-q", "ingest", file, *options), invoke("-q", "ingest", file, *options)
    assert (first.returncode, first.stdout) == (0, "1 article new or changed, 0 known\n")
    assert (second.returncode, second.stdout) == (0, "0 articles new or changed, 1 known\n")
    assert [article.site_id for article in iter_articles(tmp_path / "data")] == ["xa-mau"]
    assert "xa-mau" not in load_registry().sites


def test_bad_input_beside_good_is_status_3(tmp_path: Path, options: tuple[str | Path, ...]) -> None:
    file = lines(tmp_path / "a.jsonl", "http://mau.example/tin/xa-mau-hop-7.html")
    done = invoke("-q", "ingest", file, tmp_path / "none.html", *options)
    assert done.returncode == 3 and f"skipped {tmp_path / 'none.html'}: no such file" in done.stderr


def test_no_article_is_status_1(tmp_path: Path, options: tuple[str | Path, ...]) -> None:
    done = invoke("-q", "ingest", tmp_path / "own.toml", *options)
    assert done.returncode == 1 and "no article in it" in done.stderr


def test_a_site_may_be_given_for_all(tmp_path: Path, options: tuple[str | Path, ...]) -> None:
    file = lines(tmp_path / "a.jsonl", "http://elsewhere.example/tin/xa-mau-hop-7.html")
    assert invoke("-q", "ingest", file, *options).returncode == 1
    assert invoke("-q", "ingest", file, "--site", "xa-mau", *options).returncode == 0
    unknown = invoke("-q", "ingest", file, "--site", "xa-nao", *options)
    assert unknown.returncode == 1 and "xa-nao" in unknown.stderr


def test_no_path_is_wrong_usage(options: tuple[str | Path, ...]) -> None:
    assert invoke("-q", "ingest", *options).returncode == 2


def test_counts_are_told_with_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    bad = [Skipped("a.warc, byte 9", "not gzip\x1b", bad=True)]
    tell_counts(IngestCounts(stored=2, known=1, reasons=Counter({"a listing": 1, "another site": 4}), bad=bad))
    printed = capsys.readouterr()
    assert printed.out == (
        "2 articles new or changed, 1 known\n  passed over: another site ×4\n  passed over: a listing ×1\n"
    )
    assert printed.err == "skipped a.warc, byte 9: not gzip\\x1b\n"
