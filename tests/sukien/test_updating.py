"""`sukien update` on a real server: nights on which a site grows, is unchanged, or is down."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from extract import load
from tests.commands import run
from tests.scraper.servers import NewsServer, serving
from tests.sukien.test_commands import sites_file

pytestmark = pytest.mark.slow


class GrowingServer(NewsServer):
    """A site whose articles keep their days when others are added."""

    def day_of(self, number: int) -> date:
        return date(2024, 3, 1) + timedelta(days=number)


@contextmanager
def hooked() -> Iterator[tuple[str, list[dict[str, object]]]]:
    """A web hook on loopback: yields its URL and the list of what is posted to it."""
    posted: list[dict[str, object]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802 - the standard library's name
            posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", posted
    finally:
        server.shutdown()
        server.server_close()


def test_three_nights_tell_each_event_once(tmp_path: Path) -> None:
    server = GrowingServer(5)
    with serving(server), hooked() as (address, posted):
        command = ["sukien", "update", "thu-nghiem", "--sites", str(sites_file(server, tmp_path)), "--delay", "0"]
        command += ["--data", str(tmp_path / "data"), "--out", str(tmp_path / "tables"), "--webhook", address]
        command += ["--notify", f"tee -a {tmp_path / 'mail'}", "--database", f"sqlite:///{tmp_path / 'nights.db'}"]
        first = run(*command)
        assert first.returncode == 0, first.stderr
        server.articles = 7
        second = run(*command)
        asked = server.requests
        third = run(*command)
    assert "5 new" in first.stdout and "2 new" in second.stdout and "nothing is new" in third.stdout
    assert [len(one["events"]) for one in posted] == [5, 2]  # type: ignore[arg-type]
    tables = load(tmp_path / "tables")
    assert len(tables.events) == len(tables.occurrences) == 7
    assert json.loads((tmp_path / "tables" / "new.json").read_text(encoding="utf-8"))["events"] == []
    assert (tmp_path / "mail").read_text(encoding="utf-8").count('"at"') == 2
    assert server.requests - asked <= 2
    with closing(sqlite3.connect(tmp_path / "nights.db")) as database:
        assert database.execute("SELECT count(*) FROM events").fetchone() == (7,)
    assert " 0 rows written" in third.stdout


def test_a_database_that_refuses_is_named(tmp_path: Path) -> None:
    server = GrowingServer(1)
    with serving(server):
        command = ["sukien", "update", "thu-nghiem", "--sites", str(sites_file(server, tmp_path)), "--delay", "0"]
        command += ["--data", str(tmp_path / "data"), "--out", str(tmp_path / "tables")]
        done = run(*command, "--database", f"sqlite:///{tmp_path / 'absent' / 'nights.db'}")
    assert done.returncode == 1 and "absent/nights.db" in done.stderr and "Traceback" not in done.stderr


def test_a_site_that_is_away_leaves_the_tables_as_they_were(tmp_path: Path) -> None:
    server = GrowingServer(3)
    with serving(server):
        file = str(sites_file(server, tmp_path))
        command = ["sukien", "update", "thu-nghiem", "--sites", file, "--delay", "0"]
        command += ["--data", str(tmp_path / "data"), "--out", str(tmp_path / "tables")]
        assert run(*command).returncode == 0
    away = run(*command)
    assert "Traceback" not in away.stderr and "nothing is new" in away.stdout
    assert len(load(tmp_path / "tables").events) == 3


def test_only_what_is_stored_can_be_brought_in(tmp_path: Path) -> None:
    nothing = run("sukien", "update", "--no-crawl", "--data", str(tmp_path / "data"), "--out", str(tmp_path / "tables"))
    assert nothing.returncode == 1 and "nothing was crawled" in nothing.stderr
