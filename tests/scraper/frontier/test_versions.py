"""Versions of articles from reading archived pages again."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from sqlalchemy import Connection, select

from scraper.article import Article, Attachment
from scraper.frontier.articles import article_from
from scraper.frontier.schema import ARTICLES
from scraper.frontier.versions import store_reading
from tests.scraper.frontier.made import SITE, add_article, add_url, url_row

ARTICLE = Article("a1", title="Xã Mẫu họp", paragraphs=("Cuộc họp ngắn.",), published_at="2024-05-14")


def page(url_id: int, kind: str = "article", found_on: int | None = None) -> SimpleNamespace:
    """A row of an archived page."""
    place = {"warc_file": "a.warc.gz", "warc_offset": 5}
    return SimpleNamespace(url_id=url_id, site_id=SITE, kind=kind, found_on=found_on, **place)


def versions(connection: Connection) -> list[tuple[str, int, int]]:
    rows = connection.execute(select(ARTICLES.c.id, ARTICLES.c.version, ARTICLES.c.current).order_by(ARTICLES.c.id))
    return sorted(map(tuple, rows))


@pytest.fixture
def url_id(connection: Connection) -> int:
    return add_url(connection, "a", state="done", error="not_an_article")


def test_the_first_article_of_a_page_is_new(connection: Connection, url_id: int) -> None:
    assert store_reading(connection, page(url_id), ARTICLE) == "new"
    row = connection.execute(select(ARTICLES)).one()
    assert (row.version, row.current, row.site_id, row.url_id, row.published_at) == (1, 1, SITE, url_id, "2024-05-14")
    assert (row.warc_file, row.warc_offset, article_from(row.data)) == ("a.warc.gz", 5, ARTICLE)
    url = url_row(connection, "a")
    assert (url.error, url.published) == (None, "2024-05-14")


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ({"title": "Xã Mẫu họp bàn"}, False),
        ({"author": "Lò Văn Mẫu"}, False),
        ({"section": "Tin tức"}, False),
        ({"attachments": (Attachment("http://mau.example/a.pdf", "pdf"),)}, False),
        ({"published_precision": "day"}, False),
        ({"paragraphs": (), "attachments": (Attachment("http://mau.example/a.pdf", "pdf"),)}, False),
        ({}, True),
        ({"paragraphs": ()}, True),  # a reading that lost the text
        ({"fetched_at": "2024-05-15T01:00:00Z"}, True),
    ],
)
def test_a_reading_that_differs_is_a_version(
    connection: Connection, url_id: int, changed: dict[str, object], kept: bool
) -> None:
    add_article(connection, ARTICLE, url_id)
    reading = replace(ARTICLE, **changed)  # type: ignore[arg-type]
    assert store_reading(connection, page(url_id), reading) == (None if kept else ARTICLE)
    assert versions(connection) == ([("a1", 1, 1)] if kept else [("a1", 1, 0), ("a1", 2, 1)])


def test_an_article_read_from_another_url_stays(connection: Connection, url_id: int) -> None:
    add_article(connection, ARTICLE, url_id + 1)
    assert store_reading(connection, page(url_id), replace(ARTICLE, title="Khác")) is None
    assert versions(connection) == [("a1", 1, 1)]


def test_an_article_whose_id_changed_replaces_the_one_of_its_page(connection: Connection, url_id: int) -> None:
    add_article(connection, ARTICLE, url_id)
    assert store_reading(connection, page(url_id), replace(ARTICLE, id="a2")) == ARTICLE
    assert versions(connection) == [("a1", 1, 0), ("a2", 1, 1)]


def test_a_further_page_is_joined_with_its_article(connection: Connection, url_id: int) -> None:
    add_article(connection, ARTICLE, url_id)
    part = replace(ARTICLE, id="a2", paragraphs=("Chủ tịch kết luận.",))
    assert store_reading(connection, page(url_id + 1, "part", url_id), part) is None
    row = connection.execute(select(ARTICLES)).one()
    assert article_from(row.data).paragraphs == ("Cuộc họp ngắn.", "Chủ tịch kết luận.")
