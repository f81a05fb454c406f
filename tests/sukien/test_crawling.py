"""`sukien crawl` and `sukien status`: which sites are chosen, what is refused, and how outcomes are told."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import typer

from scraper.boundary.values import VIETNAM
from scraper.crawl import CrawlOutcome, SiteOutcome
from scraper.engine.expectations import Problem
from scraper.engine.rereading import RereadCounts
from scraper.frontier.status import SiteStatus
from scraper.survey.toml import entry_toml
from sukien.crawling import choose_sites, tell_sites
from tests.commands import invoke, run
from tests.scraper.killing import ROOT
from tests.scraper.servers import NewsServer, Reply, serving
from tests.sukien.crawled import crawl_into
from tests.sukien.test_commands import sites_file

STATUS = SiteStatus("xa-mau", 1, 9, 5, 5, 2, 11, "2024-03-12T01:00:00+00:00", "2024-03-12T02:30:00+00:00", None)
OWN = '[[site]]\nid = "xa-mau"\nname = "Xã"\nurl = "http://127.0.0.1:1/"\nlevel = "commune"\nplatform = "wordpress"\n'


@pytest.fixture()
def own(tmp_path: Path) -> Path:
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


def test_sites_are_chosen_by_id_province_and_file(own: Path) -> None:
    ids = [site.id for site in choose_sites(own, ["muonglay-dienbien"], "Điện Biên", False)]
    assert ids[0] == "muonglay-dienbien" and len(set(ids)) == len(ids) > 1
    assert [site.id for site in choose_sites(own, [], None, False)] == ["xa-mau"]
    every = choose_sites(own, [], None, True)
    assert "xa-mau" in {site.id for site in every} and len(every) > len(ids)
    assert all(site.entry_points and site.status not in ("dead", "redirected") for site in every)


def test_a_site_without_an_address_cannot_be_chosen(tmp_path: Path) -> None:
    lost = OWN.replace('url = "http://127.0.0.1:1/"\n', "")
    (tmp_path / "own.toml").write_text(lost, encoding="utf-8")
    with pytest.raises(typer.Exit):
        choose_sites(tmp_path / "own.toml", ["xa-mau"], None, False)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--province", "Atlantis"), 1, "no site of a province 'Atlantis'"),
        (("muonglay",), 1, "near: muonglay-dienbien"),
        ((), 1, "which sites? name some"),
        (("--all", "muonglay-dienbien"), 2, "--all stands by itself"),
        (("--all", "--province", "Lai Châu"), 2, "--all stands by itself"),
        (("muonglay-dienbien", "--since", "2024-02-01", "--until", "2024-01-01"), 2, "is after --until 2024-01-01"),
        (("muonglay-dienbien", "--since", "1/2/2024"), 2, "since"),
        (("muonglay-dienbien", "--night-hours", "22"), 2, "22"),
        (("muonglay-dienbien", "--max-pages", "0"), 2, "max-pages"),
        (("muonglay-dienbien", "--sites", "no-such.toml"), 1, "no-such.toml"),
    ],
)
def test_wrong_words_get_a_clear_message_and_status(words: tuple[str, ...], status: int, said: str) -> None:
    done = invoke("crawl", *words, "--dry-run")
    assert (done.returncode, done.stdout) == (status, "") and said in done.stderr


def test_a_dry_run_names_the_first_urls_and_asks_nothing(tmp_path: Path) -> None:
    with serving(NewsServer(12)) as server:
        words = ("crawl", "thu-nghiem", "--sites", sites_file(server, tmp_path), "--data", tmp_path / "data")
        done = invoke(*words, "--dry-run", "--delay", "0.5")
        assert done.returncode == 0 and f"\n  {server.url}tin-tuc/\n" in done.stdout
        assert "to begin with, 0.5 s apart, and robots.txt before them" in done.stdout
        assert not server.hits and not (tmp_path / "data").exists()


def test_a_crawl_that_went_well_says_nothing_if_quiet(tmp_path: Path) -> None:
    sites = tmp_path / "sites.toml"
    with serving(NewsServer(3)) as server:
        sites.write_text(entry_toml(server.site()), encoding="utf-8")
        words = ("crawl", "--sites", sites, "--data", tmp_path / "data", "--delay", "0")
        first = run("sukien", "--quiet", *words)  # the sites of the file, where none is named
        assert (first.returncode, first.stdout, first.stderr) == (0, "", "")
        server.robots = Reply(503)
        second = run("sukien", *words, "--quiet")
    assert second.returncode == 1 and "until" in second.stdout and "robots_unreachable" in second.stdout
    shown = invoke("status", "--data", tmp_path / "data").stdout
    assert re.search(r"resting: 127\.0\.0\.1:\d+ until \d\d:\d\d", shown)


def test_status_tells_how_a_site_stands(tmp_path: Path) -> None:
    crawl_into(tmp_path)
    shown = invoke("status", "--data", tmp_path / "data").stdout
    assert "thu-nghiem: 3 articles, 4 pages, 4 requests this time, 0 left" in shown
    assert re.search(r"last success 20\d\d-\d\d-\d\d \d\d:\d\d, Vietnamese time", shown)


def test_a_site_of_which_nothing_was_read_had_no_success(tmp_path: Path) -> None:
    with serving(NewsServer(3, routes={"/tin-tuc/": lambda _: Reply(404), "/": lambda _: Reply(404)})) as server:
        (tmp_path / "sites.toml").write_text(entry_toml(server.site()), encoding="utf-8")
        run("sukien", "crawl", "--sites", tmp_path / "sites.toml", "--data", tmp_path / "data", "--delay", "0")
    shown = invoke("status", "--data", tmp_path / "data").stdout
    assert "last success never" in shown and "errors: http_404 ×" in shown


def test_status_of_nothing_says_so(tmp_path: Path) -> None:
    done = invoke("status", "--data", tmp_path)
    assert done.returncode == 1 and "nothing was crawled" in done.stderr


def told(outcome: CrawlOutcome, capsys: pytest.CaptureFixture[str]) -> str:
    tell_sites(outcome)
    return capsys.readouterr().out


def test_the_outcome_of_a_site_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(CrawlOutcome((SiteOutcome(STATUS),)), capsys) == (
        "xa-mau: 5 articles, 9 pages, 11 requests this time, 2 left\n"
        "2 URLs left; give the same command again to go on\n"
    )
    status = replace(STATUS, articles=1, left=0, errors={"timeout": 2, "http_404": 1})
    shown = told(CrawlOutcome((SiteOutcome(status),)), capsys)
    counts = "xa-mau: 1 article, 9 pages, 11 requests this time, 0 left"
    assert shown.startswith(f"{counts}; errors: http_404 ×1, timeout ×2\n") and "left; give" not in shown


def test_problems_and_what_is_left_for_later_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    problem = SiteOutcome(STATUS, (Problem("empty", "no article was read"),))
    reread = (RereadCounts("xa-mau", 3, 1), RereadCounts("xa-moi", 3))
    shown = told(CrawlOutcome((problem,), crashed=2, opens_in=60.0, reread=reread), capsys)
    assert "\n  empty: no article was read\n" in shown
    assert "xa-mau: 3 pages read again, 1 articles changed" in shown and "xa-moi" not in shown
    assert "2 crawling processes ended badly; see log/" in shown
    assert re.search(r"outside the hours nothing is asked; they begin at \d\d:\d\d, Vietnamese time", shown)


def test_a_host_at_rest_is_told_with_the_day_where_that_is_another(capsys: pytest.CaptureFixture[str]) -> None:
    later = datetime.now(VIETNAM) + timedelta(days=3)
    status = replace(STATUS, resting={"xa.example": "http_429"}, rests_until={"xa.example": later.timestamp()})
    shown = told(CrawlOutcome((SiteOutcome(status),)), capsys)
    assert f"; resting: xa.example until {later:%H:%M on %Y-%m-%d} (http_429)" in shown


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
        shown, _ = process.communicate(timeout=60)
        assert process.returncode == 130
        assert "give the same command again" in shown
        asked = server.requests
        assert run("sukien", *words).returncode == 0
        assert server.requests == 210 and asked < 210  # nothing was asked twice
