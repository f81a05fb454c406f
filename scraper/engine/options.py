"""The options of a crawl."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scraper.engine.parser_pool import TIMEOUT
from scraper.frontier.frontier import Budget
from scraper.frontier.rounds import DateWindow
from scraper.frontier.schema import state_url
from scraper.policy.politeness import CrawlHours

DEFAULT_DATA = Path("data/crawl")


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """The options of a crawl.

    `delay` is in seconds; `state` is an SQLAlchemy URL, or None for SQLite in the data folder. `readers` is the number
    of processes that parse pages for each crawling process; with None the crawl decides. `longest_wait` is the number
    of seconds that a crawl waits for hosts in backoff before it ends with work left; `timeout` the seconds that a
    response may take from beginning to end, `reading` the seconds of processor time in which its page is parsed;
    `attachments` also fetches the documents that articles offer.
    """

    data: Path = DEFAULT_DATA
    state: str | None = None
    window: DateWindow = DateWindow()
    delay: float | None = None
    budget: Budget = Budget()
    hours: CrawlHours | None = None
    contact: str | None = None
    workers: int = 1
    readers: int | None = None
    longest_wait: float = 300.0
    timeout: float = 30.0
    reading: float = TIMEOUT
    attachments: bool = False

    @property
    def state_url(self) -> str:
        """The SQLAlchemy URL of the state."""
        return self.state or state_url(self.data)

    def wait(self) -> float:
        """Seconds until requests are allowed; 0 within the hours, or where none are set."""
        return self.hours.wait(datetime.now(UTC)) if self.hours else 0.0

    @property
    def warc_folder(self) -> Path:
        """The folder of the WARC files."""
        return self.data / "warc"
