"""Documents that articles offer: listed always, fetched on request only."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from tests.scraper.servers import NewsServer, Reply, serving
from tests.scraper.stored import iter_pages

PLAN = "/uploads/ke-hoach-15.pdf"
LINKS = f'<p><a href="{PLAN}">Kế hoạch</a> <a href="http://khac.example/quyet-dinh.doc">Quyết định</a></p></div>'
PDF = b"%PDF-1.4 khong phai la that"


def offering() -> NewsServer:
    """A site whose second article offers a plan of its own, and a decision on another host."""
    server = NewsServer(articles=3)
    page = server.article_html(2).replace("</div>\n</div></div>", LINKS + "\n</div></div>").encode()
    html = {"Content-Type": "text/html; charset=utf-8"}
    server.routes[server.article_path(2)] = lambda _: Reply(200, page, html)
    server.routes[PLAN] = lambda _: Reply(200, PDF, {"Content-Type": "application/pdf"})
    return server


def bodies(folder: Path) -> list[bytes]:
    """The documents in the archive."""
    files = sorted((folder / "warc").glob("*.warc.gz"))
    return [page.body for file in files for page, _ in iter_pages(file) if page.url.endswith(PLAN)]


@pytest.mark.slow
def test_documents_are_listed_and_fetched_on_request(tmp_path: Path) -> None:
    with serving(offering()) as server:
        crawl([server.site()], CrawlOptions(data=tmp_path))
        offered = [one for article in iter_articles(tmp_path) for one in article.attachments]
        assert [(one.type, one.name) for one in offered] == [("pdf", "Kế hoạch"), ("doc", "Quyết định")]
        assert server.hits[PLAN] == 0 and bodies(tmp_path) == []
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, attachments=True))
        assert outcome.exit_status == 0
        assert server.hits[PLAN] == 1 and bodies(tmp_path) == [PDF]
        crawl([server.site()], CrawlOptions(data=tmp_path))
        assert server.hits[PLAN] == 1


@pytest.mark.slow
def test_documents_are_fetched_in_the_first_crawl_if_it_is_told_to(tmp_path: Path) -> None:
    with serving(offering()) as server:
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path, attachments=True))
        assert outcome.exit_status == 0
        assert bodies(tmp_path) == [PDF] and len(list(iter_articles(tmp_path))) == 3
