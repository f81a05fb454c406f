"""Articles from a web archive: which captures are requested, what is stored, and what ends it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Response, TextResponse

from scraper.archives.ingest import IngestCounts, ingesting
from scraper.article import Article
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from scraper.frontier.frontier import Budget
from scraper.frontier.rounds import DateWindow
from scraper.policy.guards import URLRefused
from scraper.sites import Registry, Site
from scraper.spiders.frontierless import NoResponse
from scraper.spiders.wayback import TRIES, WaybackSpider
from tests.scraper.archives.made import html

SITE = Site(id="xa-mau", name="Xã Mẫu", url="http://mau.example/", level="commune", platform="nukeviet4")
ARCHIVE = "http://kho.example/mau"
GATE = b"<title>Just a moment...</title>"
INDEX = f"{ARCHIVE}/cdx?url=mau.example&matchType=host&output=json"


def url(number: int) -> str:
    return f"http://mau.example/tin-tuc/xa-mau-hop-{number}.html"


def capture(number: int, day: str = "20240101000000", digest: str = "") -> dict[str, str]:
    return {"url": url(number), "timestamp": day, "digest": digest or f"{number}{day}"}


def index(*captures: dict[str, str]) -> TextResponse:
    return TextResponse(INDEX, body="\n".join(map(json.dumps, captures)).encode())


def page(number: int) -> HtmlResponse:
    return HtmlResponse(url(number), body=html(f"Xã Mẫu họp lần {number}"), headers={"Content-Type": "text/html"})


def place(number: int, day: str = "20240101000000") -> str:
    """The URL of a capture in the archive."""
    return f"{ARCHIVE}/{day}id_/{url(number)}"


class FromTable(WaybackSpider):
    """Takes responses from a table instead of an archive."""

    given: dict[str, Response | Exception]
    asked: list[str]

    async def fetch(self, url: str, pause: float, hosts: Collection[str] = (), retrying: bool = True) -> Response:
        assert (pause, tuple(hosts)) == (1.5, ("kho.example",))
        self.asked.append(url)
        answer = self.given.get(url, Response(url, status=404))
        if isinstance(answer, Exception):
            raise answer
        return answer


def crawled(
    folder: Path, given: dict[str, Response | Exception], site: Site = SITE, archive: str = ARCHIVE, **options: Any
) -> tuple[IngestCounts, list[str], list[Article]]:
    """What a crawl of an archive counted and requested, and the stored articles."""
    chosen = CrawlOptions(data=folder, **options)
    counts = IngestCounts()
    with ingesting(chosen, Registry({site.id: site})) as ingestor:
        spider = FromTable([site], archive, ingestor, counts, chosen, 1.5)
        spider.given, spider.asked = given, []

        async def run() -> None:
            assert [item async for item in spider.start()] == []

        asyncio.run(run())
    return counts, spider.asked, list(iter_articles(folder))


def test_one_capture_of_each_article_is_stored_as_the_original_page(tmp_path: Path) -> None:
    given = {INDEX: index(capture(1), capture(2), capture(1, "20250101000000"))}
    given |= {place(number): page(number) for number in (1, 2)}  # type: ignore[misc]
    counts, asked, stored = crawled(tmp_path, given)
    assert (counts.stored, asked) == (2, [INDEX, place(1), place(2)]) and not counts.problems
    assert [(article.url, article.fetched_at) for article in stored] == [
        (url(1), "2024-01-01T00:00:00Z"),
        (url(2), "2024-01-01T00:00:00Z"),
    ]


def test_a_stored_article_is_not_requested_again(tmp_path: Path) -> None:
    given: dict[str, Response | Exception] = {INDEX: index(capture(1)), place(1): page(1)}
    crawled(tmp_path, given)
    counts, asked, _ = crawled(tmp_path, given)
    assert (counts.stored, counts.known, asked) == (0, 1, [INDEX])


def test_a_later_capture_is_requested_where_the_first_has_no_article(tmp_path: Path) -> None:
    days = [f"202{year}0101000000" for year in range(TRIES + 1)]
    given: dict[str, Response | Exception] = {INDEX: index(*(capture(1, day) for day in days))}
    given |= {place(1, day): HtmlResponse(url(1), body=b"<p>...</p>") for day in days}
    given[place(1, days[1])] = page(1)
    counts, asked, _ = crawled(tmp_path, given)
    assert counts.stored == 1 and asked[1:] == [place(1, days[0]), place(1, days[1])]
    given[place(1, days[1])] = HtmlResponse(url(1), body=b"<p>...</p>")
    counts, asked, _ = crawled(tmp_path / "none", given)
    assert counts.stored == 0 and len(asked) == 1 + TRIES and counts.reasons.total() == 1


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Response(place(1), status=404), "not to be had: status 404"),
        (NoResponse(f"{place(1)}: timeout"), f"not to be had: {place(1)}: timeout"),
        (URLRefused("robots", "robots.txt forbids it"), "not to be had: "),
    ],
)
def test_a_capture_that_is_not_to_be_had_is_counted_and_the_others_are_read(
    tmp_path: Path, answer: Response | Exception, outcome: str
) -> None:
    counts, _, stored = crawled(
        tmp_path, {INDEX: index(capture(1), capture(2)), place(1): answer, place(2): page(2)}
    )
    assert counts.stored == len(stored) == 1
    (reason,) = counts.reasons
    assert reason.startswith(outcome)


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Response(INDEX, status=500), "the index of mau.example is not to be had: status 500"),
        (TextResponse(INDEX, body=b"<html>502</html>"), "the index of mau.example: no index of captures"),
        (NoResponse(f"{INDEX}: timeout"), "the index of mau.example is not to be had"),
        (NoResponse(f"{INDEX}: it asked for a pause", 900.0), "the archive gives no answer for now: "),
        (HtmlResponse(INDEX, status=403, body=GATE), "the archive is behind a check of the browser"),
        (HtmlResponse(INDEX, body=b"<script>document.cookie='a=1';location.reload(true)</script>"), "the archive is b"),
        (HtmlResponse(INDEX, status=202, headers={"x-amzn-waf-action": "challenge"}), "the archive is behind a check"),
    ],
)
def test_what_keeps_an_index_from_being_read_is_a_problem(
    tmp_path: Path, answer: Response | Exception, problem: str
) -> None:
    counts, asked, _ = crawled(tmp_path, {INDEX: answer})
    assert [one[: len(problem)] for one in counts.problems] == [problem] and asked == [INDEX]


def test_an_archive_that_begins_to_challenge_is_left(tmp_path: Path) -> None:
    given: dict[str, Response | Exception] = {INDEX: index(capture(1), capture(2), capture(3)), place(1): page(1)}
    given[place(2)] = HtmlResponse(url(2), status=403, body=GATE)
    counts, asked, stored = crawled(tmp_path, given)
    assert len(stored) == 1 and asked[-1] == place(2)
    assert counts.problems == ["the archive is behind a check of the browser (scripts and cookies)"]


def test_a_challenge_that_was_archived_is_no_article(tmp_path: Path) -> None:
    given: dict[str, Response | Exception] = {INDEX: index(capture(1), capture(2)), place(2): page(2)}
    archived = {"Memento-Datetime": "Mon, 01 Jan 2024 00:00:00 GMT"}
    given[place(1)] = HtmlResponse(url(1), body=GATE + b"<div class=cf-turnstile></div>", headers=archived)
    counts, _, stored = crawled(tmp_path, given)
    assert len(stored) == 1 and not counts.problems and counts.reasons == {"challenge": 1}


def test_the_other_hosts_of_a_site_are_read_where_one_has_no_index(tmp_path: Path) -> None:
    site = Site.model_validate(SITE.model_dump() | {"aliases": ("cu.example", "xa.example")})
    other = INDEX.replace("mau.example", "cu.example")
    given: dict[str, Response | Exception] = {INDEX: index(capture(1)), place(1): page(1)}
    given[other] = Response(other, status=500)
    counts, _, _ = crawled(tmp_path, given, site)
    assert counts.stored == 1 and len(counts.problems) == 1
    assert counts.reasons == {"no captures of xa.example": 1}


def test_a_backoff_too_long_ends_the_crawl_with_what_is_stored(tmp_path: Path) -> None:
    given = {INDEX: index(capture(1), capture(2), capture(3)), place(1): page(1)}
    given[place(2)] = NoResponse(f"{place(2)}: it asked for a pause", 900.0)  # type: ignore[assignment]
    counts, asked, stored = crawled(tmp_path, given)  # type: ignore[arg-type]
    assert len(stored) == 1 and asked[-1] == place(2) and len(counts.problems) == 1


@pytest.mark.parametrize(("requests", "stored"), [(1, 0), (2, 1), (3, 2), (9, 2)])
def test_no_more_requests_are_sent_than_allowed(tmp_path: Path, requests: int, stored: int) -> None:
    given: dict[str, Response | Exception] = {INDEX: index(capture(1), capture(2))}
    given |= {place(number): page(number) for number in (1, 2)}
    counts, asked, _ = crawled(tmp_path, given, budget=Budget(requests=requests))
    assert (len(asked), counts.stored) == (min(requests, 3), stored)
    assert bool(counts.reasons) is (requests < 3)


def test_the_index_of_the_wayback_machine_is_read_part_by_part_from_a_day_on(tmp_path: Path) -> None:
    base = "https://web.archive.org/cdx/search/cdx?url=mau.example&matchType=host&output=json&from=20240101&"
    rest = "filter=statuscode%3A200&collapse=digest&limit=20000&showResumeKey=true"
    head = ["original", "timestamp", "digest", "statuscode", "mimetype"]
    first = json.dumps([head, [url(1), "20240101000000", "A", "200", "text/html"], [], ["key"]])
    second = json.dumps([head, [url(2), "20240101000000", "B", "200", "text/html"]])
    given: dict[str, Response | Exception] = {
        f"{base}{rest}": TextResponse(INDEX, body=first.encode()),
        f"{base}{rest}&resumeKey=key": TextResponse(INDEX, body=second.encode()),
    }
    given |= {
        place(number).replace(ARCHIVE, "https://web.archive.org/web"): page(number) for number in (1, 2)
    }

    class Machine(FromTable):
        async def fetch(self, url: str, pause: float, hosts: Collection[str] = (), retrying: bool = True) -> Response:
            assert tuple(hosts) == ("web.archive.org",)
            return await super().fetch(url, pause, ("kho.example",), retrying)

    options = CrawlOptions(data=tmp_path, window=DateWindow("2024-01-01"))
    counts = IngestCounts()
    with ingesting(options, Registry({SITE.id: SITE})) as ingestor:
        spider = Machine([SITE], "https://web.archive.org", ingestor, counts, options, 1.5)
        spider.given, spider.asked = given, []
        asyncio.run(anext(spider.start(), None))  # type: ignore[arg-type]
    assert len(spider.asked) == 4 and counts.stored == 2
