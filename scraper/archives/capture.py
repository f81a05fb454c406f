"""The items read from archives and saved files: a page, an article instead of its page, or a note on a skipped
record."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.article import Page


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that is not a page: its place, and the reason; `bad` says that it is broken."""

    where: str
    reason: str
    bad: bool = False


@dataclass(frozen=True, slots=True)
class JsonLine:
    """A line of JSON that holds an article instead of its page: the line as a page, and its JSON values."""

    page: Page
    values: dict[str, object]


Capture = Page | JsonLine | Skipped
