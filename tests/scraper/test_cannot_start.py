"""A crawl that cannot start ends with a message, for every cause."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from scraper.survey.toml import entry_toml
from tests.commands import run
from tests.scraper.postgres import PostgresServer
from tests.scraper.servers import NewsServer, serving


def dangling_archive(data: Path) -> None:
    (data / "warc").symlink_to("/nowhere/at/all")


def file_for_a_folder(data: Path) -> None:
    (data / "running").write_text("")


def folder_for_a_process(data: Path) -> None:
    (data / "running" / "20200101T000000-1-abcdef").mkdir(parents=True)


def folder_for_the_log(data: Path) -> None:
    (data / "log" / "crawl-0.log").mkdir(parents=True)


@pytest.mark.slow
@pytest.mark.parametrize("connections", [0, 1])
def test_a_database_without_a_free_connection_is_a_message(
    tmp_path: Path, postgres: PostgresServer, connections: int
) -> None:
    with postgres.database() as state, serving(NewsServer(3)) as server:
        (tmp_path / "sites.toml").write_text(entry_toml(server.site()), encoding="utf-8")
        with psycopg.connect(state, autocommit=True) as owner:
            role = f"ban_tin_{connections}"
            owner.execute(f"CREATE ROLE {role} LOGIN CONNECTION LIMIT {connections}")
            owner.execute(f"GRANT ALL ON SCHEMA public TO {role}")
        words = ["--sites", str(tmp_path / "sites.toml"), "--data", str(tmp_path / "data"), "--delay", "0"]
        done = run("sukien", "crawl", *words, "--state", state.replace("postgres@", f"{role}@"))
    assert done.returncode == 1 and "too many connections" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("obstruct", "status"),
    [(dangling_archive, 1), (file_for_a_folder, 1), (folder_for_the_log, 1), (folder_for_a_process, 0)],
)
def test_it_ends(tmp_path: Path, obstruct: Callable[[Path], None], status: int) -> None:
    data, sites = tmp_path / "data", tmp_path / "sites.toml"
    data.mkdir()
    obstruct(data)
    with serving(NewsServer(3)) as server:
        sites.write_text(entry_toml(server.site()), encoding="utf-8")
        done = run("sukien", "crawl", "thu-nghiem", "--sites", sites, "--data", data, "--delay", "0")
    assert done.returncode == status
    assert ("could not start" in done.stderr + done.stdout) == bool(status)
