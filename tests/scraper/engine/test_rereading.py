"""Archived pages are read again without requests; versions are kept, and a killed run is continued."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update

from scraper.article import Article, Page
from scraper.crawl import crawl
from scraper.engine import rereading
from scraper.engine.options import CrawlOptions
from scraper.engine.page_parser import PageRequest, read_page
from scraper.engine.rereading import reread
from scraper.frontier.articles import article_from, article_json, iter_articles
from scraper.frontier.profiles import stored_profiles
from scraper.frontier.schema import ARTICLES, PROFILES, open_store, state_url
from scraper.pages.profile import SiteProfile
from scraper.pages.url_patterns import url_pattern
from scraper.sites import Site
from tests.scraper.servers import NewsServer, serving


def crawled(folder: Path, articles: int = 12) -> tuple[NewsServer, Site, CrawlOptions]:
    server, options = NewsServer(articles), CrawlOptions(data=folder, readers=0)
    with serving(server):
        assert crawl([server.site()], options).exit_status == 0
    return server, server.site(), options


def spoil(folder: Path, title: str, author: str | None = None) -> None:
    """Change the stored articles to what an older version might have read."""
    engine = open_store(state_url(folder))
    with engine.begin() as connection:
        for row in connection.execute(select(ARTICLES).where(ARTICLES.c.current == 1)).all():
            article = article_from(row.data)
            values = {name: getattr(article, name) for name in Article.__slots__} | {"title": title, "author": author}
            spoiled = Article(**values)
            own = (ARTICLES.c.id == row.id, ARTICLES.c.version == row.version)
            connection.execute(update(ARTICLES).where(*own).values(data=article_json(spoiled), digest="older"))
    engine.dispose()


def versions(folder: Path) -> list[tuple[int, int]]:
    engine = open_store(state_url(folder), writing=False)
    with engine.connect() as connection:
        rows = connection.execute(select(ARTICLES.c.version, ARTICLES.c.current)).all()
    engine.dispose()
    return sorted((row.version, row.current) for row in rows)


def test_what_an_older_version_read_is_mended_from_the_archive(tmp_path: Path) -> None:
    server, site, options = crawled(tmp_path)
    asked, before = server.hits.total(), list(iter_articles(tmp_path))
    spoil(tmp_path, "Tin tức", "Đăng nhập")
    (counts,) = reread([site], options)
    assert (counts.pages, counts.changed, counts.new) == (12, 12, 0)
    assert counts.fields == {"title": 12, "author": 12} and server.hits.total() == asked
    after = list(iter_articles(tmp_path))
    assert [(one.id, one.title, one.paragraphs, one.warc_offset) for one in after] == [
        (one.id, one.title, one.paragraphs, one.warc_offset) for one in before
    ]
    assert versions(tmp_path) == [(1, 0)] * 12 + [(2, 1)] * 12


def test_nothing_changed_is_nothing_written(tmp_path: Path) -> None:
    _, site, options = crawled(tmp_path)
    (counts,) = reread([site], options)
    assert (counts.pages, counts.changed, counts.new) == (12, 0, 0)
    assert versions(tmp_path) == [(1, 1)] * 12


def test_a_killed_run_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, site, options = crawled(tmp_path)
    spoil(tmp_path, "Tin tức")
    monkeypatch.setattr(rereading, "AT_ONCE", 4)

    def killed(done: int) -> None:
        if done == 8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reread([site], options, killed)
    (counts,) = reread([site], options)
    assert (counts.pages, counts.changed) == (4, 4)
    assert versions(tmp_path) == [(1, 0)] * 12 + [(2, 1)] * 12


def test_a_page_that_the_archive_lost_is_named_and_its_article_stays(tmp_path: Path) -> None:
    _, site, options = crawled(tmp_path)
    for path in (tmp_path / "warc").iterdir():
        path.rename(tmp_path / path.name)
    (counts,) = reread([site], options)
    assert len(counts.damaged) == 12 and counts.pages == 0
    assert len(list(iter_articles(tmp_path))) == 12


def test_the_first_round_leaves_a_profile_and_a_site_too_small_has_none(tmp_path: Path) -> None:
    crawled(tmp_path / "many")
    crawled(tmp_path / "few", 3)
    for name, profiles in (("many", 1), ("few", 0)):
        engine = open_store(state_url(tmp_path / name), writing=False)
        with engine.connect() as connection:
            rows = connection.execute(select(PROFILES)).all()
        engine.dispose()
        assert len(rows) == profiles and all(row.reread == row.version for row in rows)


def test_the_kinds_of_pages_are_learned_for_the_patterns_of_their_urls(tmp_path: Path) -> None:
    _, site, options = crawled(tmp_path)
    engine = open_store(state_url(tmp_path), writing=False)
    with engine.connect() as connection:
        profile = stored_profiles(connection, [site.id])[site.id]
    engine.dispose()
    patterns = {url_pattern(article.url) for article in iter_articles(tmp_path)}
    assert patterns and {profile.kinds[pattern] for pattern in patterns} == {"article"}


def test_what_was_learned_of_patterns_is_used_for_the_links_of_a_page() -> None:
    site = Site(id="mau", name="Mẫu", url="http://mau.example/")
    body = b"<html><body><nav><a href='/tin/hop-dan'>H\xe1\xbb\x8dp</a></nav></body></html>"
    page = Page(site.url, site.url, "2024-06-01T00:00:00Z", 200, {"content-type": "text/html"}, body, "0")
    for profile, kind in ((None, "listing"), (SiteProfile(8, kinds={"/tin/a": "article"}), "article")):
        (link,) = read_page(PageRequest(page, site, "listing", None, profile)).links
        assert link.kind == kind
