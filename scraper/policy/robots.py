"""The rules of a server's robots.txt (RFC 9309). Pure functions of its response."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Any

from protego import Protego

MOST_BYTES = 512_000  # of a robots.txt that are read: RFC 9309 2.5 asks for 500 KiB at least
HOPS = 5  # redirects that are followed, to any host (RFC 9309 2.3.1.2)
LONG_DELAY = 300.0  # seconds; a host that wants more between two requests gets one request for each command
LONGEST_DELAY = 86_400.0  # seconds that a host is left alone for one delay: robots.txt is asked for again after a day
# "10s", "0,5": what follows the figures is left out, since a parser takes the whole for none.
_DELAY = re.compile(
    r"(?im)^([ \t]*crawl-delay[ \t]*:[ \t]*\d{1,9})\d*(?:[.,](\d+))?[ \t]*(?:s|secs?|seconds?)?[ \t]*(?=#|$)"
)

_FIRST_AGENT = re.compile(r"(?im)^[ \t]*user-agent[ \t]*:")


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules for our agent: which URLs may be requested, and the seconds between two requests (0: not given)."""

    rules: Any
    crawl_delay: float

    def allows(self, url: str, agent: str) -> bool:
        """Returns whether a URL may be requested."""
        return bool(self.rules.can_fetch(url, agent))


def robots_of(status: int, body: bytes, agent: str) -> RobotsRules | None:
    """Returns the rules of a response; None where it is unknown what is forbidden (429 and 5xx: RFC 9309 2.3.1.4).

    Every 2xx response has rules; every other response allows all requests.
    """
    if status == 429 or status >= 500:
        return None
    text = decode_robots(body) if 200 <= status < 300 else ""
    text = _DELAY.sub(lambda found: f"{found[1]}.{found[2] or 0} ", text)
    rules = Protego.parse(text)
    delay = rules.crawl_delay(agent)
    if delay is None and (first := _FIRST_AGENT.search(text)):  # one that stands before all agents is for all of them
        delay = Protego.parse(f"User-agent: *\n{text[: first.start()]}").crawl_delay(agent)
    return RobotsRules(rules, min(max(0.0, float(delay or 0.0)), LONGEST_DELAY))


def decode_robots(body: bytes) -> str:
    """Returns the text of a robots.txt: UTF-8, or UTF-16 as its byte order mark says; cut after its last whole line."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = body[: 2 * MOST_BYTES].decode("utf-16", errors="replace")
    else:
        text = body[:MOST_BYTES].decode("utf-8-sig", errors="replace")
    whole = text if len(body) <= MOST_BYTES else text.rpartition("\n")[0]
    return whole.replace("\x00", "").removeprefix("\ufeff")
