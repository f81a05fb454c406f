"""The links of a page in the frontier: new ones, the paging of listings, windows, sitemaps, parts and redirects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import Connection, update

from scraper.frontier import links
from scraper.frontier.links import (
    BARREN_WALK,
    SECTION_DEPTH,
    SITEMAP_DEPTH,
    TRAP_SAMPLE,
    FoundLink,
    ListingVisit,
    add_links,
    enter_part,
    enter_target,
    release_waiting,
)
from scraper.frontier.rounds import DateWindow, Round
from scraper.frontier.schema import URLS
from tests.scraper.frontier.made import HOST, SITE, add_site, add_url, states, url_row

WALK = Round(SITE, 1, True, DateWindow())
LATER = Round(SITE, 2, False, DateWindow())
MARCH = Round(SITE, 1, True, DateWindow("2024-03-01", "2024-03-31"))


def link(key: str, kind: str = "article", published: str | None = None, evidence: str | None = None) -> FoundLink:
    return FoundLink(key, f"http://{HOST}/{key}", HOST, kind, published, evidence)


@pytest.fixture(autouse=True)
def page(connection: Connection) -> ListingVisit:
    """A listing of the state, on which links are found."""
    add_site(connection)
    return ListingVisit(add_url(connection, "tin", "listing", "leased"), "listing", 1, 0)


def found(
    connection: Connection, site_round: Round, page: ListingVisit, *more: FoundLink, on: str = "next"
) -> dict[str, str]:
    """The states of URLs after links of a page were added, with one to its next page."""
    add_links(connection, site_round, page, [*more, *([link("sau", on)] if on else [])])
    return {key: state for key, state in states(connection).items() if key != "tin"}


def test_new_links_are_added_with_what_is_known_of_them(connection: Connection, page: ListingVisit) -> None:
    assert found(connection, WALK, page, link("a", published="2024-05-01", evidence="e"), link("muc", "listing")) == {
        "sau": "discovered",
        "muc": "discovered",
        "a": "discovered",
    }
    row, onward, section = (url_row(connection, key) for key in ("a", "sau", "muc"))
    assert (row.url, row.host, row.kind, row.rank) == (f"http://{HOST}/a", HOST, "article", 2)
    assert (row.found_on, row.depth, row.published, row.evidence) == (page.id, 2, "2024-05-01", "e")
    assert (row.round, row.listed_round) == (1, 1)
    assert onward.depth == 1 and section.depth == 2
    assert onward.id < row.id  # the next page is requested first


def test_nothing_is_added_for_a_page_without_links(connection: Connection, page: ListingVisit) -> None:
    assert found(connection, WALK, page, on="") == {}


@pytest.mark.parametrize(
    ("site_round", "barren", "goes_on"),
    [
        (WALK, 0, True),
        (WALK, BARREN_WALK - 1, True),
        (WALK, BARREN_WALK, False),
        (replace(LATER, number=1), 0, False),
    ],
)
def test_paging_stops_after_pages_without_new_articles(
    connection: Connection, page: ListingVisit, site_round: Round, barren: int, goes_on: bool
) -> None:
    add_url(connection, "a", listed_round=1)
    after = found(connection, site_round, replace(page, barren=barren), link("a"))
    assert ("sau" in after) is goes_on
    if goes_on:
        assert url_row(connection, "sau").barren == barren + 1


@pytest.mark.parametrize(("first_found_in", "goes_on"), [(1, False), (2, True)])
def test_a_later_round_pages_on_past_articles_first_found_in_it(
    connection: Connection, page: ListingVisit, first_found_in: int, goes_on: bool
) -> None:
    add_url(connection, "a", round=first_found_in, listed_round=1)
    assert ("sau" in found(connection, LATER, page, link("a"))) is goes_on
    assert url_row(connection, "a").listed_round == 2


def test_a_new_article_resets_the_count_of_pages_without_one(connection: Connection, page: ListingVisit) -> None:
    found(connection, WALK, replace(page, barren=BARREN_WALK), link("a"))
    assert url_row(connection, "sau").barren == 0


@pytest.mark.parametrize(
    ("days", "articles", "onward"),
    [
        (["2024-04-02", "2024-03-15"], ["outside", "discovered"], "discovered"),
        (["2024-03-15", "2024-02-20"], ["discovered", "outside"], None),  # in order, so older ones follow
        (["2024-02-20", "2024-03-15"], ["outside", "discovered"], "discovered"),  # a pinned old one
        (["2024-02-20", "2024-02-21"], ["outside", "outside"], None),
        ([None, None], ["discovered", "discovered"], "waiting"),
        ([None, "2024-02-20"], ["discovered", "outside"], "waiting"),
    ],
)
def test_a_window_decides_on_articles_and_on_the_next_page(
    connection: Connection, page: ListingVisit, days: Sequence[str | None], articles: list[str], onward: str | None
) -> None:
    after = found(connection, MARCH, page, *(link(f"a{number}", published=day) for number, day in enumerate(days)))
    assert after.pop("sau", None) == onward and list(after.values()) == articles


def test_a_next_page_of_an_earlier_round_is_requested_again(connection: Connection, page: ListingVisit) -> None:
    add_url(connection, "sau", "next", "done", attempts=2)
    assert found(connection, LATER, page, link("a"))["sau"] == "discovered"
    row = url_row(connection, "sau")
    assert (row.round, row.attempts, row.found_on) == (2, 0, page.id)


@pytest.mark.parametrize(
    ("kind", "state", "number"), [("next", "leased", 1), ("next", "done", 2), ("listing", "done", 1)]
)
def test_a_page_under_way_or_of_this_round_is_not_requested_again(
    connection: Connection, page: ListingVisit, kind: str, state: str, number: int
) -> None:
    add_url(connection, "sau", kind, state, round=number)
    assert found(connection, LATER, page, link("a"))["sau"] == state


@pytest.mark.parametrize(
    ("published", "state", "fetched_at", "again"),
    [
        ("2024-05-20", "done", "2024-05-15T01:00:00Z", True),
        ("2024-05-15T09:00:00+07:00", "done", "2024-05-15T01:00:00Z", False),
        (None, "done", "2024-05-15T01:00:00Z", False),
        ("2024-05-20", "done", None, False),
        ("2024-05-20", "failed", "2024-05-15T01:00:00Z", False),
    ],
)
def test_an_article_newer_than_its_copy_is_requested_again(
    connection: Connection, page: ListingVisit, published: str | None, state: str, fetched_at: str | None, again: bool
) -> None:
    add_url(connection, "a", state=state, fetched_at=fetched_at)
    assert found(connection, LATER, page, link("a", published=published))["a"] == ("discovered" if again else state)


def test_an_article_outside_the_window_is_not_requested_again(connection: Connection, page: ListingVisit) -> None:
    add_url(connection, "a", state="done", fetched_at="2024-03-01T01:00:00Z")
    assert found(connection, MARCH, page, link("a", published="2024-05-20"))["a"] == "done"


@pytest.mark.parametrize(("known", "stored"), [(None, "mới"), ("cũ", "cũ")])
def test_evidence_of_a_page_is_kept_where_there_was_none(
    connection: Connection, page: ListingVisit, known: str | None, stored: str
) -> None:
    add_url(connection, "a", evidence=known)
    found(connection, WALK, page, link("a", evidence="mới"))
    assert url_row(connection, "a").evidence == stored


@pytest.mark.parametrize(
    ("kind", "depth", "added"),
    [
        ("listing", SECTION_DEPTH - 1, True),
        ("listing", SECTION_DEPTH, False),
        ("sitemap", SITEMAP_DEPTH - 1, True),
        ("sitemap", SITEMAP_DEPTH, False),
        ("next", 99, True),
    ],
)
def test_sections_and_sitemaps_are_followed_so_deep(
    connection: Connection, page: ListingVisit, kind: str, depth: int, added: bool
) -> None:
    assert ("sau" in found(connection, WALK, replace(page, depth=depth), link("a"), on=kind)) is added


def test_a_site_has_so_many_sitemaps(
    connection: Connection, page: ListingVisit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "MOST_SITEMAPS", 3)
    add_url(connection, "s0", "sitemap", "done")
    after = found(connection, WALK, page, *(link(f"s{number}", "sitemap") for number in range(1, 6)))
    assert set(after) == {"s0", "s1", "s2", "sau"}


@pytest.mark.parametrize(("good", "goes_on"), [(9, False), (10, True)])
def test_paging_stops_where_hardly_any_url_was_an_article(
    connection: Connection, page: ListingVisit, good: int, goes_on: bool
) -> None:
    for number in range(TRAP_SAMPLE):
        add_url(connection, f"x{number}", state="done", error=None if number < good else "not_an_article")
    assert ("sau" in found(connection, WALK, page, link("a"))) is goes_on


def test_hundreds_of_known_links_are_found(connection: Connection, page: ListingVisit) -> None:
    many = [link(f"a{number:04}") for number in range(1_001)]
    add_links(connection, WALK, page, many)
    add_links(connection, LATER, page, many)
    assert len(states(connection)) == 1_002 and url_row(connection, "a1000").listed_round == 2


@pytest.mark.parametrize(
    ("since", "articles", "onward"),
    [
        ("2024-03-01", {"a": ("done", "2024-03-05"), "b": ("done", "2024-02-05")}, "discovered"),
        ("2024-03-01", {"a": ("done", "2024-02-05"), "b": ("failed", "2024-02-01")}, "outside"),
        ("2024-03-01", {"a": ("done", "2024-02-05"), "b": ("done", None)}, "discovered"),
        ("2024-03-01", {"a": ("done", "2024-02-05"), "b": ("discovered", None)}, "waiting"),
        ("2024-03-01", {"a": ("leased", None)}, "waiting"),
        ("2024-03-01", {}, "discovered"),
        (None, {"a": ("done", "2024-03-05")}, "waiting"),
    ],
)
def test_a_next_page_waits_for_the_days_of_the_articles_before_it(
    connection: Connection,
    page: ListingVisit,
    since: str | None,
    articles: dict[str, tuple[str, str | None]],
    onward: str,
) -> None:
    add_url(connection, "sau", "next", "waiting", found_on=page.id)
    for key, (state, published) in articles.items():
        add_url(connection, key, state=state, published=published, found_on=page.id)
    release_waiting(connection, replace(WALK, window=DateWindow(since)), page.id)
    assert states(connection)["sau"] == onward


@pytest.mark.parametrize(
    ("before", "after"), [(None, "discovered"), ("done", "discovered"), ("failed", "discovered"), ("leased", "leased")]
)
def test_a_further_page_of_an_article_is_requested(
    connection: Connection, before: str | None, after: str
) -> None:
    first = add_url(connection, "a", state="done")
    if before:
        add_url(connection, "a-2", "part", before, attempts=1, etag="x")
    enter_part(connection, WALK, first, link("a-2", "part"))
    row = url_row(connection, "a-2")
    assert (row.state, row.kind) == (after, "part")
    assert (row.attempts, row.etag) == ((1, "x") if before == "leased" else (0, None))
    assert before or row.found_on == first


def test_the_target_of_a_redirect_inherits_from_its_source(connection: Connection) -> None:
    enter_target(connection, LATER, link("b"), {"hops": 1, "depth": 3})
    enter_target(connection, LATER, link("b"), {"hops": 2, "depth": 9})
    row = url_row(connection, "b")
    assert (row.state, row.hops, row.depth, row.round) == ("discovered", 1, 3, 2)


def test_urls_of_other_sites_are_not_this_ones(connection: Connection, page: ListingVisit) -> None:
    add_url(connection, "a", state="done", fetched_at="2024-05-15T01:00:00Z")
    connection.execute(update(URLS).where(URLS.c.key == "a").values(site_id="xa-khac"))
    assert found(connection, WALK, page, link("a", published="2024-05-20"), on="") == {"a": "discovered"}
