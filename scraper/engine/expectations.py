"""Checks at the end of a crawl that each site gave the expected articles; a crawl without articles is not a success."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from scraper.article import Article
from scraper.frontier.articles import article_from
from scraper.frontier.rounds import GONE, LISTINGS
from scraper.frontier.schema import ARTICLES, SITES, URLS
from scraper.sites import Site

MUCH_WORSE = 0.5  # a field that is filled half as often as before has collapsed
ENOUGH = 5  # articles below which a share is not meaningful
PROMISED = 0.9  # of the articles that listings, feeds and sitemaps led to
FIELDS = ("title", "paragraphs", "published_at")


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of a site's crawl: a code of one word, and a sentence."""

    kind: str
    message: str


def check_site(connection: Connection, site: Site) -> list[Problem]:
    """The problems of the site's present round."""
    number = connection.execute(select(SITES.c.round).where(SITES.c.site_id == site.id)).scalar_one_or_none() or 0
    query = select(ARTICLES.c.data, ARTICLES.c.round).where(ARTICLES.c.site_id == site.id, ARTICLES.c.current == 1)
    rows = list(connection.execute(query))
    new = [article_from(row.data) for row in rows if row.round == number]
    old = [article_from(row.data) for row in rows if row.round != number]
    problems = [
        _none(connection, site, len(rows)) or _unreadable_entry(connection, site),
        _few_articles(connection, site),
        *_fill_rates(site, new, old),
    ]
    return [problem for problem in problems if problem]


def _none(connection: Connection, site: Site, articles: int) -> Problem | None:
    if articles >= site.promises.articles:
        return None
    if articles:
        return Problem("few_articles", f"{articles} articles, at least {site.promises.articles} were expected")
    query = select(URLS.c.error, func.count()).where(URLS.c.site_id == site.id, URLS.c.error.is_not(None))
    errors = ", ".join(f"{error} ×{count}" for error, count in connection.execute(query.group_by(URLS.c.error)))
    return Problem("no_articles", f"not one article; what went wrong: {errors or 'no page led to an article'}")


def _unreadable_entry(connection: Connection, site: Site) -> Problem | None:
    """The listings, feeds and sitemaps of the registry that cannot be fetched or read, so that the pages they list
    are missing."""
    query = select(URLS.c.url, URLS.c.error).where(
        URLS.c.site_id == site.id,
        URLS.c.kind.in_(LISTINGS),
        URLS.c.depth == 0,
        URLS.c.found_on.is_(None),
        URLS.c.state.in_(("done", "failed")),
        URLS.c.error.is_not(None),
        URLS.c.error != "redirected",
    )
    found = ", ".join(f"{url} ({error})" for url, error in connection.execute(query.order_by(URLS.c.id).limit(5)))
    return Problem("unreadable_entry", f"what the site begins with cannot be read: {found}") if found else None


def _few_articles(connection: Connection, site: Site) -> Problem | None:
    """A problem where too few of the URLs that are articles by the platform's rules gave an article."""
    own = (URLS.c.site_id == site.id, URLS.c.kind == "article", URLS.c.state.in_(("done", "failed")))
    settled = connection.execute(select(func.count()).where(*own)).scalar_one()
    gone = URLS.c.error.in_((*GONE, "redirected", "off_site"))
    gone_count = connection.execute(select(func.count()).where(*own, gone)).scalar_one()
    good = connection.execute(
        select(func.count()).where(*own, URLS.c.state == "done", URLS.c.error.is_(None))
    ).scalar_one()
    expected = settled - gone_count
    if expected < ENOUGH or good >= PROMISED * expected:
        return None
    return Problem("fewer_than_promised", f"{good} articles read of {expected} that the site's listings lead to")


def _fill_rates(site: Site, new: Sequence[Article], old: Sequence[Article]) -> list[Problem]:
    if len(new) < ENOUGH:
        return []
    problems = []
    for name in FIELDS:
        now = _filled(new, name)
        least = getattr(site.promises, name)
        before = _filled(old, name) if len(old) >= ENOUGH else None
        if now < least * MUCH_WORSE or (before is not None and now < before * MUCH_WORSE):
            usual = least if before is None else before
            problems.append(
                Problem("collapsed", f"{name} is filled in {now:.0%} of {len(new)} articles; usual is {usual:.0%}")
            )
    return problems


def _filled(articles: Sequence[Article], name: str) -> float:
    return sum(bool(getattr(article, name)) for article in articles) / len(articles)
