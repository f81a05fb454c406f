"""Politeness towards servers: delays, hours, Retry-After, and the circuit breaker. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from scraper.boundary.values import VIETNAM
from scraper.policy.guards import is_loopback_name
from scraper.sites import Site

DEFAULT_PAUSE = 2.0  # seconds between two requests to one host
LEAST_PAUSE = 0.5  # a shorter delay is allowed on loopback only
JITTER = 0.25  # share of a host's delay by which it varies, either way
LONGEST_BACKOFF = 3600.0
BREAK_AFTER = 5  # failures in a row that open the circuit
FIRST_BREAK = 60.0  # seconds; doubled with every further failure


def pause_of(site: Site, requested: float | None) -> float:
    """Seconds between two requests to a site: that of the command, else that of its registry entry, else two.

    A delay of less than half a second, or none, is allowed on loopback only.
    """
    wanted = next((value for value in (requested, site.delay) if value is not None), None)
    if is_loopback(site):
        return wanted if wanted is not None else 0.0
    return max(LEAST_PAUSE, DEFAULT_PAUSE if wanted is None else wanted)


def spacing(pause: float, crawl_delay: float, chance: float) -> float:
    """Seconds from one request to the next: the delay of a host varied by `chance` (-1 to 1), no less than the crawl
    delay of its robots.txt and, except on loopback, than half a second."""
    least = LEAST_PAUSE if pause >= LEAST_PAUSE else 0.0
    return max(crawl_delay, least, pause * (1 + JITTER * chance))


def is_loopback(site: Site) -> bool:
    """Whether a site's own entry is on loopback."""
    return are_loopback(site.hosts)


def are_loopback(hosts: Collection[str]) -> bool:
    """Whether hosts, with their ports, are all on loopback."""
    return bool(hosts) and all(is_loopback_name(host.rpartition(":")[0] or host) for host in hosts)


def retry_after(value: str | None, now: float) -> float | None:
    """The seconds that a Retry-After header requests (RFC 9110 10.2.3: seconds or a date); None without one."""
    if not value:
        return None
    if value.isascii() and value.strip().isdigit():
        return min(float(value), LONGEST_BACKOFF * 24)
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, moment.timestamp() - now), LONGEST_BACKOFF * 24)


def break_for(strikes: int) -> float:
    """How long the circuit stays open after so many failures in a row, in seconds; 0 while it is closed."""
    if strikes < BREAK_AFTER:
        return 0.0
    return float(min(FIRST_BREAK * 2 ** min(strikes - BREAK_AFTER, 10), LONGEST_BACKOFF))


@dataclass(frozen=True, slots=True)
class CrawlHours:
    """Hours of the day, Vietnamese time, in which requests are sent; "22-6" runs over midnight."""

    start: time
    end: time

    def wait(self, now: datetime) -> float:
        """Seconds until the hours begin; 0 within them."""
        here = now.astimezone(VIETNAM)
        moment = here.time()
        inside = self.start <= moment < self.end if self.start < self.end else moment >= self.start or moment < self.end
        if inside:
            return 0.0
        begin = here.replace(hour=self.start.hour, minute=self.start.minute, second=0, microsecond=0)
        return ((begin if begin > here else begin + timedelta(days=1)) - here).total_seconds()


def read_hours(text: str) -> CrawlHours:
    """The hours of a text such as "22-6" or "22:30-5:00". Raises ValueError."""
    found = re.fullmatch(r"(\d{1,2})(?::(\d\d))?\s*-\s*(\d{1,2})(?::(\d\d))?", text.strip())
    if not found:
        raise ValueError(f"{text!r} is not a span of hours; write for example 22-6")
    start_hour, start_minute, end_hour, end_minute = (int(part or 0) for part in found.groups())
    hours = CrawlHours(time(start_hour % 24, start_minute), time(end_hour % 24, end_minute))
    if hours.start == hours.end:
        raise ValueError(f"{text!r} is not a span of hours: it begins where it ends")
    return hours
