"""A check of the browser in place of robots.txt, of the page of a look at a site, or of a web archive's answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.boundary.files import replace_text
from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.survey.check import survey
from scraper.survey.fetch import Unreachable, Visitor, visiting
from scraper.survey.toml import entry_toml
from tests.commands import run
from tests.scraper.servers import NewsServer, Reply, serving

HTML = {"Content-Type": "text/html; charset=utf-8"}
GATE = b"<html><script>document.cookie='D1N=5f2a; path=/';location.reload(true);</script></html>"
CAPTCHA = b"<html><body><form><div class='h-captcha' data-sitekey=a></div></form></body></html>"
MOMENT = b"<html><title>Just a moment...</title><script>window._cf_chl_opt={}</script></html>"
GATES = [(200, GATE), (200, CAPTCHA), (403, MOMENT), (429, CAPTCHA), (503, GATE), (202, b"<script>x</script>")]


@pytest.fixture(scope="module")
def visitor() -> Iterator[Visitor]:
    with visiting() as opened:
        yield opened


def gate(status: int, body: bytes) -> Reply:
    return Reply(status, body, HTML | ({"x-amzn-waf-action": "challenge"} if status == 202 else {}))


@pytest.mark.parametrize(("status", "body"), GATES)
def test_a_challenge_in_place_of_robots_txt_is_no_leave_to_ask(tmp_path: Path, status: int, body: bytes) -> None:
    with serving(NewsServer(3, robots=gate(status, body))) as server:
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, readers=0))
        assert server.requests == 0
    assert outcome.exit_status == 1 and list(outcome.sites[0].status.resting.values()) == ["challenge"]


@pytest.mark.parametrize(
    "robots",
    [
        b"User-agent: *\nDisallow: /cdn-cgi/challenge-platform/h/\nDisallow: /rieng\n",
        b"# <div class=g-recaptcha></div>\nUser-agent: *\nAllow: /\n",
    ],
)
def test_rules_that_mention_a_challenge_are_rules(tmp_path: Path, robots: bytes) -> None:
    with serving(NewsServer(3, robots=Reply(200, robots))) as server:
        assert not crawl([server.site()], CrawlOptions(data=tmp_path, readers=0)).exit_status


def test_what_a_challenge_in_place_of_robots_txt_means_is_told(tmp_path: Path) -> None:
    with serving(NewsServer(3, robots=gate(503, GATE))) as server:
        replace_text(tmp_path / "sites.toml", entry_toml(server.site()))
        words = ("--sites", tmp_path / "sites.toml", "--data", tmp_path / "data")
        done = run("sukien", "crawl", *words)
        looked = run("sukien", "sites", "detect", server.url)
    told = run("sukien", "status", "--data", tmp_path / "data").stdout
    assert "behind a check of the browser" in done.stdout and "behind a check of the browser" in told
    assert looked.returncode == 1 and "robots.txt is behind a check of the browser" in looked.stderr


def test_a_look_at_a_site_behind_a_challenge_says_so(tmp_path: Path) -> None:
    reply = gate(403, MOMENT)
    with serving(NewsServer(3, routes={"/": lambda _: reply, "/tin-tuc/": lambda _: reply})) as server:
        done = run("sukien", "sites", "detect", server.url, "-o", tmp_path / "mine.toml")
    assert done.returncode == 1 and "behind a check of the browser" in done.stderr
    assert not (tmp_path / "mine.toml").exists()


@pytest.mark.parametrize(
    ("body", "obstacle"),
    [
        (b"<html><body><div id='root'></div><script src='/a.js'></script></body></html>", "javascript"),
        (b"<html><body><form><input name=u><input type=password></form></body></html>", "login"),
    ],
)
def test_other_obstacles_are_told_by_a_look_too(visitor: Visitor, body: bytes, obstacle: str) -> None:
    reply = Reply(200, body, HTML)
    with serving(NewsServer(3, routes={"/": lambda _: reply, "/tin-tuc/": lambda _: reply})) as server:
        assert survey(server.site(), visitor).state == obstacle
        done = run("sukien", "sites", "detect", server.url)
    assert done.returncode == 0 and "platform" in done.stdout
    assert ("behind a login" if obstacle == "login" else "drawn by scripts") in done.stderr


def test_robots_txt_behind_a_challenge_keeps_a_look_away(visitor: Visitor) -> None:
    with serving(NewsServer(3, robots=gate(403, MOMENT))) as server:
        with pytest.raises(Unreachable, match="check of the browser"):
            visitor.fetch(server.url)
        assert server.requests == 0


class Archive(NewsServer):
    """A web archive with three captures, of which some answers are a challenge."""

    behind: tuple[str, ...] = ()

    def answer(self, path: str) -> Reply:
        if any(part in path for part in self.behind):
            return Reply(403, MOMENT, HTML)
        if path == "/robots.txt":
            return self.robots
        if path.startswith("/mau/cdx"):
            rows = [
                {"url": f"http://suoitrong.example{self.article_path(number)}", "timestamp": f"2024010{number}000000"}
                for number in (1, 2, 3)
            ]
            return Reply(200, "\n".join(map(json.dumps, rows)).encode(), {"Content-Type": "text/plain"})
        number = path.removesuffix(".html").rpartition("-")[2]
        return self._html(self.article_html(int(number))) if number.isdigit() else Reply(404)


def ask_archive(archive: Archive, folder: Path) -> tuple[int, str]:
    site = NewsServer(1).site().model_copy(update={"url": "http://suoitrong.example/", "listings": ()})
    replace_text(folder / "sites.toml", entry_toml(site))
    words = ("--sites", folder / "sites.toml", "--archive", f"{archive.url}mau", "--data", folder)
    done = run("sukien", "crawl", "thu-nghiem", *words)
    return done.returncode, done.stdout + done.stderr


def test_an_archive_that_begins_to_challenge_is_left(tmp_path: Path) -> None:
    with serving(Archive(3)) as archive:
        archive.behind = ("-2.html", "-3.html")
        returned, told = ask_archive(archive, tmp_path)
        assert archive.requests == 3
    assert returned == 1 and "1 article new" in told and "the archive is behind a check of the browser" in told


def test_the_robots_txt_of_an_archive_behind_a_challenge(tmp_path: Path) -> None:
    with serving(Archive(3, robots=Reply(403, MOMENT, HTML))) as archive:
        returned, told = ask_archive(archive, tmp_path)
        assert archive.requests == 0
    assert returned == 1 and "robots.txt is behind a check of the browser" in told
