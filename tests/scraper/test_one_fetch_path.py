"""All requests, of a crawl, of a site check or to a web archive, pass the same guards."""

from __future__ import annotations

import json
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path

import pytest

from scraper.boundary.files import replace_text
from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.status import site_status
from scraper.policy.guards import URLRefused
from scraper.policy.politeness import LEAST_PAUSE, spacing
from scraper.survey.fetch import Unreachable, Visitor, visiting
from scraper.survey.toml import entry_toml
from tests.commands import Command, run
from tests.scraper.servers import NewsServer, Reply, serving

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture(scope="module")
def visitor() -> Iterator[Visitor]:
    with visiting() as opened:
        yield opened


class Endless:
    """Sends the same bytes as long as the client accepts them; `sent` counts them."""

    def __init__(self, first: bytes, again: bytes) -> None:
        self._first, self._again, self.sent = first, again, 0

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(self._first)
        try:
            while self.sent < 200_000_000:
                request.wfile.write(self._again * 1_000)
                self.sent += len(self._again) * 1_000
        finally:
            request.close_connection = True


def endless_headers() -> Endless:
    return Endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", b"X-Filler: aaaaaaaaaaaaaaaa\r\n")


def endless_interim() -> Endless:
    return Endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")


@pytest.mark.parametrize("endless", [endless_headers(), endless_interim()])
def test_headers_without_end_cost_their_page(tmp_path: Path, endless: Endless) -> None:
    path = "/tin-tuc/khong-dut-99.html"
    with serving(NewsServer(3, routes={path: endless}, linked=[path])) as server:
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, readers=0))
        assert server.hits[path] == 1 and endless.sent < 20_000_000
    assert outcome.sites[0].status.articles == 3 and outcome.sites[0].status.errors == {"too_large": 1}


def test_a_look_has_the_bounds_of_a_crawl(visitor: Visitor) -> None:
    endless = endless_headers()
    routes = {"/dai": endless, "/to": lambda _: Reply(200, b"x" * 25_000_000, HTML)}
    with serving(NewsServer(1, routes=routes)) as server:  # type: ignore[arg-type]
        for path in ("dai", "to"):
            with pytest.raises(Unreachable, match="too_large"):
                visitor.fetch(server.url + path)
        assert endless.sent < 20_000_000
        assert visitor.fetch(server.url + server.article_path(1)[1:]).status == 200


def test_a_look_keeps_the_pace_of_robots_txt(visitor: Visitor) -> None:
    robots = Reply(200, b"User-agent: *\nCrawl-delay: 0.8\nDisallow: /rieng\n")
    with serving(NewsServer(3, robots=robots)) as server:
        for number in (1, 2, 3):
            visitor.fetch(server.url + server.article_path(number)[1:])
        with pytest.raises(URLRefused, match="robots"):
            visitor.fetch(server.url + "rieng")
        assert len(server.times) == 4 and server.times[-1] - server.times[0] >= 2.0  # the first may be seen late


def test_a_look_leaves_a_busy_server_alone(visitor: Visitor) -> None:
    busy = Reply(429, b"", {"Retry-After": "60"})
    with serving(NewsServer(3, routes={"/": lambda _: busy})) as server:
        assert visitor.fetch(server.url).status == 429
        with pytest.raises(Unreachable, match="asked for a pause"):
            visitor.fetch(server.url + "tin-tuc/")
        assert server.requests == 1


class Archive(NewsServer):
    """A web archive with three captures that responds as busy once, to the request for the first page."""

    busy = 0.0
    wait = "2"

    def answer(self, path: str) -> Reply:
        if path.startswith("/mau/cdx"):
            rows = [
                {"url": f"http://suoitrong.example{self.article_path(number)}", "timestamp": f"2024010{number}000000"}
                for number in (1, 2, 3)
            ]
            return Reply(200, "\n".join(map(json.dumps, rows)).encode(), {"Content-Type": "text/plain"})
        if "id_/" in path and not self.busy:
            self.busy = time.monotonic()
            return Reply(429, b"", {"Retry-After": self.wait})
        number = path.removesuffix(".html").rpartition("-")[2]
        return self._html(self.article_html(int(number))) if number.isdigit() else Reply(404)


def ask_archive(archive: Archive, folder: Path, more: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    site = replace_site(folder, more)
    words = ("thu-nghiem", "--sites", site, "--archive", f"{archive.url}mau", "--data", folder)
    return run("sukien", "crawl", *words)


def replace_site(folder: Path, more: tuple[str, ...] = ()) -> Path:
    path = folder / "sites.toml"
    entry = {"url": "http://suoitrong.example/", "listings": (), "aliases": more}
    site = NewsServer(1).site().model_copy(update=entry)
    replace_text(path, entry_toml(site))
    return path


def test_a_busy_archive_gets_the_rest_that_it_asks_for(tmp_path: Path) -> None:
    with serving(Archive(3)) as archive:
        done = ask_archive(archive, tmp_path)
        assert "3 articles new" in done.stdout, done.stderr
        later = [moment for moment in archive.times if moment > archive.busy + 0.1]
        assert len(later) == 3 and min(later) - archive.busy >= 1.9


def test_an_archive_that_wants_a_long_rest_is_left_with_a_word(tmp_path: Path) -> None:
    with serving(Archive(3)) as archive:
        archive.wait = "86400"
        done = ask_archive(archive, tmp_path)
        assert done.returncode == 1 and "asked for a pause" in done.stderr
        assert archive.requests == 2


def test_the_rest_of_an_archive_is_known_to_the_next_command(tmp_path: Path) -> None:
    with serving(Archive(3)) as archive:
        archive.wait = "1000"
        first, second = (ask_archive(archive, tmp_path) for _ in range(2))
        assert archive.requests == 2 and "/robots.txt" not in list(archive.hits)[2:]
    assert first.returncode == second.returncode == 1
    assert "asked for a pause" in first.stderr and "asked for a pause" in second.stderr


def test_what_keeps_an_archive_from_being_read_to_its_end_is_no_success(tmp_path: Path) -> None:
    with serving(Archive(3)) as archive:
        archive.busy = 1.0
        index = archive.answer("/mau/cdx")
        archive.routes["/mau/cdx"] = lambda request: Reply(500, b"") if "xa.example" in request.path else index
        done = ask_archive(archive, tmp_path, more=("xa.example",))
    assert done.returncode == 1 and "3 articles new" in done.stdout
    assert "the index of xa.example is not to be had: status 500" in done.stderr


def test_an_archive_is_left_at_once_when_the_command_is_interrupted(tmp_path: Path) -> None:
    with serving(Archive(3)) as archive:
        archive.wait = "100"
        words = ["--sites", str(replace_site(tmp_path)), "--archive", f"{archive.url}mau", "--data", str(tmp_path)]
        process = Command("sukien", "crawl", "thu-nghiem", *words, out=tmp_path / "output.txt")
        end = time.monotonic() + 60
        while not archive.busy and time.monotonic() < end:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        status, printed = process.wait(80), (tmp_path / "output.txt").read_text(encoding="utf-8")
    assert status == 130 and "give the same command again" in printed and "Traceback" not in printed


def test_names_of_one_server_share_its_pace(tmp_path: Path) -> None:
    with serving(NewsServer(5)) as server:
        other = f"http://localhost:{server.port}/"
        sites = [server.site(), server.site("hai", url=other, listings=(f"{other}tin-tuc/",))]
        outcome = crawl(sites, CrawlOptions(data=tmp_path, readers=0, delay=0.5))
        gaps = [later - earlier for earlier, later in pairwise(sorted(server.times))]
        assert [site.status.articles for site in outcome.sites] == [5, 5] and not outcome.exit_status
        assert len(server.times) == 14 and min(gaps) >= 0.35


def test_a_later_command_does_not_hurry_a_running_one(tmp_path: Path) -> None:
    with serving(NewsServer(16)) as server:
        first = threading.Thread(
            target=crawl, args=([server.site()], CrawlOptions(data=tmp_path, readers=0, delay=1.0))
        )
        first.start()
        end = time.monotonic() + 60
        while not server.requests and time.monotonic() < end:
            time.sleep(0.05)
        crawl([server.site()], CrawlOptions(data=tmp_path, readers=0, delay=0.0))
        first.join()
        gaps = [later - earlier for earlier, later in pairwise(server.times)]
        assert min(gaps) >= 0.74
        assert site_status(tmp_path)[0].articles == 16
        crawl([server.site()], CrawlOptions(data=tmp_path, readers=0, delay=0.0))


@pytest.mark.parametrize("chance", [-1.0, -0.5, 0.0, 1.0])
def test_no_jitter_goes_below_the_floor(chance: float) -> None:
    assert spacing(LEAST_PAUSE, 0.0, chance) >= LEAST_PAUSE
    assert spacing(2.0, 7.0, chance) == 7.0
    assert spacing(0.1, 0.0, chance) == pytest.approx(0.1 * (1 + 0.25 * chance))
