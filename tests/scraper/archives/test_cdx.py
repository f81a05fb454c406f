"""Sites that exist only in a web archive: indexes of captures, the choice of captures, and a real pywb on loopback."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from scraper.archives.cdx import Capture, IndexUnreadable, WebArchive, by_article, read_index
from scraper.article import Article
from scraper.crawl import crawl
from scraper.demo.servers import serve_samples
from scraper.engine.options import CrawlOptions
from scraper.engine.rereading import reread
from scraper.frontier.articles import iter_articles
from scraper.platforms import load_platforms
from scraper.sites import Site

ROOT = Path(__file__).parents[3]
SITE = Site(id="mau", name="Mẫu", url="http://mau.example/", level="district", platform="nukeviet4")
ADDRESS = "http://mau.example/tin-tuc/huyen-mau-hop-giao-ban-7.html"

MACHINE = f"""[["urlkey","timestamp","original","mimetype","statuscode","digest","length"],
["example,mau)/a","20210304050607","{ADDRESS}","text/html","200","AAA","900"],
["example,mau)/b","20210304050608","http://mau.example/anh.jpg","image/jpeg","200","BBB","900"],
["example,mau)/c","20210304050609","http://mau.example/cu-5.html","text/html","301","CCC","900"],
[],
["example,mau)/d 20210304"]]"""
PYWB = (
    f'{{"urlkey": "example,mau)/a", "timestamp": "20210304050607", "url": "{ADDRESS}", '
    '"mime": "text/html", "status": "200", "digest": "AAA"}'
)


def test_both_kinds_of_index_are_read() -> None:
    capture = Capture(ADDRESS, "20210304050607", "AAA")
    assert read_index(MACHINE) == ([capture], "example,mau)/d 20210304")
    assert read_index(PYWB) == ([capture], "")
    assert read_index("") == ([], "") == read_index("[]")
    assert capture.fetched_at == "2021-03-04T05:06:07Z"


@pytest.mark.parametrize("text", ["<html>502 Bad Gateway</html>", '[["a"], ["b", "c"]]', '{"error": "x"}'])
def test_what_is_no_index_is_refused(text: str) -> None:
    with pytest.raises(IndexUnreadable):
        read_index(text)


def test_addresses_of_index_and_page() -> None:
    machine, own = WebArchive.at("https://web.archive.org"), WebArchive.at("http://127.0.0.1:8080/mau/")
    assert machine.index_of("mau.example", "2021-03-01").startswith(
        "https://web.archive.org/cdx/search/cdx?url=mau.example&matchType=host&output=json&from=20210301&"
    )
    assert own.index_of("mau.example") == "http://127.0.0.1:8080/mau/cdx?url=mau.example&matchType=host&output=json"
    capture = Capture(ADDRESS, "20210304050607", "AAA")
    assert machine.page_of(capture) == f"https://web.archive.org/web/20210304050607id_/{ADDRESS}"


def test_each_article_once_oldest_first_print_views_last() -> None:
    twin = ADDRESS.replace("/tin-tuc/", "/print/tin-tuc/")
    captures = [
        Capture(ADDRESS, "20230101000000", "BBB"),
        Capture(ADDRESS.replace("http:", "https:"), "20220101000000", "AAA"),
        Capture(ADDRESS, "20220601000000", "AAA"),
        Capture(twin, "20210101000000", "CCC"),
        Capture("http://mau.example/tin-tuc/", "20210101000000", "DDD"),
        Capture("http://khac.example/tin-tuc/mot-bai-8.html", "20210101000000", "EEE"),
    ]
    groups = list(by_article(captures, SITE, load_platforms()["nukeviet4"]))
    assert [[capture.timestamp[:6] for capture in group] for group in groups] == [["202201", "202301", "202101"]]


@pytest.fixture(scope="module")
def pywb() -> Path:
    """The folder of pywb's programs, in an environment of its own: its pins are older than ours."""
    folder = ROOT / ".venv-pywb"
    if not (folder / "bin" / "wayback").exists():
        made = subprocess.run([sys.executable, "-m", "venv", folder], capture_output=True)
        got = subprocess.run([folder / "bin" / "pip", "install", "--quiet", "pywb==2.10.0"], capture_output=True)
        if made.returncode or got.returncode:
            shutil.rmtree(folder, ignore_errors=True)
            pytest.skip(f"pywb cannot be installed here: {got.stderr[-200:]!r}")
    return folder / "bin"


@contextmanager
def serving(programs: Path, archives: Path, folder: Path) -> Iterator[str]:
    """A pywb over WARC files; yields the URL of its collection."""
    subprocess.run([programs / "wb-manager", "init", "mau"], cwd=folder, check=True, capture_output=True)
    files = sorted(archives.glob("*.warc.gz"))
    subprocess.run([programs / "wb-manager", "add", "mau", *files], cwd=folder, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [programs / "wayback", "-b", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}/mau"
        wait_for(f"{url}/cdx?url=x.example")
        yield url
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(url: str) -> None:
    """Return once a server responds."""
    end = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def sukien_crawl(archive: str, sites: Path, data: Path, *options: str) -> str:
    """The output of `sukien crawl` from an archive for all sites of a file."""
    ids = [line.split('"')[1] for line in sites.read_text().splitlines() if line.startswith("id")]
    command = [sys.executable, "-m", "sukien", "crawl", *ids, "--sites", str(sites), "--archive", archive]
    done = subprocess.run([*command, "--delay", "0", "--data", str(data), *options], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def stored(folder: Path) -> list[Article]:
    """The articles under a folder, without the places of their pages and the versions of their profiles."""
    return [replace(article, warc_file=None, warc_offset=None, profile=None) for article in iter_articles(folder)]


@pytest.mark.slow
@pytest.mark.long(reason="builds an environment for pywb, whose pins are older than ours")
def test_a_real_archive_gives_the_articles_of_the_live_sites(pywb: Path, tmp_path: Path) -> None:
    with serve_samples() as sites:
        assert crawl(sites, CrawlOptions(data=tmp_path / "live", delay=0)).crashed == 0
        (tmp_path / "sites.toml").write_text("".join(map(entry, sites)), encoding="utf-8")
    with serving(pywb, tmp_path / "live" / "warc", tmp_path) as archive:
        said = sukien_crawl(archive, tmp_path / "sites.toml", tmp_path / "past")
        again = sukien_crawl(archive, tmp_path / "sites.toml", tmp_path / "past")
        period = ("--since", "2023-01-01", "--until", "2023-12-31")
        sukien_crawl(archive, tmp_path / "sites.toml", tmp_path / "period", *period)
    for folder in ("live", "past"):
        reread(sites, CrawlOptions(data=tmp_path / folder))
    live = stored(tmp_path / "live")
    assert len(live) >= 60 and stored(tmp_path / "past") == live
    assert f"{len(live)} articles new or changed, 0 known" in said
    assert f"0 articles new or changed, {len(live)} known" in again
    wanted = [article.id for article in live if "2023" <= (article.published_at or "2023")[:4] <= "2023"]
    assert [article.id for article in stored(tmp_path / "period")] == wanted and 0 < len(wanted) < len(live)


def entry(site: Site) -> str:
    """A site as a table of TOML."""
    values = site.model_dump(mode="json", exclude_defaults=True)
    plain = {name: value for name, value in values.items() if isinstance(value, str)}
    return "[[site]]\n" + "".join(f'{name} = "{value}"\n' for name, value in plain.items())
