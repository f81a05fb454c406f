"""`sukien extract --engine dask` as a command, over real WARC files."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from extract import load
from scraper.article import Page
from scraper.warc import Archive, record_of
from tests.commands import run

pytestmark = pytest.mark.slow
BODY = " ".join(
    f"Đại biểu thứ {number} của thôn {number} nêu ý kiến về việc làm đường, trồng rừng." for number in range(12)
)


def page(url: str, title: str) -> Page:
    """A news page as its server sent it."""
    lead = "Sáng 12/3, UBND xã tổ chức hội nghị triển khai nhiệm vụ. Dự hội nghị có 45 đại biểu."
    told = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": "2024-03-13T08:00:00+07:00"})
    html = (
        f"<html><head><title>{title}</title><script type='application/ld+json'>{told}</script></head>"
        f"<body><h1>{title}</h1><article><p>{lead}</p><p>{BODY}</p></article></body></html>"
    ).encode()
    headers = {"content-type": "text/html; charset=utf-8"}
    return Page(url, url, "2024-03-14T00:00:00+00:00", 200, headers, html, hashlib.sha256(html).hexdigest())


@pytest.fixture()
def warcs(tmp_path: Path) -> Path:
    """Three archives: a report on the site of a district, the same on that of another, and a page of an unknown
    site."""
    hosts = ("http://huulung.langson.gov.vn/bai-viet/12345", "https://huyentuachua.dienbien.gov.vn/bai-viet/12345")
    for number, url in enumerate((*hosts, "http://bao.example.com/bai-12345.html")):
        archive = Archive(tmp_path / "warc", f"crawl-{number}")
        archive.append(record_of(page(url, "Xã Mẫu triển khai nhiệm vụ")))
        archive.close()
    return tmp_path / "warc"


def extract(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "sukien", "extract", *words], capture_output=True, text=True, cwd=cwd)


def test_warc_files_are_read_and_reposts_marked_across_them(warcs: Path, tmp_path: Path) -> None:
    done = extract(str(warcs / "*.warc.gz"), "--engine", "dask", "--out", "tables", "--sqlite", "t.db", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    tables = load(tmp_path / "tables")
    assert sorted(tables.articles["site_id"]) == ["huulung-langson", "tuachua-dienbien"]
    assert tables.articles["duplicate_of"].notna().sum() == 1 and len(tables.events) == 2
    assert (tmp_path / "tables" / "datacard.json").is_file() and (tmp_path / "t.db").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--engine", "dask"), "needs files"),
        (("a.csv", "--engine", "dask"), "a.csv"),
        (("nowhere.jsonl", "--engine", "dask"), "nowhere.jsonl"),
        (("a.jsonl", "b.jsonl"), "--engine dask"),
    ],
)
def test_what_cannot_be_done_is_told(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = run("sukien", "extract", *words, cwd=tmp_path)
    assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr
