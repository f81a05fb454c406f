"""Versions of articles from reading archived pages again."""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy import Connection, insert, select, update

from scraper.article import Article
from scraper.frontier.articles import article_digest, article_from, article_json, join_part
from scraper.frontier.schema import ARTICLES, URLS

BESIDE_TEXT = ("author", "source", "section", "attachments", "published_precision")


def store_reading(connection: Connection, page: Any, article: Article) -> Article | Literal["new"] | None:
    """Store a reading of an archived page (a row of PAGES with the `kind` and `found_on` of its URL).

    Returns the version that it replaces, "new" where the URL had no article, and None where nothing changed, the
    article is read from another URL, or only the further page of an article was joined again.
    """
    if page.kind == "part":
        join_part(connection, page.found_on, article)
        return None
    of_id = select(ARTICLES).where(ARTICLES.c.id == article.id).order_by(ARTICLES.c.version.desc()).limit(1)
    last = connection.execute(of_id).first()
    of_page = select(ARTICLES).where(ARTICLES.c.url_id == page.url_id, ARTICLES.c.current == 1)
    own = connection.execute(of_page).first()
    if own is not None and own.id != article.id:  # its URL has changed
        connection.execute(update(ARTICLES).where(ARTICLES.c.id == own.id).values(current=0))
    if last is not None and (last.url_id != page.url_id or not _differs(last, article)):
        return None
    if last is not None:
        connection.execute(update(ARTICLES).where(ARTICLES.c.id == article.id).values(current=0))
    _insert(connection, page, article, last.version + 1 if last is not None else 1)
    connection.execute(update(URLS).where(URLS.c.id == page.url_id).values(error=None, published=article.published_at))
    before = last if last is not None else own
    return "new" if before is None else article_from(before.data)


def _differs(last: Any, article: Article) -> bool:
    """Whether a reading differs from the last version, and did not lose its text."""
    before = article_from(last.data)
    if before.paragraphs and not article.paragraphs and not article.attachments:
        return False
    text = last.digest != article_digest(article)
    return text or any(getattr(before, name) != getattr(article, name) for name in BESIDE_TEXT)


def _insert(connection: Connection, page: Any, article: Article, number: int) -> None:
    values = {
        "id": article.id,
        "version": number,
        "current": 1,
        "site_id": page.site_id,
        "url_id": page.url_id,
        "published_at": article.published_at,
        "fetched_at": article.fetched_at,
        "round": 0,
        "digest": article_digest(article),
        "warc_file": page.warc_file,
        "warc_offset": page.warc_offset,
        "data": article_json(article),
    }
    connection.execute(insert(ARTICLES).values(**values))
