"""What archives and saved files give: a page, an article instead of its page, or a word on what was passed over."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.article import Page


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that is no page to read: where it was, and why in a few words; `bad` says that it is broken."""

    where: str
    reason: str
    bad: bool = False


@dataclass(frozen=True, slots=True)
class JsonLine:
    """A line of JSON that holds an article instead of its page: the line as a page, and its values."""

    page: Page
    values: dict[str, object]


Capture = Page | JsonLine | Skipped
