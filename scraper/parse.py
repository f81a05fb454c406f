"""Page to Article: the parts of an article, found by the selectors of its platform."""

from __future__ import annotations

from scraper.article import Article, Page, stable_id
from scraper.platforms import Platform
from scraper.sites import Site
from scraper.urls import canonical_url, url_key


class NotAnArticle(ValueError):
    """The page holds no article; `reason` says why: listing, soft_404, off_site, not_html, too_short, status."""

    def __init__(self, reason: str, said: str = "") -> None:
        super().__init__(f"{reason}: {said}" if said else reason)
        self.reason = reason


def article_id(url: str, site: Site, platform: Platform) -> str:
    """The id of the article at an address: the same under all hosts, schemes and twins by which the site shows it."""
    host, slash, path = url_key(url, platform).partition("/")
    return stable_id("a", site.id, path if host in site.hosts else host + slash + path)


def parse_article(page: Page, site: Site, platform: Platform) -> Article:
    """The article on a page. Raises NotAnArticle for listings, soft 404s, other hosts' pages, pages without text."""
    if not site.owns(page.url):
        raise NotAnArticle("off_site", page.url)
    url = canonical_url(page.url, platform)
    return Article(id=article_id(url, site, platform), url=url, site_id=site.id, platform=platform.id, place=site.place)
