"""Adding the links of a page to the frontier: which URLs are new and relevant, and whether to continue the paging."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select, update

from scraper.frontier import clock
from scraper.frontier.rounds import RANKS, Round
from scraper.frontier.schema import URLS, insert_missing
from scraper.frontier.statements import PreparedStatements

MOST_SITEMAPS = 1000  # of one site
BARREN_WALK = 3  # listing pages in a row without a new article, before a first walk gives the listing up
TRAP_SAMPLE, TRAP_SHARE = 100, 0.1  # the minimum share of articles among so many URLs in a row that look like articles
SITEMAP_DEPTH = 3  # the one sitemap index of the protocol, and two more for sites that nest them
SECTION_DEPTH = 8  # hops from the entrance to a section


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link for the frontier: the key that identifies its page, the URL to request, and what the link says of it."""

    key: str
    url: str
    host: str
    kind: str
    published: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class ListingVisit:
    """The listing page on which links were found."""

    id: int
    kind: str
    depth: int
    barren: int


def add_links(connection: Connection, site_round: Round, page: ListingVisit, found: Sequence[FoundLink]) -> None:
    """Add the links of one page. Listings whose pages have nothing new are not paged further."""
    if not found:
        return
    known = _known(connection, site_round.site_id, [link.key for link in found])
    articles = [link for link in found if link.kind == "article"]
    fresh = [link for link in articles if _fresh(known.get(link.key), site_round)]
    barren = 0 if fresh else page.barren + 1
    next_pages = [link for link in found if link.kind != "article" and _follows(link, page)]
    next_pages = _without_further_sitemaps(connection, site_round, next_pages)
    if _pages_on(connection, site_round, barren, articles):
        next_state = _next_page_state(site_round, articles)
    else:
        next_pages = [link for link in next_pages if link.kind != "next"]
        next_state = "discovered"
    # The next page goes before the articles of this one, so that it has been read when they have been fetched.
    _enter(connection, site_round, page, [link for link in next_pages if link.key not in known], barren, next_state)
    _page_again(connection, site_round, page, [known[link.key] for link in next_pages if link.key in known], barren)
    _enter(connection, site_round, page, [link for link in articles if link.key not in known])
    _mark_listed(connection, site_round, articles)
    _note_evidence(connection, articles, known)
    _request_changed(connection, site_round, articles, known)


def enter_target(connection: Connection, site_round: Round, link: FoundLink, source: dict[str, Any]) -> None:
    """Add the URL to which another one redirects; `source` has the values that it inherits from that one."""
    insert_missing(connection, URLS, [_row(site_round, link, "discovered") | source])


def _row(site_round: Round, link: FoundLink, state: str) -> dict[str, Any]:
    """The row of a newly found URL."""
    return {
        "site_id": site_round.site_id,
        "key": link.key,
        "url": link.url,
        "host": link.host,
        "kind": link.kind,
        "state": state,
        "rank": RANKS[link.kind],
        "round": site_round.number,
    }


def _known(connection: Connection, site_id: str, keys: Sequence[str]) -> dict[str, Any]:
    wanted = select(
        URLS.c.id,
        URLS.c.key,
        URLS.c.kind,
        URLS.c.state,
        URLS.c.round,
        URLS.c.listed_round,
        URLS.c.published,
        URLS.c.fetched_at,
        URLS.c.visit_at,
        URLS.c.evidence,
    ).where(URLS.c.site_id == site_id)
    rows: dict[str, Any] = {}
    for start in range(0, len(keys), 500):
        batch = connection.execute(wanted.where(URLS.c.key.in_(keys[start : start + 500])))
        rows |= {row.key: row for row in batch}
    return rows


def _fresh(row: Any, site_round: Round) -> bool:
    """Whether a listed article is new: not listed in this round before and, unless this round is a walk, first found in
    it."""
    if row is None:
        return True
    return row.listed_round < site_round.number and (site_round.walk or row.round == site_round.number)


def _follows(link: FoundLink, page: ListingVisit) -> bool:
    if link.kind == "sitemap":
        return page.depth < SITEMAP_DEPTH
    return link.kind == "next" or page.depth < SECTION_DEPTH


def _without_further_sitemaps(
    connection: Connection, site_round: Round, links: list[FoundLink]
) -> list[FoundLink]:
    """The links without the sitemaps beyond the maximum of a site."""
    if not any(link.kind == "sitemap" for link in links):
        return links
    own = (URLS.c.site_id == site_round.site_id, URLS.c.kind == "sitemap")
    room = MOST_SITEMAPS - connection.execute(select(func.count()).select_from(URLS).where(*own)).scalar_one()
    sitemaps = [link for link in links if link.kind == "sitemap"][: max(0, room)]
    return [*sitemaps, *(link for link in links if link.kind != "sitemap")]


def _pages_on(connection: Connection, site_round: Round, barren: int, articles: Sequence[FoundLink]) -> bool:
    if barren > (BARREN_WALK if site_round.walk else 0):
        return False
    return not _beyond(site_round, [link.published for link in articles]) and not _in_trap(connection, site_round)


def _beyond(site_round: Round, days: Sequence[str | None]) -> bool:
    """Whether a listing is past the window: all its days are earlier, or it is in order and its last one is."""
    before = [site_round.window.before(day) for day in days]
    in_order = all(days) and sorted(days, key=str, reverse=True) == list(days)
    return bool(before) and (all(before) or (in_order and before[-1]))


def _in_trap(connection: Connection, site_round: Round) -> bool:
    """Whether the last URLs that looked like articles were hardly ever articles, as in a calendar, a shop or a spider
    trap."""
    last = _LAST_SETTLED.run(connection, this=site_round.site_id).all()
    good = sum(row.state == "done" and row.error is None for row in last)
    return len(last) == TRAP_SAMPLE and good < TRAP_SHARE * TRAP_SAMPLE


_LAST_SETTLED = PreparedStatements(
    lambda: select(URLS.c.state, URLS.c.error)
    .where(
        URLS.c.site_id == bindparam("this"),
        URLS.c.kind == "article",
        or_(URLS.c.state == "done", URLS.c.state == "failed"),
    )
    .order_by(URLS.c.id.desc())
    .limit(bindparam("most", TRAP_SAMPLE))
)


def _next_page_state(site_round: Round, articles: Sequence[FoundLink]) -> str:
    """The state of the next page: with a first day given and a listing without dates, it waits for the days of the
    articles."""
    undated = [link for link in articles if not link.published]
    return "waiting" if site_round.window.since and undated else "discovered"


def _enter(
    connection: Connection,
    site_round: Round,
    page: ListingVisit,
    links: Iterable[FoundLink],
    barren: int = 0,
    next_state: str = "discovered",
) -> None:
    insert_missing(
        connection,
        URLS,
        [
            _row(site_round, link, _state(link, site_round, next_state))
            | {
                "depth": page.depth + (link.kind != "next"),
                "found_on": page.id,
                "published": link.published,
                "evidence": link.evidence,
                "barren": barren if link.kind == "next" else 0,
            }
            for link in sorted(links, key=lambda link: link.key)
        ],
    )


def _state(link: FoundLink, site_round: Round, next_state: str) -> str:
    if link.kind == "next":
        return next_state
    return "discovered" if link.published in site_round.window else "outside"


def _mark_listed(connection: Connection, site_round: Round, articles: Sequence[FoundLink]) -> None:
    for start in range(0, len(articles), 500):
        keys = [link.key for link in articles[start : start + 500]]
        connection.execute(
            update(URLS)
            .where(URLS.c.site_id == site_round.site_id, URLS.c.key.in_(keys), URLS.c.listed_round < site_round.number)
            .values(listed_round=site_round.number)
        )


def _note_evidence(connection: Connection, articles: Sequence[FoundLink], known: dict[str, Any]) -> None:
    """Store what a page says of an article that was known without evidence so far, as from a sitemap with bare URLs."""
    for link in articles:
        if link.evidence and link.key in known and not known[link.key].evidence:
            connection.execute(update(URLS).where(URLS.c.id == known[link.key].id).values(evidence=link.evidence))


def enter_part(connection: Connection, site_round: Round, first_page: int, link: FoundLink) -> None:
    """Add a further page of an article, to be requested (again): `first_page` is the id of the article's own URL."""
    row = _row(site_round, link, "discovered") | {"found_on": first_page}
    insert_missing(connection, URLS, [row])
    again = {"state": "discovered", "attempts": 0, "due_at": 0.0, "etag": None, "last_modified": None}
    own = (URLS.c.site_id == site_round.site_id, URLS.c.key == link.key, URLS.c.state.in_(("done", "failed")))
    connection.execute(update(URLS).where(*own).values(**again))


def _request_changed(
    connection: Connection, site_round: Round, articles: Sequence[FoundLink], known: dict[str, Any]
) -> None:
    """Request an article again if the link says that it is newer than the stored copy."""
    changed = [
        known[link.key].id
        for link in articles
        if link.key in known
        and known[link.key].state == "done"
        and link.published
        and known[link.key].fetched_at
        and link.published[:10] > known[link.key].fetched_at[:10]
        and link.published in site_round.window
    ]
    if changed:
        connection.execute(update(URLS).where(URLS.c.id.in_(changed)).values(state="discovered", attempts=0))


def _page_again(
    connection: Connection, site_round: Round, page: ListingVisit, rows: Sequence[Any], barren: int
) -> None:
    """Request a listing page of an earlier round again, since it has other articles now."""
    ids = [
        row.id
        for row in rows
        if row.kind == "next"
        and row.round < site_round.number
        and row.state in ("done", "failed", "outside")
        and not (row.state == "failed" and (row.visit_at or 0.0) > clock.now())  # one that is not there rests
    ]
    if ids:
        connection.execute(
            update(URLS)
            .where(URLS.c.id.in_(ids))
            .values(
                state="discovered",
                round=site_round.number,
                attempts=0,
                barren=barren,
                found_on=page.id,
                due_at=0.0,
            )
        )


def release_waiting(connection: Connection, site_round: Round, found_on: int | None) -> None:
    """Once all articles of a page are known, request the next page, or skip it where all are from before the window."""
    if not site_round.window.since:
        return
    family = URLS.c.found_on == found_on
    waiting = [row.id for row in connection.execute(select(URLS.c.id).where(family, URLS.c.state == "waiting"))]
    if (
        not waiting
        or connection.execute(
            select(URLS.c.id)
            .where(family, URLS.c.kind == "article", URLS.c.state.in_(("discovered", "leased")))
            .limit(1)
        ).first()
    ):
        return
    days = [
        row.published for row in connection.execute(select(URLS.c.published).where(family, URLS.c.kind == "article"))
    ]
    over = bool(days) and all(site_round.window.before(day) for day in days)
    connection.execute(update(URLS).where(URLS.c.id.in_(waiting)).values(state="outside" if over else "discovered"))
