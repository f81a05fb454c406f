"""Whether a site gave what was expected of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from scraper.article import Article
from scraper.engine.expectations import check_site
from scraper.frontier.schema import open_store, state_url
from scraper.sites import Expectations, Site
from tests.scraper.frontier.made import add_article, add_site, add_url

SITE = Site(id="xa-mau", name="Xã Mẫu", url="http://mau.example/", level="commune")
GOOD = Article("", title="Xã Mẫu họp", paragraphs=("Cuộc họp ngắn.",), published_at="2024-05-14")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """The state of a site in its second round."""
    engine = open_store(state_url(tmp_path))
    with engine.begin() as connection:
        add_site(connection, round=2)
        yield connection
    engine.dispose()


def store(connection: Connection, count: int, number: int = 2, **changed: Any) -> None:
    """Articles read in a round."""
    for article in range(count):
        name = f"a{number}-{article}-{sorted(changed)}"
        add_article(connection, replace(GOOD, id=name, **changed), round=number)


def problems(connection: Connection, site: Site = SITE) -> list[tuple[str, str]]:
    return [(problem.kind, problem.message) for problem in check_site(connection, site)]


def test_a_site_with_articles_and_no_errors_is_well(connection: Connection) -> None:
    store(connection, 6)
    for number in range(6):
        add_url(connection, f"a{number}", state="done")
    assert problems(connection) == []


@pytest.mark.parametrize(
    ("errors", "why"),
    [([], "no page led to an article"), (["http_404", "timeout", "http_404"], "http_404 ×2, timeout ×1")],
)
def test_a_site_without_articles_is_no_success(connection: Connection, errors: list[str], why: str) -> None:
    for number, error in enumerate(errors):
        add_url(connection, f"a{number}", "listing", "failed", error=error, depth=1)
    assert problems(connection) == [("no_articles", f"not one article; what went wrong: {why}")]


def test_fewer_articles_than_the_registry_expects(connection: Connection) -> None:
    site = SITE.model_copy(update={"promises": Expectations(articles=5)})
    store(connection, 4)
    assert problems(connection, site) == [("few_articles", "4 articles, at least 5 were expected")]
    store(connection, 1, number=1)
    assert problems(connection, site) == []


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"state": "failed", "error": "http_500"}, True),
        ({"state": "done", "error": "javascript"}, True),
        ({"state": "done", "error": "redirected"}, False),
        ({"state": "done", "error": None}, False),
        ({"state": "discovered", "error": "timeout"}, False),
        ({"state": "failed", "error": "http_500", "depth": 1}, False),
        ({"state": "failed", "error": "http_500", "found_on": 7}, False),
        ({"state": "failed", "error": "http_500", "kind": "article"}, False),
    ],
)
def test_an_entry_point_that_cannot_be_read_is_named(
    connection: Connection, values: dict[str, Any], named: bool
) -> None:
    store(connection, 4)
    add_url(connection, "tin", **{"kind": "listing", "depth": 0} | values)
    message = f"what the site begins with cannot be read: http://mau.example/tin ({values['error']})"
    assert problems(connection) == ([("unreadable_entry", message)] if named else [])


@pytest.mark.parametrize(
    ("good", "failed", "gone", "found"),
    [
        (10, 0, 0, None),
        (9, 1, 0, None),
        (8, 2, 0, "8 articles read of 10 that the site's listings lead to"),
        (8, 0, 9, None),
        (3, 1, 0, None),  # too few to tell
        (4, 1, 3, "4 articles read of 5 that the site's listings lead to"),
    ],
)
def test_most_urls_of_articles_give_an_article(
    connection: Connection, good: int, failed: int, gone: int, found: str | None
) -> None:
    store(connection, 4)
    for number in range(good):
        add_url(connection, f"g{number}", state="done")
    for number in range(failed):
        add_url(connection, f"f{number}", state="done", error="not_an_article")
    for number in range(gone):
        add_url(connection, f"x{number}", state="failed", error=("http_404", "http_410", "off_site")[number % 3])
    assert problems(connection) == ([("fewer_than_promised", found)] if found else [])


@pytest.mark.parametrize(
    ("new", "old", "found"),
    [
        ({"published_at": None}, None, "published_at is filled in 0% of 8 articles; usual is 90%"),
        ({"published_at": None}, {}, "published_at is filled in 0% of 8 articles; usual is 100%"),
        ({"paragraphs": ()}, {}, "paragraphs is filled in 0% of 8 articles; usual is 100%"),
        ({"title": ""}, {}, "title is filled in 0% of 8 articles; usual is 100%"),
        ({"lead": ""}, {}, None),
        ({}, {}, None),
    ],
)
def test_a_field_that_new_articles_lack_is_named(
    connection: Connection, new: dict[str, Any], old: dict[str, Any] | None, found: str | None
) -> None:
    store(connection, 8, **new)
    if old is not None:
        store(connection, 8, number=1, **old)
    assert problems(connection) == ([("collapsed", found)] if found else [])


@pytest.mark.parametrize(("without", "collapsed"), [(4, False), (5, True)])
def test_a_field_collapses_below_half_of_what_is_usual(
    connection: Connection, without: int, collapsed: bool
) -> None:
    site = SITE.model_copy(update={"promises": Expectations(published_at=1.0)})
    store(connection, 8 - without)
    store(connection, without, published_at=None)
    assert bool(problems(connection, site)) is collapsed


@pytest.mark.parametrize("count", [1, 4])
def test_a_few_articles_tell_nothing_of_a_field(connection: Connection, count: int) -> None:
    store(connection, count, published_at=None)
    assert problems(connection) == []


def test_a_field_that_a_site_never_had_is_not_missed(connection: Connection) -> None:
    site = SITE.model_copy(update={"promises": Expectations(published_at=0.0)})
    store(connection, 8, published_at=None)
    store(connection, 8, number=1, published_at=None)
    assert problems(connection, site) == []
