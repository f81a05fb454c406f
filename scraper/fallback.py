"""Pages of no known make: trafilatura finds the body, htmldate, as a last resort, the day."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from scraper.article import Page
from scraper.blocks import Block, before_related, clean
from scraper.selecting import first_text, texts
from scraper.stamps import VIETNAM, Stamp


def body_blocks(html: str, url: str) -> list[Block]:
    """The lines of the body that trafilatura sees in a page; empty where it sees none."""
    from trafilatura import extract

    text = extract(html, url=url, include_comments=False, include_tables=True, favor_recall=True) or ""
    lines = (clean(line).removeprefix("- ") for line in text.splitlines())
    return list(before_related(Block(line) for line in lines if line))


def last_resort_stamp(html: str, page: Page) -> Stamp | None:
    """The day that htmldate finds; the day of the fetch is refused, since it cannot be told from a clock at the top."""
    from htmldate import find_date

    fetched = datetime.fromisoformat(page.fetched_at.replace("Z", "+00:00")).astimezone(VIETNAM).date().isoformat()
    day = find_date(html, url=page.url, original_date=True, extensive_search=False, max_date=fetched)
    return Stamp(day, "day") if day and day != fetched else None


def bare_title(root: etree._Element, claimed: str | None) -> str:
    """The title of a page of no known make: the heading that the head's title holds, else what the head claims."""
    said = claimed or first_text(root, ["title"])
    headings = list(texts(root, ["h1", "h2"]))
    printed = next((heading for heading in headings if len(heading) > 10 and heading in said), "")
    return printed or claimed or next(iter(headings), "") or said
