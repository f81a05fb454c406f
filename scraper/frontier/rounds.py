"""Rounds: one pass over a site, from its entry points until nothing is left to request.

A crawl that was stopped continues its open round; a crawl of a site whose round is closed begins a new one, which
requests the entry points again and, of the known URLs, only those whose pages may have changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, case, func, or_, select, update

from scraper.frontier.schema import ARTICLES, SITES, URLS, insert_missing

RANKS = {"sitemap": 0, "feed": 0, "listing": 1, "article": 2, "part": 2, "next": 2, "attachment": 3}
LISTINGS = ("listing", "next", "feed", "sitemap")


@dataclass(frozen=True, slots=True)
class DateWindow:
    """The days of interest, ISO, both inclusive; None is open."""

    since: str | None = None
    until: str | None = None

    def __contains__(self, published: str | None) -> bool:
        """Whether a day or time is in the window; True for one that is unknown."""
        if not published:
            return True
        day = published[:10]
        return (not self.since or day >= self.since[: len(day)]) and (not self.until or day <= self.until)

    def before(self, published: str | None) -> bool:
        """Whether a day or time is known and earlier than the window."""
        return bool(self.since and published and published[:10] < self.since)


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """A URL at which a round begins."""

    key: str
    url: str
    host: str
    kind: str


@dataclass(frozen=True, slots=True)
class Round:
    """The open round of a site."""

    site_id: str
    number: int
    walk: bool
    window: DateWindow


def open_round(
    connection: Connection, site_id: str, entry_points: Sequence[EntryPoint], window: DateWindow, now: float, day: str
) -> Round:
    """Continue the site's open round, or begin the next one.

    The counters of requests and bytes start at 0, unless the last command was killed or interrupted: then this one
    counts as the same command given again, and continues its counters.
    """
    insert_missing(connection, SITES, [{"site_id": site_id}])
    row = connection.execute(select(SITES).where(SITES.c.site_id == site_id).with_for_update()).mappings().one()
    fresh = not row["open"]
    number = row["round"] + fresh
    spent = {} if row["going"] and not fresh else {"asked": 0, "bytes": 0}
    walk = _walks(row, window) if fresh or _window(row) != window else bool(row["walk"])
    connection.execute(
        update(SITES)
        .where(SITES.c.site_id == site_id)
        .values(
            round=number,
            open=1,
            walk=int(walk),
            since=window.since,
            until=window.until,
            started_at=day,
            verdict=None,
            going=1,
            **spent,
        )
    )
    _enter(connection, site_id, entry_points, number)
    if fresh:
        _revisit(connection, site_id, number, now)
    if _window(row) != window:
        _reopen(connection, site_id, window, number)
    return Round(site_id, number, walk, window)


def end_command(connection: Connection, site_id: str) -> None:
    """Record that a command was not interrupted: the next one has its whole budget."""
    connection.execute(update(SITES).where(SITES.c.site_id == site_id).values(going=0))


def close_round(connection: Connection, site_id: str, day: str) -> bool:
    """Close the site's round if no URL of it is left; the days that it paged through are then covered."""
    if count_left(connection, site_id):
        return False
    row = connection.execute(select(SITES).where(SITES.c.site_id == site_id)).mappings().one()
    covered = row["covered_since"]
    if row["walk"] and not _holes(connection, site_id, row["round"]):
        covered = min(row["since"] or "", covered if covered is not None else "~")
    succeeded = {"succeeded_at": day} if _has_news(connection, site_id, row["started_at"]) else {}
    connection.execute(
        update(SITES).where(SITES.c.site_id == site_id).values(open=0, covered_since=covered, **succeeded)
    )
    return True


def _has_news(connection: Connection, site_id: str, since: str) -> bool:
    """Whether articles of the site are stored, and a URL of it had a response since a time (ISO 8601, UTC)."""
    stored = select(ARTICLES.c.id).where(ARTICLES.c.site_id == site_id).limit(1)
    answered = select(URLS.c.id).where(
        URLS.c.site_id == site_id, URLS.c.state == "done", func.substr(URLS.c.fetched_at, 1, 19) >= since[:19]
    )
    return all(connection.execute(query).first() is not None for query in (stored, answered.limit(1)))


def count_left(connection: Connection, site_id: str) -> int:
    """The number of URLs of the site that are still to be requested."""
    left = select(func.count()).where(URLS.c.site_id == site_id, URLS.c.state.in_(("discovered", "leased", "waiting")))
    return int(connection.execute(left).scalar_one())


def _walks(row: Any, window: DateWindow) -> bool:
    """Whether listings must be paged beyond known articles: the window reaches further back than any round did."""
    return row["covered_since"] is None or (window.since or "") < row["covered_since"]


def _window(row: Any) -> DateWindow:
    return DateWindow(row["since"], row["until"])


def _holes(connection: Connection, site_id: str, number: int) -> bool:
    """Whether listings of the site could not be read; one that is not there leaves no hole."""
    lost = select(URLS.c.id).where(
        URLS.c.site_id == site_id,
        URLS.c.state == "failed",
        URLS.c.error.notin_(GONE),
        URLS.c.kind.in_(LISTINGS),
        URLS.c.round <= number,
    )
    return connection.execute(lost.limit(1)).first() is not None


def _enter(connection: Connection, site_id: str, entry_points: Sequence[EntryPoint], number: int) -> None:
    insert_missing(
        connection,
        URLS,
        [
            {
                "site_id": site_id,
                "key": one.key,
                "url": one.url,
                "host": one.host,
                "kind": one.kind,
                "state": "discovered",
                "rank": RANKS[one.kind],
                "round": number,
                "depth": 0,
            }
            for one in entry_points
        ],
    )


def _revisit(connection: Connection, site_id: str, number: int, now: float) -> None:
    """Reset what a new round requests again: entry points, sections, temporary failures, and URLs due for a visit."""
    section = and_(URLS.c.kind.in_(("listing", "feed", "sitemap")), URLS.c.depth <= 1)
    rested = or_(URLS.c.depth == 0, URLS.c.visit_at.is_(None), URLS.c.visit_at <= now)
    may_have_changed = or_(
        and_(URLS.c.state == "done", or_(section, URLS.c.visit_at <= now)),
        and_(URLS.c.state == "failed", or_(URLS.c.error.notin_(LASTING), and_(section, rested))),
    )
    connection.execute(
        update(URLS)
        .where(URLS.c.site_id == site_id, may_have_changed)
        .values(
            state="discovered",
            attempts=0,
            hops=0,
            due_at=0.0,
            barren=0,
            error=None,
        )
    )


def _reopen(connection: Connection, site_id: str, window: DateWindow, number: int) -> None:
    """Reset the URLs that an earlier window left out, and the entry points, from which paging must go further."""
    inside = []
    if window.since:
        inside.append(func.substr(URLS.c.published, 1, 10) >= window.since)
    if window.until:
        inside.append(func.substr(URLS.c.published, 1, 10) <= window.until)
    left_out = and_(
        URLS.c.state == "outside", or_(URLS.c.published.is_(None), and_(*inside)) if inside else URLS.c.state != ""
    )
    entry_point = and_(URLS.c.state == "done", URLS.c.depth == 0)
    connection.execute(
        update(URLS)
        .where(URLS.c.site_id == site_id, or_(left_out, entry_point))
        .values(
            state="discovered",
            attempts=0,
            due_at=0.0,
            round=case((URLS.c.kind == "article", number), else_=URLS.c.round),
        )
    )


GONE = ("http_404", "http_410")  # the server has no such page
# Failures that a new round does not retry: the page is gone, or the request is refused by the guards.
LASTING = (*GONE, "refused", "too_large", "robots", "redirected", "off_site")
