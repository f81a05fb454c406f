"""Imports and files of a crawling process before its first request. To import this module loads them, once for all the
processes that are forked from the one that did.

Nothing here may import Twisted's reactor, which a crawling process installs itself, or start a thread.
"""

from __future__ import annotations

import scrapy.core.downloader
import scrapy.crawler
import scrapy.downloadermiddlewares.cookies
import scrapy.settings
import scrapy.spidermiddlewares.httperror

import scraper.spiders.compression
import scraper.spiders.downloads
import scraper.spiders.loader
import scraper.spiders.middlewares
import scraper.spiders.news
import scraper.spiders.scheduler
from scraper.article import Page
from scraper.engine.page_parser import PageRequest, read_page
from scraper.platforms import GENERIC
from scraper.sites import Site, load_registry

__all__ = ["scraper", "scrapy"]

_SENTENCE = "The committee of the commune met on Monday, heard three reports, and made a plan for June. "
_PAGE = f"""<html><head><title>A meeting of the committee</title></head><body><h1>A meeting of the committee</h1>
<p>12/03/2024 08:30</p><p>{_SENTENCE * 2}</p><p>{_SENTENCE * 3}</p><p>A. B.</p><a href="/a-1.html">More</a></body>
</html>"""


def _parse_a_page() -> None:
    """Parse a page, which compiles the patterns and selectors that all sites share."""
    url = "http://site.example/a-meeting-of-the-committee-12.html"
    site = Site(id="site", name="A site", url="http://site.example/", level="district", platform=GENERIC)
    page = Page(url, url, "2024-03-12T02:00:00+00:00", 200, {"content-type": "text/html"}, _PAGE.encode(), "")
    for kind in ("article", "listing"):
        read_page(PageRequest(page, site, kind))


load_registry()
_parse_a_page()
