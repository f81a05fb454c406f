"""Rows of a state made in a test."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, select

from scraper.article import Article
from scraper.frontier.articles import article_digest, article_json
from scraper.frontier.rounds import RANKS
from scraper.frontier.schema import ARTICLES, PAGES, SITES, URLS, insert_missing

SITE, HOST = "xa-mau", "mau.example"


def add_site(connection: Connection, site_id: str = SITE, **values: Any) -> None:
    """A site in its first round."""
    insert_missing(connection, SITES, [{"site_id": site_id, "round": 1, "open": 1} | values])


def add_url(connection: Connection, key: str, kind: str = "article", state: str = "discovered", **values: Any) -> int:
    """A URL of the first round; returns its id."""
    row = {"site_id": SITE, "key": key, "url": f"http://{HOST}/{key}", "host": HOST, "kind": kind, "state": state}
    row |= {"rank": RANKS[kind], "round": 1}
    done = connection.execute(insert(URLS).values(row | values))
    assert done.inserted_primary_key
    return int(done.inserted_primary_key[0])


def add_page(connection: Connection, url_id: int, **values: Any) -> None:
    """A stored response."""
    row = {"url_id": url_id, "site_id": SITE, "url": f"http://{HOST}/", "fetched_at": "2024-05-15T01:00:00Z"}
    row |= {"status": 200, "sha256": "0", "size": 1, "warc_file": "a.warc.gz", "warc_offset": 0, "warc_length": 1}
    connection.execute(insert(PAGES).values(row | values))


def add_article(connection: Connection, article: Article, url_id: int = 0, **values: Any) -> None:
    """The first version of an article."""
    row = {"id": article.id, "version": 1, "current": 1, "site_id": SITE, "url_id": url_id, "round": 1}
    row |= {"published_at": article.published_at, "fetched_at": article.fetched_at}
    row |= {"digest": article_digest(article), "data": article_json(article)}
    connection.execute(insert(ARTICLES).values(row | values))


def states(connection: Connection) -> dict[str, str]:
    """The state of every URL, by its key."""
    rows = connection.execute(select(URLS.c.key, URLS.c.state).order_by(URLS.c.id)).all()
    return {row.key: row.state for row in rows}


def url_row(connection: Connection, key: str) -> Any:
    """The row of a URL."""
    return connection.execute(select(URLS).where(URLS.c.key == key)).one()
