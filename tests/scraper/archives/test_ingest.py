"""Ingested pages: the same page gives the same article from every kind of source."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from typer.testing import CliRunner
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.archives.ingest import IngestCounts, ingest, read_here
from scraper.article import Article, Page
from scraper.crawl import crawl
from scraper.demo.servers import serve_samples
from scraper.engine.options import CrawlOptions
from scraper.engine.rereading import reread
from scraper.frontier.articles import iter_articles
from scraper.sites import Registry, Site, load_registry
from sukien import app
from tests.scraper.archives.made import GOOD_RECORD, URL, answer, html, numbered, record
from tests.scraper.archives.made import REGISTRY as COMMUNE
from tests.scraper.stored import iter_pages

SITE = Site(id="suoi-trong", name="Huyện Suối Trong", url="http://mau.example/", level="district", platform="nukeviet4")
REGISTRY = Registry({SITE.id: SITE})
ADDRESS = "http://mau.example/tin-tuc/huyen-suoi-trong-hop-giao-ban-7.html"
Record = tuple[str, str, bytes, list[tuple[str, str]]]
LONG_AGO, LATER = "2024-03-02T01:00:00Z", "2025-03-02T01:00:00Z"


def page_html(text: str = "hai mươi xã", head: str = "") -> str:
    """A page in the markup of NukeViet."""
    return f"""<!DOCTYPE html><html><head><meta name="generator" content="NukeViet v4.5">{head}</head><body>
<h1 class="title">Huyện Suối Trong họp giao ban</h1><span class="h5">Thứ sáu - 01/03/2024 09:30</span>
<div class="hometext">Sáng 01/3, UBND huyện họp giao ban với {text}.</div>
<div id="news-bodyhtml" class="bodytext"><p>Cuộc họp do đồng chí Lò Văn Mẫu, Chủ tịch UBND huyện, chủ trì, bàn việc đồng
áng vụ xuân và tu sửa kênh mương trước mùa mưa.</p></div></body></html>"""


def warc(path: Path, *records: Record, kind: str = "response") -> Path:
    """A WARC file of responses: URL, day, body as sent, headers."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.name.endswith(".gz"))
        for url, day, body, headers in records:
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1")
            about = {"WARC-Date": day}
            payload = BytesIO(body)
            writer.write_record(
                writer.create_warc_record(url, kind, payload, http_headers=http, warc_headers_dict=about)
            )
    return path


def take(folder: Path, *paths: Path, base: str | None = None) -> tuple[IngestCounts, list[Article]]:
    """The result of ingesting paths, and the stored articles."""
    tally = ingest(paths, REGISTRY, CrawlOptions(data=folder / "data"), base=base)
    stored = list(iter_articles(folder / "data")) if tally.stored + tally.known else []
    return tally, stored


def without_place(article: Article) -> Article:
    """An article without the place of its page and the version of its profile."""
    return replace(article, warc_file=None, warc_offset=None, profile=None)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Registry]]:
    """A crawl of the demo sites, and their registry."""
    folder = tmp_path_factory.mktemp("crawl")
    with serve_samples() as sites:
        outcome = crawl(sites, CrawlOptions(data=folder, delay=0))
    assert outcome.crashed == 0
    reread(sites, CrawlOptions(data=folder))
    yield folder, Registry({site.id: site for site in sites})


@pytest.mark.slow
def test_a_crawls_own_archive_gives_the_articles_of_the_crawl(crawled: tuple[Path, Registry], tmp_path: Path) -> None:
    folder, registry = crawled
    tally = ingest([folder / "warc"], registry, CrawlOptions(data=tmp_path))
    reread(list(registry.sites.values()), CrawlOptions(data=tmp_path))
    before = [without_place(article) for article in iter_articles(folder)]
    after = [without_place(article) for article in iter_articles(tmp_path)]
    assert len(before) >= 60 and after == before
    assert (tally.stored, tally.known) == (len(before), 0)
    assert ingest([folder / "warc"], registry, CrawlOptions(data=tmp_path)).stored == 0


@pytest.mark.slow
def test_saved_files_and_lines_give_the_articles_of_the_crawl(crawled: tuple[Path, Registry], tmp_path: Path) -> None:
    folder, registry = crawled
    pages = [page for file in sorted((folder / "warc").glob("*.warc.gz")) for page, _ in iter_pages(file)]
    save_with_addresses(pages, tmp_path / "saved")
    ingest([tmp_path / "saved"], registry, CrawlOptions(data=tmp_path / "data"))
    reread(list(registry.sites.values()), CrawlOptions(data=tmp_path / "data"))
    own = ("fetched_at", "page_sha256", "warc_file", "warc_offset", "profile")
    before = [replace(article, **dict.fromkeys(own)) for article in iter_articles(folder)]
    after = [replace(article, **dict.fromkeys(own)) for article in iter_articles(tmp_path / "data")]
    assert after == before


def save_with_addresses(pages: list[Page], folder: Path) -> None:
    """Save half of the pages as files, each with its URL beside it, the other half as lines."""
    folder.mkdir()
    lines = []
    for number, page in enumerate(pages):
        if number % 2:
            lines.append(json.dumps({"url": page.url, "html": page.body.decode()}))
        else:
            (folder / f"{number}.html").write_bytes(page.body)
            (folder / f"{number}.html.url").write_text(page.url)
    (folder / "pages.jsonl").write_text("\n".join(lines))


def test_captures_of_several_days(tmp_path: Path) -> None:
    old, new = (page_html(text).encode() for text in ("hai mươi xã", "hai mươi mốt xã"))
    records: list[Record] = [(ADDRESS, LATER, new, []), (ADDRESS, LONG_AGO, old, [])]
    tally, (article,) = take(tmp_path, warc(tmp_path / "days.warc.gz", *records))
    assert "hai mươi mốt xã" in article.lead
    assert (tally.stored, tally.known) == (1, 1)


def test_a_print_view_stands_in_for_its_article_only_where_that_did_not_come(tmp_path: Path) -> None:
    printed = ADDRESS.replace("/tin-tuc/", "/print/tin-tuc/")
    body = page_html().encode()
    alone = warc(tmp_path / "print.warc.gz", (printed, LONG_AGO, body, []))
    twins: list[Record] = [(printed, LATER, page_html("in").encode(), []), (ADDRESS, LONG_AGO, body, [])]
    both = warc(tmp_path / "both.warc.gz", *twins)
    _, (from_print,) = take(tmp_path / "one", alone)
    _, (from_both,) = take(tmp_path / "two", both)
    assert from_print.id == from_both.id and from_print.url == from_both.url == ADDRESS
    assert from_both.lead.endswith("hai mươi xã.")


def test_what_is_passed_over_is_counted(tmp_path: Path) -> None:
    again = warc(tmp_path / "again.warc.gz", (ADDRESS, LATER, b"", []), kind="revisit")
    elsewhere = warc(tmp_path / "else.warc.gz", ("http://khac.example/a-1.html", LATER, page_html().encode(), []))
    tally, _ = take(tmp_path, again, elsewhere)
    assert tally.reasons == {
        "revisit record of a page that is not in these files": 1,
        "no site known for khac.example": 1,
    } and not tally.bad


def test_damaged_input_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = warc(tmp_path / "good.warc.gz", (ADDRESS, LONG_AGO, page_html().encode(), []))
    (tmp_path / "bad.warc.gz").write_bytes(b"no archive at all")
    (tmp_path / "bad.jsonl").write_text('{"url": \n\n["x"]\n')
    (tmp_path / "nameless.html").write_text("<p>x</p>")
    paths = [tmp_path / name for name in ("bad.warc.gz", "bad.jsonl", "nameless.html", "missing.html")]
    tally, stored = take(tmp_path, *paths, good)
    assert len(stored) == 1
    assert [skipped.where.rpartition("/")[2] for skipped in tally.bad] == [
        "bad.warc.gz at byte 0",
        "bad.jsonl:1",
        "bad.jsonl:3",
        "nameless.html",
        "missing.html",
    ]


def test_a_bad_record_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, (numbered(1), GOOD_RECORD[:-300], numbered(2)))))
    counts = ingest([tmp_path / "a.warc.gz"], COMMUNE, CrawlOptions(data=tmp_path / "data"), read=read_here)
    assert [article.title[-1] for article in iter_articles(tmp_path / "data")] == ["1", "2"]
    assert [skipped.reason for skipped in counts.bad] == ["damaged: it ends in the middle of a record"]


@pytest.mark.parametrize("host", ["n%C3%A0-m%E1%BA%ABu.example", "www.n%c3%a0-m%e1%ba%abu.example.", "NÀ-MẪU.example"])
def test_the_spellings_of_a_host_are_one(tmp_path: Path, host: str) -> None:
    site = Site(id="xa-mau", name="Xã Mẫu", url="http://nà-mẫu.example/", level="commune", platform="nukeviet4")
    (tmp_path / "a.warc").write_bytes(record(answer(html()), url=URL.replace("mau.example", host)))
    counts = ingest([tmp_path / "a.warc"], Registry({site.id: site}), CrawlOptions(data=tmp_path / "d"), read=read_here)
    assert counts.stored == 1, counts


def test_what_was_ingested_before_appends_nothing(tmp_path: Path) -> None:
    line = {"url": URL.replace("-1", "-9"), "title": "T", "text": "Xã họp. " * 9}
    (tmp_path / "a.jsonl").write_text(json.dumps(line))
    (tmp_path / "a.warc").write_bytes(GOOD_RECORD)
    outcomes = []
    for _ in range(2):
        files = [tmp_path / "a.warc", tmp_path / "a.jsonl"]
        counts = ingest(files, COMMUNE, CrawlOptions(data=tmp_path / "data"), read=read_here)
        size = sum(file.stat().st_size for file in (tmp_path / "data" / "warc").iterdir())
        outcomes.append((counts.stored, counts.known, len(list(iter_articles(tmp_path / "data"))), size))
    assert outcomes[0][3] > 0 and outcomes == [(2, 0, 2, outcomes[0][3]), (0, 2, 2, outcomes[0][3])]


def test_the_command(tmp_path: Path) -> None:
    entry = '[[site]]\nid = "suoi-trong"\nname = "X"\nurl = "http://mau.example/"\nlevel = "district"\n'
    (tmp_path / "own.toml").write_text(entry + 'platform = "nukeviet4"\n')
    file = warc(tmp_path / "a.warc.gz", (ADDRESS, LONG_AGO, page_html().encode(), []))
    options = ["--sites", str(tmp_path / "own.toml"), "--data", str(tmp_path / "data")]
    good = CliRunner().invoke(app, ["ingest", str(file), *options])
    assert (good.exit_code, good.stdout) == (0, "1 article new or changed, 0 known\n")
    partly = CliRunner().invoke(app, ["ingest", str(file), str(tmp_path / "none.html"), *options])
    assert partly.exit_code == 3 and "none.html: no such file" in partly.output
    empty = CliRunner().invoke(app, ["ingest", str(tmp_path / "own.toml"), *options])
    assert empty.exit_code == 1
    assert "suoi-trong" not in load_registry().sites
