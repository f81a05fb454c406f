"""A crawl from a web archive in a process of its own: pauses, backoffs kept for the next command, Ctrl-C."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path

import pytest

from scraper.boundary.files import replace_text
from scraper.spiders.wayback_worker import PAUSE, pause_for
from scraper.survey.toml import entry_toml
from tests.commands import Command, run
from tests.scraper.servers import NewsServer, Reply, serving


@pytest.mark.parametrize(
    ("archive", "requested", "pause"),
    [
        ("https://web.archive.org", None, PAUSE),
        ("https://web.archive.org", 0.0, PAUSE),
        ("https://web.archive.org", 5.0, 5.0),
        ("http://127.0.0.1:8080/mau", None, 0.0),
        ("http://localhost/mau", 0.5, 0.5),
    ],
)
def test_only_an_archive_on_loopback_gets_requests_without_a_pause(
    archive: str, requested: float | None, pause: float
) -> None:
    assert pause_for(archive, requested) == pause


class Archive(NewsServer):
    """A web archive with three captures that responds as busy once, to the request for the first page."""

    busy = 0.0
    wait = "1"

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


def words(archive: Archive, folder: Path) -> list[str]:
    """The command that crawls the archive."""
    site = NewsServer(1).site(url="http://suoitrong.example/", listings=())
    replace_text(folder / "sites.toml", entry_toml(site))
    return ["thu-nghiem", "--sites", f"{folder}/sites.toml", "--archive", f"{archive.url}mau", "--data", str(folder)]


def crawled(archive: Archive, folder: Path) -> subprocess.CompletedProcess[str]:
    return run("sukien", "crawl", *words(archive, folder))


def test_a_busy_archive_gets_the_pause_that_it_asks_for(tmp_path: Path) -> None:
    with serving(Archive(3)) as archive:
        done = crawled(archive, tmp_path)
        assert done.returncode == 0 and "3 articles new" in done.stdout, done.stderr
        later = [moment for moment in archive.times if moment > archive.busy + 0.1]
        assert len(later) == 3 and min(later) - archive.busy >= 0.9


def test_a_long_backoff_of_an_archive_is_named_and_known_to_the_next_command(tmp_path: Path) -> None:
    with serving(Archive(3)) as archive:
        archive.wait = "86400"
        first, second = crawled(archive, tmp_path), crawled(archive, tmp_path)
        assert archive.requests == 2 and "/robots.txt" not in list(archive.hits)[2:]
    assert first.returncode == second.returncode == 1
    assert "asked for a pause" in first.stderr and "asked for a pause" in second.stderr


def test_a_crawl_that_waits_ends_at_once_when_it_is_interrupted(tmp_path: Path) -> None:
    with serving(Archive(3)) as archive:
        archive.wait = "100"
        process = Command("sukien", "crawl", *words(archive, tmp_path), out=tmp_path / "output.txt")
        end = time.monotonic() + 60
        while not archive.busy and time.monotonic() < end:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        status, printed = process.wait(80), (tmp_path / "output.txt").read_text(encoding="utf-8")
    assert status == 130 and "give the same command again" in printed and "Traceback" not in printed
