"""The present state of a registered site: reachable, allowed, still on its platform, its articles readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scraper.article import Article, Page
from scraper.pages.discover import discover
from scraper.pages.obstacles import obstacle_on
from scraper.pages.parse import NotAnArticle, parse_article
from scraper.platforms import load_platforms
from scraper.policy.guards import URLRefused
from scraper.policy.obstacles import ADVICE
from scraper.sites import Site
from scraper.survey.detect import detect
from scraper.survey.fetch import Unreachable, Visitor

FIELDS = ("title", "lead", "paragraphs", "published_at", "author")


@dataclass(frozen=True, slots=True)
class Survey:
    """The result of fetching a site's front page and a few of its articles.

    `state` is ok, drifted (another platform than registered), empty (no article could be read), forbidden (by
    robots.txt), unreachable, or moved (to another host), or what its pages are behind (a key of ADVICE). `filled` has
    the share of articles with each field, 0 to 1.
    """

    site_id: str
    state: str
    note: str = ""
    platform: str | None = None
    listed: int = 0
    read: int = 0
    filled: tuple[tuple[str, float], ...] = ()


def survey(site: Site, visitor: Visitor, articles: int = 3) -> Survey:
    """Check a site: one entry point, robots.txt, and up to the given number of articles, requested one after the
    other."""
    entry_point = next(iter(site.entry_points), None)
    if entry_point is None:
        return Survey(site.id, "unreachable", "the registry has no URL")
    try:
        page = visitor.enter(entry_point)
    except URLRefused as refused:
        return Survey(site.id, "forbidden" if refused.reason == "robots" else "unreachable", str(refused))
    except Unreachable as error:
        return Survey(site.id, "unreachable", str(error))
    obstacle = obstacle_on(page)
    if obstacle and page.status != 200:
        return Survey(site.id, obstacle, ADVICE[obstacle])
    if page.status != 200:
        return Survey(site.id, "unreachable", f"{entry_point}: status {page.status}")
    if not site.owns(page.url):
        return Survey(site.id, "moved", page.url)
    return _look(site, page, visitor, articles)


def _look(site: Site, page: Page, visitor: Visitor, articles: int) -> Survey:
    seen = detect(page).platform
    links = [link.url for link in discover(page, site, load_platforms()[site.platform]) if link.kind == "article"]
    read = [_read(url, site, visitor) for url in links[:articles]]
    found = [article for article in read if isinstance(article, Article)]
    obstacles = [one for one in (*read, None if links else obstacle_on(page)) if isinstance(one, str)]
    if obstacles and not found:
        return Survey(site.id, obstacles[0], ADVICE[obstacles[0]], seen, len(links))
    state = "drifted" if seen != site.platform else "ok" if found else "empty"
    note = f"the page looks like {seen}, the registry says {site.platform}" if state == "drifted" else ""
    return Survey(site.id, state, note, seen, len(links), len(found), _fill_rates(found))


def _read(url: str, site: Site, visitor: Visitor) -> Article | str | None:
    """The article at a URL; what its page has instead of text; or None."""
    try:
        page = visitor.fetch(url)
    except (Unreachable, URLRefused):
        return None
    try:
        return parse_article(page, site, load_platforms()[site.platform])
    except NotAnArticle:
        return obstacle_on(page)


def _fill_rates(articles: Sequence[Article]) -> tuple[tuple[str, float], ...]:
    if not articles:
        return ()
    return tuple((name, sum(1 for one in articles if getattr(one, name)) / len(articles)) for name in FIELDS)
