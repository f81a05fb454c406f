"""What most commands import and read first: to import this module does it, once for all of `tests.commands`."""

from __future__ import annotations

import extract.linking.link
import extract.report.page
import extract.tables.sqlite
import scraper.crawl
import scraper.spiders.preloaded
import scrapy.cmdline
import sukien.commands
from extract import extract as extract_article
from scraper.article import Article

__all__ = ["extract", "scraper", "scrapy", "sukien"]

extract_article(Article(id="a", paragraphs=("Sáng 12/3/2024, UBND huyện Suối Trong tổ chức hội nghị.",)))
