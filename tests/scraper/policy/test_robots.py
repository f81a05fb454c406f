"""Rules of robots.txt in the forms that real servers send."""

from __future__ import annotations

import codecs

import pytest

from scraper.policy.robots import LONGEST_DELAY, MOST_BYTES, decode_robots, robots_of

RULES = "User-agent: *\nDisallow: /cấm/\nDisallow: /tin-noi-bo\nCrawl-delay: 7\n"
AGENT = "Sukien/1.0"
FORBIDDEN, FREE = "http://xa-mau.example/tin-noi-bo/1.html", "http://xa-mau.example/tin-tuc/1.html"


@pytest.mark.parametrize(
    "body",
    [
        RULES.encode(),
        codecs.BOM_UTF8 + RULES.encode(),
        RULES.encode("utf-16"),
        codecs.BOM_UTF16_BE + RULES.encode("utf-16-be"),
        RULES.replace("\n", "\r\n").encode(),
        RULES.encode().replace(b"\n", b"\r"),
        b"\xff\xfe garbage".replace(b"\xff\xfe", b"\xfe") + b"\n" + RULES.encode(),
    ],
)
@pytest.mark.parametrize("status", [200, 203, 206])
def test_the_rules_in_every_dress(body: bytes, status: int) -> None:
    rules = robots_of(status, body, AGENT)
    assert rules and rules.crawl_delay == 7
    assert not rules.allows(FORBIDDEN, AGENT) and rules.allows(FREE, AGENT)


@pytest.mark.parametrize(
    ("delay", "seconds"),
    [
        ("10s", 10),
        ("10 seconds # please", 10),
        ("0,5", 0.5),
        ("2.5", 2.5),
        ("1e1", 10),
        ("1e300", LONGEST_DELAY),
        ("9" * 400, LONGEST_DELAY),
        *((odd, 0) for odd in ("-5", "none", "inf", "")),
    ],
)
def test_a_delay_is_seconds_and_a_day_at_most(delay: str, seconds: float) -> None:
    rules = robots_of(200, f"User-agent: *\nCrawl-delay: {delay}\nDisallow: /tin-noi-bo\n".encode(), AGENT)
    assert rules and rules.crawl_delay == seconds and not rules.allows(FORBIDDEN, AGENT)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Crawl-delay: 3\n\nUser-agent: *\nDisallow: /tin-noi-bo\n", 3),
        ("Crawl-delay: 3\nUser-agent: *\nCrawl-delay: 5\nDisallow: /tin-noi-bo\n", 5),
        ("User-agent: khac\nCrawl-delay: 3\n\nUser-agent: *\nDisallow: /tin-noi-bo\n", 0),
    ],
)
def test_a_delay_before_all_agents_is_for_all(text: str, seconds: float) -> None:
    rules = robots_of(200, text.encode(), AGENT)
    assert rules and rules.crawl_delay == seconds and not rules.allows(FORBIDDEN, AGENT)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 301])
def test_no_rules_are_leave_to_ask(status: int) -> None:
    rules = robots_of(status, RULES.encode(), AGENT)
    assert rules and rules.allows(FORBIDDEN, AGENT) and rules.crawl_delay == 0


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_that_cannot_say_forbids_everything(status: int) -> None:
    assert robots_of(status, RULES.encode(), AGENT) is None


def test_a_huge_file_is_cut_after_a_whole_line() -> None:
    lines = RULES + "".join(f"Disallow: /thu-muc-{number}/\n" for number in range(700_000))
    text = decode_robots(lines.encode())
    assert len(text) <= MOST_BYTES and lines.startswith(text + "\n")
    rules = robots_of(200, lines.encode(), AGENT)
    assert rules and not rules.allows(FORBIDDEN, AGENT)
