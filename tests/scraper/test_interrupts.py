"""Ctrl-C and SIGTERM at any time: the command ends, leaves no processes, and continues when given again."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from scraper.frontier.status import site_status
from scraper.survey.toml import entry_toml
from tests.commands import Command, run
from tests.scraper.killing import with_descendants
from tests.scraper.servers import NewsServer, serving

Reached = Callable[[Path, NewsServer], bool]


def logged(text: str) -> Reached:
    def reached(data: Path, server: NewsServer) -> bool:
        path = data / "log" / "crawl-0.log"
        return path.exists() and text in path.read_text(encoding="utf-8")

    return reached


def running(reached: Reached) -> Reached:
    """The same, once this command is up: the server counts requests of the commands before it too."""
    up = logged("Enabled addons")
    return lambda data, server: up(data, server) and reached(data, server)


def asked(requests: int) -> Reached:
    return lambda data, server: server.requests >= requests


# The first of each half can be seen only where nothing was crawled.
STARTING: dict[str, Reached] = {
    "folder": lambda data, server: data.exists(),
    "log": lambda data, server: (data / "log" / "crawl-0.log").exists(),
    "addons": logged("Enabled addons"),
    "middlewares": logged("Enabled downloader middlewares"),
    "announced": lambda data, server: any((data / "running").glob("*")),
}
CRAWLING: dict[str, Reached] = {
    "state": lambda data, server: (data / "state.sqlite").exists(),
    "opened": logged("Spider opened"),
    "first page": running(asked(1)),
    "amid": running(asked(20)),
    "last page": running(lambda data, server: len(server.hits) >= server.articles),
}


@pytest.mark.slow
@pytest.mark.timeout(900)  # each starts six commands
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moments", [STARTING, CRAWLING], ids=["starting", "crawling"])
def test_it_ends_cleanly_and_goes_on(tmp_path: Path, moments: dict[str, Reached], number: signal.Signals) -> None:
    data, sites = tmp_path / "data", tmp_path / "sites.toml"
    with serving(NewsServer(60)) as server:
        sites.write_text(entry_toml(server.site()), encoding="utf-8")
        words = ["sukien", "crawl", "--sites", str(sites), "--data", str(data), "--delay", "0"]
        for moment, reached in moments.items():  # the same command goes on where the last one was interrupted
            forget(data / "log")
            now, out = partial(reached, data, server), tmp_path / f"{moment}.txt"
            interrupted(words, out, now, number, may_end=moment == "last page")
            assert not list(data.glob("warc/*.open"))
            assert not list(data.glob("running/*"))
        again = run(*words)
        assert again.returncode == 0, again.stdout + again.stderr
        assert site_status(data)[0].articles == 60
        assert max(server.hits[server.article_path(article)] for article in range(1, 61)) == 1


def forget(logs: Path) -> None:
    """Remove the logs of the commands before."""
    for path in logs.glob("*"):
        path.unlink()


def interrupted(
    words: list[str], out: Path, reached: Callable[[], bool], number: signal.Signals, may_end: bool
) -> None:
    """Run a command until a moment is reached, signal it, and assert that it ends well, with all its processes."""
    process = Command(*words, out=out)
    end = time.monotonic() + 180
    while not reached() and process.poll() is None and time.monotonic() < end:
        time.sleep(0.002)
    started = with_descendants({process.pid})
    process.send_signal(number)
    status, printed = process.wait(240), out.read_text(encoding="utf-8")
    assert status in (130, 0) and "Traceback" not in printed, printed
    assert status == 130 or may_end
    while (living := [pid for pid in started if lives(pid)]) and time.monotonic() < end:
        time.sleep(0.05)
    assert not living


def lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z" and pid != os.getpid()
