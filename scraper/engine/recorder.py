"""Storage of responses: first the page into the WARC file, then everything else in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from scraper.article import Article, Page
from scraper.boundary.values import VIETNAM
from scraper.engine.page_parser import ParsedPage
from scraper.frontier import clock
from scraper.frontier.articles import article_digest, article_json, join_part
from scraper.frontier.attachments import enter_attachments
from scraper.frontier.backoffs import rest_host
from scraper.frontier.frontier import Frontier, Lease
from scraper.frontier.links import FoundLink, enter_part, enter_target, release_waiting
from scraper.frontier.paging import as_paging
from scraper.frontier.rounds import GONE, LISTINGS, RANKS
from scraper.frontier.schema import ARTICLES, HOSTS, PAGES, SITES
from scraper.frontier.statements import PreparedStatements
from scraper.pages.urls import url_key
from scraper.platforms import load_platforms
from scraper.policy.guards import MAX_HOPS, URLRefused, check_url, netloc_of
from scraper.policy.politeness import break_for
from scraper.policy.responses import ResponseOutcome, retry_pause, settled
from scraper.sites import Site
from scraper.warc import Archive, WarcPosition

DAY = 86400.0
FIRST_VISIT, LAST_VISIT = 1 * DAY, 90 * DAY  # between two visits to an article, at least and at most
OF_ITS_AGE = 1.0  # share of its age after which an unchanged article is requested again


@dataclass(frozen=True, slots=True)
class ServerAnswer:
    """An HTTP response with the headers that are needed."""

    page: Page
    etag: str | None
    last_modified: str | None
    truncated: bool = False


class Recorder:
    """Writes responses and failures into archive and frontier, within a transaction of the caller's."""

    def __init__(self, frontier: Frontier, archive: Archive, sites: dict[str, Site], attachments: bool = False) -> None:
        self._frontier = frontier
        self._archive = archive
        self._sites = sites
        self._attachments = attachments

    def keep(self, connection: Connection, lease: Lease, answer: ServerAnswer, reading: ParsedPage) -> Article | None:
        """Store a page and what was parsed from it; returns the article if it is new or changed and of interest."""
        site_round = self._frontier.rounds[lease.site_id]
        spot = self._archive.append(reading.record)
        article = reading.article
        inside = article is None or article.published_at in site_round.window
        visited = _visited(lease, answer, reading)
        if not self._frontier.settle(connection, lease, state="done" if inside else "outside", **visited):
            return None
        _insert_page(connection, lease, answer, reading, spot)
        self._good(connection, lease, len(answer.page.body))
        self._frontier.add_links(connection, lease, self._paging(lease, reading.links))
        if reading.next_part:
            first = lease.found_on if lease.kind == "part" else lease.id
            enter_part(connection, site_round, first or lease.id, reading.next_part)
        release_waiting(connection, site_round, lease.found_on)
        if lease.kind == "part":
            return join_part(connection, lease.found_on, article) if article else None
        if article and inside and self._attachments:
            enter_attachments(connection, site_round, self._sites[lease.site_id], article)
        if article and inside and _version(connection, lease, article, site_round.number, spot):
            return replace(article, warc_file=spot.file, warc_offset=spot.offset)
        return None

    def unchanged(self, connection: Connection, lease: Lease, fetched_at: str) -> None:
        """Record a response of 304 Not Modified: the stored copy is current."""
        times = lease.unchanged + 1
        visit_at = _visit_at(lease.kind, times, lease.published)
        values = {"unchanged": times, "fetched_at": fetched_at, "visit_at": visit_at}
        if self._frontier.settle(connection, lease, state="done", status=304, **values):
            self._good(connection, lease, 0)

    def redirect(self, connection: Connection, lease: Lease, target: str) -> None:
        """Record a redirect: its target is added to the frontier, and goes through every check."""
        site = self._sites[lease.site_id]
        key = url_key(target, load_platforms()[site.platform])
        try:
            check_url(target, site.hosts)
            if lease.hops >= MAX_HOPS:
                raise URLRefused("redirect_loop")
        except URLRefused as refused:
            self.fail(connection, lease, ResponseOutcome("fail", refused.reason), None)
            return
        if lease.key == key:
            moved = {"url": target, "host": netloc_of(target), "hops": lease.hops + 1, "due_at": 0.0}
            self._frontier.settle(connection, lease, state="discovered", **moved)
            return
        if self._frontier.settle(connection, lease, state="failed", error="redirected"):
            self._follow(connection, lease, key, target)
            release_waiting(connection, self._frontier.rounds[lease.site_id], lease.found_on)

    def fail(self, connection: Connection, lease: Lease, outcome: ResponseOutcome, status: int | None) -> str:
        """Record a failure: the URL is retried later or given up; the host gets a backoff where it needs one."""
        final = settled(outcome, lease.attempts)
        pause = 0.0 if final.backoff else retry_pause(lease.attempts)  # the backoff of the host is enough
        again = {"state": "discovered", "due_at": clock.now() + pause, "error": final.error}
        states: dict[str, dict[str, Any]] = {
            "retry": again,
            "release": {"state": "discovered", "attempts": max(0, lease.attempts - 1)},
            "fail": {"state": "failed", "error": final.error, **_revisit(lease, final.error)},
        }
        if self._frontier.settle(connection, lease, status=status, **states[final.action]):
            self._bad(connection, lease, final)
            if final.action == "fail":
                release_waiting(connection, self._frontier.rounds[lease.site_id], lease.found_on)
        return final.action

    def _paging(self, lease: Lease, links: Sequence[FoundLink]) -> list[FoundLink]:
        site_round = self._frontier.rounds[lease.site_id]
        return as_paging(links, lease.key, every=site_round.walk and not site_round.window.since) if links else []

    def _follow(self, connection: Connection, lease: Lease, key: str, target: str) -> None:
        source = {"hops": lease.hops + 1, "depth": lease.depth, "found_on": lease.found_on, "barren": lease.barren}
        link = FoundLink(key, target, netloc_of(target), lease.kind)
        enter_target(connection, self._frontier.rounds[lease.site_id], link, source)

    def _good(self, connection: Connection, lease: Lease, size: int) -> None:
        if self._frontier.budget.bytes is not None:
            own = SITES.c.site_id == lease.site_id
            connection.execute(update(SITES).where(own).values(bytes=SITES.c.bytes + size))
        if lease.strikes:
            connection.execute(update(HOSTS).where(HOSTS.c.host == lease.host).values(strikes=0))

    def _bad(self, connection: Connection, lease: Lease, outcome: ResponseOutcome) -> None:
        """Count a failure against the host, once for each URL: its next failures are no evidence on the host.

        Requests that were open when the backoff of the host began are not counted either.
        """
        own = HOSTS.c.host == lease.host
        host = connection.execute(select(HOSTS.c.strikes, HOSTS.c.resting, HOSTS.c.next_at).where(own)).first()
        in_backoff = host is not None and host.resting and host.next_at > clock.now()
        strikes = 0
        if host and outcome.strike and lease.attempts == 1 and not in_backoff:
            strikes = host.strikes + 1
            connection.execute(update(HOSTS).where(own).values(strikes=strikes))
        seconds = max(outcome.backoff, break_for(strikes))
        if seconds and not (host and in_backoff and host.next_at > clock.now() + seconds):
            asked = bool(outcome.backoff) and outcome.action != "release"
            rest_host(connection, lease.host, seconds, outcome.error or "failures", whole_server=asked)


_LAST_VERSION = PreparedStatements(
    lambda: select(ARTICLES).where(ARTICLES.c.id == bindparam("this")).order_by(ARTICLES.c.version.desc()).limit(1)
)
_INSERT_PAGE = PreparedStatements(lambda: insert(PAGES), [column.name for column in PAGES.c if column.name != "id"])
_INSERT_ARTICLE = PreparedStatements(lambda: insert(ARTICLES), [column.name for column in ARTICLES.c])


def _version(connection: Connection, lease: Lease, article: Article, number: int, spot: WarcPosition) -> bool:
    """Store an article as a new version, unless nothing changed, another URL has it, or its page lost its body."""
    last = _LAST_VERSION.run(connection, this=article.id).first()
    digest = article_digest(article)
    if last and last.digest == digest and not last.warc_file:  # the page was lost after a power cut
        _place_again(connection, last, spot)
    if last and (last.digest == digest or last.url_id != lease.id or _has_less(article, last.data)):
        return False
    if last:
        connection.execute(update(ARTICLES).where(ARTICLES.c.id == article.id).values(current=0))
    _INSERT_ARTICLE.run(
        connection,
        id=article.id,
        version=last.version + 1 if last else 1,
        current=1,
        site_id=lease.site_id,
        url_id=lease.id,
        published_at=article.published_at,
        fetched_at=article.fetched_at,
        round=number,
        digest=digest,
        warc_file=spot.file,
        warc_offset=spot.offset,
        data=article_json(article),
    )
    return True


def _place_again(connection: Connection, version: Any, spot: WarcPosition) -> None:
    own = and_(ARTICLES.c.id == version.id, ARTICLES.c.version == version.version)
    connection.execute(update(ARTICLES).where(own).values(warc_file=spot.file, warc_offset=spot.offset))


def _visited(lease: Lease, answer: ServerAnswer, reading: ParsedPage) -> dict[str, Any]:
    same = answer.page.sha256 == lease.sha256
    kind = reading.kind or lease.kind
    missing = kind in ("article", "part") and not reading.article
    published = reading.article.published_at if reading.article else lease.published
    values = {
        "status": answer.page.status,
        "error": f"no_article:{reading.reason}" if missing else reading.error,
        "kind": kind,
        "rank": RANKS[kind],
        "etag": answer.etag,
        "last_modified": answer.last_modified,
        "sha256": answer.page.sha256,
        "fetched_at": answer.page.fetched_at,
        "unchanged": lease.unchanged + 1 if same else 0,
        "visit_at": _visit_at(kind, lease.unchanged + 1 if same else 0, published),
    }
    return values | ({"published": published} if reading.article else {})


def _visit_at(kind: str, times: int, published: str | None = None) -> float | None:
    """When to visit an article again: the longer it is unchanged and the older it is, the later. None for listings,
    which are found from their entry point."""
    if kind != "article":
        return None
    interval = max(FIRST_VISIT * float(2 ** min(times, 10)), OF_ITS_AGE * _age(published))
    return clock.now() + min(LAST_VISIT, interval)


def _age(published: str | None) -> float:
    """The seconds since a day of publication; 0 where the day is not known."""
    if published is None or len(published) < len("2024-03-12"):
        return 0.0
    return clock.now() - datetime.fromisoformat(published[:10]).replace(tzinfo=VIETNAM).timestamp()


def _revisit(lease: Lease, error: str | None) -> dict[str, Any]:
    """When a missing listing is requested again: after ever longer intervals, except for those of the registry."""
    if lease.kind not in LISTINGS or error not in GONE:
        return {}
    return {"unchanged": lease.unchanged + 1, "visit_at": _visit_at("article", lease.unchanged + 1)}


def _insert_page(
    connection: Connection, lease: Lease, answer: ServerAnswer, reading: ParsedPage, spot: WarcPosition
) -> None:
    page = answer.page
    _INSERT_PAGE.run(
        connection,
        url_id=lease.id,
        site_id=lease.site_id,
        url=page.url,
        fetched_at=page.fetched_at,
        status=page.status,
        sha256=page.sha256,
        size=len(page.body),
        flags=" ".join([*reading.flags, *(["truncated"] if answer.truncated else [])]),
        warc_file=spot.file,
        warc_offset=spot.offset,
        warc_length=spot.length,
    )


def _has_less(article: Article, last: str) -> bool:
    """Whether a page lost its body since: a broken template must not overwrite the complete article."""
    return not article.paragraphs and '"paragraphs": []' not in last
