"""Scrapy's own commands over the registry."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess

from scraper.demo.servers import serve_samples
from tests.commands import run


def scrapy(*words: str | Path) -> CompletedProcess[str]:
    return run("scrapy", *words)


def own_site(folder: Path, url: str) -> Path:
    """A file with one site of the user's own on this machine."""
    file = folder / "own.toml"
    entry = f'id = "own"\nname = "Own site"\nurl = "{url}"\nlevel = "district"\nplatform = "nukeviet4"\ndelay = 0.0\n'
    file.write_text(f"[[site]]\n{entry}", encoding="utf-8")
    return file


def test_scrapy_list_names_the_sites() -> None:
    listed = scrapy("list").stdout.split()
    assert "muonglay-dienbien" in listed and len(listed) >= 300


def test_scrapy_crawl_writes_the_articles_of_a_site(tmp_path: Path) -> None:
    with serve_samples() as sites:
        sample = next(site for site in sites if site.platform == "nukeviet4")
        own, out = own_site(tmp_path, sample.url), tmp_path / "articles.jsonl"
        done = scrapy("crawl", "own", "-s", f"SITES={own}", "-O", out)
    articles = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(articles) == 11, done.stderr[-2000:]
    assert all(article["title"] and article["paragraphs"] and article["published_at"] for article in articles)


def test_scrapy_crawl_of_an_unknown_site_says_so() -> None:
    done = scrapy("crawl", "no-such-site")
    assert done.returncode != 0 and "no-such-site" in done.stderr + done.stdout
