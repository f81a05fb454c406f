"""States of other versions: an older one is migrated; a newer one is left unchanged, with a message."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from scraper.frontier.errors import StateError
from scraper.frontier.frontier import Budget
from scraper.frontier.migrations import VERSION
from scraper.frontier.schema import ARTICLES, META, SITES, insert_missing, open_store, state_url
from tests.commands import run
from tests.scraper.postgres import PostgresServer
from tests.scraper.servers import NewsServer, serving
from tests.sukien.test_commands import sites_file

LATER = [("sites", "going"), ("articles", "warc_file"), ("articles", "warc_offset"), ("hosts", "certificate")]


def make_old(url: str) -> None:
    """Remove what the first version of the tables did not have."""
    engine = open_store(url)
    with engine.begin() as connection:
        for table, column in LATER:
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        connection.execute(text("DROP INDEX urls_lease"))
        connection.execute(text("DROP TABLE meta"))
    engine.dispose()


def test_a_crawl_goes_on_with_the_state_of_an_older_version(tmp_path: Path) -> None:
    with serving(NewsServer(25)) as server:
        crawl([server.site()], CrawlOptions(data=tmp_path, readers=0, budget=Budget(requests=10)))
        make_old(state_url(tmp_path))
        before = len(list(iter_articles(tmp_path)))
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, readers=0))
        assert outcome.exit_status == 0 and 0 < before < 25
        assert len(list(iter_articles(tmp_path))) == 25
        assert server.requests == 25 + 2  # each page once


def test_columns_that_came_later_are_filled_on_postgresql_too(postgres: PostgresServer) -> None:
    with postgres.database() as url:
        engine = open_store(url)
        with engine.begin() as connection:
            insert_missing(connection, SITES, [{"site_id": "thu-nghiem", "round": 3}])
        engine.dispose()
        make_old(url)
        engine = open_store(url, writing=False)
        with engine.connect() as connection:
            assert tuple(connection.execute(select(SITES.c.round, SITES.c.going)).one()) == (3, 0)
            assert connection.execute(select(ARTICLES.c.warc_file)).all() == []
            assert connection.execute(select(META.c.value)).scalar_one() == str(VERSION)
        engine.dispose()


def test_the_state_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    engine = open_store(state_url(tmp_path))
    with engine.begin() as connection:
        connection.execute(update(META).values(value=str(VERSION + 1)))
    engine.dispose()
    with serving(NewsServer(3)) as server:
        words = ("thu-nghiem", "--sites", sites_file(server, tmp_path), "--data", tmp_path)
        for command in (("crawl", *words), ("status", "--data", tmp_path), ("extract", "--data", tmp_path)):
            done = run("sukien", *command)
            assert done.returncode == 1 and "Traceback" not in done.stderr
            assert f"{tmp_path}/state.sqlite was written by a newer sukien" in done.stderr.replace("\n", "")
        assert not server.hits


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "holds no crawl"), ("không phải cơ sở dữ liệu ".encode() * 50, "cannot be opened")]
)
def test_what_is_no_state_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "state.sqlite").write_bytes(content)
    with pytest.raises(StateError, match=f"state.sqlite {said}"):
        open_store(state_url(tmp_path), writing=False)
