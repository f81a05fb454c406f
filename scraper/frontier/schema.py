"""The tables of a crawl's state: URLs to request, stored responses, and articles.

SQLite (write-ahead log) beside the WARC files by default, PostgreSQL by URL. This module declares the tables and opens
them; `scraper.frontier.frontier` changes the states of URLs, `articles_of` and `iter_articles` read the result.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Float,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    event,
)
from sqlalchemy.dialects import postgresql, sqlite

from scraper.boundary.processes import interrupts_held
from scraper.frontier.migrations import prepare

CONNECTS_WITHIN = 30  # seconds; a server that takes longer to accept a connection is away
METADATA = MetaData()
_ROW_ID = BigInteger().with_variant(Integer, "sqlite")

# Values of the whole state: "version", that of these tables; see `scraper.frontier.migrations`.
META = Table("meta", METADATA, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

# One row a site: the open or last round (one pass from the entry points until nothing is left), and what it covered.
SITES = Table(
    "sites",
    METADATA,
    Column("site_id", Text, primary_key=True),
    Column("round", Integer, nullable=False, default=0),
    Column("open", Integer, nullable=False, default=0),
    Column("walk", Integer, nullable=False, default=1),  # 1: page to the end; 0: stop where everything is known
    Column("since", Text),
    Column("until", Text),
    Column("covered_since", Text),  # "" when paged to the very end; NULL before the first finished round
    Column("going", Integer, nullable=False, default=0),  # 0: the last command was not interrupted
    Column("asked", Integer, nullable=False, default=0),  # requests and bytes of the present command
    Column("bytes", BigInteger, nullable=False, default=0),
    Column("started_at", Text),
    Column("succeeded_at", Text),
    Column("verdict", Text),
)

# One row a host: its delay. `next_at` is the earliest time (seconds since 1970) of its next request.
HOSTS = Table(
    "hosts",
    METADATA,
    Column("host", Text, primary_key=True),
    Column("next_at", Float, nullable=False, default=0.0),
    Column("ready_at", Float, nullable=False, default=0.0),  # next_at once the open request has ended
    Column("pause", Float, nullable=False, default=0.0),  # seconds between two requests
    Column("crawl_delay", Float, nullable=False, default=0.0),  # seconds between two requests, by robots.txt
    Column("strikes", Integer, nullable=False, default=0),  # failures in a row
    Column("resting", Text),  # why the host is in backoff until next_at
    Column("certificate", Text),
    Column("paced_at", Float, nullable=False, default=0.0),  # when next_at was set: shows a clock set back
    Column("paused_by", Text),  # the process that set the pause
    Column("server", Text),  # what its name resolves to; NULL before its first request
)

# One row a server, the IP address of one or more hosts, which share its delay; `host` is that of its last request.
SERVERS = Table(
    "servers",
    METADATA,
    Column("server", Text, primary_key=True),
    Column("next_at", Float, nullable=False, default=0.0),
    Column("ready_at", Float, nullable=False, default=0.0),
    Column("host", Text),
)

# One row a URL. State: discovered, leased, waiting, outside, done, failed.
URLS = Table(
    "urls",
    METADATA,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("site_id", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("kind", Text, nullable=False),  # article, part (a further page of one), listing, next, feed, sitemap
    Column("state", Text, nullable=False),
    Column("rank", Integer, nullable=False),  # lower is requested first
    Column("due_at", Float, nullable=False, default=0.0),
    Column("owner", Text),
    Column("lease_until", Float),
    Column("attempts", Integer, nullable=False, default=0),
    Column("hops", Integer, nullable=False, default=0),  # redirects that led here
    Column("depth", Integer, nullable=False, default=0),
    Column("barren", Integer, nullable=False, default=0),  # listing pages in a row without a new article
    Column("found_on", _ROW_ID),
    Column("round", Integer, nullable=False),
    Column("listed_round", Integer, nullable=False, default=0),
    Column("published", Text),
    Column("error", Text),
    Column("status", Integer),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("sha256", Text),
    Column("fetched_at", Text),
    Column("unchanged", Integer, nullable=False, default=0),  # visits in a row that found nothing new
    Column("visit_at", Float),  # when to look again
    Column("evidence", Text),  # what a page that links here says; see scraper.pages.evidence
    UniqueConstraint("site_id", "key"),
    Index("urls_queue", "host", "state", "rank", "id"),
    Index("urls_state", "site_id", "state"),
    Index("urls_family", "found_on", "state"),
    Index("urls_lease", "state", "owner"),
)

# One row a stored response, with its place in the WARC files.
PAGES = Table(
    "pages",
    METADATA,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("url_id", _ROW_ID, nullable=False),
    Column("site_id", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("fetched_at", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("flags", Text, nullable=False, default=""),
    Column("warc_file", Text, nullable=False),
    Column("warc_offset", BigInteger, nullable=False),
    Column("warc_length", BigInteger, nullable=False),
    Index("pages_site", "site_id"),
    Index("pages_warc", "warc_file", "warc_offset"),
)

# One row a version of an article; exports have the current one.
ARTICLES = Table(
    "articles",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("current", Integer, nullable=False),
    Column("site_id", Text, nullable=False),
    Column("url_id", _ROW_ID, nullable=False),
    Column("published_at", Text),
    Column("fetched_at", Text),
    Column("round", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("warc_file", Text, nullable=False, default=""),  # "" where the disk lost the page
    Column("warc_offset", BigInteger, nullable=False, default=0),
    Column("data", Text, nullable=False),
    Index("articles_site", "site_id", "current"),
)

# One row a site: what its archived pages have in common; see scraper.pages.profile.
PROFILES = Table(
    "profiles",
    METADATA,
    Column("site_id", Text, primary_key=True),
    Column("version", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("learned_at", Text, nullable=False),
    Column("reread", Text),  # the version with which all archived pages of the site were last read again
)


def state_url(data_dir: Path) -> str:
    """The default URL of the state of a crawl under this folder."""
    return f"sqlite:///{(data_dir / 'state.sqlite').resolve()}"


def open_store(url: str, *, writing: bool = True) -> Engine:
    """The database at an SQLAlchemy URL; a writer creates missing tables.

    A SQLite writer takes the write lock as its transaction begins, so that two processes wait for each other instead
    of failing half-way. Raises StateError where there is nothing to read, or the state cannot be used.
    """
    engine = create_engine(with_driver(url), connect_args=connection_arguments(url))
    if engine.dialect.name == "sqlite":
        _tune_sqlite(engine, "BEGIN IMMEDIATE" if writing else "BEGIN")
    prepare(engine, METADATA, writing)
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction of the process that a user interrupts: Ctrl-C waits for its end."""
    with interrupts_held(), engine.begin() as connection:
        yield connection


def with_driver(url: str) -> str:
    """The URL of a database with the driver that is declared: a bare postgresql:// means psycopg."""
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def connection_arguments(url: str) -> dict[str, Any]:
    """How long a server may take to accept a connection; libpq's variable and the URL's own value come first."""
    of_a_server = with_driver(url).startswith("postgresql")
    given = "connect_timeout" in url or "PGCONNECT_TIMEOUT" in os.environ
    return {"connect_timeout": CONNECTS_WITHIN} if of_a_server and not given else {}


def _tune_sqlite(engine: Engine, begin: str) -> None:
    @event.listens_for(engine, "connect")
    def configure(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # the driver's own BEGIN would take the lock too late
        connection.execute("PRAGMA busy_timeout = 60000")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def insert_missing(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows; those whose key exists already are not changed."""
    if rows:
        dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)
