"""Crawling of the documents that articles offer (plans, dispatches): on request only, in the same crawl and archive.

They are requested after the articles, on the site's own hosts, under the same rules as pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from scraper.article import Article
from scraper.frontier.articles import article_from
from scraper.frontier.rounds import RANKS, Round
from scraper.frontier.schema import ARTICLES, URLS, insert_missing
from scraper.pages.urls import url_key
from scraper.platforms import load_platforms
from scraper.policy.guards import may_request, netloc_of
from scraper.sites import Site

KIND = "attachment"


def enter_attachments(connection: Connection, site_round: Round, site: Site, article: Article) -> None:
    """Add the documents of an article that are not known yet to the frontier."""
    insert_missing(connection, URLS, list(_rows(site_round, site, article)))


def enter_stored_attachments(connection: Connection, site_round: Round, site: Site) -> None:
    """Add the documents of all articles that earlier crawls of the site stored."""
    stored = select(ARTICLES.c.data).where(ARTICLES.c.site_id == site.id, ARTICLES.c.current == 1)
    for (data,) in connection.execute(stored).all():
        article = article_from(data)
        if article.published_at in site_round.window:
            enter_attachments(connection, site_round, site, article)


def _rows(site_round: Round, site: Site, article: Article) -> Iterator[dict[str, Any]]:
    platform = load_platforms()[site.platform]
    for attachment in article.attachments:
        if may_request(attachment.url, site.hosts):
            yield {
                "site_id": site.id,
                "key": url_key(attachment.url, platform),
                "url": attachment.url,
                "host": netloc_of(attachment.url),
                "kind": KIND,
                "state": "discovered",
                "rank": RANKS[KIND],
                "round": site_round.number,
            }
