"""Politeness: the computation of delays, and their effect on a real server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import pytest

from scraper.boundary.values import VIETNAM
from scraper.crawl import CrawlOutcome, crawl
from scraper.engine.options import CrawlOptions
from scraper.engine.session import UNPACED_AT_ONCE
from scraper.frontier.frontier import Budget
from scraper.policy.politeness import (
    LEAST_PAUSE,
    CrawlHours,
    break_for,
    pause_of,
    read_hours,
    retry_after,
    spacing,
)
from scraper.sites import Site
from tests.scraper.killing import KilledCrawl
from tests.scraper.servers import NewsServer, Reply, serving

NOW = 1_700_000_000.0  # 2023-11-14 22:13:20 UTC


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("Tue, 14 Nov 2023 22:14:20 GMT", 60.0),
        ("Tue, 14 Nov 2023 22:00:00 GMT", 0.0),
        ("soon", None),
        ("9999999999", 86_400.0),  # a day at most
        ("\u00b2", None),  # a figure that is no number
        ("\u0663", None),
        ("-1", None),
        ("1e5", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize(("strikes", "seconds"), [(0, 0), (4, 0), (5, 60), (6, 120), (30, 3600)])
def test_the_circuit_opens_after_five_failures_and_ever_longer(strikes: int, seconds: float) -> None:
    assert break_for(strikes) == seconds


@pytest.mark.parametrize(
    ("hours", "moment", "wait"),
    [
        ("22-6", "2024-01-01T16:00:00", 0),  # 23:00 in Việt Nam
        ("22-6", "2024-01-01T22:59:00", 0),  # 05:59
        ("22-6", "2024-01-01T14:00:00", 3600),  # 21:00
        ("8:30-11", "2024-01-01T01:00:00", 1800),  # 08:00
    ],
)
def test_night_hours_are_those_of_vietnam(hours: str, moment: str, wait: float) -> None:
    assert read_hours(hours).wait(datetime.fromisoformat(moment).replace(tzinfo=UTC)) == wait


@pytest.mark.parametrize("text", ["22", "22-22", "night"])
def test_what_is_no_span_of_hours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a span of hours"):
        read_hours(text)


@pytest.mark.parametrize(
    ("url", "delay", "asked", "pause"),
    [
        ("http://suoitrong.example.gov.vn/", None, None, 2.0),
        ("http://suoitrong.example.gov.vn/", 5.0, None, 5.0),
        ("http://suoitrong.example.gov.vn/", 5.0, 1.0, 1.0),
        ("http://suoitrong.example.gov.vn/", None, 0.0, 0.5),
        ("http://127.0.0.1:8000/", None, None, 0.0),
        ("http://localhost:8000/", None, 3.0, 3.0),
    ],
)
def test_no_pause_is_for_loopback_only(url: str, delay: float | None, asked: float | None, pause: float) -> None:
    site = Site(id="thu", name="Thử", url=url, level="district", delay=delay)
    assert pause_of(site, asked) == pause


@pytest.mark.parametrize("chance", [-1.0, -0.5, 0.0, 1.0])
def test_no_jitter_goes_below_the_floor(chance: float) -> None:
    assert spacing(LEAST_PAUSE, 0.0, chance) >= LEAST_PAUSE
    assert spacing(2.0, 7.0, chance) == 7.0
    assert spacing(0.1, 0.0, chance) == pytest.approx(0.1 * (1 + 0.25 * chance))


def run(server: NewsServer, data: Path, **options: object) -> CrawlOutcome:
    chosen = CrawlOptions(data=data, longest_wait=5, readers=0, **options)  # type: ignore[arg-type]
    return crawl([server.site()], chosen)


def test_crawl_delay_keeps_requests_apart_even_if_the_command_asks_for_less(tmp_path: Path) -> None:
    robots = Reply(200, b"User-agent: *\nCrawl-delay: 0.5\nDisallow: /tin-tuc/hoi-nghi-trien-khai-nhiem-vu-3.html\n")
    with serving(NewsServer(4, robots=robots)) as server:
        outcome = run(server, tmp_path, delay=0.0)
        gaps = [later - earlier for earlier, later in pairwise(server.times)]
        assert len(gaps) >= 4 and min(gaps) >= 0.25  # on a busy machine a request may be seen late
        assert server.hits[server.article_path(3)] == 0
        assert outcome.sites[0].status.articles == 3
        assert outcome.sites[0].status.errors == {"robots": 1}


def test_a_robots_txt_that_fails_is_a_no(tmp_path: Path) -> None:
    with serving(NewsServer(4, robots=Reply(503))) as server:
        outcome = run(server, tmp_path)
        assert server.requests == 0
        assert outcome.exit_status == 1 and outcome.left == 1
        assert list(outcome.sites[0].status.resting.values()) == ["robots_unreachable"]


@pytest.mark.slow
def test_a_busy_server_gets_the_rest_that_it_asks_for(tmp_path: Path) -> None:
    with serving(NewsServer(3)) as server:
        busy = server.article_path(2)
        waiting = iter([Reply(429, b"", {"Retry-After": "1"}), Reply(503, b"", {"Retry-After": "1"})])
        server.routes[busy] = lambda request: next(waiting, None) or server.answer(busy)
        outcome = run(server, tmp_path)
        assert server.hits[busy] == 3
        assert server.times[-1] - server.times[0] >= 1.9
        assert outcome.exit_status == 0 and outcome.sites[0].status.articles == 3


@pytest.mark.slow
def test_a_server_that_is_down_is_left_alone_after_a_few_tries(tmp_path: Path) -> None:
    with serving(NewsServer(40)) as server:
        server.routes |= {server.article_path(number): lambda request: Reply(500) for number in range(1, 41)}
        outcome = run(server, tmp_path)
        assert server.requests <= 1 + 5 + 16  # the listing, the failures that open the circuit, and those under way
        assert outcome.exit_status == 1 and outcome.left >= 20


def test_outside_the_hours_nothing_is_asked_and_the_crawl_ends_well(tmp_path: Path) -> None:
    begin = (datetime.now(VIETNAM) + timedelta(hours=2)).time()
    end = (datetime.now(VIETNAM) + timedelta(hours=4)).time()
    with serving(NewsServer(4)) as server:
        outcome = run(server, tmp_path, hours=CrawlHours(begin, end))
        assert not server.hits
        assert outcome.exit_status == 0 and outcome.left == 1 and 7000 < outcome.opens_in <= 7200
        assert run(server, tmp_path).sites[0].status.articles == 4


@pytest.mark.slow
def test_a_command_outside_its_hours_says_when_they_begin(tmp_path: Path) -> None:
    hour = (datetime.now(VIETNAM) + timedelta(hours=2)).hour
    with serving(NewsServer(4)) as server:
        crawl = KilledCrawl(server, tmp_path, options=("--night-hours", f"{hour}-{(hour + 2) % 24}"))
        assert crawl.finish() == [0] and not server.hits
        said = (tmp_path / "output.txt").read_text(encoding="utf-8")
        assert f"outside the hours nothing is asked; they begin at {hour:02}:00, Vietnamese time" in said


@pytest.mark.slow
def test_a_killed_command_given_again_has_what_is_left_of_its_budget(tmp_path: Path) -> None:
    with serving(NewsServer(80)) as server:
        crawl = KilledCrawl(server, tmp_path, options=("--max-pages", "60"))
        crawl.kill_after(20)
        assert crawl.finish() == [0] and 20 <= server.requests <= 60


@pytest.mark.slow
def test_budget_in_bytes(tmp_path: Path) -> None:
    with serving(NewsServer(80)) as server:
        outcome = run(server, tmp_path, budget=Budget(bytes=20_000))
        size = len(server.article_html(1).encode())
        assert 20_000 / size <= server.requests <= 20_000 / size + UNPACED_AT_ONCE
        assert outcome.exit_status == 0 and outcome.left > 0


@pytest.mark.slow
def test_pauses_vary_and_the_contact_is_told(tmp_path: Path) -> None:
    with serving(NewsServer(8)) as server:
        run(server, tmp_path, delay=0.3, contact="mailto:ban-tin@suoitrong.example")
        gaps = [later - earlier for earlier, later in pairwise(server.times)]
        assert min(gaps) >= 0.1 and max(gaps[1:]) - min(gaps[1:]) > 0.02
        assert server.agents == {f"Sukien/{version('sukien')} (+mailto:ban-tin@suoitrong.example)"}


@pytest.mark.slow
def test_budget_in_pages_and_then_the_rest(tmp_path: Path) -> None:
    with serving(NewsServer(30)) as server:
        outcome = run(server, tmp_path, budget=Budget(requests=10))
        assert server.requests == 10 and outcome.left > 0
        run(server, tmp_path, budget=Budget(requests=5))
        assert server.requests == 15  # the previous command ended normally: the next has a budget of its own
        assert run(server, tmp_path).sites[0].status.articles == 30
        assert max(server.hits[server.article_path(number)] for number in range(1, 31)) == 1
