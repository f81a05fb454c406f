"""Whole crawls of real sites on loopback."""

from __future__ import annotations

from pathlib import Path

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from tests.scraper.servers import NewsServer, serving


def test_every_article_is_found_once(tmp_path: Path) -> None:
    with serving(NewsServer(articles=65)) as server:
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path))
        assert outcome.exit_status == 0 and outcome.left == 0
        articles = list(iter_articles(tmp_path))
        assert {article.title for article in articles} == {f"Hội nghị triển khai nhiệm vụ số {n}" for n in range(1, 66)}
        assert len({article.id for article in articles}) == len(articles) == 65
        assert max(server.hits.values()) == 1
