"""Rules of robots.txt in the forms that real servers send."""

from __future__ import annotations

import codecs

import pytest

from scraper.policy.robots import MOST_BYTES, decode_robots, robots_of

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
