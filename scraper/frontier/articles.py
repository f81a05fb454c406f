"""Articles as the state stores them: written as JSON, read back one by one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, fields, replace
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, and_, func, select, update

from scraper.article import Article, Attachment, Place
from scraper.frontier.errors import DamagedArticle
from scraper.frontier.schema import ARTICLES, PAGES, open_store, state_url

_ROWS_AT_ONCE = 500  # fetched by a cursor on the server's side, so that a large result does not fill memory


def article_json(article: Article) -> str:
    """An article as one line of JSON."""
    return json.dumps(asdict(article), ensure_ascii=False)


def article_from(data: str) -> Article:
    """The article that `article_json` wrote. Raises DamagedArticle where it did not."""
    try:
        values = json.loads(data)
        values["place"] = Place(**values["place"])
        values["attachments"] = tuple(Attachment(**entry) for entry in values["attachments"])
        lists = {name: tuple(values[name]) for name in ("paragraphs", "captions")}
        known = {entry.name for entry in fields(Article)}
        return Article(**{name: value for name, value in (values | lists).items() if name in known})
    except (ValueError, TypeError, LookupError) as error:
        raise DamagedArticle(f"an article of the state is damaged: {error}") from error


def article_digest(article: Article) -> str:
    """A hash of what a reader of the article would notice if it changed."""
    parts = (article.title, article.lead, *article.paragraphs, *article.captions, article.published_at or "")
    return sha256("\x1f".join(parts).encode()).hexdigest()


def join_part(connection: Connection, first_page: int | None, part: Article) -> Article | None:
    """Append a further page of an article to the current version of the article whose URL has the id `first_page`.

    No new version is made, since the article is the same. Returns the article; None where the page adds nothing.
    """
    own = and_(ARTICLES.c.url_id == first_page, ARTICLES.c.current == 1)
    row = connection.execute(select(ARTICLES).where(own)).first()
    article = article_from(row.data) if row else None
    if article is None or row is None:
        return None
    known = {"", article.title, article.lead, *article.paragraphs}
    more = tuple(text for text in (part.lead, *part.paragraphs) if text not in known)
    if not more:
        return None
    captions = tuple(dict.fromkeys((*article.captions, *part.captions)))
    files = tuple(dict.fromkeys((*article.attachments, *part.attachments)))
    whole = replace(article, paragraphs=(*article.paragraphs, *more), captions=captions, attachments=files)
    connection.execute(update(ARTICLES).where(own).values(data=article_json(whole)))
    return replace(whole, warc_file=row.warc_file or None, warc_offset=row.warc_offset)


def iter_articles(
    data_dir: Path,
    sites: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    state: str | None = None,
    damaged: Callable[[str, str], None] | None = None,
) -> Iterator[Article]:
    """The current version of every stored article, by site and day; days are ISO, both inclusive.

    A damaged article is left out, and `damaged` is called with its id and the reason; without `damaged`, it raises
    DamagedArticle. Raises FileNotFoundError where no crawl has stored a state.
    """
    if state is None and not (data_dir / "state.sqlite").exists():
        raise FileNotFoundError(
            f"{data_dir}: no crawl has stored anything here; run `sukien crawl SITE --data {data_dir}`"
        )
    conditions = [ARTICLES.c.current == 1]
    if sites:
        conditions.append(ARTICLES.c.site_id.in_(sites))
    if since:
        conditions.append(ARTICLES.c.published_at >= since)
    if until:
        conditions.append(ARTICLES.c.published_at < until + "~")  # "~" sorts after every time of that day
    order = (ARTICLES.c.site_id, ARTICLES.c.published_at, ARTICLES.c.id)
    engine = open_store(state or state_url(data_dir), writing=False)
    try:
        with engine.connect() as connection:
            found = select(ARTICLES).where(and_(*conditions)).order_by(*order)
            for row in connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(found):
                place = {"warc_file": row.warc_file, "warc_offset": row.warc_offset} if row.warc_file else {}
                try:
                    article = replace(article_from(row.data), **place)
                except DamagedArticle as error:
                    if damaged is None:
                        raise
                    damaged(row.id, str(error))
                    continue
                yield article
    finally:
        engine.dispose()


def count_pages(data_dir: Path, state: str | None = None) -> int:
    """The number of responses that the crawl under this folder has stored."""
    engine = open_store(state or state_url(data_dir), writing=False)
    try:
        with engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(PAGES)).scalar_one()
    finally:
        engine.dispose()
