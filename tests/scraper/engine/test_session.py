"""The session of a crawling process: what it leases, and what its end leaves for the next."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from scraper.boundary.values import VIETNAM
from scraper.engine import session as module
from scraper.engine.options import CrawlOptions
from scraper.engine.parser_pool import ParserPool
from scraper.engine.session import BEAT, UNPACED_AT_ONCE, Session
from scraper.frontier.frontier import Budget
from scraper.frontier.schema import HOSTS, SITES, URLS, open_store, state_url
from scraper.frontier.worker_locks import living_workers
from scraper.policy.politeness import CrawlHours
from scraper.sites import Site
from tests.scraper.frontier.made import add_article, add_url, states
from tests.scraper.frontier.test_articles import ARTICLE

LOOPBACK = "127.0.0.1:8000"
SITE = Site(
    id="xa-mau",
    name="Xã Mẫu",
    url=f"http://{LOOPBACK}/",
    listings=(f"http://{LOOPBACK}/tin-tuc/",),
    feeds=(f"http://{LOOPBACK}/rss/",),
    sitemaps=(f"http://{LOOPBACK}/sitemap.xml",),
    platform="nukeviet4",
)
PACED = Site(id="xa-mau", name="Xã Mẫu", url="http://mau.example/", platform="nukeviet4")


@contextmanager
def session_of(folder: Path, *sites: Site, at_once: int = 512, **options: Any) -> Iterator[Session]:
    """A session, closed as after a crawl that was not interrupted."""
    session = Session(sites or (SITE,), CrawlOptions(data=folder, **options), ParserPool(0, 10.0), at_once)
    try:
        yield session
    finally:
        session.close(finished=True)


def rows(folder: Path, table: Any) -> list[Any]:
    engine = open_store(state_url(folder), writing=False)
    with engine.connect() as connection:
        found = connection.execute(select(table)).all()
    engine.dispose()
    return list(found)


def settle_all(session: Session) -> None:
    """Request what may be requested until nothing is left."""
    while leases := session.lease():
        for lease in leases:
            with session.engine.begin() as connection:
                session.frontier.settle(connection, lease, state="done")
            session.done(lease)


def test_a_session_opens_the_rounds_of_its_sites_and_registers_their_hosts(tmp_path: Path) -> None:
    with session_of(tmp_path) as session:
        assert session.frontier.rounds["xa-mau"].number == 1 and len(living_workers(tmp_path)) == 1
        assert [(row.kind, row.url) for row in rows(tmp_path, URLS)] == [
            ("listing", f"http://{LOOPBACK}/tin-tuc/"),
            ("feed", f"http://{LOOPBACK}/rss/"),
            ("sitemap", f"http://{LOOPBACK}/sitemap.xml"),
        ]
        assert {(row.host, row.pause) for row in rows(tmp_path, HOSTS)} == {(LOOPBACK, 0.0), (f"www.{LOOPBACK}", 0.0)}
    assert living_workers(tmp_path) == set()


def test_a_host_of_several_sites_has_the_longest_delay(tmp_path: Path) -> None:
    slow = PACED.model_copy(update={"id": "xa-hai", "delay": 9.0})
    with session_of(tmp_path, PACED, slow):
        assert {(row.host, row.pause) for row in rows(tmp_path, HOSTS)} == {
            ("mau.example", 9.0),
            ("www.mau.example", 9.0),
        }


def test_a_round_is_closed_once_nothing_is_left(tmp_path: Path) -> None:
    with session_of(tmp_path) as session:
        assert session.has_work()
        settle_all(session)
        assert not session.has_work()
    (site,) = rows(tmp_path, SITES)
    assert (site.round, site.open, site.going, site.covered_since) == (1, 0, 0, "")


def test_what_was_leased_is_given_back_and_the_round_goes_on(tmp_path: Path) -> None:
    with session_of(tmp_path) as session:
        assert len(session.lease()) == 3
    with session_of(tmp_path) as session:
        assert session.frontier.rounds["xa-mau"].number == 1
        assert [row.state for row in rows(tmp_path, URLS)] == ["discovered"] * 3
        assert len(session.lease()) == 3


def test_an_interrupted_command_is_continued_with_its_counters(tmp_path: Path) -> None:
    session = Session((SITE,), CrawlOptions(data=tmp_path), ParserPool(0, 10.0), 512)
    session.lease()
    session.close(finished=False)
    assert [(site.going, site.asked) for site in rows(tmp_path, SITES)] == [(1, 3)]
    with session_of(tmp_path, budget=Budget(requests=4)) as session:
        assert len(session.lease()) == 1


def test_no_more_is_leased_than_may_be_under_way(tmp_path: Path) -> None:
    with session_of(tmp_path, at_once=2) as session:
        first = session.lease()
        assert len(first) == 2 and session.lease() == []
        session.done(next(lease for lease in first if lease.kind != "article"))
        assert len(session.lease()) == 1


def test_hosts_without_a_delay_have_a_limit_of_their_own(tmp_path: Path) -> None:
    with session_of(tmp_path) as session:
        with session.engine.begin() as connection:
            for number in range(UNPACED_AT_ONCE):
                add_url(connection, f"a{number}", site_id=SITE.id, host=LOOPBACK)
        first = session.lease()
        time.sleep(2 * BEAT)
        assert len(first) == UNPACED_AT_ONCE and session.lease() == []
        session.done(first[-1])
        time.sleep(2 * BEAT)
        assert len(session.lease()) == 1


def test_outside_the_hours_nothing_is_leased(tmp_path: Path) -> None:
    now = datetime.now(VIETNAM)
    hours = CrawlHours((now + timedelta(hours=2)).time(), (now + timedelta(hours=4)).time())
    with session_of(tmp_path, hours=hours) as session:
        assert session.lease() == [] and not session.has_work()
    with session_of(tmp_path, hours=hours, longest_wait=3 * 3600.0) as session:
        assert session.lease() == [] and session.has_work()


def test_the_leases_of_a_process_that_died_are_released(tmp_path: Path) -> None:
    with session_of(tmp_path) as session:
        with session.engine.begin() as connection:
            connection.execute(update(URLS).values(state="leased", owner="dead", lease_until=9e9))
        (tmp_path / "running" / "dead").touch()
    with session_of(tmp_path) as session:
        assert len(session.lease()) == 3


def test_the_leases_of_a_process_that_dies_meanwhile_are_released(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS_BETWEEN_CHECKS", 0.0)
    with session_of(tmp_path) as session:
        with session.engine.begin() as connection:
            connection.execute(update(URLS).values(state="leased", owner="dead", lease_until=9e9))
        assert session.lease() == []
        (tmp_path / "running" / "dead").touch()
        time.sleep(2 * BEAT)
        assert len(session.lease()) == 3


def test_the_state_of_a_certificate_is_recorded(tmp_path: Path) -> None:
    with session_of(tmp_path) as session:
        session.note_certificate(LOOPBACK, "expired")
    found = {row.host: row.certificate for row in rows(tmp_path, HOSTS)}
    assert found == {LOOPBACK: "expired", f"www.{LOOPBACK}": None}


def test_a_clock_that_was_ahead_is_corrected(tmp_path: Path) -> None:
    ahead = (datetime.now(UTC) + timedelta(hours=7)).timestamp()
    with session_of(tmp_path) as session:
        with session.engine.begin() as connection:
            connection.execute(update(URLS).values(due_at=ahead))
    with session_of(tmp_path) as session:
        assert len(session.lease()) == 3


@pytest.mark.parametrize(("attachments", "entered"), [(False, 0), (True, 1)])
def test_documents_of_stored_articles_are_requested_where_they_are_wanted(
    tmp_path: Path, attachments: bool, entered: int
) -> None:
    with session_of(tmp_path) as session:
        settle_all(session)
        files = tuple(replace(one, url=f"http://{LOOPBACK}/ke-hoach.pdf") for one in ARTICLE.attachments)
        with session.engine.begin() as connection:
            url_id = add_url(connection, "a", state="done", host=LOOPBACK)
            add_article(connection, replace(ARTICLE, attachments=files), url_id)
    with session_of(tmp_path, attachments=attachments) as session:
        with session.engine.connect() as connection:
            assert sum(state == "discovered" for state in states(connection).values()) - 3 == entered
