"""The status of each site: what was fetched, the articles found, failures, and what is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Engine, and_, func, select

from scraper.frontier import clock
from scraper.policy.obstacles import ADVICE
from scraper.frontier.schema import ARTICLES, HOSTS, PAGES, SITES, URLS, open_store, state_url, transaction

LEFT = ("discovered", "leased", "waiting")


@dataclass(frozen=True, slots=True)
class SiteStatus:
    """The status of one site.

    `errors` counts URLs by their failure, `obstacles` pages by what kept them from being read (see
    `scraper.policy.obstacles`); `resting` has its hosts that are in backoff, and why, `rests_until` until when,
    in seconds since 1970; `asked` counts the requests of the last command. Times are ISO 8601 in UTC.
    """

    site_id: str
    round: int
    pages: int
    articles: int
    versions: int
    left: int
    asked: int
    started_at: str | None
    succeeded_at: str | None
    verdict: str | None
    errors: dict[str, int] = field(default_factory=dict)
    obstacles: dict[str, int] = field(default_factory=dict)
    resting: dict[str, str] = field(default_factory=dict)
    rests_until: dict[str, float] = field(default_factory=dict)


def site_status(data_dir: Path, state: str | None = None) -> list[SiteStatus]:
    """Every site that was crawled into this folder. Raises FileNotFoundError where there was no crawl."""
    if state is None and not (data_dir / "state.sqlite").exists():
        raise FileNotFoundError(f"{data_dir}: nothing was crawled into this folder")
    engine = open_store(state or state_url(data_dir), writing=False)
    try:
        return read_status(engine)
    finally:
        engine.dispose()


def read_status(engine: Engine) -> list[SiteStatus]:
    """The same from an open state."""
    with transaction(engine) as connection:
        rows = list(connection.execute(select(SITES).order_by(SITES.c.site_id)))
        pages = _counts(connection, PAGES.c.site_id)
        versions = _counts(connection, ARTICLES.c.site_id)
        articles = _counts(connection, ARTICLES.c.site_id, ARTICLES.c.current == 1)
        left = _counts(connection, URLS.c.site_id, URLS.c.state.in_(LEFT))
        errors, obstacles, resting = _errors(connection), _obstacles(connection), _resting(connection)
    return [
        SiteStatus(
            row.site_id,
            row.round,
            pages.get(row.site_id, 0),
            articles.get(row.site_id, 0),
            versions.get(row.site_id, 0),
            left.get(row.site_id, 0),
            row.asked,
            row.started_at,
            row.succeeded_at,
            row.verdict,
            errors.get(row.site_id, {}),
            obstacles.get(row.site_id, {}),
            {host: why for host, (why, _) in resting.get(row.site_id, {}).items()},
            {host: until for host, (_, until) in resting.get(row.site_id, {}).items()},
        )
        for row in rows
    ]


def _counts(connection: Connection, site_id: object, *conditions: object) -> dict[str, int]:
    query = select(site_id, func.count()).where(*conditions).group_by(site_id)  # type: ignore[call-overload]
    return {site: count for site, count in connection.execute(query)}


def _errors(connection: Connection) -> dict[str, dict[str, int]]:
    query = select(URLS.c.site_id, URLS.c.error, func.count()).where(URLS.c.error.is_not(None))
    errors: dict[str, dict[str, int]] = {}
    for site_id, error, count in connection.execute(query.group_by(URLS.c.site_id, URLS.c.error)):
        errors.setdefault(site_id, {})[error] = count
    return errors


def _obstacles(connection: Connection) -> dict[str, dict[str, int]]:
    """By site, the number of URLs with a page that an obstacle keeps from being read."""
    query = select(PAGES.c.site_id, PAGES.c.url_id, PAGES.c.flags).where(PAGES.c.flags != "").distinct()
    found: dict[str, dict[str, set[int]]] = {}
    for site_id, url_id, flags in connection.execute(query):
        for flag in set(flags.split()) & set(ADVICE):
            found.setdefault(site_id, {}).setdefault(flag, set()).add(url_id)
    return {site_id: {flag: len(urls) for flag, urls in flags.items()} for site_id, flags in found.items()}


def _resting(connection: Connection) -> dict[str, dict[str, tuple[str, float]]]:
    """By site, the hosts that are in backoff now: why, and until when."""
    columns = (URLS.c.site_id, HOSTS.c.host, HOSTS.c.resting, HOSTS.c.next_at)
    hosts = select(*columns).join(HOSTS, HOSTS.c.host == URLS.c.host).distinct()
    now = and_(HOSTS.c.resting.is_not(None), HOSTS.c.next_at > clock.now())
    resting: dict[str, dict[str, tuple[str, float]]] = {}
    for site_id, host, why, until in connection.execute(hosts.where(now)):
        resting.setdefault(site_id, {})[host] = (why, until)
    return resting
