"""A small crawl for the tests of the commands that read one."""

from __future__ import annotations

from pathlib import Path

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.survey.toml import entry_toml
from tests.scraper.servers import NewsServer, serving


def crawl_into(folder: Path, articles: int = 3) -> NewsServer:
    """Crawl a site of some articles into `data`, and write its entry to `sites.toml`; the server has stopped."""
    with serving(NewsServer(articles)) as server:
        (folder / "sites.toml").write_text(entry_toml(server.site()), encoding="utf-8")
        assert crawl([server.site()], CrawlOptions(data=folder / "data", readers=0)).exit_status == 0
    return server
