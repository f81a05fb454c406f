"""Pages of no known make: trafilatura finds the body, htmldate, as a last resort, the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile

from lxml import etree

from scraper.article import Page
from scraper.pages.blocks import PageBlock, before_related, clean
from scraper.pages.dates import VIETNAM, Stamp, read_stamp
from scraper.pages.selecting import first_text, lines_of, texts

NEAR = 8  # lines of a page beside its title that may hold its stamp
LEAD = 60  # characters that a lead has at least
LINE = 90  # characters; a longer line is text


def body_blocks(html: str, url: str) -> list[PageBlock]:
    """The lines of the body that trafilatura sees in a page; empty where it sees none."""
    from trafilatura import extract

    text = extract(html, url=url, include_comments=False, include_tables=True) or ""
    lines = (clean(line).removeprefix("- ") for line in text.splitlines())
    return list(before_related(PageBlock(line) for line in lines if line))


def missed_lead(root: etree._Element, title: str, blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The long lines of a page between its title and the first line of its body, of which they are no part."""
    body = [block.text for block in blocks]
    opening = next((line for line in body if line != title), "")
    above = list(takewhile(lambda line: not opening.startswith(line[:LEAD]), lines_of(root)))
    if title not in above:
        return []
    under = above[len(above) - above[::-1].index(title) :]
    return [PageBlock(line) for line in under if len(line) >= LEAD and line not in body]


def stamp_by_title(root: etree._Element, title: str, page: Page) -> Stamp | None:
    """The stamp right under the title, or right above it, where the day of the fetch is refused as that of a clock."""
    lines = lines_of(root)
    if title not in lines:
        return None
    place = lines.index(title)
    under = takewhile(lambda line: len(line) <= LINE, lines[place + 1 : place + 1 + NEAR])
    above = reversed(lines[max(0, place - NEAR // 2) : place])
    stamps = (read_stamp(line, page.fetched_at) for line in under)
    before = (stamp for stamp in (read_stamp(line) for line in above if len(line) <= LINE) if stamp)
    found = next((stamp for stamp in stamps if stamp), None)
    return found or next((stamp for stamp in before if stamp.day != _fetched_on(page)), None)


def last_resort_stamp(html: str, page: Page) -> Stamp | None:
    """The day that htmldate finds; the day of the fetch is refused, since it cannot be told from a clock at the top."""
    from htmldate import find_date

    fetched = _fetched_on(page)
    day = find_date(html, url=page.url, original_date=True, extensive_search=False, max_date=fetched)
    return Stamp(day, "day") if day and day != fetched else None


def _fetched_on(page: Page) -> str:
    """The day of the fetch in Việt Nam, ISO."""
    return datetime.fromisoformat(page.fetched_at.replace("Z", "+00:00")).astimezone(VIETNAM).date().isoformat()


def bare_title(root: etree._Element, claimed: str | None) -> str:
    """The title of a page of no known make: the heading that the head's title holds, else what the head claims."""
    said = claimed or first_text(root, ["title"])
    headings = list(texts(root, ["h1", "h2"]))
    printed = next((heading for heading in headings if len(heading) > 10 and heading in said), "")
    return printed or claimed or next(iter(headings), "") or said
