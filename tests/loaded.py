"""What most commands import and read first: to import this module does it, once for all of `tests.commands`."""

from __future__ import annotations

import extract.linking.link
import extract.report.page
import extract.tables.sqlite
import scraper.crawl
import scraper.pages.parse
import scraper.spiders.news
import scrapy.cmdline
import scrapy.crawler
import sukien
from extract import extract as extract_article
from scraper.article import Article
from scraper.platforms import load_platforms
from scraper.sites import load_registry

__all__ = ["extract", "scraper", "scrapy", "sukien"]

load_platforms()
load_registry()
extract_article(Article(id="a", paragraphs=("Sáng 12/3/2024, UBND huyện Suối Trong tổ chức hội nghị.",)))
