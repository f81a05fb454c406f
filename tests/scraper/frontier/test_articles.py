"""Articles in the state: written as JSON and read back, chosen by site and day, joined with further pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, update

from scraper.article import Article, Attachment, Place
from scraper.frontier.articles import (
    article_digest,
    article_from,
    article_json,
    count_pages,
    iter_articles,
    join_part,
)
from scraper.frontier.errors import DamagedArticle
from scraper.frontier.schema import ARTICLES
from tests.scraper.frontier.made import add_article, add_page

ARTICLE = Article(
    "a1",
    url="http://mau.example/hop-1.html",
    site_id="xa-mau",
    title="Xã Mẫu họp",
    lead="Sáng 14/5, xã họp.",
    paragraphs=("Cuộc họp ngắn.", "Có 45 người dự."),
    captions=("Ảnh cuộc họp",),
    published_at="2024-05-14T09:30:00+07:00",
    published_precision="minute",
    attachments=(Attachment("http://mau.example/ke-hoach.pdf", "pdf", "Kế hoạch"),),
    place=Place(province="Tỉnh Mẫu", level="commune"),
)


def test_an_article_is_read_back_as_it_was_written() -> None:
    assert article_from(article_json(ARTICLE)) == ARTICLE
    assert "Xã Mẫu họp" in article_json(ARTICLE) and "\n" not in article_json(ARTICLE)


def test_a_field_of_a_later_version_is_ignored() -> None:
    assert article_from(article_json(ARTICLE).replace('"id"', '"mood": 1, "id"', 1)) == ARTICLE


@pytest.mark.parametrize(
    "data", ["", "{", "[]", "{}", article_json(ARTICLE).replace('"place": {', '"place": {"x": 1, ')]
)
def test_a_damaged_article_is_refused(data: str) -> None:
    with pytest.raises(DamagedArticle, match="an article of the state is damaged"):
        article_from(data)


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"title": "Xã Mẫu hợp"}, False),
        ({"lead": ""}, False),
        ({"paragraphs": ARTICLE.paragraphs[:1]}, False),
        ({"captions": ()}, False),
        ({"published_at": None}, False),
        ({"author": "Lò Văn Mẫu"}, True),
        ({"fetched_at": "2024-05-15T01:00:00Z"}, True),
    ],
)
def test_the_digest_is_of_what_a_reader_notices(changed: dict[str, object], same: bool) -> None:
    other = replace(ARTICLE, **changed)  # type: ignore[arg-type]
    assert (article_digest(other) == article_digest(ARTICLE)) is same


def test_a_further_page_is_appended_without_what_is_known(connection: Connection) -> None:
    add_article(connection, ARTICLE, url_id=7, warc_file="a.warc.gz", warc_offset=5)
    plan = Attachment("http://mau.example/bieu.xls", "xls")
    part = replace(
        ARTICLE,
        lead="Trang sau.",
        paragraphs=("Cuộc họp ngắn.", "Chủ tịch kết luận."),
        captions=("Ảnh cuộc họp", "Ảnh chủ tịch"),
        attachments=(*ARTICLE.attachments, plan),
    )
    joined = join_part(connection, 7, part)
    assert joined and joined.paragraphs == (*ARTICLE.paragraphs, "Trang sau.", "Chủ tịch kết luận.")
    assert (joined.title, joined.lead) == (ARTICLE.title, ARTICLE.lead)
    assert joined.captions == ("Ảnh cuộc họp", "Ảnh chủ tịch") and joined.attachments == (*ARTICLE.attachments, plan)
    assert (joined.warc_file, joined.warc_offset) == ("a.warc.gz", 5)
    assert join_part(connection, 7, part) is None


@pytest.mark.parametrize("first_page", [None, 8])
def test_a_further_page_of_no_article_adds_nothing(connection: Connection, first_page: int | None) -> None:
    add_article(connection, ARTICLE, url_id=7)
    add_article(connection, replace(ARTICLE, id="a2"), url_id=8, current=0)
    assert join_part(connection, first_page, replace(ARTICLE, paragraphs=("Chủ tịch kết luận.",))) is None


@pytest.fixture
def stored(engine: Engine) -> None:
    """Articles of two sites and some days, one of them replaced by a later version."""
    days = {"a1": "2024-05-14T23:30:00+07:00", "a2": "2024-05-15", "a3": "2024-06-01", "a4": None}
    with engine.begin() as connection:
        for number, (name, day) in enumerate(days.items()):
            add_article(connection, Article(name, published_at=day), warc_file="a.warc.gz", warc_offset=number)
        add_article(connection, Article("a0", published_at="2024-05-01"), site_id="xa-khac")
        add_article(connection, Article("a3", title="mới", published_at="2024-06-01"), version=2)
        connection.execute(update(ARTICLES).where(ARTICLES.c.id == "a3", ARTICLES.c.version == 1).values(current=0))
        add_page(connection, 1)
        add_page(connection, 2)


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        ({}, ["a0", "a4", "a1", "a2", "a3"]),
        ({"sites": ["xa-mau"]}, ["a4", "a1", "a2", "a3"]),
        ({"since": "2024-05-15"}, ["a2", "a3"]),
        ({"until": "2024-05-14"}, ["a0", "a1"]),
        ({"since": "2024-05-14", "until": "2024-05-15", "sites": ["xa-mau"]}, ["a1", "a2"]),
        ({"sites": ["xa-nao"]}, []),
    ],
)
def test_current_articles_are_chosen_by_site_and_day(
    stored: None, tmp_path: Path, choice: dict[str, object], ids: list[str]
) -> None:
    assert [article.id for article in iter_articles(tmp_path, **choice)] == ids  # type: ignore[arg-type]


def test_articles_have_the_place_of_their_page(stored: None, tmp_path: Path) -> None:
    found = {article.id: article for article in iter_articles(tmp_path)}
    assert (found["a2"].warc_file, found["a2"].warc_offset) == ("a.warc.gz", 1)
    assert (found["a3"].title, found["a3"].warc_file, found["a3"].warc_offset) == ("mới", None, None)


def test_a_damaged_article_is_named_and_the_others_are_read(stored: None, engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        connection.execute(update(ARTICLES).where(ARTICLES.c.id == "a1").values(data="{"))
    named: list[tuple[str, str]] = []
    found = iter_articles(tmp_path, sites=["xa-mau"], damaged=lambda *why: named.append(why))
    assert [article.id for article in found] == ["a4", "a2", "a3"]
    assert [(name, reason[:35]) for name, reason in named] == [("a1", "an article of the state is damaged:")]
    with pytest.raises(DamagedArticle):
        list(iter_articles(tmp_path))


def test_a_folder_without_a_crawl_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no crawl has stored anything here"):
        next(iter_articles(tmp_path))


def test_pages_are_counted(stored: None, tmp_path: Path) -> None:
    assert count_pages(tmp_path) == 2
