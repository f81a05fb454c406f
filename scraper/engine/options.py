"""What a crawl is asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scraper.engine.parser_pool import PATIENCE
from scraper.frontier.frontier import Budget
from scraper.frontier.rounds import DateWindow
from scraper.frontier.schema import state_url
from scraper.policy.politeness import CrawlHours

DEFAULT_DATA = Path("data/crawl")


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """How to crawl.

    `delay` is in seconds; `state` is an SQLAlchemy URL, or null for SQLite in the data folder. `readers` is the number
    of processes that read pages for each crawling process; null lets the crawl decide. `patience` is for how many
    seconds a crawl waits for hosts that want to be left alone, before it ends with work left; `timeout` is for how many
    seconds an answer may take from beginning to end, `reading` for how many its page may take to be read; `attachments`
    asks for the documents that articles offer as well.
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
    patience: float = 300.0
    timeout: float = 30.0
    reading: float = PATIENCE
    attachments: bool = False

    @property
    def state_url(self) -> str:
        """Where the state is kept."""
        return self.state or state_url(self.data)

    def wait(self) -> float:
        """Seconds until servers may be asked; 0 within the hours, or where there are none."""
        return self.hours.wait(datetime.now(UTC)) if self.hours else 0.0

    @property
    def warc_folder(self) -> Path:
        """Where the pages are kept."""
        return self.data / "warc"
